import { type Fillings, fillingsOf } from './fillings.ts';
import { type Proposal, propose, proposeOn, type SeatMaps } from './proposals.ts';
import { because, type SeatReason } from './reasons.ts';
import { withTaken } from './seat-map.ts';
import { wantedSeats } from './wanted-seats.ts';
import type { SeatSettings, SeatWish } from './wish.ts';

/** One option of the list. */
export type MassWish = Readonly<{ id: string; wish: SeatWish }>;

/** What would be placed: nothing is taken yet. */
export type MassPlacement = Readonly<{
  /** In the order of the list. */
  placed: readonly Readonly<{ id: string; proposal: Proposal }>[];
  unplaced: readonly Readonly<{ id: string; reasons: readonly SeatReason[] }>[];
  /** Places filled. */
  filled: number;
  /** No placement can fill more than this; when it equals `filled`, this is the best there is. */
  bound: number;
}>;

/** Ways tried for each option on each date in each category step while searching. */
const waysTried = 2;
/** Most options of which every order is tried. */
const shortList = 5;

/**
 * Seats a list of options so that as many places as possible are filled, each option whole or not at all.
 *
 * First in a few orders, each option taking its best proposal: those that together fill the hall best by their numbers,
 * then the others; largest first; as listed; smallest first; of up to five options, every order. The best is kept. If it
 * is below the bound, a depth-first search tries other dates, upgrades, ways and leaving options out, until the bound is
 * reached, all is tried, or `effort` searches for proposals are spent. At last whoever still fits is seated.
 * Deterministic: the effort is counted, not timed.
 *
 * Choosing groups for several halls is a knapsack problem. The answer is the best when `filled` equals `bound`, or where
 * seats may always be left alone, no upgrade is accepted, all ask for the same contingents and the effort sufficed; else
 * it is the best that was found: where no seat may be left alone, another seat in the same row is not tried.
 */
export function placeAll(
  maps: SeatMaps,
  wishes: readonly MassWish[],
  settings: SeatSettings,
  effort = 1_000,
): MassPlacement {
  const capacity = wantedSeats(
    maps,
    wishes.map(({ wish }) => wish),
    settings,
  );
  const largestFirst = wishes.toSorted((one, other) => other.wish.quantity - one.wish.quantity);
  const chosen = fillingsOf(quantitiesOf(largestFirst), capacity).chosen(capacity);
  const order = [
    ...largestFirst.filter((_wish, place) => chosen[place] === true),
    ...largestFirst.filter((_wish, place) => chosen[place] === false),
  ];
  const fillings = fillingsOf(quantitiesOf(order), capacity);
  const bound = fillings.most(0, capacity);
  const start: Seated = { maps, placed: [], filled: 0 };
  const search: MassSearch = { settings, capacity, bound, order, fillings, effort, best: start };
  for (const each of [order, largestFirst, wishes, largestFirst.toReversed(), ...everyOrder(order)]) {
    if (search.best.filled < bound) keepBetter(search, seatInOrder(start, each, settings));
  }
  descend(search, 0, start);
  const left = wishes.filter(({ id }) => !search.best.placed.some((each) => each.id === id));
  return told(maps, wishes, settings, seatInOrder(search.best, left, settings), bound);
}

type Seated = Readonly<{
  maps: SeatMaps;
  placed: readonly { id: string; proposal: Proposal }[];
  filled: number;
}>;

type MassSearch = Readonly<{
  settings: SeatSettings;
  capacity: number;
  bound: number;
  order: readonly MassWish[];
  fillings: Fillings;
}> & { effort: number; best: Seated };

function quantitiesOf(wishes: readonly MassWish[]): number[] {
  return wishes.map(({ wish }) => wish.quantity);
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

function keepBetter(search: MassSearch, seated: Seated): void {
  if (seated.filled > search.best.filled) search.best = seated;
}

function seatInOrder(start: Seated, order: readonly MassWish[], settings: SeatSettings): Seated {
  let seated = start;
  for (const { id, wish } of order) {
    const [proposal] = propose(seated.maps, wish, settings, 1).proposals;
    if (proposal !== undefined) seated = seat(seated, id, proposal);
  }
  return seated;
}

function seat({ maps, placed, filled }: Seated, id: string, proposal: Proposal): Seated {
  const map = maps.get(proposal.performanceId);
  if (map === undefined) return { maps, placed, filled };
  return {
    maps: new Map([...maps, [proposal.performanceId, withTaken(map, proposal.seatIds)]]),
    placed: [...placed, { id, proposal }],
    filled: filled + proposal.seatIds.length,
  };
}

/** Depth first: each option in each of its ways, then left out, while that can still beat the best. */
function descend(search: MassSearch, place: number, seated: Seated): void {
  keepBetter(search, seated);
  const next = search.order[place];
  if (next === undefined || isEnough(search)) return;
  const more = search.fillings.most(place, search.capacity - seated.filled);
  if (seated.filled + more <= search.best.filled) return;
  for (const proposal of waysOf(search, next.wish, seated.maps)) {
    if (isEnough(search)) return;
    descend(search, place + 1, seat(seated, next.id, proposal));
  }
  descend(search, place + 1, seated);
}

function isEnough({ best, bound, effort }: MassSearch): boolean {
  return best.filled >= bound || effort <= 0;
}

function* waysOf(search: MassSearch, wish: SeatWish, maps: SeatMaps): Generator<Proposal> {
  for (const [choice, performanceId] of wish.performanceIds.entries()) {
    const map = maps.get(performanceId);
    if (map === undefined || isEnough(search)) continue;
    search.effort -= 1;
    const date = { choice, performanceId, most: 2 * waysTried, mostInStep: waysTried };
    yield* proposeOn(map, wish, search.settings, date);
  }
}

function told(
  maps: SeatMaps,
  wishes: readonly MassWish[],
  settings: SeatSettings,
  { maps: after, placed, filled }: Seated,
  bound: number,
): MassPlacement {
  const proposals = new Map(placed.map(({ id, proposal }) => [id, proposal]));
  return {
    placed: wishes.flatMap(({ id }) => {
      const proposal = proposals.get(id);
      return proposal === undefined ? [] : [{ id, proposal }];
    }),
    unplaced: wishes.flatMap(({ id, wish }) =>
      proposals.has(id) ? [] : [{ id, reasons: whyNot(maps, after, wish, settings) }],
    ),
    filled,
    bound,
  };
}

/** Whether the others took its places, and what is left on its first choice. */
function whyNot(maps: SeatMaps, after: SeatMaps, wish: SeatWish, settings: SeatSettings): SeatReason[] {
  const { left } = propose(after, wish, settings, 1);
  const alone = propose(maps, wish, settings, 1).proposals.length > 0;
  const outweighed = alone ? [because('mass.outweighed', { quantity: wish.quantity })] : [];
  return [...outweighed, ...(left[0]?.reasons ?? [])];
}
