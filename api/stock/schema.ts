import { z } from 'zod';

/** A number of places, or of anything counted. */
export const count = z.int();

/** A seat as it is named on a ticket. */
export const NamedSeatBody = z.object({
  id: z.uuid(),
  zone: z.string(),
  block: z.string(),
  rowLabel: z.string(),
  number: z.string(),
});

/** A row of counters, or what is requested in a category (`contingentId` null). */
export const StockBody = z
  .union([
    z.object({
      contingentId: z.uuid(),
      contingentName: z.string(),
      seatCategoryId: z.uuid(),
      seatCategoryName: z.string(),
      capacity: count,
      limit: count,
      held: count,
      ordered: count,
      sold: count,
      blocked: count,
      allotted: count,
      recalling: count,
      tentative: count,
      free: count.meta({
        description: 'limit less all that is taken; negative while the row is over its limit',
      }),
    }),
    z.object({
      contingentId: z.null(),
      seatCategoryId: z.uuid(),
      seatCategoryName: z.string(),
      requested: count,
    }),
  ])
  .meta({ id: 'StockRow' });

/** Capacities as they should stand, by category and contingent. */
export const StockCellsBody = z
  .array(
    z.strictObject({
      seatCategoryId: z.uuid(),
      contingentId: z.uuid(),
      capacity: z.int().min(0).max(1_000_000),
    }),
  )
  .min(1)
  .max(2_000);

/** The contingent that receives the seats, and others for some categories; none where the stock is open already. */
export const OpenSeatsBody = z.strictObject({
  contingentId: z.uuid().nullish(),
  categories: z
    .array(z.strictObject({ seatCategoryId: z.uuid(), contingentId: z.uuid() }))
    .max(200)
    .nullish(),
});

const seatIds = z.array(z.uuid()).min(1).max(5_000);
const quantity = z.int().min(1).max(1_000_000);
/** Why something is done, kept in history. */
export const motive = z.string().trim().min(1).max(2000);

/** Seats by their ids, or a quantity of one category in one contingent; and why. */
export const BlockBody = z.strictObject({
  seatIds: seatIds.nullish(),
  seatCategoryId: z.uuid().nullish(),
  contingentId: z.uuid().nullish(),
  quantity: quantity.nullish(),
  reason: motive,
});

/** Free seats by their ids, or a quantity, of one category, from one contingent to another. */
export const MoveBody = z.strictObject({
  seatCategoryId: z.uuid(),
  fromContingentId: z.uuid(),
  toContingentId: z.uuid(),
  seatIds: seatIds.nullish(),
  quantity: quantity.nullish().meta({
    description: 'Of a numbered performance: the last free seats in the order of the plan',
  }),
  reason: motive.nullish(),
});

/** A sale made elsewhere, by whom and under which reference: seats by their ids, or a quantity. */
export const ExternalSaleBody = z.strictObject({
  seller: z.string().trim().min(1).max(200),
  reference: z.string().trim().min(1).max(200),
  seatIds: seatIds.nullish(),
  seatCategoryId: z.uuid().nullish(),
  contingentId: z.uuid().nullish(),
  quantity: quantity.nullish(),
  reason: motive,
});

/** Why a recorded sale is taken back. */
export const CancelSaleBody = z.strictObject({ reason: motive });

const SaleIncident = z
  .object({
    over: z.array(z.object({ contingentId: z.uuid(), seatCategoryId: z.uuid(), by: count })).meta({
      description:
        'Rows that it took over their limit, or that are sold above their capacity, by so many places',
    }),
    seats: z
      .array(NamedSeatBody.extend({ holder: z.object({ source: z.string(), id: z.uuid() }) }))
      .meta({ description: 'Seats that somebody else has: counted as places without a seat' }),
  })
  .nullable();

/** What was recorded of a sale, and what it is at odds with. */
export const RecordedSaleBody = z
  .object({ externalSaleId: z.uuid(), quantity: count, incident: SaleIncident })
  .meta({ id: 'RecordedExternalSale' });

/** A sale made elsewhere as it stands. */
export const ExternalSaleRowBody = z
  .object({
    id: z.uuid(),
    seller: z.string(),
    reference: z.string(),
    quantity: count,
    incident: SaleIncident,
    recordedAt: z.string(),
    cancelledAt: z.string().nullable(),
  })
  .meta({ id: 'ExternalSale' });

/** A number of a stock row with what it is made of. */
export const ExplainedNumberBody = z
  .object({
    contingentId: z.uuid(),
    seatCategoryId: z.uuid(),
    counter: z.string(),
    total: count,
    sources: z.array(
      z.object({
        source: z.string(),
        id: z.uuid(),
        number: z.int().nullable().meta({ description: 'Of an option; null for who may not read options' }),
        reference: z.string().nullable().meta({ description: 'Of a sale made elsewhere' }),
        quantity: count,
      }),
    ),
    more: count.meta({ description: 'Smaller sources that are not told one by one' }),
  })
  .meta({ id: 'ExplainedNumber' });
const HeldAs = z.enum(['held', 'ordered', 'sold', 'blocked']);

const Source = z.object({
  type: z.enum(['option', 'offer', 'basket', 'order', 'distributor-sale', 'external-sale', 'block']),
  id: z.uuid(),
  number: z.int().nullable().meta({ description: 'The option’s; null for who may not read options' }),
  contactName: z.string().nullable().meta({ description: 'Null for who may not read contacts' }),
  reference: z.string().nullable().meta({ description: 'Of a sale made elsewhere' }),
  reason: z.string().nullable().meta({ description: 'The motive of a block' }),
});

/** Who has each seat of a performance, by column, for a map that has the seats of its plan. */
export const PerformanceSeatsBody = z
  .object({
    planId: z.uuid().nullable().meta({ description: 'Null: no numbered seats' }),
    opened: z.boolean(),
    stock: z.array(
      z.object({
        contingentId: z.uuid(),
        contingentName: z.string(),
        seatCategoryId: z.uuid(),
        seatCategoryName: z.string(),
        colour: z.string(),
      }),
    ),
    holders: z.array(Source.extend({ state: HeldAs })),
    seats: z
      .object({
        stock: z.array(z.int()).meta({ description: 'Index in `stock`; -1: not a seat of this performance' }),
        holder: z.array(z.int()).meta({ description: 'Index in `holders`; -1: free' }),
      })
      .meta({ description: 'The n-th entry is of the n-th seat of `/api/seat-plans/{planId}/seats`' }),
  })
  .meta({ id: 'PerformanceSeats' });

/** Which counter is to be explained, of all or of a category, a contingent. */
export const SourcesQuery = z.strictObject({
  counter: HeldAs,
  seatCategoryId: z.uuid().optional(),
  contingentId: z.uuid().optional(),
});

/** What makes a counter. */
export const StockSourcesBody = z
  .object({
    quantity: count.meta({ description: 'The number explained' }),
    total: count.meta({ description: 'How many sources there are; 200 are told, the largest first' }),
    sources: z.array(Source.extend({ quantity: count })),
  })
  .meta({ id: 'StockSources' });

/** What a performance has, and what is taken of it, all together. */
export const PerformanceGaugeBody = z
  .object({
    id: z.uuid(),
    organisationId: z.uuid(),
    eventCode: z.string(),
    eventName: z.string(),
    venueName: z.string(),
    startsAt: z.string(),
    timeZone: z.string(),
    state: z.enum(['open', 'closed', 'cancelled']),
    capacity: count,
    taken: count,
    held: count,
    ordered: count,
    sold: count,
    blocked: count,
    allotted: count.meta({ description: 'With distributors, or on their way back' }),
    free: z.int().meta({ description: 'Of the capacity; below zero: over by so many' }),
  })
  .meta({ id: 'PerformanceGauge' });

/** A recount of counters from their claims, and every difference it found. */
export const GaugeCheckBody = z
  .object({
    checkedAt: z.string().nullable(),
    rows: count,
    overLimit: count.meta({
      description: 'Rows with more taken than their limit, or more promised for good than their capacity',
    }),
    drift: z.array(
      z.looseObject({
        stockId: z.uuid().nullable().meta({ description: 'null: of a category, above its contingents' }),
        performanceId: z.uuid(),
        contingentId: z.uuid().nullable(),
        seatCategoryId: z.uuid(),
        counter: z.string(),
        counted: count,
        stored: count,
        sources: z
          .array(z.object({ source: z.string(), counter: z.string(), quantity: count }))
          .meta({ description: 'What was counted, by source' }),
        seats: z
          .array(z.object({ seatId: z.uuid(), claimId: z.uuid(), fault: z.string() }))
          .optional()
          .meta({ description: 'Of the counters seatsHeld and seatsNamed: the seats, 50 at most' }),
      }),
    ),
  })
  .meta({ id: 'GaugeCheck' });
