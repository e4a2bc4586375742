import { sql } from 'kysely';
import { normalInstant } from '../../rules/options/calendar.ts';
import { knowsGrant } from '../../rules/options/performance-change.ts';
import { oweLetters } from '../letters/owe-letter.ts';
import { supersedeLetters } from '../letters/retract-letter.ts';
import { runVerb, type Verb, type VerbCaller } from '../verb.ts';
import { beginChange, type GuidedAnswer, type GuidedInput } from './changing/begin-change.ts';
import type { DrawnChange } from './changing/performance-preview.ts';
import { writeMoves } from './changing/write-moves.ts';

/** A new start, agreed on a preview. */
export interface MovePerformanceInput extends GuidedInput {
  startsAt: string;
  reason?: string | null;
}

/**
 * Moves a performance to another instant (verb `move-performance`): what was previewed is done, in one transaction. Due dates
 * follow the earliest start of each option: postponed at once, or brought forward once their letter has left; the
 * contact of every live option it reaches is owed one letter about this performance. One about an earlier move of it that
 * has not left is superseded, and the new one speaks of the start they know.
 * @throws Problem those of `beginChange`.
 */
export async function movePerformance(
  caller: VerbCaller,
  input: MovePerformanceInput,
): Promise<GuidedAnswer> {
  return runVerb(caller, 'move-performance', input, async (verb) => {
    const startsAt = normalInstant(input.startsAt);
    const { performanceId } = input;
    const { performance, concerned } = await beginChange(verb, input, {
      verb: 'move-performance',
      performanceId,
      startsAt,
    });
    const reason = input.reason ?? null;
    const { version } = await verb.db
      .updateTable('performance')
      .set((update) => ({ starts_at: startsAt, version: update('version', '+', 1) }))
      .where('id', '=', performanceId)
      .returning('version')
      .executeTakeFirstOrThrow();
    verb.record({
      verb: 'move-performance',
      subjectType: 'performance',
      subjectId: performanceId,
      organisationId: performance.organisationId,
      before: { startsAt: performance.startsAt },
      after: { startsAt, options: concerned.length },
      reason,
    });
    const written = await writeMoves(
      verb,
      'move-performance',
      concerned.map((each) => ({ ...each, start: { before: performance.startsAt, after: startsAt } })),
      reason,
    );
    const known = await knownStarts(verb, concerned, performanceId);
    const reached = concerned.map(({ option }) => option.id);
    await supersedeLetters(verb, reached, ['performance-moved'], performanceId);
    await supersedeLetters(verb, reached, ['reminder']);
    await oweLetters(
      verb,
      concerned.map(({ option, outcome: { first, due, payment } }, at) => ({
        kind: 'performance-moved' as const,
        optionId: option.id,
        orderId: option.order?.id ?? null,
        causeHistoryId: written[at] ?? '',
        lines: knowsGrant(option.state) ? ('granted' as const) : ('asked' as const),
        performanceId,
        only: option.product !== null,
        moved: {
          startsAt: normalInstant(known.get(option.id) ?? performance.startsAt),
          timeZone: performance.timeZone,
          due,
          payment,
          firstStartsAt: first.startsAt,
        },
      })),
    );
    return { version, options: concerned.length, letters: concerned.length };
  });
}

/** The starts of the performance contacts know, where the letter about an earlier move has not left. */
async function knownStarts(
  verb: Verb,
  concerned: DrawnChange['concerned'],
  performanceId: string,
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ optionId: string; startsAt: string }>`
    select option_id as "optionId", snapshot->'moved'->>'startsAt' as "startsAt" from letter
    where option_id = any(${concerned.map(({ option }) => option.id)}::uuid[])
      and kind = 'performance-moved' and state = 'owed'
      and coalesce(snapshot->'performance'->>'id', ${performanceId}) = ${performanceId}`.execute(verb.db);
  return new Map(rows.map(({ optionId, startsAt }) => [optionId, startsAt]));
}
