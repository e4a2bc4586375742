import type { Point, SeatMap } from './seat-map.ts';
import type { Stage } from './stage.ts';

/** Where wheelchair users and the companions beside them sit. */
export type Party = Readonly<{
  bays: readonly number[];
  companions: readonly number[];
  seats: readonly number[];
  companionsApart: number;
  /** Rank among the parties of its stage. */
  rank: number;
  /** The rest of the group sits as near to it as may be; null: to the best point of the hall. */
  centre: Point | null;
}>;

/** Beyond this number of ways to choose the bays, only bays that follow one another in the hall are tried. */
const mostChoices = 5_000;

/** A party in which nobody needs a place of their own. */
export const nobody: Party = {
  bays: [],
  companions: [],
  seats: [],
  companionsApart: 0,
  rank: 0,
  centre: null,
};

/**
 * The ways to seat the wheelchair users, best first: most companions beside them, bays close to one another, then close
 * to the best point. Each user gets a companion's seat beside before anybody gets a second; companions who find none sit
 * with the rest. Empty: there are not enough bays.
 */
export function partiesOf(stage: Stage): Party[] {
  const users = stage.wish.wheelchair?.users ?? 0;
  if (users === 0) return [nobody];
  const bays = stage.map.seats.flatMap((seat, index) =>
    seat.wheelchair && isOpen(stage, index) ? [index] : [],
  );
  return choices(bays, users)
    .map((chosen) => partyAt(stage, chosen))
    .map((party) => ({ party, order: orderOf(stage.map, party) }))
    .sort((one, other) => lexicographic(one.order, other.order))
    .map(({ party }, rank) => ({ ...party, rank }));
}

function isOpen({ map, wish, categories }: Stage, index: number): boolean {
  const seat = map.seats[index];
  if (seat === undefined || map.free[index] !== 1 || !wish.contingentIds.includes(seat.contingentId)) {
    return false;
  }
  return (
    categories.has(seat.seatCategoryId) ||
    wish.wheelchair?.seatCategoryIds?.includes(seat.seatCategoryId) === true
  );
}

function partyAt(stage: Stage, bays: readonly number[]): Party {
  const wanted = stage.wish.wheelchair?.companions ?? 0;
  const beside = bays.map((bay) => neighbours(stage.map, bay).filter((seat) => isCompanionSeat(stage, seat)));
  const turns = [...beside.map(([first]) => first), ...beside.map(([, second]) => second)];
  const offered = new Set(turns.filter((seat) => seat !== undefined));
  for (const seat of beside.flat()) offered.add(seat);
  const companions = [...offered].slice(0, wanted);
  return {
    bays,
    companions,
    seats: [...bays, ...companions],
    companionsApart: wanted - companions.length,
    rank: 0,
    centre: centreOf(stage.map, bays),
  };
}

function isCompanionSeat(stage: Stage, index: number): boolean {
  const seat = stage.map.seats[index];
  return seat?.companion === true && !seat.wheelchair && isOpen(stage, index);
}

function neighbours({ joined }: SeatMap, index: number): number[] {
  return [...(joined[index] === 1 ? [index - 1] : []), ...(joined[index + 1] === 1 ? [index + 1] : [])];
}

function centreOf(map: SeatMap, bays: readonly number[]): Point {
  const seats = bays.flatMap((bay) => map.seats[bay] ?? []);
  return {
    x: seats.reduce((sum, { x }) => sum + x, 0) / seats.length,
    y: seats.reduce((sum, { y }) => sum + y, 0) / seats.length,
  };
}

/** Companions apart, distance of the bays from their centre, distance to the best point, place in the hall. */
function orderOf({ seats, distance, pitch }: SeatMap, { bays, companionsApart, centre }: Party): number[] {
  const reach = bays.reduce((sum, bay) => {
    const seat = seats[bay];
    return sum + (seat && centre ? Math.hypot(seat.x - centre.x, seat.y - centre.y) / pitch : 0);
  }, 0);
  const far = bays.reduce((sum, bay) => sum + (distance[bay] ?? 0), 0);
  return [companionsApart, Math.round(reach), far, ...bays];
}

function lexicographic(one: readonly number[], other: readonly number[]): number {
  const place = one.findIndex((value, index) => value !== other[index]);
  return place === -1 ? 0 : (one[place] ?? 0) - (other[place] ?? 0);
}

function choices(bays: readonly number[], users: number): number[][] {
  if (bays.length < users) return [];
  if (numberOfChoices(bays.length, users) <= mostChoices) return combinations(bays, users);
  return bays.slice(0, bays.length - users + 1).map((_bay, start) => bays.slice(start, start + users));
}

/** How many choices of so many of them there are. */
export function numberOfChoices(from: number, choose: number): number {
  let number = 1;
  for (let taken = 0; taken < choose; taken += 1) number = (number * (from - taken)) / (taken + 1);
  return number;
}

/** Every choice of so many of them, in their order. */
export function combinations(from: readonly number[], choose: number): number[][] {
  if (choose === 0) return [[]];
  return from.flatMap((first, place) =>
    combinations(from.slice(place + 1), choose - 1).map((others) => [first, ...others]),
  );
}
