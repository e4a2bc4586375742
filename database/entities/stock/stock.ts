import { defineEntity, p } from '@mikro-orm/core';
import { Performance } from '../catalogue/performance.ts';
import { count, id, version } from '../columns.ts';
import { Institution } from '../organisation/institution.ts';
import { SeatCategory } from '../venues/seat-category.ts';
import { Contingent } from './contingent.ts';

/**
 * The counters of one performance x contingent x seat category. limit = capacity + overbooking,
 * firm = ordered + sold + blocked + allotted + recalling, taken = held + firm, free = limit - taken.
 * `ceiling` and `firmCeiling` let a row that is over its limit shrink but never grow.
 */
export const Stock = defineEntity({
  name: 'Stock',
  tableName: 'stock',
  uniques: [{ properties: ['performance', 'seatCategory', 'contingent'] }],
  checks: [
    {
      name: 'stock_counters',
      expression:
        'capacity >= 0 and overbooking >= 0 and held >= 0 and ordered >= 0 and sold >= 0 and blocked >= 0 and allotted >= 0 and recalling >= 0 and tentative >= 0',
    },
    { name: 'stock_taken', expression: 'held + ordered + sold + blocked + allotted + recalling <= ceiling' },
    { name: 'stock_firm', expression: 'ordered + sold + blocked + allotted + recalling <= firm_ceiling' },
  ],
  properties: {
    id: id(),
    institution: () => p.manyToOne(Institution),
    performance: () => p.manyToOne(Performance),
    seatCategory: () => p.manyToOne(SeatCategory),
    contingent: () => p.manyToOne(Contingent),
    capacity: count(),
    overbooking: count(),
    held: count(),
    ordered: count(),
    sold: count(),
    blocked: count(),
    allotted: count(),
    recalling: count(),
    tentative: count(),
    ceiling: count(),
    firmCeiling: count(),
    version: version(),
  },
});
