import { z } from 'zod';

const count = z.int();

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

/** A recount of counters from their claims, and every difference it found. */
export const GaugeCheckBody = z
  .object({
    checkedAt: z.string().nullable(),
    rows: count,
    drift: z.array(
      z.looseObject({
        stockId: z.uuid(),
        performanceId: z.uuid(),
        contingentId: z.uuid(),
        seatCategoryId: z.uuid(),
        counter: z.string(),
        counted: count,
        stored: count,
      }),
    ),
  })
  .meta({ id: 'GaugeCheck' });
