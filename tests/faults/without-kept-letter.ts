import { rewriteOnLoad } from './support/rewrite.ts';
import { letterMadeAnew } from './support/rewrites.ts';

for (const rewrite of letterMadeAnew) rewriteOnLoad(rewrite);
