import { isDue } from '../due.ts';
import { runVerb, type VerbCaller } from '../verb.ts';
import { abandon } from './abandon-basket.ts';
import { lockedBasket } from './lock-basket.ts';

/**
 * Abandons a basket whose delay has passed (seed 001: *délai d'abandon d'un ordre en cours*). Acts only if the locked
 * basket still waits for the instant the story was woken for, and that has come: a payment at the same instant and the
 * abandon have exactly one winner.
 */
export async function meetBasket(
  caller: VerbCaller & { now: string },
  input: { basketId: string; dueAt: string },
): Promise<{ outcome: 'abandoned' | 'notDue' }> {
  return runVerb(caller, 'meet-basket', input, async (verb) => {
    const locked = await lockedBasket(verb, input.basketId);
    if (locked === null || !isDue(verb, locked.basket.next_action_at, input.dueAt))
      return { outcome: 'notDue' as const };
    await abandon(verb, locked, null);
    return { outcome: 'abandoned' as const };
  });
}
