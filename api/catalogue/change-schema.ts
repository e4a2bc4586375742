import { z } from 'zod';
import { placesFates } from '../../rules/options/configuration-change/places.ts';
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

/** The configuration a performance is to take. */
export const PreviewConfigurationBody = z.strictObject({
  configurationId: z
    .uuid()
    .meta({ description: 'A valid logical configuration of the venue, not the present one' }),
});

export const ChangeConfigurationBody = z.strictObject({
  configurationId: z.uuid(),
  preview,
  takeBack: z.boolean().nullish().meta({
    description: 'Takes back the placement of held options that do not fit; else they are in the way',
  }),
  movePromised: z.boolean().nullish().meta({
    description: 'Accepts that validated and paid options get other seats; else they are in the way',
  }),
  reason: motive.nullish().meta({ description: 'The motive, kept in history' }),
});

/** A date before, from the commit on, and once its letter has left. */
const Due = z.object({
  before: z.string().nullable(),
  now: z.string().nullable(),
  rule: z.string().nullable(),
  told: z.object({ dueAt: z.string(), rule: z.string() }).nullable(),
});

const Seat = z.object({
  id: z.string(),
  zone: z.string(),
  block: z.string(),
  rowLabel: z.string(),
  number: z.string(),
});

const Figure = z.object({ before: count, after: count });

const Configuration = z.object({
  from: z.string().nullable(),
  to: z.object({
    id: z.uuid(),
    name: z.string(),
    spaceName: z.string(),
    numbered: z.boolean(),
    planName: z.string().nullable(),
    planRevision: count.nullable(),
  }),
  fates: z.array(z.object({ fate: z.enum(placesFates), options: count, places: count })),
  unfit: count.meta({ description: 'Held options that find no place' }),
  promisedMoves: count.meta({ description: 'Validated or paid options whose seats change' }),
  promisedUnfit: count.meta({ description: 'Places validated, paid or sold elsewhere that find none' }),
  outOfReach: count.meta({
    description: 'Of these, of options out of your reach that could not stay as they are',
  }),
  untold: count.meta({ description: 'Options whose seats change without a letter: they await an answer' }),
  askedGone: count.meta({ description: 'Options that ask for a category that is not there any more' }),
  rows: z.array(
    z.object({
      seatCategoryId: z.uuid(),
      seatCategoryName: z.string(),
      contingentId: z.uuid(),
      contingentName: z.string(),
      capacity: Figure,
      overbooking: Figure,
      taken: Figure,
    }),
  ),
  pools: z.array(z.object({ seatCategoryId: z.uuid(), seatCategoryName: z.string(), places: Figure })),
  blocks: z.object({ places: count, kept: count }),
  sales: z.object({ places: count, unseated: count, unfit: count }),
});

export const PerformancePreviewBody = z
  .object({
    performanceId: z.uuid(),
    version: count,
    verb: z.enum(['move-performance', 'cancel-performance', 'change-configuration']),
    startsAt: z.object({ before: z.string(), after: z.string() }),
    timeZone: z.string(),
    fingerprint: z.string(),
    total: count,
    states: z.array(z.object({ before: State, after: State, options: count, places: count })),
    letters: count,
    printed: count.meta({ description: 'Letters of contacts without e-mail: they have to be printed' }),
    orders: count,
    placesBack: count.meta({ description: 'Places that go back, of this performance and of others' }),
    parts: count.meta({ description: 'Options that only lose their places there and go on' }),
    postponed: count,
    broughtForward: count.meta({
      description: 'Options whose due date counts from the sending of their letter',
    }),
    configuration: Configuration.nullable().meta({
      description: 'What another configuration does; null where that is not asked',
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
          scope: z.enum(['whole', 'part']).nullable().meta({
            description:
              'Of a cancellation: the option ends, or it only loses its places there and goes on; null where that is not asked',
          }),
          placesBack: count.meta({ description: 'Places of it that go back' }),
          elsewhere: count.meta({ description: 'Places on other performances that go back too' }),
          letter: z.boolean(),
          mailable: z.boolean(),
          due: Due,
          payment: Due,
          orderId: z.uuid().nullable(),
          orderNumber: count.nullable(),
          places: z
            .object({
              fate: z.enum(placesFates),
              places: count,
              seatsBefore: z.array(Seat),
              seatsAfter: z.array(Seat),
              unfit: z
                .object({ code: z.enum(['category', 'room', 'seats']), quantity: count, free: count })
                .nullable(),
              askedGone: z.boolean(),
            })
            .nullable(),
        }),
      )
      .meta({ description: 'The first 200, in the order of their numbers' }),
  })
  .meta({ id: 'PerformancePreview' });

export const PerformanceChangedBody = z
  .object({ version: count, options: count, letters: count })
  .meta({ id: 'PerformanceChanged' });
