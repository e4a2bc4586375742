import { knowsGrant } from '../../rules/options/performance-change.ts';
import { processId } from '../../rules/processes.ts';
import { oweLetters } from '../letters/owe-letter.ts';
import { supersedeLetters } from '../letters/retract-letter.ts';
import { Problem } from '../problem.ts';
import { runVerb, type Verb, type VerbCaller } from '../verb.ts';
import { beginChange, type GuidedAnswer, type GuidedInput } from './changing/begin-change.ts';
import { endOptions } from './changing/end-options.ts';
import type { DrawnChange } from './changing/performance-preview.ts';

/** A cancellation agreed on a preview, with the motive the contacts are told. */
export interface CancelPerformanceInput extends GuidedInput {
  reason: string;
}

/**
 * Cancels a performance (verb `cancel-performance`): every live option of it ends as cancelled, all its places go back,
 * validated ones leave their orders by counter-operation, letters that wait to leave are superseded, and the contact of
 * each is owed one letter with the motive. A pending refusal is told in the same words as a request: it stays unknown.
 * @throws Problem `motive.required` and those of `beginChange`.
 */
export async function cancelPerformance(
  caller: VerbCaller,
  input: CancelPerformanceInput,
): Promise<GuidedAnswer> {
  if (input.reason.trim() === '') throw new Problem('motive.required');
  return runVerb(caller, 'cancel-performance', input, async (verb) => {
    const { performanceId, reason } = input;
    const change = { verb: 'cancel-performance' as const, performanceId };
    const { performance, concerned } = await beginChange(verb, input, change);
    const { version } = await verb.db
      .updateTable('performance')
      .set((update) => ({ state: 'cancelled' as const, version: update('version', '+', 1) }))
      .where('id', '=', performanceId)
      .returning('version')
      .executeTakeFirstOrThrow();
    verb.record({
      verb: 'cancel-performance',
      subjectType: 'performance',
      subjectId: performanceId,
      organisationId: performance.organisationId,
      before: { state: performance.state },
      after: { state: 'cancelled', options: concerned.length },
      reason,
    });
    const causes = recordEnds(verb, concerned, reason);
    await supersedeLetters(
      verb,
      [...causes.keys()],
      ['confirmation', 'refusal', 'correction', 'reminder', 'performance-moved', 'configuration-changed'],
    );
    await oweLetters(
      verb,
      concerned.map(({ option }) => ({
        kind: 'performance-cancelled' as const,
        optionId: option.id,
        orderId: option.order?.id ?? null,
        causeHistoryId: causes.get(option.id) ?? '',
        reason,
        lines: knowsGrant(option.state) ? ('granted' as const) : ('asked' as const),
      })),
    );
    await endOptions(verb, causes);
    return { version, options: concerned.length, letters: concerned.length };
  });
}

/** One history row each; answers them by option. */
function recordEnds(
  verb: Verb,
  concerned: DrawnChange['concerned'],
  reason: string,
): ReadonlyMap<string, string> {
  return new Map(
    concerned.map(({ option, outcome }) => {
      verb.wake(processId.option(option.id));
      const historyId = verb.record({
        verb: 'cancel-performance',
        subjectType: 'option',
        subjectId: option.id,
        organisationId: option.organisationId,
        before: {
          state: option.state,
          confirmationDueAt: option.confirmationDueAt,
          orderId: option.order?.id ?? null,
          placedQuantity: option.placedQuantity,
        },
        after: {
          state: outcome.after,
          confirmationDueAt: option.confirmationDueAt,
          orderId: null,
          placedQuantity: 0,
        },
        reason,
      });
      return [option.id, historyId] as const;
    }),
  );
}
