import { type Fillings, fillingsOf } from './fillings.ts';
import { capacityFor } from './mass-capacity.ts';
import { type Seated, seatExactly } from './mass-exact.ts';
import { groupsOf } from './mass-groups.ts';
import { reasonsAgainst } from './mass-reasons.ts';
import { firstWay, type Way, waysOn } from './mass-ways.ts';
import type { MassDate, MassPlacement, MassStock, MassWish } from './mass-wish.ts';

/** Ways tried for each option on each date while searching. */
const waysTried = 4;
/** Most options of which every order is tried. */
const shortList = 5;
/** What a question to a map costs at least, and one by numbers: a seat looked at costs 1. */
const [mapCost, countCost] = [200, 20];
/** Seats looked at while searching, over the whole list, unless the caller says otherwise. */
const usualEffort = 1_000_000;

/**
 * Places a list of options so that as many places as possible are filled, each option whole or not at all.
 *
 * The list falls into groups that share no date and no limit, each searched by itself. First in a few orders, each option
 * taking its best way: those that together fill the stock best by their numbers, then the others, those with fewest dates
 * before; the same whatever their dates; largest first; who asked first; smallest first; of up to five options, every order. The best is kept. If it is below the bound, a depth-first
 * search tries other dates, upgrades, ways and leaving options out, until the bound is reached, all is tried, or the
 * group's share of `effort` (seats looked at) is spent. A short list over small halls is then tried whole. At last whoever still fits is seated. Deterministic whatever the
 * order of the list: it is put in the order of the numbers, and the effort is counted, not timed.
 *
 * Choosing groups for several halls is a knapsack problem: the answer is the best there is when `filled` equals `bound`,
 * else it is the best that was found. Where everything was tried, `bound` is that.
 */
export function placeAll(
  stock: MassStock,
  list: readonly MassWish[],
  effort: number = usualEffort,
): MassPlacement {
  const wishes = list.toSorted((one, other) => one.number - other.number);
  const seated = groupsOf(wishes).map((group) =>
    placeGroup(stock, group, (effort * group.length) / Math.max(1, wishes.length)),
  );
  const ways = new Map(seated.flatMap(({ placed }) => [...placed]));
  return {
    placed: wishes.flatMap(({ id }) => {
      const way = ways.get(id);
      return way === undefined ? [] : [placedBy(id, way)];
    }),
    unplaced: seated
      .flatMap(({ wishes: group, placed, left }) =>
        reasonsAgainst(
          stock,
          left,
          group.filter(({ id }) => !placed.has(id)),
        ),
      )
      .toSorted(byOrderOf(wishes)),
    filled: seated.reduce((sum, { filled }) => sum + filled, 0),
    bound: seated.reduce((sum, { bound }) => sum + bound, 0),
  };
}

function placedBy(id: string, { date, grants, upgraded, reasons }: Way): MassPlacement['placed'][number] {
  const { performanceId, choice } = date;
  return { id, performanceId, choice, grants, upgraded, reasons };
}

function byOrderOf(wishes: readonly MassWish[]) {
  const places = new Map(wishes.map(({ id }, place) => [id, place]));
  return (one: { id: string }, other: { id: string }) =>
    (places.get(one.id) ?? 0) - (places.get(other.id) ?? 0);
}

type GroupSearch = Readonly<{
  capacity: number;
  bound: number;
  order: readonly MassWish[];
  fillings: Fillings;
}> & { effort: number; best: Seated };

function placeGroup(
  stock: MassStock,
  wishes: readonly MassWish[],
  effort: number,
): Seated & { wishes: readonly MassWish[]; bound: number } {
  const start: Seated = { left: stock, placed: new Map(), filled: 0 };
  const capacity = capacityFor(stock, wishes);
  const largestFirst = wishes.toSorted((one, other) => other.quantity - one.quantity);
  const chosen = fillingsOf(quantitiesOf(largestFirst), capacity).chosen(capacity);
  const order = [
    ...largestFirst.filter((_wish, place) => chosen[place] === true),
    ...largestFirst.filter((_wish, place) => chosen[place] === false),
  ];
  const fillings = fillingsOf(quantitiesOf(order), capacity);
  const bound = fillings.most(0, capacity);
  const search: GroupSearch = { capacity, bound, order, fillings, effort, best: start };
  const leastFree = order.toSorted((one, other) => one.dates.length - other.dates.length);
  keepBetter(search, seatInOrder(search, start, leastFree));
  for (const each of [order, largestFirst, wishes, largestFirst.toReversed(), ...everyOrder(order)]) {
    if (!isEnough(search)) keepBetter(search, seatInOrder(search, start, each));
  }
  descend(search, 0, start);
  const exact = search.best.filled >= bound ? null : seatExactly(start, wishes, search.best, capacity);
  if (exact !== null) search.best = exact;
  const left = wishes.filter(({ id }) => !search.best.placed.has(id));
  const whole = seatInOrder(search, search.best, left);
  return { ...whole, wishes, bound: exact === null ? bound : whole.filled };
}

function quantitiesOf(wishes: readonly MassWish[]): number[] {
  return wishes.map(({ quantity }) => quantity);
}

/** Every order of a short list; none of a longer one. */
function everyOrder(wishes: readonly MassWish[]): MassWish[][] {
  if (wishes.length > shortList) return [];
  return permutations(wishes);
}

function permutations(wishes: readonly MassWish[]): MassWish[][] {
  if (wishes.length === 0) return [[]];
  return wishes.flatMap((first) =>
    permutations(wishes.filter((each) => each !== first)).map((others) => [first, ...others]),
  );
}

function keepBetter(search: GroupSearch, seated: Seated): void {
  if (seated.filled > search.best.filled) search.best = seated;
}

function seatInOrder(search: GroupSearch, start: Seated, order: readonly MassWish[]): Seated {
  let seated = start;
  for (const wish of order) {
    for (const date of wish.dates) search.effort -= costOf(seated.left, date);
    const way = firstWay(seated.left, wish);
    if (way !== null) seated = seat(seated, wish, way);
  }
  return seated;
}

function seat({ placed, filled }: Seated, { id, quantity }: MassWish, way: Way): Seated {
  return { left: way.after, placed: new Map([...placed, [id, way]]), filled: filled + quantity };
}

function costOf({ maps }: MassStock, { performanceId }: MassDate): number {
  const map = maps.get(performanceId);
  return map === undefined ? countCost : Math.max(mapCost, map.seats.length);
}

/** Depth first: each option in each of its ways, then left out, while that can still beat the best. */
function descend(search: GroupSearch, place: number, seated: Seated): void {
  keepBetter(search, seated);
  const next = search.order[place];
  if (next === undefined || isEnough(search)) return;
  const more = search.fillings.most(place, search.capacity - seated.filled);
  if (seated.filled + more <= search.best.filled) return;
  for (const way of waysOf(search, next, seated.left)) {
    if (isEnough(search)) return;
    descend(search, place + 1, seat(seated, next, way));
  }
  descend(search, place + 1, seated);
}

function isEnough({ best, bound, effort }: GroupSearch): boolean {
  return best.filled >= bound || effort <= 0;
}

/** With a looser setting only where the stricter ones leave no way. */
function* waysOf(search: GroupSearch, { settings, dates }: MassWish, stock: MassStock): Generator<Way> {
  for (const each of settings) {
    let found = false;
    for (const date of dates) {
      if (isEnough(search)) return;
      search.effort -= costOf(stock, date);
      for (const way of waysOn(stock, { date, settings: each, most: waysTried })) {
        found = true;
        yield way;
      }
    }
    if (found) return;
  }
}
