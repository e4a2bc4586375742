import { tellReason } from '../../../rules/messages/format.ts';
import type { Locale } from '../../../rules/messages/locale.ts';
import { reasonsAgainstInBulk } from '../../../rules/options/allowed-actions.ts';
import type { OptionVerb } from '../../../rules/options/life.ts';
import { type Right, rightFor } from '../../../rules/options/rights.ts';
import type { OptionRow } from '../option-record.ts';

/** Verbs done on a selection, in the order of the bar. `validate` confirms placements and makes refusals definite. */
export const bulkVerbs = [
  'place',
  'validate',
  'extend',
  'refuse',
  'cancel-refusal',
  'wait',
  'leave-waiting',
  'firm',
  'reinstate',
  'cancel-confirmation',
  'cancel',
  'lapse',
  'withdraw',
] as const;
export type BulkVerb = (typeof bulkVerbs)[number];

/** Options done in one go; the API takes no more. */
export const mostInBulk = 200;

/** The right a verb on a selection needs. */
export function bulkRight(verb: BulkVerb): Right {
  return rightFor(verb === 'validate' ? 'confirm' : verb);
}

/** The verb that is done on one option of the selection. */
function verbOn(option: OptionRow, verb: BulkVerb): OptionVerb {
  if (verb !== 'validate') return verb;
  return option.state === 'refused' ? 'confirm-refusal' : 'confirm';
}

/** A reason against a verb, with the numbers of the options it speaks of. */
export type Obstacle = { reason: string; numbers: number[] };

/** What a verb can and cannot do with a selection, as far as states and dates tell. */
export type BulkPreview = { possible: OptionRow[]; obstacles: Obstacle[]; impossible: number };

/** Looks at a selection before a verb is done; rules and stock are asked by the verb itself. */
export function previewOf(
  options: readonly OptionRow[],
  verb: BulkVerb,
  now: string,
  locale: Locale,
): BulkPreview {
  const possible: OptionRow[] = [];
  const obstacles = new Map<string, number[]>();
  for (const option of options) {
    const [first] = reasonsAgainstInBulk(verbOn(option, verb), {
      state: option.state,
      refusedFrom: option.refusedFrom,
      lapsedFrom: option.lapsedFrom,
      firstPerformanceStartsAt: option.startsAt,
      timeZone: option.timeZone,
      now,
    });
    if (first === undefined) possible.push(option);
    else {
      const reason = tellReason(locale, first).message;
      obstacles.set(reason, [...(obstacles.get(reason) ?? []), option.number]);
    }
  }
  return {
    possible,
    obstacles: [...obstacles].map(([reason, numbers]) => ({ reason, numbers })),
    impossible: options.length - possible.length,
  };
}
