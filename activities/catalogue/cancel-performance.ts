import { knowsGrant } from '../../rules/options/performance-change.ts';
import { placesAt } from '../../rules/options/standing-lines.ts';
import { processId } from '../../rules/processes.ts';
import { oweLetters } from '../letters/owe-letter.ts';
import { supersedeLetters } from '../letters/retract-letter.ts';
import { Problem } from '../problem.ts';
import { runVerb, type Verb, type VerbCaller } from '../verb.ts';
import { beginChange, type GuidedAnswer, type GuidedInput } from './changing/begin-change.ts';
import { endOptions } from './changing/end-options.ts';
import { losePlaces } from './changing/lose-places.ts';
import type { DrawnChange } from './changing/performance-preview.ts';

/** A cancellation agreed on a preview, with the motive the contacts are told. */
export interface CancelPerformanceInput extends GuidedInput {
  reason: string;
}

/**
 * Cancels a performance (verb `cancel-performance`). Every live option it reaches ends as cancelled: all its places go back,
 * validated ones leave their orders by counter-operation, letters that wait to leave are superseded. Of a product only the
 * lines there go, where the product may go on without them (`cancelReach` of `rules/options/standing-lines`): the option
 * keeps its state and its dates. The contact of each is owed one letter with the motive. A pending refusal is told in the
 * same words as a request: it stays unknown.
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
    const parts = concerned.filter(({ outcome }) => outcome.scope === 'part');
    const ending = concerned.filter(({ outcome }) => outcome.scope !== 'part');
    verb.record({
      verb: 'cancel-performance',
      subjectType: 'performance',
      subjectId: performanceId,
      organisationId: performance.organisationId,
      before: { state: performance.state },
      after: { state: 'cancelled', options: concerned.length, parts: parts.length },
      reason,
    });
    const ends = recordEnds(verb, ending, reason);
    const losses = recordLosses(verb, parts, performanceId, reason);
    await supersedeUntrue(verb, [...ends.keys()], [...losses.keys()], performanceId);
    const causes = new Map([...ends, ...losses]);
    await oweLetters(
      verb,
      concerned.map(({ option, outcome }) => ({
        kind: 'performance-cancelled' as const,
        optionId: option.id,
        orderId: option.order?.id ?? null,
        causeHistoryId: causes.get(option.id) ?? '',
        reason,
        lines: knowsGrant(option.state) ? ('granted' as const) : ('asked' as const),
        performanceId,
        only: outcome.scope === 'part',
        stands: outcome.scope === 'part',
      })),
    );
    await endOptions(verb, ends);
    await losePlaces(verb, parts, performanceId, losses);
    await oweLetters(
      verb,
      parts
        .filter(({ option }) => option.state === 'confirmed')
        .map(({ option }) => ({
          kind: 'confirmation' as const,
          optionId: option.id,
          orderId: option.order?.id ?? null,
          causeHistoryId: losses.get(option.id) ?? '',
        })),
    );
    return { version, options: concerned.length, letters: concerned.length };
  });
}

/** What quotes the option that ends, or the places it loses, and has not left. */
async function supersedeUntrue(
  verb: Verb,
  ended: readonly string[],
  reduced: readonly string[],
  performanceId: string,
): Promise<void> {
  const ofPerformance = ['performance-moved', 'configuration-changed'] as const;
  await supersedeLetters(verb, ended, [
    'confirmation',
    'refusal',
    'correction',
    'reminder',
    ...ofPerformance,
  ]);
  await supersedeLetters(verb, reduced, ['placement', 'confirmation', 'reminder']);
  await supersedeLetters(verb, reduced, ofPerformance, performanceId);
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

/** The same for options that lose their places there and go on. */
function recordLosses(
  verb: Verb,
  parts: DrawnChange['concerned'],
  performanceId: string,
  reason: string,
): ReadonlyMap<string, string> {
  return new Map(
    parts.map(({ option, outcome: { first } }) => {
      const { id, organisationId, state, confirmationDueAt, placedQuantity } = option;
      const orderId = option.order?.id ?? null;
      verb.wake(processId.option(id));
      const side = (quantity: number, startsAt: string) => ({
        state,
        confirmationDueAt,
        orderId,
        placedQuantity: quantity,
        startsAt,
      });
      const historyId = verb.record({
        verb: 'cancel-performance',
        subjectType: 'option',
        subjectId: id,
        organisationId,
        before: side(placedQuantity, option.performanceStartsAt),
        after: side(placedQuantity - placesAt(option, performanceId), first.startsAt),
        reason,
      });
      return [id, historyId] as const;
    }),
  );
}
