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
  state: 'open' | 'closed' | 'cancelled';
  /** Open to option requests now. */
  bookable: boolean;
};

/** One stock row; without contingent it tells what is requested in that category. */
export type StockRow = {
  contingentId: string | null;
  contingentName?: string | null;
  seatCategoryId: string;
  capacity?: number;
  limit?: number;
  held?: number;
  ordered?: number;
  sold?: number;
  blocked?: number;
  allotted?: number;
  recalling?: number;
  tentative?: number;
  free?: number;
  requested?: number;
};

export type SeatCategory = {
  id: string;
  venueId: string;
  code: string;
  name: string;
  rank: number;
  colour: string | null;
  optionAllowed: boolean;
};

export type Price = {
  seatCategoryId: string;
  audienceSubcategoryId: string;
  audienceSubcategoryName: string;
  priceCents: number;
};
