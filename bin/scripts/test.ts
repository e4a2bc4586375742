import { conclude, runJest } from './jest.ts';

/**
 * `npm test`: everything that proves the product; types, style, arrows and unused code are tests among the others.
 * With arguments: only the tests that they name.
 */
export async function test(args: readonly string[]): Promise<number> {
  return conclude(await runJest(args));
}
