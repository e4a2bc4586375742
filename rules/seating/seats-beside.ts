import { nobody } from './party.ts';
import { propose } from './proposals.ts';
import { decidingCriterion, measure } from './score.ts';
import { type Search, seatKinds } from './search.ts';
import { searchOf } from './search-of-stage.ts';
import { distancesTo, type SeatMap, withTaken } from './seat-map.ts';
import { widestStage } from './stage.ts';
import type { SeatSettings, SeatWish } from './wish.ts';

/**
 * More seats for a group that keeps those it has: beside them where there are any, the rest near them. Tried are: all of
 * them anywhere near, all of them at the ends of its pieces, and as many as there are at the ends with the others near.
 * Of these, the way in which the whole group sits best on the stated score (`score.ts`).
 * @param map on which its own seats are free.
 * @param wish for the seats that come in addition, in one category.
 * @returns the seats in addition; null where the settings allow no way.
 */
export function seatsBeside(
  map: SeatMap,
  own: readonly string[],
  wish: SeatWish,
  settings: SeatSettings,
): readonly string[] | null {
  const here = near(map, indicesOf(map, own));
  const group = groupOf(here, own, wish, settings);
  const around = withTaken(here, own);
  const ask = (reach: SeatMap, quantity: number): readonly string[] | null =>
    propose(new Map([['here', reach]]), { ...wish, performanceIds: ['here'], quantity }, settings, 1)
      .proposals[0]?.seatIds ?? null;
  const ends = endsOf(group, wish.quantity);
  const some = ends.length < wish.quantity ? ends : [];
  const rest = some.length === 0 ? null : ask(withTaken(around, some), wish.quantity - some.length);
  const ways = [
    ask(only(around, ends), wish.quantity),
    rest === null ? null : [...some, ...rest],
    ask(around, wish.quantity),
  ].filter((way) => way !== null);
  return ways.toSorted((one, other) => compare(group, one, other))[0] ?? null;
}

/** The whole group as one search: how it sits is measured with the seats it has. */
type Group = Readonly<{ search: Search; own: readonly number[] }>;

function groupOf(map: SeatMap, own: readonly string[], wish: SeatWish, settings: SeatSettings): Group {
  const quantity = wish.quantity + own.length;
  const search = searchOf(widestStage(map, { ...wish, quantity }, settings), nobody);
  return { search, own: indicesOf(map, own) };
}

function indicesOf(map: SeatMap, seatIds: readonly string[]): number[] {
  return seatIds.flatMap((id) => map.indexOf.get(id) ?? []);
}

/** The map with the middle of these seats as its best point, and every seat of the way counted. */
function near(map: SeatMap, seats: readonly number[]): SeatMap {
  const middle = (of: 'x' | 'y') =>
    seats.reduce((sum, index) => sum + (map.seats[index]?.[of] ?? 0), 0) / Math.max(1, seats.length);
  return { ...map, distance: distancesTo(map.seats, { x: middle('x'), y: middle('y') }, map.pitch / 3) };
}

/** Free seats on either side of each piece of the group, at most so many on each side, with nothing between. */
function endsOf({ search, own }: Group, most: number): string[] {
  const mine = new Set(own);
  const { map, kind } = search;
  const beside = (from: number, step: 1 | -1) => {
    const found: number[] = [];
    for (let index = from; found.length < most; index += step) {
      const next = index + step;
      if (map.joined[step === 1 ? next : index] !== 1 || mine.has(next)) break;
      if (kind[next] !== seatKinds.eligible) break;
      found.push(next);
    }
    return found;
  };
  const indices = new Set(own.flatMap((index) => [...beside(index, -1), ...beside(index, 1)]));
  return [...indices].flatMap((index) => map.seats[index]?.id ?? []);
}

/** The map with only these seats within reach; the others stay as free as they are. */
function only(map: SeatMap, seatIds: readonly string[]): SeatMap {
  const reach = new Set(seatIds);
  const seats = map.seats.map((seat) => (reach.has(seat.id) ? seat : { ...seat, contingentId: '' }));
  return { ...map, seats };
}

function compare({ search, own }: Group, one: readonly string[], other: readonly string[]): number {
  const [first, second] = [one, other].map((more) => ({
    ...{ choice: 0, isolating: 0, category: 0, companionsApart: 0, bays: 0 },
    ...measure(search, [...own, ...indicesOf(search.map, more)]),
  }));
  if (first === undefined || second === undefined) return 0;
  const criterion = decidingCriterion(first, second);
  return criterion === null ? 0 : first[criterion] - second[criterion];
}
