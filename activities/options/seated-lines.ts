import { seatsToKeep } from '../../rules/seating/seats-to-keep.ts';
import { reachOf } from '../../rules/stock/choose-contingent.ts';
import { type NamedSeat, namedSeat } from '../../rules/stock/named-seat.ts';
import { type FieldError, Problem } from '../problem.ts';
import { hallOf, type IsolatedSeats, mapFor } from '../stock/hall.ts';
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
 * Locks the seats that are named, with those the option holds already, and looks whether they may be had. A line that
 * says nothing of seats keeps those it has, as far as they fit. Where more are to be chosen, every seat of the
 * performance is locked first: nobody takes one between the choice and its taking. No question is asked where there are
 * none.
 * @throws Problem `request.invalid` with the seat at fault (`field.duplicate`, `field.reference`, `seat.otherCategory`,
 *   `seat.tooMany`, `seats.notOpen`), `stock.insufficient` with the seats that are taken, or what is left.
 */
export async function lockLines(verb: Verb, asked: SeatWishes): Promise<SeatedLines> {
  const { performanceId, grants, live } = asked;
  const held = seatsOf(live.filter(({ takesStock }) => takesStock));
  const wanted = wantedSeats(asked.wishes ?? [], grants);
  const named = Map.groupBy(wanted, ({ grant }) => grant.lineId);
  const silent = grants.filter(({ lineId }) => !saysSeats(asked.wishes, lineId));
  const open = asked.best ? grants.filter(({ lineId }) => !named.has(lineId)) : [];
  const before = silent.flatMap((grant) => seatsBefore(grant, asked));
  if (held.length + wanted.length + open.length + before.length === 0) return noSeats;
  const hall = open.length > 0 ? await lockHall(verb, performanceId, held) : null;
  if (hall?.length === 0)
    throw new Problem('request.invalid', { errors: [{ path: 'seats', code: 'seats.notOpen' }] });
  const seats = [...new Set([...wanted.map(({ seatId }) => seatId), ...before])];
  const locked =
    hall ??
    (await lockSeats(
      verb,
      seats.map((seatId) => ({ performanceId, seatId })),
      held,
    ));
  const here = new Map(locked.map((seat) => [seat.id, seat]));
  const own = new Set(live.map(({ id }) => id));
  assertSeats(wanted, here, own);
  const bySeat = ({ seatId }: WantedSeat) => here.get(seatId) ?? [];
  const lines = new Map([...named].map(([lineId, each]) => [lineId, each.flatMap(bySeat)]));
  const taken = new Set(wanted.map(({ seatId }) => seatId));
  const kept = new Map(
    silent.map((grant) => [grant.lineId, seatsStill(grant, asked, { here, own, taken })] as const),
  );
  const tooMany = grants.some(({ lineId, quantity }) => (kept.get(lineId)?.length ?? 0) > quantity);
  // what is given back needs no lock: where the others sit only says which seats are best kept
  const map = mapFor(hall ?? (tooMany ? await verb.ask(hallOf(performanceId)) : []), own);
  for (const { lineId, quantity } of silent) {
    const mine = kept.get(lineId) ?? [];
    const ids = seatsToKeep(
      map,
      mine.map(({ id }) => id),
      quantity,
    );
    if (mine.length > 0)
      lines.set(
        lineId,
        mine.filter(({ id }) => ids.includes(id)),
      );
  }
  if (hall === null) return { named: lines, held };
  const chosen = chooseSeats(
    hall,
    map,
    open.map((grant) => ({ ...openGrant(grant, asked), kept: lines.get(grant.lineId) ?? [] })),
    { isolated: asked.isolated, named: taken },
  );
  return { named: new Map([...lines, ...chosen]), held };
}

/** Whether an operator said which seats a line has: none are seats as well. */
function saysSeats(wishes: readonly LineGrant[] | null, lineId: string): boolean {
  return Array.isArray(wishes?.find((wish) => wish.lineId === lineId)?.seatIds);
}

/** The seats a line had on the performance it is placed on, in the category it is placed in. */
function seatsBefore(
  { lineId, seatCategoryId }: SettledGrant,
  { live, performanceId }: SeatWishes,
): string[] {
  return live
    .filter((places) => places.lineId === lineId && places.performanceId === performanceId)
    .filter((places) => places.seatCategoryId === seatCategoryId)
    .flatMap(({ seats }) => (seats ?? []).map(({ id }) => id));
}

/** Of these, the seats it may keep: nobody else has or wants them, and the channel may draw from where they are. */
function seatsStill(
  grant: SettledGrant,
  asked: SeatWishes,
  now: { here: ReadonlyMap<string, LockedSeat>; own: ReadonlySet<string>; taken: ReadonlySet<string> },
): LockedSeat[] {
  const rooms = new Map(asked.stock.map((room) => [room.stockId, room]));
  return seatsBefore(grant, asked).flatMap((id) => {
    const seat = now.here.get(id);
    const room = seat && rooms.get(seat.stockId);
    if (seat === undefined || room === undefined || now.taken.has(id)) return [];
    const free = seat.claimId === null || now.own.has(seat.claimId);
    const drawn = grant.contingentId === null || grant.contingentId === room.contingentId;
    return free && drawn && room.seatCategoryId === grant.seatCategoryId ? [seat] : [];
  });
}

/** Contingents without a free place are left out: a place held without a seat counts too. */
function openGrant(grant: SettledGrant, { wishes, live, stock }: SeatWishes): Omit<ChosenGrant, 'kept'> {
  const at = wishes?.findIndex(({ lineId }) => lineId === grant.lineId) ?? -1;
  const rooms = stock.filter(
    (room) =>
      room.seatCategoryId === grant.seatCategoryId &&
      (reachOf(room) > 0 || live.some(({ stockId }) => stockId === room.stockId)),
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
 * The seats of a grant drawn from the contingents they are in, one part for each; what exceeds them is not among these.
 * @throws Problem `contingent.notForChannel` for a seat of a contingent the channel may not draw from, or not the one
 *   that was named.
 */
export function drawSeated(
  grant: SettledGrant,
  seats: readonly LockedSeat[],
  rooms: readonly Room[],
): DrawnGrant[] {
  return [...Map.groupBy(seats, ({ stockId }) => stockId)].map(([stockId, part]) => {
    const room = rooms.find((each) => each.stockId === stockId);
    const other = grant.contingentId !== null && room?.contingentId !== grant.contingentId;
    if (room === undefined || other) throw new Problem('contingent.notForChannel');
    return { grant: { ...grant, quantity: part.length }, room, seats: part.map(namedSeat) };
  });
}

/**
 * What a grant asks for beyond its seats: to be drawn from where its first seats are, if there is room for it, else from
 * where there is. Null when its seats are all it asks for.
 */
export function beyondSeats(
  grant: SettledGrant,
  seated: readonly DrawnGrant[],
  left: readonly Room[],
): SettledGrant | null {
  const mine = seated.filter((each) => each.grant.lineId === grant.lineId);
  const quantity = mine.reduce((more, each) => more - each.grant.quantity, grant.quantity);
  const room = left.find(({ stockId }) => stockId === mine[0]?.room.stockId);
  if (quantity <= 0 || mine.length === 0) return null;
  const fits = room !== undefined && reachOf(room) >= quantity;
  return { ...grant, quantity, contingentId: fits ? room.contingentId : grant.contingentId };
}

/** What a line draws from one contingent is one placement: places without a seat go with the seats there. */
export function inOne(drawn: readonly DrawnGrant[]): DrawnGrant[] {
  const parts = Map.groupBy(drawn, ({ grant, room }) => `${grant.lineId}/${room.stockId}`);
  return [...parts.values()].flatMap(([first, ...more]) => {
    if (first === undefined) return [];
    const quantity = more.reduce((sum, { grant }) => sum + grant.quantity, first.grant.quantity);
    return [{ ...first, grant: { ...first.grant, quantity } }];
  });
}
