import { defineEntity, p } from '@mikro-orm/core';
import { Performance } from '../catalogue/performance.ts';
import { id, instant } from '../columns.ts';
import { Institution } from '../organisation/institution.ts';

/** Places that one kind of source takes in one counter of a row. */
export interface CountedSource {
  source: string;
  counter: string;
  quantity: number;
}

/**
 * A numbered seat that does not agree with its claim: the claim is `gone`, was `released` (or is tentative), takes places
 * of another performance or stock row (`elsewhere`), names other seats (`unnamed`: more seats than it was granted); or
 * the claim names a seat that it does not hold (`unheld`).
 */
export interface SeatFault {
  seatId: string;
  claimId: string;
  fault: 'gone' | 'released' | 'elsewhere' | 'unnamed' | 'unheld';
}

/** One difference found between a counter and the claims it should count; `sources` explains what was counted. */
export interface Drift {
  /** Null for what is above the contingents: the pool of a category. */
  stockId: string | null;
  performanceId: string;
  contingentId: string | null;
  seatCategoryId: string;
  counter: string;
  counted: number;
  stored: number;
  sources: CountedSource[];
  /** For the counters of numbered seats: the seats concerned, as far as they are told one by one. */
  seats?: SeatFault[];
}

/** A finished recount of stock rows against their claims. */
export const GaugeCheck = defineEntity({
  name: 'GaugeCheck',
  tableName: 'gauge_check',
  indexes: [{ properties: ['institution', 'checkedAt'] }],
  properties: {
    id: id(),
    institution: () => p.manyToOne(Institution),
    performance: () => p.manyToOne(Performance).nullable().deleteRule('no action'),
    checkedAt: instant(),
    rows: p.integer(),
    /** Rows of it that had more taken than their limit. */
    overLimit: p.integer().default(0),
    drift: p.json<Drift[]>(),
  },
});
