import { normalInstant } from '../../rules/options/calendar.ts';
import { knowsGrant } from '../../rules/options/performance-change.ts';
import { oweLetters } from '../letters/owe-letter.ts';
import { supersedeLetters } from '../letters/retract-letter.ts';
import { runVerb, type VerbCaller } from '../verb.ts';
import { beginChange, type GuidedAnswer, type GuidedInput } from './changing/begin-change.ts';
import { writeMoves } from './changing/write-moves.ts';

/** A new start, agreed on a preview. */
export interface MovePerformanceInput extends GuidedInput {
  startsAt: string;
  reason?: string | null;
}

/**
 * Moves a performance to another instant (verb `move-performance`): what was previewed is done, in one transaction. Due
 * dates are postponed at once, or brought forward once their letter has left; the contact of every live option is owed one
 * letter, and earlier ones that wait to leave with the former date are superseded.
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
      concerned.map((each) => ({ ...each, startsAt })),
      reason,
    );
    await supersedeLetters(
      verb,
      concerned.map(({ option }) => option.id),
      ['performance-moved'],
    );
    await oweLetters(
      verb,
      concerned.map(({ option, outcome: { due, payment } }, at) => ({
        kind: 'performance-moved' as const,
        optionId: option.id,
        orderId: option.order?.id ?? null,
        causeHistoryId: written[at] ?? '',
        lines: knowsGrant(option.state) ? ('granted' as const) : ('asked' as const),
        moved: {
          startsAt: normalInstant(performance.startsAt),
          timeZone: performance.timeZone,
          due,
          payment,
        },
      })),
    );
    return { version, options: concerned.length, letters: concerned.length };
  });
}
