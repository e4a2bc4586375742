import { say } from './parts/progress.ts';

type Script = (args: readonly string[]) => Promise<number>;

/** The npm scripts; each loads its code only when it is asked for. */
const scripts: Record<string, () => Promise<Script>> = {
  start: async () => (await import('./start/start.ts')).start,
  test: async () => (await import('./scripts/test.ts')).test,
  'test:long': async () => (await import('./scripts/test-long.ts')).testLong,
  placet: async () => (await import('./placet.ts')).placet,
  bench: async () => (await import('./scripts/named.ts')).runNamed('bench'),
  faults: async () => (await import('./scripts/named.ts')).runNamed('faults'),
};

/** Runs one npm script. @returns its exit code. */
export async function main(name: string | undefined, args: readonly string[]): Promise<number> {
  const load = scripts[name ?? ''];
  if (load === undefined) {
    say(`Unknown script ${name ?? ''}. There are: ${Object.keys(scripts).join(', ')}.`);
    return 1;
  }
  const script = await load();
  return script(args);
}
