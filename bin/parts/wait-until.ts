import { setTimeout as delay } from 'node:timers/promises';

/** Asks again every `everyMs` milliseconds until the answer is true; false when `withinMs` have passed. */
export async function waitUntil(
  ask: () => boolean | Promise<boolean>,
  { withinMs, everyMs }: { withinMs: number; everyMs: number },
): Promise<boolean> {
  const end = performance.now() + withinMs;
  while (performance.now() < end) {
    if (await ask()) return true;
    await delay(everyMs);
  }
  return ask();
}
