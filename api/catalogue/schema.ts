import { z } from 'zod';

/** The grid as it is written; the names it was read with may come back and are left alone. */
export const PriceGridBody = z
  .array(
    z.strictObject({
      seatCategoryId: z.uuid(),
      audienceSubcategoryId: z.uuid(),
      priceCents: z.int().min(0).max(100_000_000),
      seatCategoryName: z.string().max(300).optional(),
      audienceSubcategoryName: z.string().max(300).optional(),
      audienceCategoryId: z.uuid().optional(),
      audienceCategoryName: z.string().max(300).optional(),
    }),
  )
  .max(2_000);

/** One cell of the grid, with the names people know it by. */
export const PriceBody = z
  .object({
    seatCategoryId: z.uuid(),
    seatCategoryName: z.string(),
    audienceSubcategoryId: z.uuid(),
    audienceSubcategoryName: z.string(),
    audienceCategoryId: z.uuid(),
    audienceCategoryName: z.string(),
    priceCents: z.int(),
  })
  .meta({ id: 'Price' });
