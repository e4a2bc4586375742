import { setTimeout as delay } from 'node:timers/promises';
import { say } from '../../../bin/parts/progress.ts';
import type { Chance } from './random.ts';
import { type FaultStack, type Mortal, mortals } from './stack.ts';

export type Kill = { part: Mortal; at: Date };

/** Pause before each kill; a part that is still coming back when its turn comes is passed over for one that runs. */
export const pauses = { shortestMs: 3_500, longestMs: 6_500 };

/** Kills parts at random moments in a random order, each as often as the others, whatever state the others are in. */
export async function killAtRandom(stack: FaultStack, count: number, chance: Chance): Promise<Kill[]> {
  const kills: Kill[] = [];
  const toCome = Array.from({ length: count }, (_, at) => mortals[at % mortals.length]!);
  while (toCome.length > 0) {
    await delay(chance.between(pauses.shortestMs, pauses.longestMs));
    const first = chance.between(0, toCome.length - 1);
    const order = toCome.map((_, at) => (first + at) % toCome.length);
    const at = new Date();
    const killed = order.find((each) => stack.kill(toCome[each]!));
    if (killed === undefined) continue;
    const [part] = toCome.splice(killed, 1);
    if (part === undefined) continue;
    kills.push({ part, at });
    say(`Killed ${part} (${kills.length} of ${count}).`);
  }
  return kills;
}
