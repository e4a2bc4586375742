import { join } from 'node:path';
import { say } from '../parts/progress.ts';
import { environmentWith, ROOT } from '../settings.ts';
import { conclude, runJest, type Tally } from './jest.ts';
import { runNode } from './run-node.ts';

/** What is checked without running the product; each counts as one test. */
const CHECKS: { what: string; args: string[] }[] = [
  { what: 'types', args: ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json'] },
  {
    what: 'format and lint',
    args: ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.'],
  },
];

/** `npm test`: everything that proves the product. With arguments: jest alone, on what they name. */
export async function test(args: readonly string[]): Promise<number> {
  if (args.length > 0) return conclude(await runJest(args));
  const tally: Tally = { passed: 0, failed: 0 };
  for (const { what, args: command } of CHECKS) {
    say(`Checking ${what}`);
    const [program = '', ...rest] = command;
    const code = await runNode([join(ROOT, program), ...rest], {
      env: environmentWith({}),
      output: 'progress',
    });
    if (code === 0) tally.passed += 1;
    else tally.failed += 1;
  }
  const { passed, failed } = await runJest([]);
  return conclude({ passed: tally.passed + passed, failed: tally.failed + failed });
}
