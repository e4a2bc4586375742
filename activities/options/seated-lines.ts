import { withTaken } from '../../rules/seating/seat-map.ts';
import { type NamedSeat, namedSeat } from '../../rules/stock/named-seat.ts';
import { type FieldError, Problem } from '../problem.ts';
import { type IsolatedSeats, mapFor } from '../stock/hall.ts';
import type { LockedSeat, SeatOfPerformance } from '../stock/seat.ts';
import { lockHall, lockSeats, seatsOf, seatsTaken } from '../stock/seats.ts';
import type { Verb } from '../verb.ts';
import { type ChosenGrant, chooseSeats } from './best-seats.ts';
import type { LineGrant, SettledGrant } from './granted-lines.ts';
import type { GrantedPlaces } from './option-lines.ts';
import type { Room } from './room.ts';

/** The seats a placement touches, locked: those of each line, named or chosen, and those the option gives back. */
export interface SeatedLines {
  named: ReadonlyMap<string, readonly LockedSeat[]>;
  held: readonly SeatOfPerformance[];
}

/** What a placement says of seats: which lines name theirs, and whether the others have theirs chosen. */
export interface SeatWishes {
  performanceId: string;
  wishes: readonly LineGrant[] | null;
  best: boolean;
  /** What the option's channel says of seats left alone. */
  isolated: IsolatedSeats;
  grants: readonly SettledGrant[];
  live: readonly GrantedPlaces[];
  /** Stock rows the channel may draw from. */
  stock: readonly Room[];
}

/** A grant with the stock row it is drawn from and the seats named for it. */
export interface DrawnGrant {
  grant: SettledGrant;
  room: Room;
  seats: readonly NamedSeat[] | null;
}

const noSeats: SeatedLines = { named: new Map(), held: [] };

/**
 * Locks the seats that are named, with those the option holds already, and looks whether they may be had. Where they are
 * to be chosen, every seat of the performance is locked first: nobody takes one between the choice and its taking. No
 * question is asked where there are none.
 * @throws Problem `request.invalid` with the seat at fault (`field.duplicate`, `field.reference`, `seat.otherCategory`,
 *   `seat.tooMany`, `seats.notOpen`), `stock.insufficient` with the seats that are taken, or what is left.
 */
export async function lockLines(verb: Verb, asked: SeatWishes): Promise<SeatedLines> {
  const { performanceId, grants, live } = asked;
  const held = seatsOf(live.filter(({ takesStock }) => takesStock));
  const wanted = wantedSeats(asked.wishes ?? [], grants);
  const named = Map.groupBy(wanted, ({ grant }) => grant.lineId);
  const open = asked.best ? grants.filter(({ lineId }) => !named.has(lineId)) : [];
  if (held.length + wanted.length + open.length === 0) return noSeats;
  const hall = open.length > 0 ? await lockHall(verb, performanceId, held) : null;
  if (hall?.length === 0)
    throw new Problem('request.invalid', { errors: [{ path: 'seats', code: 'seats.notOpen' }] });
  const seats = wanted.map(({ seatId }) => ({ performanceId, seatId }));
  const locked = hall ?? (await lockSeats(verb, seats, held));
  const here = new Map(locked.map((seat) => [seat.id, seat]));
  const own = new Set(live.map(({ id }) => id));
  assertSeats(wanted, here, own);
  const bySeat = ({ seatId }: WantedSeat) => here.get(seatId) ?? [];
  const lines = [...named].map(([lineId, each]) => [lineId, each.flatMap(bySeat)] as const);
  if (hall === null) return { named: new Map(lines), held };
  const map = withTaken(
    mapFor(hall, own),
    wanted.map(({ seatId }) => seatId),
  );
  const chosen = chooseSeats(
    hall,
    map,
    open.map((grant) => openGrant(grant, asked)),
    asked.isolated,
  );
  return { named: new Map([...lines, ...chosen]), held };
}

/** Contingents without a free place are left out: a place held without a seat counts too. */
function openGrant(grant: SettledGrant, { wishes, live, stock }: SeatWishes): ChosenGrant {
  const at = wishes?.findIndex(({ lineId }) => lineId === grant.lineId) ?? -1;
  const rooms = stock.filter(
    ({ stockId, seatCategoryId, free, spare }) =>
      seatCategoryId === grant.seatCategoryId &&
      (free + Math.max(0, spare ?? 0) > 0 || live.some((places) => places.stockId === stockId)),
  );
  const contingentIds = rooms.map(({ contingentId }) => contingentId);
  return {
    grant,
    contingentIds: contingentIds.filter((id) => grant.contingentId === null || id === grant.contingentId),
    path: at < 0 ? 'seats' : `lines.${at}.quantity`,
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
    return { grant: { ...grant, quantity }, room, seats: part.map(namedSeat) };
  });
}
