import { defineEntity, p } from '@mikro-orm/core';
import { Performance } from '../catalogue/performance.ts';
import { count, id, version } from '../columns.ts';
import { Institution } from '../organisation/institution.ts';
import { SeatCategory } from '../venues/seat-category.ts';

/** Above the contingents: what a performance has in one seat category, and the pool its rows may borrow from. */
export const StockCategory = defineEntity({
  name: 'StockCategory',
  tableName: 'stock_category',
  uniques: [{ properties: ['performance', 'seatCategory'] }],
  checks: [
    {
      name: 'stock_category_counters',
      expression: 'capacity >= 0 and assigned >= 0 and pool >= 0 and lent >= 0',
    },
    { name: 'stock_category_assigned', expression: 'assigned <= capacity' },
    { name: 'stock_category_lent', expression: 'lent <= pool_ceiling' },
  ],
  properties: {
    id: id(),
    institution: () => p.manyToOne(Institution),
    performance: () => p.manyToOne(Performance),
    seatCategory: () => p.manyToOne(SeatCategory),
    capacity: count(),
    assigned: count(),
    pool: count(),
    poolCeiling: count(),
    lent: count(),
    version: version(),
  },
});
