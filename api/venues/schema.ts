import { z } from 'zod';

const count = z.int();
const Point = { x: z.int(), y: z.int() };

export const PlanImportQuery = z.strictObject({
  dryRun: z
    .enum(['true', 'false'])
    .optional()
    .meta({ description: 'Says what would be done, and leaves nothing' }),
});

/** What was done with a file of a seat plan, or would be. */
export const PlanImportBody = z
  .object({
    outcome: z.enum(['created', 'revised', 'unchanged']),
    planId: z.uuid().nullable(),
    name: z.string(),
    revision: count,
    seatCount: count,
    zones: z.array(z.object({ name: z.string(), seats: count })),
    categories: z.array(z.object({ name: z.string(), colour: z.string(), seats: count })),
    wheelchairs: count,
    seatsAdded: count.meta({ description: 'Against the revision before' }),
    seatsRemoved: count,
  })
  .meta({ id: 'SeatPlanImport' });

const Area = z.object({
  zone: z.string(),
  shape: z.enum(['rectangle', 'circle', 'ellipse', 'polygon', 'text']),
  ...Point,
  width: z.int(),
  height: z.int(),
  rotation: z.number(),
  points: z.array(z.object(Point)),
  fill: z.string().nullable(),
  border: z.string().nullable(),
  text: z.object({ ...Point, text: z.string(), size: z.int(), colour: z.string().nullable() }).nullable(),
});

/** The seats of a plan, by column. */
export const SeatColumnsBody = z
  .object({
    planId: z.uuid(),
    width: count.meta({ description: 'Centimetres' }),
    height: count,
    layout: z.object({
      zones: z.array(z.object({ name: z.string(), externalId: z.string().nullable() })),
      categories: z.array(z.object({ name: z.string(), colour: z.string() })),
      areas: z.array(Area),
    }),
    rows: z.array(z.object({ zone: z.string(), block: z.string(), label: z.string(), order: z.int() })),
    categories: z.array(
      z.object({ id: z.uuid(), code: z.string(), name: z.string(), colour: z.string(), rank: z.int() }),
    ),
    seats: z
      .object({
        id: z.array(z.uuid()),
        row: z.array(z.int()).meta({ description: 'Index in `rows`' }),
        number: z.array(z.string()),
        place: z.array(z.int()),
        run: z.array(z.int()),
        x: z.array(z.int()),
        y: z.array(z.int()),
        attributes: z
          .array(z.int())
          .meta({ description: 'Sum of 1 wheelchair, 2 companion, 4 restricted view, 8 aisle' }),
        category: z.array(z.int()).meta({ description: 'Index in `categories`, or -1' }),
      })
      .meta({ description: 'The n-th entry of each list is of the n-th seat' }),
  })
  .meta({ id: 'SeatColumns' });

const Part = z.string().max(100);

/** Seats and the category they get. */
export const PaintBody = z.strictObject({
  paints: z
    .array(
      z
        .strictObject({
          seatCategoryId: z.uuid().nullable().meta({ description: 'Null: not sold in this configuration' }),
          seatIds: z.array(z.uuid()).min(1).max(5_000).optional(),
          areas: z
            .array(z.strictObject({ zone: Part, block: Part.optional(), rowLabel: Part.optional() }))
            .min(1)
            .max(500)
            .optional()
            .meta({ description: 'Whole zones, blocks or rows' }),
        })
        .refine(({ seatIds, areas }) => seatIds !== undefined || areas !== undefined),
    )
    .min(1)
    .max(200),
});
