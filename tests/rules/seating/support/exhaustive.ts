import { criteria, type Score } from '../../../../rules/seating/score.ts';
import type { Seat, SeatMap } from '../../../../rules/seating/seat-map.ts';
import type { SeatSettings, SeatWish } from '../../../../rules/seating/wish.ts';

/**
 * Every way there is, tried one by one, and scored from the seats' own fields: shares no code with the engine but the
 * names of the criteria, and the units of columns and distances.
 */
export type Tried = { performanceId: string; seatIds: string[]; key: string; score: Score };

/** Every way on each date, in the order of the choices; those the engine never names are among them. */
export function allWays(
  maps: ReadonlyMap<string, SeatMap>,
  wish: SeatWish,
  settings: SeatSettings,
): Tried[][] {
  return wish.performanceIds.map((performanceId, choice) => {
    const map = maps.get(performanceId);
    return (map === undefined ? [] : everyWay(map, wish, settings)).map(({ seats, key, score }) => ({
      performanceId,
      seatIds: seats.map(({ id }) => id),
      key,
      score: { ...score, choice },
    }));
  });
}

/** The best of each way (date, category step, rows), best first, as the engine states it. */
export function bestOf(ways: readonly Tried[][]): Tried[] {
  return ways.flatMap((all) => {
    const plain = all.filter(({ score }) => score.isolating === 0);
    return onDate(plain.length > 0 ? plain : all);
  });
}

function onDate(all: readonly Tried[]): Tried[] {
  const whole = all.filter(({ score }) => score.category < 2);
  const ways = whole.length > 0 ? whole : all;
  return [0, 1, 2].flatMap((category) => {
    const here = ways.filter(({ score }) => score.category === category);
    const near = here.filter(({ score }) => score.apart === 0);
    const best = new Map<string, Tried>();
    for (const way of near.length > 0 ? near : here) {
      const known = best.get(way.key);
      if (known === undefined || compare(way.score, known.score) < 0) best.set(way.key, way);
    }
    return [...best.values()].sort((one, other) => compare(one.score, other.score));
  });
}

/** Below zero when the first is better. */
export function compare(one: Score, other: Score): number {
  for (const criterion of criteria) {
    if (one[criterion] !== other[criterion]) return one[criterion] - other[criterion];
  }
  return 0;
}

type Way = { seats: Seat[]; key: string; score: Score };

function everyWay(map: SeatMap, wish: SeatWish, settings: SeatSettings): Way[] {
  const { seats } = map;
  const free = seats.filter(({ state }) => state === 'free');
  const above = wish.acceptsUpgrade && wish.seatCategoryId === 'asked' ? 'above' : null;
  const released = settings.accessibleSeatsReleased === true;
  const hasAsked = seats.some(({ seatCategoryId }) => seatCategoryId === wish.seatCategoryId);
  const eligible = free.filter(
    (seat) =>
      (seat.seatCategoryId === wish.seatCategoryId || (hasAsked && seat.seatCategoryId === above)) &&
      wish.contingentIds.includes(seat.contingentId) &&
      (released || !(seat.wheelchair || seat.companion)),
  );
  return subsets(eligible, wish.quantity).flatMap((chosen) => {
    const isolated = leftAlone(seats, new Set(chosen), released).length;
    const always = settings.isolatedSeatsAlwaysAllowed;
    if (isolated > 0 && !always && free.length >= settings.isolatedSeatTrigger) return [];
    const upgraded = chosen.filter(({ seatCategoryId }) => seatCategoryId !== wish.seatCategoryId).length;
    const rows = [...new Set(chosen.map(rowName))];
    const apart = areNeighbours(seats, chosen) ? 0 : 1;
    const blocks = chosen.filter((seat) => !chosen.some((other) => isBefore(other, seat))).length;
    return [
      {
        seats: chosen,
        key: apart === 0 ? rows.join(',') : 'across',
        score: {
          choice: 0,
          isolating: isolated > 0 && !always ? 1 : 0,
          category: upgraded === 0 ? 0 : upgraded === chosen.length ? 1 : 2,
          companionsApart: 0,
          bays: 0,
          apart,
          blocks,
          isolated,
          lone: chosen.filter((seat) => !chosen.some((other) => isBeside(other, seat))).length,
          rows: rows.length,
          restricted: chosen.filter(({ restrictedView }) => restrictedView).length,
          spread: blocks > 1 && apart === 0 ? spread(map, chosen) : 0,
          distance: sum(chosen.map((seat) => map.distance[seats.indexOf(seat)]!)),
          cuts: sum(
            chosen.map(
              (seat) => free.filter((each) => !chosen.includes(each) && isBeside(each, seat)).length,
            ),
          ),
        },
      },
    ];
  });
}

/** Seats without a free neighbour that had one before. */
export function leftAlone(seats: readonly Seat[], taken: ReadonlySet<Seat>, released: boolean): Seat[] {
  const free = seats.filter((seat) => seat.state === 'free');
  return free.filter((seat) => {
    if (taken.has(seat) || (!released && (seat.wheelchair || seat.companion))) return false;
    const company = free.filter((other) => isBeside(other, seat));
    return company.length > 0 && company.every((other) => taken.has(other));
  });
}

function isBefore(one: Seat, other: Seat): boolean {
  return rowName(one) === rowName(other) && one.run === other.run && one.place + 1 === other.place;
}

/** Side by side, nothing between. */
export function isBeside(one: Seat, other: Seat): boolean {
  return isBefore(one, other) || isBefore(other, one);
}

function rowName({ zone, block, rowOrder }: Seat): string {
  return `${zone}/${block}/${rowOrder}`;
}

/** One block, and no row of it between the first and the last is left out. */
function areNeighbours(seats: readonly Seat[], chosen: readonly Seat[]): boolean {
  const [{ zone, block } = { zone: '', block: '' }] = chosen;
  if (chosen.some((seat) => seat.zone !== zone || seat.block !== block)) return false;
  const orders = chosen.map(({ rowOrder }) => rowOrder);
  const between = seats.filter(
    (seat) =>
      seat.zone === zone &&
      seat.block === block &&
      seat.rowOrder > Math.min(...orders) &&
      seat.rowOrder < Math.max(...orders),
  );
  return between.every(({ rowOrder }) => orders.includes(rowOrder));
}

function spread(map: SeatMap, chosen: readonly Seat[]): number {
  const columns = chosen.map((seat) => map.column[map.seats.indexOf(seat)]!);
  return Math.min(...columns.map((line) => sum(columns.map((column) => Math.abs(column - line)))));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** All ways to choose `size` of `from`. */
export function subsets<Item>(from: readonly Item[], size: number): Item[][] {
  if (size === 0) return [[]];
  if (from.length < size) return [];
  return from.flatMap((first, place) =>
    subsets(from.slice(place + 1), size - 1).map((others) => [first, ...others]),
  );
}
