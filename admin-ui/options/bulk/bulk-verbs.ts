import type { Locale } from '../../../rules/messages/locale.ts';
import {
  previewSelection,
  previewValidation,
  type ToldObstacle,
  tellObstacles,
  type ValidationPreview,
} from '../../../rules/options/bulk-preview.ts';
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

/** Options one run takes; the API takes no more. */
export const mostInRun = 5_000;

/** What a verb can and cannot do with a selection, as far as states and dates tell. */
export type BulkPreview = {
  possible: number;
  impossible: number;
  obstacles: readonly ToldObstacle[];
  /** What validating the possible ones makes. */
  validation: ValidationPreview | null;
};

/** The options of a selection a verb is possible on. */
export function possibleOf(options: readonly OptionRow[], verb: BulkVerb, now: string): OptionRow[] {
  const possible = new Set(previewSelection(options, verb, now).possible);
  return options.filter(({ id }) => possible.has(id));
}

/** Looks at a selection before a verb is done; rules and stock are asked by the verb itself. */
export function previewOf(
  options: readonly OptionRow[],
  verb: BulkVerb,
  now: string,
  locale: Locale,
): BulkPreview {
  const { possible, impossible, obstacles } = previewSelection(options, verb, now);
  return {
    possible: possible.length,
    impossible,
    obstacles: tellObstacles(obstacles, locale),
    validation: verb === 'validate' ? previewValidation(possibleOf(options, verb, now)) : null,
  };
}
