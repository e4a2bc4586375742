import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { say } from '../parts/progress.ts';
import { ROOT } from '../settings.ts';
import { conclude, runJest } from './jest.ts';

const Steps = z.coerce.number().int().min(1);
const DEFAULT_STEPS = '1000';

/** However many steps: nobody waits for this run. */
const TIMEOUT_MS = 24 * 60 * 60 * 1000;

/**
 * `npm run test:long -- --steps N [path …]`: the property and model tests, each property tried N times; all of them, or
 * those whose path holds one of the words named.
 */
export async function testLong(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { steps: { type: 'string', default: DEFAULT_STEPS } },
  });
  const steps = Steps.safeParse(values.steps).data;
  if (steps === undefined) {
    say('--steps must be a whole number from 1.');
    return 1;
  }
  const named = positionals.map((path) => path.replaceAll('/', sep));
  const all = await propertyTests();
  const files = named.length === 0 ? all : all.filter((file) => named.some((path) => file.includes(path)));
  if (files.length === 0) {
    say(`No property test is named ${positionals.join(' ')}.`);
    return 1;
  }
  const jestArgs = ['--runTestsByPath', ...files, `--testTimeout=${TIMEOUT_MS}`];
  return conclude(await runJest(jestArgs, { PLACET_TEST_STEPS: String(steps) }));
}

/** The tests that try generated cases: those that use fast-check. */
async function propertyTests(): Promise<string[]> {
  const folder = join(ROOT, 'tests');
  const names = (await readdir(folder, { recursive: true })).filter((name) => /\.test\.tsx?$/.test(name));
  const uses = await Promise.all(
    names.map(async (name) => (await readFile(join(folder, name), 'utf8')).includes(`from 'fast-check'`)),
  );
  return names.filter((_, index) => uses[index]).map((name) => join(folder, name));
}
