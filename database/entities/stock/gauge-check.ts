import { defineEntity, p } from '@mikro-orm/core';
import { Performance } from '../catalogue/performance.ts';
import { id, instant } from '../columns.ts';
import { Institution } from '../organisation/institution.ts';

/** One difference found between a counter and the claims it should count. */
export interface Drift {
  stockId: string;
  performanceId: string;
  contingentId: string;
  seatCategoryId: string;
  counter: string;
  counted: number;
  stored: number;
}

/** A finished recount of stock rows against their claims. */
export const GaugeCheck = defineEntity({
  name: 'GaugeCheck',
  tableName: 'gauge_check',
  indexes: [{ properties: ['institution', 'checkedAt'] }],
  properties: {
    id: id(),
    institution: () => p.manyToOne(Institution),
    performance: () => p.manyToOne(Performance).nullable(),
    checkedAt: instant(),
    rows: p.integer(),
    drift: p.json<Drift[]>(),
  },
});
