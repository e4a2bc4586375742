import type { z } from 'zod';
import type { PriceBody } from '../../api/catalogue/schema.ts';
import type { StockBody } from '../../api/stock/schema.ts';
import type { Locale } from '../../rules/messages/locale.ts';
import type { RecordKind } from '../frame/records/record-kind.ts';

/** One performance as a row. `startsAt` is UTC, shown on the clock of `timeZone`. */
export type PerformanceRow = {
  id: string;
  organisationId: string;
  eventId: string;
  eventCode: string;
  eventName: string;
  startsAt: string;
  timeZone: string;
  venueId: string;
  venueName: string;
  configurationId: string | null;
  activityId: string;
  state: 'open' | 'closed' | 'cancelled';
  /** Open to option requests now. */
  bookable: boolean;
  externalId: string | null;
  version: number;
};

export const performanceKind: RecordKind<PerformanceRow> = {
  resource: 'performances',
  subject: 'performance',
  words: 'performance',
  list: { page: 'frame.page.performances', to: '/performances' },
  fields: ['eventId', 'venueId', 'configurationId', 'startsAt', 'state', 'externalId'],
  nullable: ['configurationId', 'externalId'],
  name: ({ eventName, startsAt, timeZone }, format) =>
    `${eventName} – ${format.performance(startsAt, timeZone)}`,
};

/** One row of stock: the counters of a contingent in a category, or what is requested in a category. */
export type StockRow = z.output<typeof StockBody>;

/** The counters of a contingent in a category. */
export type ContingentStock = Extract<StockRow, { contingentId: string }>;

/** What is requested in a category. */
export type RequestedStock = Exclude<StockRow, { contingentId: string }>;

/** One price of the grid, in cents. */
export type Price = z.output<typeof PriceBody>;

/** Names by language; where one lacks, the plain name stands in. */
export type Names = Readonly<Partial<Record<Locale, string>>>;

export type SeatCategory = {
  id: string;
  venueId: string;
  code: string;
  name: string;
  names: Names;
  rank: number;
  colour: string | null;
  optionAllowed: boolean;
};

/** Whether a row counts seats of a contingent. */
export function isContingentStock(row: StockRow): row is ContingentStock {
  return row.contingentId !== null;
}

/** A price category in full: its own name means little without its audience. */
export function tariffName(price: Pick<Price, 'audienceCategoryName' | 'audienceSubcategoryName'>): string {
  return `${price.audienceCategoryName} / ${price.audienceSubcategoryName}`;
}
