import { z } from 'zod';
import { PlaceBody, TellReason, VerbBody } from './schema.ts';

const id = z.uuid();
/** Far above what one call takes, so that too many has an answer of its own. */
const mostNamed = 5_000;
/** Placements done with one call. */
const mostPlaced = 200;

/** The options that are to be placed together; `override`: the motive of going on after warnings of the rules. */
export const TogetherBody = z.strictObject({
  ids: z.array(id).min(1).max(mostNamed),
  override: VerbBody.shape.override,
});

const lines = PlaceBody.shape.lines.unwrap().unwrap();

/** Placements as they were proposed, or part of them: each with the version of its option and its lines. */
export const PlaceTogetherBody = z.strictObject({
  items: z
    .array(z.strictObject({ id, version: z.int().min(1).nullish(), performanceId: id, lines }))
    .min(1)
    .max(mostPlaced),
  ...VerbBody.shape,
});

const Grant = z.object({
  lineId: id,
  quantity: z.int(),
  seatCategoryId: id,
  contingentId: id
    .nullable()
    .meta({ description: 'Where a quantity is drawn from; null where seats say so' }),
  seatIds: z.array(id).nullable(),
});

const Placement = z.object({
  performanceId: id,
  choice: z.int().meta({ description: '0 = first choice, 1-3 = fallback date' }),
  upgraded: z.boolean(),
  lines: z.array(Grant).meta({ description: 'As `place-together` takes them' }),
  seatRows: z.array(z.string()).meta({ description: 'The seats told row by row; empty by quantity' }),
  reasons: z.array(TellReason),
});

/** What would be placed of a list and why; nothing is taken. */
export const TogetherAnswer = z
  .object({
    items: z.array(
      z.object({
        id,
        number: z.int().nullable().meta({ description: 'Null for an option out of reach' }),
        version: z.int().nullable(),
        contactName: z.string().nullable(),
        structureName: z.string().nullable(),
        quantity: z.int(),
        placement: Placement.nullable(),
        obstacles: z
          .array(
            z.object({
              performanceId: id.nullable(),
              warned: z.boolean().meta({ description: 'By a warning of the rules: `override` goes on' }),
              reasons: z.array(TellReason),
            }),
          )
          .meta({ description: 'Why it is not placed, by date; null stands for all of its dates' }),
      }),
    ),
    performances: z.array(
      z.object({
        id,
        eventName: z.string(),
        venueName: z.string(),
        startsAt: z.string(),
        timeZone: z.string(),
        categories: z.array(z.object({ id, name: z.string(), rank: z.int() })),
        free: z.int().meta({ description: 'Places free now' }),
        left: z.int().meta({ description: 'Places left once the proposal is done' }),
      }),
    ),
    totals: z.object({
      options: z.int(),
      seats: z.int(),
      placed: z.int().meta({ description: 'Options' }),
      filled: z.int().meta({ description: 'Places' }),
      most: z.int().meta({
        description:
          'No placement of these options fills more places: equal to `filled`, it is the best there is',
      }),
    }),
  })
  .meta({ id: 'TogetherPreview' });
