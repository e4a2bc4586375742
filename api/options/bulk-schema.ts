import { z } from 'zod';
import { optionStates } from '../../rules/options/life.ts';
import { ProblemDocument } from '../http/problems.ts';
import { ConfirmBody, ExtendBody, PlaceBody, VerbBody } from './schema.ts';

/** Far above what one call does at once, so that too many has an answer of its own. */
const mostNamed = 5_000;

const selection = {
  ids: z.array(z.uuid()).min(1).max(mostNamed).optional(),
  items: z
    .array(z.strictObject({ id: z.uuid(), version: z.int().min(1).nullish() }))
    .min(1)
    .max(mostNamed)
    .optional(),
};

/** A verb on many options: `ids`, or `items` with the versions that were seen; motive and override for all of them. */
export const BulkBody = z.strictObject({ ...selection, ...VerbBody.shape });

/** Many placements; what is granted is what was requested. */
export const BulkPlaceBody = BulkBody.extend({
  remainder: PlaceBody.shape.remainder,
  confirmationDueAt: PlaceBody.shape.confirmationDueAt,
});

/** Many validations, with one payment date where one was agreed. */
export const BulkConfirmBody = BulkBody.extend({ paymentDueAt: ConfirmBody.shape.paymentDueAt });

/** One agreed date for many options. */
export const BulkExtendBody = BulkBody.extend({ dueAt: ExtendBody.shape.dueAt });

/** What became of each option, in the order they were named. */
export const BulkAnswer = z
  .object({
    results: z.array(
      z.object({
        id: z.uuid(),
        ok: z.boolean(),
        number: z.int().optional(),
        state: z.enum(optionStates).optional(),
        elsewhere: z.boolean().optional().meta({
          description: 'Placed together: other places than those proposed, which were taken meanwhile',
        }),
        problem: ProblemDocument.optional(),
      }),
    ),
  })
  .meta({ id: 'BulkAnswer' });
