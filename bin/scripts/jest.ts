import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { environmentWith, ROOT } from '../settings.ts';
import { runNode } from './run-node.ts';

export type Tally = { passed: number; failed: number };

const Results = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numRuntimeErrorTestSuites: z.number(),
});

/**
 * Runs jest. A file that could not even be loaded counts as one failure, and so does a run that broke off.
 * @param args what jest is told on top of its configuration
 */
export async function runJest(args: readonly string[], env: Record<string, string> = {}): Promise<Tally> {
  const folder = await mkdtemp(join(tmpdir(), 'placet-jest-'));
  const outputFile = join(folder, 'results.json');
  try {
    const jest = join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js');
    const code = await runNode(
      [
        '--experimental-vm-modules',
        jest,
        `--rootDir=${ROOT}`,
        '--json',
        `--outputFile=${outputFile}`,
        ...args,
      ],
      { env: environmentWith(env), output: 'progress' },
    );
    const results = Results.safeParse(await readFile(outputFile, 'utf8').then(JSON.parse, () => null)).data;
    if (results === undefined) return { passed: 0, failed: 1 };
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    return { passed: results.numPassedTests, failed: code === 0 ? failed : Math.max(failed, 1) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Prints the run's last line. @returns the exit code. */
export function conclude({ passed, failed }: Tally): number {
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  return failed === 0 && passed > 0 ? 0 : 1;
}
