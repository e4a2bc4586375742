import { waitUntil } from '../../../bin/parts/wait-until.ts';

/** Asks again and again until the answer is not null; fails, naming what was waited for, when it takes too long. */
export async function eventually<T>(
  what: string,
  ask: () => T | null | Promise<T | null>,
  withinMs = 15_000,
  everyMs = 20,
): Promise<T> {
  let found: T | null = null;
  const done = await waitUntil(
    async () => {
      found = await ask();
      return found !== null;
    },
    { withinMs, everyMs },
  );
  if (!done || found === null) throw new Error(`Waited ${withinMs} ms in vain: ${what}`);
  return found;
}
