import { rewriteOnLoad } from './support/rewrite.ts';
import { seatGivenAgain } from './support/rewrites.ts';

for (const rewrite of seatGivenAgain) rewriteOnLoad(rewrite);
