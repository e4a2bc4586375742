/** A contingent a line may be drawn from, with what is free of it. */
export interface Room {
  stockId: string;
  contingentId: string;
  seatCategoryId: string;
  rank: number;
  free: number;
  /** What options may take above its capacity; under a pool, what it has borrowed. */
  overbooking: number;
  /** What the pool of its category still lends; null where there is none. */
  spare: number | null;
  /** Places above its limit: a pool lends these first, before it lends any more. */
  over?: number;
}
