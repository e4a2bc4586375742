import { statement } from '../../database/statement.ts';
import type { Statement } from '../../database/transaction.ts';
import { type SeatMap, seatMap } from '../../rules/seating/seat-map.ts';
import type { SeatSettings } from '../../rules/seating/wish.ts';
import type { LockedSeat } from './seat.ts';

/** A seat of a performance with where it stands in the hall. */
export interface HallSeat extends LockedSeat {
  rowOrder: number;
  place: number;
  run: number;
  x: number;
  y: number;
  categoryRank: number;
  wheelchair: boolean;
  companion: boolean;
  restrictedView: boolean;
}

/** Every open seat of a performance, as the seat engine is given it. */
export function hallOf(performanceId: string): Statement<HallSeat> {
  return statement<HallSeat>`
    select s.performance_id as "performanceId", s.seat_id as id, s.stock_id as "stockId", s.claim_id as "claimId",
      t.seat_category_id as "seatCategoryId", t.contingent_id as "contingentId", k.rank as "categoryRank",
      named.zone, named.block, named.row_label as "rowLabel", named.number, named.row_order as "rowOrder",
      named.place, named.run, named.x, named.y, named.wheelchair, named.companion,
      named.restricted_view as "restrictedView"
    from performance_seat s
    join seat named on named.id = s.seat_id
    join stock t on t.id = s.stock_id
    join seat_category k on k.id = t.seat_category_id
    where s.performance_id = ${performanceId}`;
}

/** The map of a hall for one option: the seats of its own claims count as free, for it gives them back. */
export function mapFor(seats: readonly HallSeat[], own: ReadonlySet<string>): SeatMap {
  return seatMap(
    seats.map((seat) => ({
      ...seat,
      state: seat.claimId === null || own.has(seat.claimId) ? ('free' as const) : ('taken' as const),
    })),
  );
}

/** What a sales channel says of seats left alone. */
export interface IsolatedSeats {
  /** With as many free places on the date or more, never; null: however many are free, where nothing else is possible. */
  isolatedSeatTrigger: number | null;
  isolatedSeatsAllowed: boolean;
}

/** What a channel allows the seat engine, best first: the next is asked where the one before leaves nothing. */
export function seatSettings({
  isolatedSeatTrigger,
  isolatedSeatsAllowed,
}: IsolatedSeats): readonly SeatSettings[] {
  if (isolatedSeatsAllowed) return [{ isolatedSeatTrigger: 0, isolatedSeatsAlwaysAllowed: true }];
  if (isolatedSeatTrigger !== null) return [{ isolatedSeatTrigger, isolatedSeatsAlwaysAllowed: false }];
  return [
    { isolatedSeatTrigger: 0, isolatedSeatsAlwaysAllowed: false },
    { isolatedSeatTrigger: 0, isolatedSeatsAlwaysAllowed: true },
  ];
}
