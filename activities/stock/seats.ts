import { statement } from '../../database/statement.ts';
import { type NamedSeat, seatValues } from '../../rules/stock/named-seat.ts';
import { Problem } from '../problem.ts';
import type { Verb } from '../verb.ts';
import { type HallSeat, hallOf } from './hall.ts';
import type { LockedSeat, SeatOfPerformance } from './seat.ts';

/**
 * Locks seats, in the order of their key, and answers those there are. Before stock rows, as everywhere (design section
 * 3): so two verbs that want each other's seats wait for one another and never both. What is read is read behind the lock.
 */
export async function lockSeats(
  verb: Verb,
  wanted: readonly SeatOfPerformance[],
  others: readonly SeatOfPerformance[] = [],
): Promise<LockedSeat[]> {
  const all = [...wanted, ...others];
  verb.write(
    statement`select 1 from (
        select distinct * from unnest(${all.map((seat) => seat.performanceId)}::uuid[],
          ${all.map((seat) => seat.seatId)}::uuid[])
      ) w (performance_id, seat_id)
      join performance_seat s on s.performance_id = w.performance_id and s.seat_id = w.seat_id
      order by s.performance_id, s.seat_id for update of s`,
  );
  return verb.ask(statement<LockedSeat>`
    select s.performance_id as "performanceId", s.seat_id as id, s.stock_id as "stockId", s.claim_id as "claimId",
      t.seat_category_id as "seatCategoryId", t.contingent_id as "contingentId", named.zone, named.block,
      named.row_label as "rowLabel", named.number
    from unnest(${wanted.map((seat) => seat.performanceId)}::uuid[], ${wanted.map((seat) => seat.seatId)}::uuid[])
      as w (performance_id, seat_id)
    join performance_seat s on s.performance_id = w.performance_id and s.seat_id = w.seat_id
    join seat named on named.id = s.seat_id
    join stock t on t.id = s.stock_id`);
}

/** Locks every seat of a performance, and others, in the order of their key; answers the seats of the performance. */
export async function lockHall(
  verb: Verb,
  performanceId: string,
  others: readonly SeatOfPerformance[],
): Promise<HallSeat[]> {
  verb.write(
    statement`select 1 from (
        select performance_id, seat_id from performance_seat where performance_id = ${performanceId}
        union
        select * from unnest(${others.map((seat) => seat.performanceId)}::uuid[],
          ${others.map((seat) => seat.seatId)}::uuid[])
      ) w
      join performance_seat s on s.performance_id = w.performance_id and s.seat_id = w.seat_id
      order by s.performance_id, s.seat_id for update of s`,
  );
  return verb.ask(hallOf(performanceId));
}

/** Writes who holds seats that are locked; null gives them back. */
export function holdSeats(
  verb: Verb,
  holds: readonly (SeatOfPerformance & { claimId: string | null })[],
): void {
  if (holds.length === 0) return;
  // an array has no null in it: what is given back is told apart
  const given = (claims: boolean) => holds.filter((each) => (each.claimId !== null) === claims);
  const [taken, freed] = [given(true), given(false)];
  verb.write(
    statement`with held as (
        select * from unnest(${taken.map((each) => each.performanceId)}::uuid[],
          ${taken.map((each) => each.seatId)}::uuid[], ${taken.map((each) => each.claimId ?? '')}::uuid[])
        union all
        select *, null from unnest(${freed.map((each) => each.performanceId)}::uuid[],
          ${freed.map((each) => each.seatId)}::uuid[])
      )
      update performance_seat s set claim_id = w.claim_id from held w (performance_id, seat_id, claim_id)
      where s.performance_id = w.performance_id and s.seat_id = w.seat_id`,
  );
}

/** Places of a claim with the seats named for them. */
export interface SeatedPlaces {
  id: string;
  performanceId: string;
  stockId: string;
  seats: readonly NamedSeat[] | null;
}

/** Gives back the seats these claims hold; locked in the order of their key first. */
export function releaseSeats(verb: Verb, places: readonly SeatedPlaces[]): void {
  const seats = seatsOf(places);
  if (seats.length === 0) return;
  verb.write(
    statement`with locked as materialized (
        select s.performance_id, s.seat_id
        from unnest(${seats.map((seat) => seat.performanceId)}::uuid[], ${seats.map((seat) => seat.seatId)}::uuid[],
          ${seats.map((seat) => seat.claimId)}::uuid[]) as w (performance_id, seat_id, claim_id)
        join performance_seat s on s.performance_id = w.performance_id and s.seat_id = w.seat_id
          and s.claim_id = w.claim_id
        order by s.performance_id, s.seat_id for update of s
      )
      update performance_seat s set claim_id = null from locked w
      where s.performance_id = w.performance_id and s.seat_id = w.seat_id`,
  );
}

/**
 * Takes the seats named for these claims, which held none until now.
 * @throws Problem `stock.insufficient` with the seats that somebody else has, or that went to another contingent.
 */
export async function takeSeats(verb: Verb, places: readonly SeatedPlaces[]): Promise<void> {
  const seats = seatsOf(places);
  if (seats.length === 0) return;
  const locked = await lockSeats(verb, seats);
  const free = new Set(
    locked.filter(({ claimId }) => claimId === null).map(({ id, stockId }) => `${id}/${stockId}`),
  );
  const taken = places.flatMap((each) =>
    (each.seats ?? []).filter(({ id }) => !free.has(`${id}/${each.stockId}`)),
  );
  if (taken.length > 0) throw seatsTaken(taken);
  holdSeats(verb, seats);
}

/** The seats of claims, one by one. */
export function seatsOf(places: readonly SeatedPlaces[]): (SeatOfPerformance & { claimId: string })[] {
  return places.flatMap(({ id: claimId, performanceId, seats }) =>
    (seats ?? []).map(({ id: seatId }) => ({ performanceId, seatId, claimId })),
  );
}

/** The refusal that says which seats are taken, and where in the input they were named. */
export function seatsTaken(seats: readonly NamedSeat[], paths: readonly string[] = []): Problem {
  return new Problem('stock.insufficient', {
    reasons: seats.map((seat) => ({ code: 'seat.taken', values: seatValues(seat) })),
    ...(paths.length === 0 ? {} : { errors: paths.map((path) => ({ path, code: 'seat.alreadyTaken' })) }),
  });
}
