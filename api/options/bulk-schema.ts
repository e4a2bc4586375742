import { z } from 'zod';
import { bulkRunStates } from '../../rules/options/bulk-run.ts';
import { optionStates, optionVerbs } from '../../rules/options/life.ts';
import { optionKinds } from '../../rules/options/rights.ts';
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

/** Many placements of products, each as it was requested. */
export const BulkPlaceProductBody = BulkPlaceBody.omit({ remainder: true });

/** Many validations, with one payment date where one was agreed. */
export const BulkConfirmBody = BulkBody.extend({
  paymentDueAt: ConfirmBody.shape.paymentDueAt,
  orderGroup: z.string().min(1).max(100).nullish().meta({
    description:
      'A name of the caller’s own: options of one contact validated under the same one go into one order, over several calls; left out: those of this call',
  }),
});

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

/** A verb on more options than one call does at once was taken. */
export const BulkRunStarted = z.object({ bulkRunId: z.uuid() }).meta({ id: 'BulkRunStarted' });

/** A selection to look at. */
export const BulkPreviewBody = z.strictObject({
  ids: z.array(z.uuid()).min(1).max(mostNamed),
  verb: z
    .enum([...optionVerbs, 'validate'])
    .optional()
    .meta({
      description: 'Answers the ids it is possible on',
    }),
});

/** What each verb can and cannot do with a selection, as far as states and dates tell. */
export const BulkPreviewAnswer = z
  .object({
    total: z.int().meta({ description: 'Options of the selection within reach' }),
    possibleIds: z.array(z.uuid()).optional(),
    verbs: z.array(
      z.object({
        verb: z.string(),
        possible: z.int(),
        impossible: z.int(),
        obstacles: z.array(z.object({ reason: z.string(), numbers: z.array(z.int()) })),
      }),
    ),
    validation: z.object({
      placements: z.int(),
      orders: z.int(),
      contacts: z.int(),
      refusals: z.int(),
    }),
  })
  .meta({ id: 'BulkPreview' });

/** How far a verb on a large selection has come. */
export const BulkRunBody = z
  .object({
    id: z.uuid(),
    organisationId: z.uuid(),
    verb: z.string(),
    kind: z.enum(optionKinds).meta({ description: 'Of which kind its options are' }),
    state: z.enum(bulkRunStates),
    attempt: z.int(),
    total: z.int(),
    done: z.int().meta({ description: 'Options answered so far, `failed` of them with a no' }),
    failed: z.int(),
    askedById: z.uuid(),
    askedByName: z.string(),
    askedAt: z.string(),
    endedAt: z.string().nullable(),
    version: z.int(),
  })
  .meta({ id: 'BulkRun' });

/** What became of one option of a run. */
export const BulkRunResult = z
  .object({
    id: z.uuid().meta({ description: 'The option' }),
    number: z.int().nullable(),
    contactName: z.string().nullable(),
    ok: z.boolean().nullable().meta({ description: 'Null: not answered yet' }),
    state: z.enum(optionStates).optional(),
    problem: ProblemDocument.optional(),
  })
  .meta({ id: 'BulkRunResult' });
