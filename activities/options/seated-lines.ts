import type { NamedSeat } from '../../rules/stock/named-seat.ts';
import { type FieldError, Problem } from '../problem.ts';
import { type LockedSeat, lockSeats, seatsOf, seatsTaken } from '../stock/seats.ts';
import type { Verb } from '../verb.ts';
import type { LineGrant, Room, SettledGrant } from './granted-lines.ts';
import type { GrantedPlaces } from './option-lines.ts';

/** The seats a placement touches, locked: those named line by line, and those the option gives back. */
export interface SeatedLines {
  named: ReadonlyMap<string, readonly LockedSeat[]>;
  held: readonly LockedSeat[];
}

/** A grant with the stock row it is drawn from and the seats named for it. */
export interface DrawnGrant {
  grant: SettledGrant;
  room: Room;
  seats: readonly NamedSeat[] | null;
}

const noSeats: SeatedLines = { named: new Map(), held: [] };

/**
 * Locks the seats that are named, with those the option holds already, and looks whether they may be had. No question
 * is asked where there are none.
 * @throws Problem `request.invalid` with the seat at fault (`field.duplicate`, `field.reference`, `seat.otherCategory`,
 *   `seat.tooMany`), `stock.insufficient` with the seats that are taken.
 */
export async function lockLines(
  verb: Verb,
  performanceId: string,
  wishes: readonly LineGrant[] | null,
  grants: readonly SettledGrant[],
  live: readonly GrantedPlaces[],
): Promise<SeatedLines> {
  const own = seatsOf(live);
  const wanted = wantedSeats(wishes ?? [], grants);
  if (own.length === 0 && wanted.length === 0) return noSeats;
  const asked = new Map(
    [...own, ...wanted.map(({ seatId }) => ({ performanceId, seatId }))].map((seat) => [
      `${seat.performanceId}/${seat.seatId}`,
      seat,
    ]),
  );
  const locked = await lockSeats(verb, [...asked.values()]);
  const claims = new Set(live.map(({ id }) => id));
  const here = new Map(
    locked.filter((seat) => seat.performanceId === performanceId).map((seat) => [seat.id, seat]),
  );
  assertSeats(wanted, here, claims);
  const named = Map.groupBy(wanted, ({ grant }) => grant.lineId);
  return {
    named: new Map(
      [...named].map(([lineId, seats]) => [lineId, seats.flatMap(({ seatId }) => here.get(seatId) ?? [])]),
    ),
    held: locked.filter(({ claimId }) => claimId !== null && claims.has(claimId)),
  };
}

/** A seat named in the input, and where. */
interface WantedSeat {
  grant: SettledGrant;
  seatId: string;
  path: string;
}

function wantedSeats(wishes: readonly LineGrant[], grants: readonly SettledGrant[]): WantedSeat[] {
  const errors: FieldError[] = [];
  const seen = new Set<string>();
  const wanted = wishes.flatMap((wish, at): WantedSeat[] => {
    const seatIds = wish.seatIds ?? [];
    if (seatIds.length > wish.quantity) errors.push({ path: `lines.${at}.seatIds`, code: 'seat.tooMany' });
    const grant = grants.find(({ lineId }) => lineId === wish.lineId);
    return seatIds.flatMap((id, place) => {
      const path = `lines.${at}.seatIds.${place}`;
      const seatId = id.toLowerCase();
      if (seen.has(seatId)) errors.push({ path, code: 'field.duplicate' });
      seen.add(seatId);
      return grant === undefined ? [] : [{ grant, seatId, path }];
    });
  });
  if (errors.length > 0) throw new Problem('request.invalid', { errors });
  return wanted;
}

function assertSeats(
  wanted: readonly WantedSeat[],
  here: ReadonlyMap<string, LockedSeat>,
  own: ReadonlySet<string>,
): void {
  const errors = wanted.flatMap(({ grant, seatId, path }): FieldError[] => {
    const seat = here.get(seatId);
    if (seat === undefined) return [{ path, code: 'field.reference' }];
    return seat.seatCategoryId === grant.seatCategoryId ? [] : [{ path, code: 'seat.otherCategory' }];
  });
  if (errors.length > 0) throw new Problem('request.invalid', { errors });
  const taken = wanted.flatMap(({ seatId, path }) => {
    const seat = here.get(seatId);
    return seat === undefined || seat.claimId === null || own.has(seat.claimId) ? [] : [{ seat, path }];
  });
  if (taken.length > 0)
    throw seatsTaken(
      taken.map(({ seat }) => seat),
      taken.map(({ path }) => path),
    );
}

/**
 * A grant drawn from the contingents its seats are in, one part for each; what exceeds the seats goes with the first.
 * @throws Problem `contingent.notForChannel` for a seat of a contingent the channel may not draw from, or not the one
 *   that was named.
 */
export function drawSeated(
  grant: SettledGrant,
  seats: readonly LockedSeat[],
  rooms: readonly Room[],
): DrawnGrant[] {
  const excess = grant.quantity - seats.length;
  return [...Map.groupBy(seats, ({ stockId }) => stockId)].map(([stockId, part], at) => {
    const room = rooms.find((each) => each.stockId === stockId);
    const other = grant.contingentId !== null && room?.contingentId !== grant.contingentId;
    if (room === undefined || other) throw new Problem('contingent.notForChannel');
    const quantity = part.length + (at === 0 ? excess : 0);
    return { grant: { ...grant, quantity }, room, seats: part.map(named) };
  });
}

function named({ id, zone, block, rowLabel, number }: LockedSeat): NamedSeat {
  return { id, zone, block, rowLabel, number };
}
