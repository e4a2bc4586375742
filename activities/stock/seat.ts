import type { NamedSeat } from '../../rules/stock/named-seat.ts';

/** A numbered seat of one performance. */
export interface SeatOfPerformance {
  performanceId: string;
  seatId: string;
}

/** A locked seat: the stock row it counts in and the claim that holds it (null: free). */
export interface LockedSeat extends NamedSeat {
  performanceId: string;
  stockId: string;
  seatCategoryId: string;
  contingentId: string;
  claimId: string | null;
}
