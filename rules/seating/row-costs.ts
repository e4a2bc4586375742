import { type Search, seatKinds } from './search.ts';
import type { Weights } from './weights.ts';

/**
 * The least cost of seating 0, 1, 2, … people in one row, by walking along it once. While walking, one remembers only
 * how it looks on the left: that is all the next seat can change.
 */
export type RowCosts = Readonly<{
  /** Most people the row was asked for. */
  most: number;
  /** By number of people; infinite where it cannot be done. */
  primary: Float64Array;
  secondary: Float64Array;
}>;

/**
 * On the left: nothing free (`edge`), one of the group (`seated`), one of the wheelchair party (`party`), a free seat
 * with company (`company`), a free seat alone so far, as before (`alone`) or because of us (`leftAlone`).
 */
const left = { edge: 0, seated: 1, party: 2, company: 3, alone: 4, leftAlone: 5 } as const;
const lefts = 6;

type Step = Readonly<{ from: number; to: number; seats: 0 | 1; blocks: 0 | 1; isolated: 0 | 1; cuts: 0 | 1 }>;

function step(from: keyof typeof left, to: keyof typeof left, extra: Partial<Step> = {}): Step {
  return { seats: 0, blocks: 0, isolated: 0, cuts: 0, ...extra, from: left[from], to: left[to] };
}

const stayFree = [
  step('edge', 'alone'),
  step('seated', 'leftAlone', { cuts: 1 }),
  step('party', 'leftAlone', { cuts: 1 }),
  step('company', 'company'),
  step('alone', 'company'),
  step('leftAlone', 'company'),
];

/** What each seat can change, by its kind; an aisle, a gap or the row's end is a wall. */
const steps: readonly (readonly Step[])[] = [
  [
    step('edge', 'edge'),
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
    step('edge', 'seated', { seats: 1, blocks: 1 }),
    step('seated', 'seated', { seats: 1 }),
    step('party', 'seated', { seats: 1, blocks: 1 }),
    step('company', 'seated', { seats: 1, blocks: 1, cuts: 1 }),
    step('alone', 'seated', { seats: 1, blocks: 1, isolated: 1, cuts: 1 }),
    step('leftAlone', 'seated', { seats: 1, blocks: 1, isolated: 1, cuts: 1 }),
  ],
  [
    step('edge', 'party'),
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
  width: number;
  /** Just past a wall: another one changes nothing. */
  atEdge: boolean;
  /** Primary cost from which on a way is of no use. */
  tooMuch: number;
  /** Most people seated so far. */
  reach: number;
  primary: Float64Array;
  secondary: Float64Array;
  nextPrimary: Float64Array;
  nextSecondary: Float64Array;
};

/** How a row is asked for. */
export type RowQuestion = Readonly<{
  row: number;
  /** Most people. */
  most: number;
  /** A column people cost their distance to, or null. */
  line: number | null;
  /** Splits into more blocks are of no use, and counted as impossible. */
  mostBlocks: number;
}>;

/** Costs of a row. */
export function rowCosts(search: Search, weights: Weights, question: RowQuestion): RowCosts {
  return walkRow(search, weights, question, null);
}

/** The seats that cost least for `count` people. Of equal ones always the same. */
export function rowSeats(search: Search, weights: Weights, row: number, count: number, line: number | null) {
  const trace: Trace = [];
  walkRow(search, weights, { row, most: count, line, mostBlocks: count }, trace);
  const width = count + 1;
  const chosen: number[] = [];
  let at: number = left.edge;
  let people = count;
  for (const { seat, from } of trace.toReversed()) {
    const before = from[at * width + people] ?? 0;
    if (seat >= 0 && at === left.seated) {
      chosen.push(seat);
      people -= 1;
    }
    at = before;
  }
  return chosen.reverse();
}

function walkRow(
  search: Search,
  weights: Weights,
  { row, most, line, mostBlocks }: RowQuestion,
  trace: Trace | null,
): RowCosts {
  const { map, kind, distance } = search;
  const walk = newWalk(most, (mostBlocks + 1) * weights.block);
  const end = map.rowStart[row + 1] ?? 0;
  for (let seat = map.rowStart[row] ?? 0; seat < end; seat += 1) {
    const wall = kind[seat] === seatKinds.wall;
    if (map.joined[seat] === 0 || wall) passWall(walk, weights, trace);
    if (wall) continue;
    const restricted = (map.restricted[seat] ?? 0) * weights.restricted;
    const sideways = line === null ? 0 : Math.abs((map.column[seat] ?? 0) - line) * weights.column;
    const far = (distance[seat] ?? 0) * weights.distance;
    walk.atEdge = false;
    pass(walk, weights, kind[seat] ?? 0, restricted, sideways + far, remember(trace, seat, walk.width));
  }
  passWall(walk, weights, trace);
  const primary = walk.primary.subarray(0, most + 1);
  for (let people = 1; people <= most; people += 1) primary[people] = (primary[people] ?? 0) + weights.row;
  return { most, primary, secondary: walk.secondary.subarray(0, most + 1) };
}

function newWalk(most: number, tooMuch: number): Walk {
  const cells = lefts * (most + 1);
  const walk = {
    width: most + 1,
    atEdge: true,
    tooMuch,
    reach: 0,
    primary: new Float64Array(cells).fill(Number.POSITIVE_INFINITY),
    secondary: new Float64Array(cells),
    nextPrimary: new Float64Array(cells),
    nextSecondary: new Float64Array(cells),
  };
  walk.primary[left.edge] = 0;
  return walk;
}

function remember(trace: Trace | null, seat: number, width: number): Uint8Array | null {
  if (trace === null) return null;
  const from = new Uint8Array(lefts * width);
  trace.push({ seat, from });
  return from;
}

function passWall(walk: Walk, weights: Weights, trace: Trace | null): void {
  if (walk.atEdge) return;
  pass(walk, weights, seatKinds.wall, 0, 0, remember(trace, -1, walk.width));
  walk.atEdge = true;
}

/** Walks past one seat or wall. `seatPrimary` and `seatSecondary` are what sitting on it costs. */
function pass(
  walk: Walk,
  weights: Weights,
  kind: number,
  seatPrimary: number,
  seatSecondary: number,
  from: Uint8Array | null,
): void {
  walk.nextPrimary.fill(Number.POSITIVE_INFINITY);
  const reach = walk.reach;
  if (kind === seatKinds.eligible && walk.reach < walk.width - 1) walk.reach += 1;
  for (const each of steps[kind] ?? []) {
    const primary =
      (each.blocks === 1 ? weights.block : 0) +
      (each.isolated === 1 ? weights.isolated : 0) +
      (each.seats === 1 ? seatPrimary : 0);
    if (primary === Number.POSITIVE_INFINITY) continue;
    const secondary = (each.cuts === 1 ? weights.cut : 0) + (each.seats === 1 ? seatSecondary : 0);
    take(walk, each, Math.min(reach, walk.width - 1 - each.seats), primary, secondary, from);
  }
  [walk.primary, walk.nextPrimary] = [walk.nextPrimary, walk.primary];
  [walk.secondary, walk.nextSecondary] = [walk.nextSecondary, walk.secondary];
}

function take(
  { width, tooMuch, primary, secondary, nextPrimary, nextSecondary }: Walk,
  { from, to, seats }: Step,
  reach: number,
  addPrimary: number,
  addSecondary: number,
  trace: Uint8Array | null,
): void {
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
