import { refusalDueAt } from '../../rules/options/deadlines.ts';
import type { Verb } from '../verb.ts';
import { deadlinesOf } from './deadlines-of.ts';
import type { Decided } from './decide-option.ts';

/**
 * When time validates the refusal of an option (instant, UTC) that was refused at `refusedAt`, by default now: by the
 * settings of its performance, at the latest when the last performance it may still have starts. Null after that.
 */
export async function refusalEnd(
  verb: Verb,
  { option, past }: Pick<Decided, 'option' | 'past'>,
  refusedAt = verb.now,
): Promise<string | null> {
  const { deadlines, timeZone } = await deadlinesOf(verb, option.performance_id);
  return refusalDueAt(refusedAt, deadlines, past.startsAt, timeZone);
}
