import type { SeatMap } from './seat-map.ts';

/** What a seat is to one search. `kept` places (wheelchair bays and their companions' seats) are never "left alone". */
export const seatKinds = { wall: 0, other: 1, kept: 2, eligible: 3, party: 4 } as const;

/** One question to one map: where can `quantity` people sit on the eligible seats? */
export type Search = Readonly<{
  map: SeatMap;
  /** Of each seat, one of `seatKinds`. */
  kind: Uint8Array;
  /** Of each seat, to the point the group wants to be near. */
  distance: Int32Array;
  /** Seats already chosen for wheelchair users and those beside them. */
  party: readonly number[];
  quantity: number;
  isolatedAllowed: boolean;
}>;
