import type { Verb } from '../verb.ts';
import { lastStart, readChoices } from './choices.ts';
import type { OptionRow } from './locked-option.ts';

/**
 * When an option that holds nothing ends by itself (instant, UTC): when the last performance starts that it may still have,
 * of its choices and the one it stands for.
 */
export async function requestEnd(
  verb: Verb,
  option: Pick<OptionRow, 'id' | 'performance_starts_at'>,
): Promise<string> {
  const { startsAt } = lastStart(await readChoices(verb.db, option.id));
  return Date.parse(startsAt) > Date.parse(option.performance_starts_at)
    ? startsAt
    : option.performance_starts_at;
}
