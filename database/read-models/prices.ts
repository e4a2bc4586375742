import type { Queries } from '../schema.ts';
import { type Scope, scoped } from './scoped.ts';
import { toldName } from './told-name.ts';

/** One cell of a price grid, with the names people know it by. */
export interface PriceRow {
  seatCategoryId: string;
  seatCategoryName: string;
  audienceSubcategoryId: string;
  audienceSubcategoryName: string;
  audienceCategoryId: string;
  audienceCategoryName: string;
  priceCents: number;
}

/** The grid of a performance and the performance's version; null when it is out of reach. */
export async function readPrices(
  db: Queries,
  scope: Scope,
  performanceId: string,
): Promise<{ version: number; prices: PriceRow[] } | null> {
  const performance = await db
    .selectFrom('performance')
    .select('version')
    .where('id', '=', performanceId)
    .where(scoped(scope, 'performance'))
    .executeTakeFirst();
  if (performance === undefined) return null;
  const prices = await db
    .selectFrom('price')
    .innerJoin('seat_category', 'seat_category.id', 'price.seat_category_id')
    .innerJoin('audience_subcategory', 'audience_subcategory.id', 'price.audience_subcategory_id')
    .innerJoin('audience_category', 'audience_category.id', 'audience_subcategory.audience_category_id')
    .where('price.performance_id', '=', performanceId)
    .orderBy('seat_category.rank')
    .orderBy('audience_category.name')
    .orderBy('audience_subcategory.name')
    .orderBy('price.id')
    .select([
      'price.seat_category_id as seatCategoryId',
      'price.audience_subcategory_id as audienceSubcategoryId',
      'audience_category.id as audienceCategoryId',
      'price.price_cents as priceCents',
    ])
    .select([
      toldName(scope, 'seat_category').as('seatCategoryName'),
      toldName(scope, 'audience_subcategory').as('audienceSubcategoryName'),
      toldName(scope, 'audience_category').as('audienceCategoryName'),
    ])
    .execute();
  return { version: performance.version, prices };
}
