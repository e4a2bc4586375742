import { sql } from 'kysely';
import { datesFollow } from '../../../rules/options/performance-change.ts';
import { placesAt } from '../../../rules/options/standing-lines.ts';
import type { Verb } from '../../verb.ts';
import { followChoices } from './follow-choices.ts';
import type { ConcernedOption } from './performance-preview.ts';
import { releasePlaces } from './release-places.ts';

/**
 * Gives back what locked options have at one performance; they go on with the rest in their state, with their dates, and
 * stand for the earliest performance that is left. `causes` names the history row of each option.
 */
export async function losePlaces(
  verb: Verb,
  parts: readonly ConcernedOption[],
  performanceId: string,
  causes: ReadonlyMap<string, string>,
): Promise<void> {
  if (parts.length === 0) return;
  await releasePlaces(verb, causes, { at: performanceId });
  const left = parts.map(({ option, outcome: { first, due } }) => ({
    id: option.id,
    ...first,
    lost: placesAt(option, performanceId),
    nextActionAt: datesFollow(option, { dueAt: due.now, basis: null }, first.startsAt, verb.now).nextActionAt,
  }));
  await sql`
    update seat_option o set placed_quantity = o.placed_quantity - w.lost, performance_id = w."performanceId",
      performance_starts_at = w."startsAt", next_action_at = w."nextActionAt", version = version + 1
    from jsonb_to_recordset(${JSON.stringify(left)}::jsonb) as w (id uuid, "performanceId" uuid, "startsAt" timestamptz,
      lost int, "nextActionAt" timestamptz)
    where o.id = w.id`.execute(verb.db);
  await followChoices(verb, [...causes.keys()]);
}
