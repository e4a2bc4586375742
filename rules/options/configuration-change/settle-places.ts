import { type Proposal, propose } from '../../seating/proposals.ts';
import { type SeatMap, seatMap, withTaken } from '../../seating/seat-map.ts';
import { largestGroup } from '../../seating/weights.ts';
import type { SeatSettings, SeatWish, WheelchairWish } from '../../seating/wish.ts';
import { namedSeat } from '../../stock/named-seat.ts';
import { dealPlaces } from './deal-places.ts';
import {
  type ClaimPart,
  type ConfigurationChange,
  type FormerSeat,
  isFirm,
  type NewSeat,
  type TakenPlaces,
  type Unfit,
  weighs,
} from './places.ts';
import { emptyRooms, freeIn, giveBack, type RoomKey, type Rooms, take } from './rooms.ts';

/** The hall as it fills. */
export interface Settling {
  change: ConfigurationChange;
  rooms: Rooms;
  contingentOf: ReadonlyMap<string, string>;
  former: ReadonlyMap<string, FormerSeat>;
  byKey: ReadonlyMap<string, NewSeat>;
  byId: ReadonlyMap<string, NewSeat>;
  /** Null where there are no seats. */
  map: SeatMap | null;
}

/** Places of one line, which sit together: its claims, and what they become. */
export type Settled = { parts: ReadonlyMap<string, readonly ClaimPart[]> } | { unfit: Unfit };

/** First as people like to sit; where that leaves nothing, a seat may be left alone. */
const settings: readonly SeatSettings[] = [
  { isolatedSeatTrigger: 0, isolatedSeatsAlwaysAllowed: false },
  { isolatedSeatTrigger: 0, isolatedSeatsAlwaysAllowed: true },
];

/** A hall in which nobody sits yet. */
export function beginSettling(change: ConfigurationChange): Settling {
  const { capacities, contingentOf } = dealPlaces(change);
  return {
    change,
    rooms: emptyRooms(capacities, change.overbooking),
    contingentOf,
    former: new Map(change.formerSeats.map((seat) => [seat.id, seat])),
    byKey: new Map(change.seats.map((seat) => [seat.key, seat])),
    byId: new Map(change.seats.map((seat) => [seat.id, seat])),
    map: null,
  };
}

/** The seat of the new configuration that is this one; null where it is not there. */
export function sameSeat({ former, byKey }: Settling, seatId: string): NewSeat | null {
  return byKey.get(former.get(seatId)?.key ?? '') ?? null;
}

/** Takes room for parts of one claim, all or none. */
export function takeParts(rooms: Rooms, parts: readonly ClaimPart[], firm: boolean): boolean {
  const taken: ClaimPart[] = [];
  for (const part of parts) {
    if (take(rooms, part, part.quantity, firm)) taken.push(part);
    else {
      for (const each of taken) giveBack(rooms, each, each.quantity, firm);
      return false;
    }
  }
  return true;
}

/** Puts a claim on seats, one part for each of their rows; its places without a seat go with the first. */
export function partsOn(
  { contingentOf }: Settling,
  claim: Pick<TakenPlaces, 'quantity'>,
  seats: readonly NewSeat[],
): ClaimPart[] {
  const excess = claim.quantity - seats.length;
  const rowOf = (seat: NewSeat) => `${seat.seatCategoryId}/${contingentOf.get(seat.id)}`;
  return [...Map.groupBy(seats, rowOf).values()].flatMap((part, at) => {
    const [first] = part;
    const contingentId = first && contingentOf.get(first.id);
    if (first === undefined || contingentId === undefined) return [];
    return [
      {
        seatCategoryId: first.seatCategoryId,
        contingentId,
        quantity: part.length + (at === 0 ? excess : 0),
        seats: part.map(namedSeat),
      },
    ];
  });
}

/** The seats that stay for a claim: all of its own, in its category; null when one of them does not. */
export function stayingSeats(settling: Settling, claim: TakenPlaces): NewSeat[] | null {
  const seats = claim.seats ?? [];
  const found = seats.flatMap(({ id }) => sameSeat(settling, id) ?? []);
  const all = found.length === seats.length && found.length > 0;
  return all && found.every((seat) => seat.seatCategoryId === claim.seatCategoryId) ? found : null;
}

/** Everybody stays as they were, counted: where there are no numbers, or for places that never had any. */
export function settleCounted({ rooms }: Settling, claims: readonly TakenPlaces[]): Settled {
  const parts = new Map<string, ClaimPart[]>();
  for (const claim of claims) {
    const { seatCategoryId, contingentId, quantity } = claim;
    const part = { seatCategoryId, contingentId, quantity, seats: null };
    const there = hasCategory(rooms, seatCategoryId);
    if (!weighs(claim) && there) parts.set(claim.id, [part]);
    else if (takeParts(rooms, [part], isFirm(claim))) parts.set(claim.id, [part]);
    else {
      undo(rooms, claims, parts);
      const free = freeIn(rooms, claim, isFirm(claim));
      return { unfit: { code: there ? 'room' : 'category', quantity, free } };
    }
  }
  return { parts };
}

/** Gives back what parts of claims had taken. */
export function undo(
  rooms: Rooms,
  claims: readonly TakenPlaces[],
  parts: ReadonlyMap<string, readonly ClaimPart[]>,
): void {
  for (const claim of claims.filter(weighs))
    for (const part of parts.get(claim.id) ?? []) giveBack(rooms, part, part.quantity, isFirm(claim));
}

/** Whether the configuration has places of a category. */
export function hasCategory({ rows }: Rooms, seatCategoryId: string): boolean {
  return [...rows.values()].some((row) => row.seatCategoryId === seatCategoryId && row.capacity > 0);
}

/** The map of the hall with these seats taken. */
export function mapOf({ change, contingentOf }: Settling, taken: ReadonlySet<string>): SeatMap | null {
  if (!change.numbered) return null;
  return seatMap(
    change.seats.flatMap((seat) => {
      const contingentId = contingentOf.get(seat.id);
      const state = taken.has(seat.id) ? ('taken' as const) : ('free' as const);
      return contingentId === undefined ? [] : [{ ...seat, contingentId, state }];
    }),
  );
}

/**
 * Seats the claims of one line anew, together where that is possible: in the contingents they were in, else in those their
 * channel may draw from. Who sat in a bay or beside one is seated so again. Answers the map with them seated.
 */
export function reseat(
  settling: Settling & { map: SeatMap },
  claims: readonly TakenPlaces[],
  channel: readonly string[],
): { settled: Settled; map: SeatMap } {
  const { rooms, map } = settling;
  const [first] = claims;
  if (first === undefined) return { settled: { parts: new Map() }, map };
  const { seatCategoryId } = first;
  const wanted = claims.reduce((sum, claim) => sum + seatsWanted(claim), 0);
  const firm = claims.some(isFirm);
  const unfit = (code: Unfit['code'], free: number) => ({
    settled: { unfit: { code, quantity: wanted, free } },
    map,
  });
  if (!hasCategory(rooms, seatCategoryId)) return unfit('category', 0);
  const own = [...new Set(claims.map(({ contingentId }) => contingentId))];
  for (const contingents of [own, [...new Set([...own, ...channel])]]) {
    const open = contingents.filter(
      (contingentId) => freeIn(rooms, { seatCategoryId, contingentId }, firm) > 0,
    );
    const ids = seatsFor(map, seatCategoryId, open, wanted, bays(settling, claims));
    const seats = ids?.flatMap((id) => settling.byId.get(id) ?? []) ?? [];
    const parts = ids === null ? null : deal(settling, claims, seats);
    if (parts !== null && ids !== null) return { settled: { parts }, map: withTaken(map, ids) };
  }
  const inReach = new Set([...own, ...channel]);
  const free = map.seats.filter(
    (seat, at) =>
      map.free[at] === 1 && seat.seatCategoryId === seatCategoryId && inReach.has(seat.contingentId),
  ).length;
  return unfit(free < wanted ? 'room' : 'seats', free);
}

/** As many as it had; without any before, one for each place. */
function seatsWanted({ seats, quantity }: TakenPlaces): number {
  return seats?.length || quantity;
}

/** People in wheelchair bays, and beside them, among those who sat. */
function bays({ former }: Settling, claims: readonly TakenPlaces[]): WheelchairWish | undefined {
  const seats = claims.flatMap((claim) => (claim.seats ?? []).flatMap(({ id }) => former.get(id) ?? []));
  const users = seats.filter(({ wheelchair }) => wheelchair).length;
  const companions = seats.filter((seat) => seat.companion && !seat.wheelchair).length;
  return users === 0 ? undefined : { users, companions };
}

/** The best seats, a large group in parts; null when they are not to be had. */
function seatsFor(
  map: SeatMap,
  seatCategoryId: string,
  contingentIds: readonly string[],
  quantity: number,
  wheelchair: WheelchairWish | undefined,
): string[] | null {
  const ids: string[] = [];
  let left = map;
  for (let rest = quantity; rest > 0; rest -= largestGroup) {
    const wish = {
      performanceIds: ['here'],
      quantity: Math.min(rest, largestGroup),
      seatCategoryId,
      contingentIds,
      acceptsUpgrade: false,
      ...(wheelchair === undefined || ids.length > 0 ? {} : { wheelchair }),
    };
    const best = bestOf(left, wish);
    if (best === undefined) return null;
    ids.push(...best.seatIds);
    left = withTaken(left, best.seatIds);
  }
  return ids;
}

function bestOf(map: SeatMap, wish: SeatWish): Proposal | undefined {
  for (const each of settings) {
    const [best] = propose(new Map([['here', map]]), wish, each, 1).proposals;
    if (best !== undefined) return best;
  }
  return undefined;
}

/** Seats of a line over its claims in their order, room taken; null when a row has no room for its part. */
function deal(
  settling: Settling,
  claims: readonly TakenPlaces[],
  seats: readonly NewSeat[],
): Map<string, ClaimPart[]> | null {
  const sorted = inRows(settling, seats);
  const parts = new Map<string, ClaimPart[]>();
  let from = 0;
  for (const claim of claims) {
    const own = sorted.slice(from, from + seatsWanted(claim));
    from += own.length;
    const dealt = partsOn(settling, claim, own);
    if (!takeParts(settling.rooms, dealt, isFirm(claim))) {
      undo(settling.rooms, claims, parts);
      return null;
    }
    parts.set(claim.id, dealt);
  }
  return parts;
}

/** Row by row of the stock, so that each claim is cut as little as can be. */
function inRows({ contingentOf }: Settling, seats: readonly NewSeat[]): NewSeat[] {
  const byRow = Map.groupBy(seats, ({ id }) => contingentOf.get(id));
  return [...byRow.values()].flat();
}

/** The rows of a category, the freest first. */
export function freestRows(rooms: Rooms, seatCategoryId: string, firm: boolean): RoomKey[] {
  return [...rooms.rows.values()]
    .filter((row) => row.seatCategoryId === seatCategoryId)
    .toSorted((one, other) => freeIn(rooms, other, firm) - freeIn(rooms, one, firm));
}
