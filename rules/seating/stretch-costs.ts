import { type Search, seatKinds } from './search.ts';
import type { Weights } from './weights.ts';

/** The least cost of seating 0, 1, 2, … people somewhere; infinite where it cannot be done. */
export type Costs = Readonly<{
  /** Most people; the arrays may be longer. */
  most: number;
  primary: Float64Array;
  secondary: Float64Array;
}>;

/** Seats side by side, none of them taken by others: from `start` up to but without `end`. */
export type Stretch = Readonly<{ start: number; end: number; eligible: number }>;

/** How people are seated: what they cost. */
export type Terms = Readonly<{
  search: Search;
  weights: Weights;
  /** A column people cost their distance to, or null. */
  line: number | null;
  /** Splits into more blocks are of no use, and counted as impossible. */
  mostBlocks: number;
  /** Room to calculate in, used again for each stretch: it is most of the time otherwise. */
  desk: Desk;
}>;

export type Desk = {
  primary: Float64Array;
  secondary: Float64Array;
  nextPrimary: Float64Array;
  nextSecondary: Float64Array;
};

/** Room for stretches of up to `longest` eligible seats. */
export function deskFor(longest: number): Desk {
  const cells = lefts * (longest + 1);
  return {
    primary: new Float64Array(cells),
    secondary: new Float64Array(cells),
    nextPrimary: new Float64Array(cells),
    nextSecondary: new Float64Array(cells),
  };
}

/**
 * A stretch is walked along once, seat by seat. While walking, one remembers only how it looks on the left: that is all
 * the next seat can change. On the left: nothing free (`edge`), one of the group
 * who began a block (`first`) or sits beside another (`seated`), one of the wheelchair party (`party`), a free seat with company (`company`), a free seat alone so far, as
 * before (`alone`) or because of us (`leftAlone`).
 */
const left = { edge: 0, first: 1, seated: 2, party: 3, company: 4, alone: 5, leftAlone: 6 } as const;
const lefts = 7;

type Step = Readonly<{
  from: number;
  to: number;
  seats: 0 | 1;
  blocks: 0 | 1;
  isolated: 0 | 1;
  lone: 0 | 1;
  cuts: 0 | 1;
}>;

function step(from: keyof typeof left, to: keyof typeof left, extra: Partial<Step> = {}): Step {
  return { seats: 0, blocks: 0, isolated: 0, lone: 0, cuts: 0, ...extra, from: left[from], to: left[to] };
}

const stayFree = [
  step('edge', 'alone'),
  step('first', 'leftAlone', { lone: 1, cuts: 1 }),
  step('seated', 'leftAlone', { cuts: 1 }),
  step('party', 'leftAlone', { cuts: 1 }),
  step('company', 'company'),
  step('alone', 'company'),
  step('leftAlone', 'company'),
];

/** What each seat can change, by its kind; the end of the stretch is a wall. */
const steps: readonly (readonly Step[])[] = [
  [
    step('edge', 'edge'),
    step('first', 'edge', { lone: 1 }),
    step('seated', 'edge'),
    step('party', 'edge'),
    step('company', 'edge'),
    step('alone', 'edge'),
    step('leftAlone', 'edge', { isolated: 1 }),
  ],
  stayFree,
  stayFree.map((each) => ({ ...each, to: left.company })),
  [
    ...stayFree,
    step('edge', 'first', { seats: 1, blocks: 1 }),
    step('first', 'seated', { seats: 1 }),
    step('seated', 'seated', { seats: 1 }),
    step('party', 'seated', { seats: 1, blocks: 1 }),
    step('company', 'first', { seats: 1, blocks: 1, cuts: 1 }),
    step('alone', 'first', { seats: 1, blocks: 1, isolated: 1, cuts: 1 }),
    step('leftAlone', 'first', { seats: 1, blocks: 1, isolated: 1, cuts: 1 }),
  ],
  [
    step('edge', 'party'),
    step('first', 'party'),
    step('seated', 'party'),
    step('party', 'party'),
    step('company', 'party', { cuts: 1 }),
    step('alone', 'party', { isolated: 1, cuts: 1 }),
    step('leftAlone', 'party', { isolated: 1, cuts: 1 }),
  ],
];

/** Whether a seat is taken is known from where the walk stands after it. */
type Trace = { seat: number; from: Uint8Array }[];

type Walk = {
  desk: Desk;
  width: number;
  /** Most people seated so far. */
  reach: number;
  /** Primary cost from which on a way is of no use. */
  tooMuch: number;
};

/** The costs of a stretch for up to as many people as it has eligible seats; they lie on the desk until its next use. */
export function stretchCosts(terms: Terms, stretch: Stretch, most: number): Costs {
  return walkAlong(terms, stretch, Math.min(most, stretch.eligible), null);
}

/** The seats that cost least for `count` people, in order. Of equal ones always the same. */
export function stretchSeats(terms: Terms, stretch: Stretch, count: number): number[] {
  const trace: Trace = [];
  walkAlong(terms, stretch, count, trace);
  const width = count + 1;
  const chosen: number[] = [];
  let at: number = left.edge;
  let people = count;
  for (const { seat, from } of trace.toReversed()) {
    const before = from[at * width + people] ?? 0;
    if (at === left.first || at === left.seated) {
      chosen.push(seat);
      people -= 1;
    }
    at = before;
  }
  return chosen.reverse();
}

function walkAlong(
  { search, weights, line, mostBlocks, desk }: Terms,
  { start, end }: Stretch,
  most: number,
  trace: Trace | null,
): Costs {
  const { map, kind, distance } = search;
  const walk = newWalk(desk, most, (mostBlocks + 1) * weights.block);
  for (let seat = start; seat < end; seat += 1) {
    const restricted = (map.restricted[seat] ?? 0) * weights.restricted;
    const sideways = line === null ? 0 : Math.abs((map.column[seat] ?? 0) - line) * weights.column;
    const far = (distance[seat] ?? 0) * weights.distance;
    pass(walk, weights, kind[seat] ?? 0, restricted, sideways + far, remember(trace, seat, walk.width));
  }
  pass(walk, weights, seatKinds.wall, 0, 0, remember(trace, end, walk.width));
  return { most, primary: desk.primary, secondary: desk.secondary };
}

function newWalk(desk: Desk, most: number, tooMuch: number): Walk {
  const width = most + 1;
  desk.primary.fill(Number.POSITIVE_INFINITY, 0, lefts * width);
  desk.primary[left.edge] = 0;
  desk.secondary[left.edge] = 0;
  return { desk, width, reach: 0, tooMuch };
}

function remember(trace: Trace | null, seat: number, width: number): Uint8Array | null {
  if (trace === null) return null;
  const from = new Uint8Array(lefts * width);
  trace.push({ seat, from });
  return from;
}

/** Walks past one seat, or the end. `seatPrimary` and `seatSecondary` are what sitting on it costs. */
function pass(
  walk: Walk,
  weights: Weights,
  kind: number,
  seatPrimary: number,
  seatSecondary: number,
  from: Uint8Array | null,
): void {
  const { desk } = walk;
  desk.nextPrimary.fill(Number.POSITIVE_INFINITY, 0, lefts * walk.width);
  const reach = walk.reach;
  if (kind === seatKinds.eligible && walk.reach < walk.width - 1) walk.reach += 1;
  for (const each of steps[kind] ?? []) {
    const primary =
      (each.blocks === 1 ? weights.block : 0) +
      (each.isolated === 1 ? weights.isolated : 0) +
      (each.lone === 1 ? weights.lone : 0) +
      (each.seats === 1 ? seatPrimary : 0);
    if (primary === Number.POSITIVE_INFINITY) continue;
    const secondary = (each.cuts === 1 ? weights.cut : 0) + (each.seats === 1 ? seatSecondary : 0);
    take(walk, each, Math.min(reach, walk.width - 1 - each.seats), primary, secondary, from);
  }
  [desk.primary, desk.nextPrimary] = [desk.nextPrimary, desk.primary];
  [desk.secondary, desk.nextSecondary] = [desk.nextSecondary, desk.secondary];
}

function take(
  { width, tooMuch, desk }: Walk,
  { from, to, seats }: Step,
  reach: number,
  addPrimary: number,
  addSecondary: number,
  trace: Uint8Array | null,
): void {
  const { primary, secondary, nextPrimary, nextSecondary } = desk;
  const source = from * width;
  const target = to * width + seats;
  for (let people = 0; people <= reach; people += 1) {
    const cost = (primary[source + people] ?? 0) + addPrimary;
    const place = target + people;
    const least = nextPrimary[place] ?? 0;
    if (cost > least || cost >= tooMuch) continue;
    const fine = (secondary[source + people] ?? 0) + addSecondary;
    if (cost === least && fine >= (nextSecondary[place] ?? 0)) continue;
    nextPrimary[place] = cost;
    nextSecondary[place] = fine;
    if (trace !== null) trace[place] = from;
  }
}
