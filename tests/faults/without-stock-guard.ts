import { rewriteOnLoad } from './support/rewrite.ts';
import { stockWithoutGuard } from './support/rewrites.ts';

rewriteOnLoad(stockWithoutGuard);
