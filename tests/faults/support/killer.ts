import { setTimeout as delay } from 'node:timers/promises';
import { say } from '../../../bin/parts/progress.ts';
import type { Chance } from '../../support/chance.ts';
import { type FaultStack, type Mortal, mortals } from './stack.ts';

export type Kill = { part: Mortal; at: Date };

/** What befalls the parts, and the pace of a load that all of it falls into. */
export type Killing = {
  run(): Promise<Kill[]>;
  /** Resolves when the load may go on to this part of itself: 0 is its beginning, 1 when the last has fallen. */
  reached(part: number): Promise<void>;
};

const LOOK_AGAIN_MS = 50;

/** How many, and how long after the one before. */
export type KillPlan = { count: number; shortestMs: number; longestMs: number };

/**
 * Plans kills, a random pause before each: parts in a random order, each as often as the others, whatever state the others
 * are in.
 */
export function planKills(
  stack: FaultStack,
  { count, shortestMs, longestMs }: KillPlan,
  chance: Chance,
): Killing {
  const pauses = Array.from({ length: count }, () => chance.between(shortestMs, longestMs));
  const toCome = pauses.map((_, at) => mortals[at % mortals.length]!);
  return inside(pauses, async (at) => {
    const kill = await killOne(stack, toCome, chance);
    say(`Killed ${kill.part} (${at + 1} of ${count}).`);
    return kill;
  });
}

/** What happens after each of these pauses, while a load goes on. */
export function inside(pauses: readonly number[], happens: (at: number) => Promise<Kill | null>): Killing {
  const begun = pauses.map(() => Promise.withResolvers<number>());
  const over = Promise.withResolvers<void>();
  const run = async (): Promise<Kill[]> => {
    const kills: Kill[] = [];
    for (const [at, pause] of pauses.entries()) {
      begun[at]?.resolve(performance.now());
      await delay(pause);
      const kill = await happens(at);
      if (kill !== null) kills.push(kill);
    }
    over.resolve();
    return kills;
  };
  return {
    run,
    reached: async (part) => {
      const pause = Math.floor(part * pauses.length);
      const since = await begun[pause]?.promise;
      if (since === undefined) return over.promise;
      const into = (part * pauses.length - pause) * (pauses[pause] ?? 0);
      await delay(Math.max(0, since + into - performance.now()));
    },
  };
}

/** Takes one of those to come that runs at the moment. */
async function killOne(stack: FaultStack, toCome: Mortal[], chance: Chance): Promise<Kill> {
  const first = chance.between(0, toCome.length - 1);
  for (let next = first; ; next += 1) {
    const index = next % toCome.length;
    const at = new Date();
    const part = toCome[index];
    if (part !== undefined && stack.kill(part)) {
      toCome.splice(index, 1);
      return { part, at };
    }
    await delay(LOOK_AGAIN_MS);
  }
}
