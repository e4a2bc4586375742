import { z } from 'zod';
import { optionStates } from '../../rules/options/life.ts';

const instant = z.iso.datetime({ offset: true }).transform((value) => new Date(value).toISOString());
const count = z.int();
const State = z.enum(optionStates);

/** A new start, as an instant. */
export const PreviewMoveBody = z.strictObject({
  startsAt: instant.meta({ description: 'The new start, with its offset; a date still to come' }),
});

/** Nothing is asked before a cancellation is previewed. */
export const PreviewCancelBody = z.strictObject({});

const motive = z.string().trim().max(2000);
const preview = z
  .string()
  .min(1)
  .max(100)
  .meta({ description: 'The fingerprint of the preview that was shown' });

export const MovePerformanceBody = z.strictObject({
  startsAt: instant,
  preview,
  reason: motive.nullish().meta({ description: 'The motive, kept in history' }),
});

export const CancelPerformanceBody = z.strictObject({
  preview,
  reason: motive.min(1).meta({ description: 'The motive, which the contacts are told' }),
});

/** A date before, from the commit on, and once its letter has left. */
const Due = z.object({
  before: z.string().nullable(),
  now: z.string().nullable(),
  rule: z.string().nullable(),
  told: z.object({ dueAt: z.string(), rule: z.string() }).nullable(),
});

export const PerformancePreviewBody = z
  .object({
    performanceId: z.uuid(),
    version: count,
    verb: z.enum(['move-performance', 'cancel-performance']),
    startsAt: z.object({ before: z.string(), after: z.string() }),
    timeZone: z.string(),
    fingerprint: z.string(),
    total: count,
    states: z.array(z.object({ before: State, after: State, options: count, places: count })),
    letters: count,
    printed: count.meta({ description: 'Letters of contacts without e-mail: they have to be printed' }),
    orders: count,
    placesBack: count,
    postponed: count,
    broughtForward: count.meta({
      description: 'Options whose due date counts from the sending of their letter',
    }),
    options: z
      .array(
        z.object({
          id: z.uuid(),
          number: count,
          contactId: z.uuid(),
          contactName: z.string(),
          structureName: z.string().nullable(),
          before: State,
          after: State,
          requestedQuantity: count,
          placedQuantity: count,
          elsewhere: count.meta({ description: 'Places on other performances that go back too' }),
          letter: z.boolean(),
          mailable: z.boolean(),
          due: Due,
          payment: Due,
          orderId: z.uuid().nullable(),
          orderNumber: count.nullable(),
        }),
      )
      .meta({ description: 'The first 200, in the order of their numbers' }),
  })
  .meta({ id: 'PerformancePreview' });

export const PerformanceChangedBody = z
  .object({ version: count, options: count, letters: count })
  .meta({ id: 'PerformanceChanged' });
