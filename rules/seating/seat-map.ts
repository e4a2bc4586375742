/**
 * What the seat engine is given: the seats of one performance, as they stand in the hall. All of them, also those taken
 * or out of the wish's reach: whether a seat is left alone depends on its neighbours, whoever has them.
 */
export type Seat = Readonly<{
  id: string;
  zone: string;
  /** Empty: the zone has no blocks. Rows stand one behind the other within a block. */
  block: string;
  /** Row within the block, counted from the front. */
  rowOrder: number;
  /**
   * Where the seat stands in its row, counted as one walks along it; never the printed number, which may be odd on one
   * side, even on the other, or skip.
   */
  place: number;
  /** Seats of a row that stand side by side share it: an aisle or a gap starts a new one. */
  run: number;
  /** Any unit of length, the same for both; the stage is where `y` is small. */
  x: number;
  y: number;
  seatCategoryId: string;
  /** 1 = best. */
  categoryRank: number;
  contingentId: string;
  state: 'free' | 'taken' | 'blocked';
  wheelchair: boolean;
  companion: boolean;
  restrictedView: boolean;
}>;

export type Point = Readonly<{ x: number; y: number }>;

/** The seats in the order of the hall with what the engine asks often, computed once. Seats are known by their index. */
export type SeatMap = Readonly<{
  seats: readonly Seat[];
  indexOf: ReadonlyMap<string, number>;
  /** 1 = free. */
  free: Uint8Array;
  /** 1 = stands beside the seat before it, without aisle, gap or missing seat between. */
  joined: Uint8Array;
  /** 1 = restricted view. */
  restricted: Uint8Array;
  rowOf: Int32Array;
  /** First seat of each row, and the number of seats after the last. */
  rowStart: Int32Array;
  /** First row of each block, and the number of rows after the last. */
  blockStart: Int32Array;
  /** Sideways position in half seats. */
  column: Int32Array;
  /** Distance to the best point in steps of three seats. */
  distance: Int32Array;
  /** Usual distance of two neighbours. */
  pitch: number;
}>;

/** Farther columns and distances count as this far: the weights of the score stay exact. */
const farthestColumn = 4_000;
const farthestDistance = 700;

/**
 * The map of a performance. `focus` is its best point: by default the middle of the front row. The order in which the
 * seats are given does not matter.
 */
export function seatMap(seats: readonly Seat[], focus: Point = frontCentre(seats)): SeatMap {
  const ordered = seats.toSorted(inHallOrder);
  const joined = new Uint8Array(ordered.length);
  const rowOf = new Int32Array(ordered.length);
  const rowStart: number[] = [];
  const blockStart: number[] = [];
  const distances: number[] = [];
  for (const [index, seat] of ordered.entries()) {
    const before = ordered[index - 1];
    if (before === undefined || !sameBlock(before, seat)) blockStart.push(rowStart.length);
    if (before === undefined || !sameRow(before, seat)) rowStart.push(index);
    else if (before.run === seat.run && before.place + 1 === seat.place) {
      joined[index] = 1;
      distances.push(Math.hypot(seat.x - before.x, seat.y - before.y));
    }
    rowOf[index] = rowStart.length - 1;
  }
  const pitch = median(distances) || 1;
  const left = least(ordered.map(({ x }) => x));
  return {
    seats: ordered,
    indexOf: new Map(ordered.map(({ id }, index) => [id, index])),
    free: Uint8Array.from(ordered, ({ state }) => (state === 'free' ? 1 : 0)),
    joined,
    restricted: Uint8Array.from(ordered, ({ restrictedView }) => (restrictedView ? 1 : 0)),
    rowOf,
    rowStart: Int32Array.from([...rowStart, ordered.length]),
    blockStart: Int32Array.from([...blockStart, rowStart.length]),
    column: Int32Array.from(ordered, ({ x }) =>
      Math.min(farthestColumn, Math.round((2 * (x - left)) / pitch)),
    ),
    distance: distancesTo(ordered, focus, pitch),
    pitch,
  };
}

/** The same map after these seats were taken. */
export function withTaken(map: SeatMap, seatIds: readonly string[]): SeatMap {
  const free = map.free.slice();
  for (const id of seatIds) {
    const index = map.indexOf.get(id);
    if (index !== undefined) free[index] = 0;
  }
  return { ...map, free };
}

/** Distance of each seat to a point, in steps of three seats: near enough is as good. */
export function distancesTo(seats: readonly Seat[], focus: Point, pitch: number): Int32Array {
  return Int32Array.from(seats, ({ x, y }) =>
    Math.min(farthestDistance, Math.round(Math.hypot(x - focus.x, y - focus.y) / (3 * pitch))),
  );
}

/** The categories one step better than `seatCategoryId` in this hall: the upgrade, one as a rule, none for the best. */
export function categoriesAbove(map: SeatMap, seatCategoryId: string): ReadonlySet<string> {
  const rank = map.seats.find((seat) => seat.seatCategoryId === seatCategoryId)?.categoryRank;
  if (rank === undefined) return new Set();
  let above = 0;
  for (const { categoryRank } of map.seats) {
    if (categoryRank < rank && categoryRank > above) above = categoryRank;
  }
  return new Set(map.seats.filter((seat) => seat.categoryRank === above).map((seat) => seat.seatCategoryId));
}

/** Where a seat stands, as one walks through the hall. */
type Standing = Pick<Seat, 'id' | 'zone' | 'block' | 'rowOrder' | 'place'>;

/** Zone by zone, block by block, row by row from the front, along the row. */
export function inHallOrder(one: Standing, other: Standing): number {
  return (
    compare(one.zone, other.zone) ||
    compare(one.block, other.block) ||
    one.rowOrder - other.rowOrder ||
    one.place - other.place ||
    compare(one.id, other.id)
  );
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

function sameBlock(one: Seat, other: Seat): boolean {
  return one.zone === other.zone && one.block === other.block;
}

function sameRow(one: Seat, other: Seat): boolean {
  return sameBlock(one, other) && one.rowOrder === other.rowOrder;
}

function frontCentre(seats: readonly Seat[]): Point {
  const xs = seats.map(({ x }) => x);
  const right = xs.reduce((most, x) => Math.max(most, x), Number.NEGATIVE_INFINITY);
  return { x: (least(xs) + right) / 2, y: least(seats.map(({ y }) => y)) };
}

function least(values: readonly number[]): number {
  return values.reduce((lowest, value) => Math.min(lowest, value), Number.POSITIVE_INFINITY);
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}
