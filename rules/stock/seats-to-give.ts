/**
 * Which numbered seats leave a contingent when only their number was said: those farthest from the stage, whole rows
 * first, so that the best stay together; and so that no free seat is left alone on either side, where that can be
 * helped.
 */

/** A free seat of the contingent that gives, where it stands. */
export interface GivenSeat {
  id: string;
  zone: string;
  block: string;
  rowOrder: number;
  place: number;
  run: number;
  x: number;
  y: number;
}

/** Seats that stand side by side. The outer end comes first: it leaves first. */
type Stretch = { seats: GivenSeat[]; depth: number };

/** One orphan weighs more than any distance. */
const orphanCost = 1e9;
/** A stretch that is cut in two, where the distance is the same. */
const cutCost = 0.5;

/**
 * The ids of `quantity` of these seats. Of all ways that cut each stretch of neighbours at most once, the one with the
 * fewest seats left alone (given or kept); of those, the farthest from the stage by whole rows. The same seats give the
 * same answer in whatever order they come.
 * @throws RangeError when there are fewer seats than that.
 */
export function seatsToGive(free: readonly GivenSeat[], quantity: number): string[] {
  if (quantity > free.length) throw new RangeError(`${quantity} of ${free.length} seats`);
  const stretches = stretchesOf(free);
  const cuts = cheapestCuts(stretches, quantity);
  return stretches.flatMap(({ seats }, at) => seats.slice(0, cuts[at]).map(({ id }) => id));
}

/** How many seats of each stretch go: exact, by the sums that can be reached stretch by stretch. */
function cheapestCuts(stretches: readonly Stretch[], quantity: number): number[] {
  let costs: number[] = Array(quantity + 1).fill(Number.POSITIVE_INFINITY);
  costs[0] = 0;
  const taken: Uint16Array[] = [];
  for (const stretch of stretches) {
    const next: number[] = Array(quantity + 1).fill(Number.POSITIVE_INFINITY);
    const choice = new Uint16Array(quantity + 1);
    for (let give = 0; give <= Math.min(stretch.seats.length, quantity); give += 1) {
      const cost = costOf(stretch, give);
      for (let sum = give; sum <= quantity; sum += 1) {
        const reached = (costs[sum - give] ?? Number.POSITIVE_INFINITY) + cost;
        if (reached < (next[sum] ?? Number.POSITIVE_INFINITY)) {
          next[sum] = reached;
          choice[sum] = give;
        }
      }
    }
    costs = next;
    taken.push(choice);
  }
  let left = quantity;
  const cuts = taken.toReversed().map((choice) => {
    const give = choice[left] ?? 0;
    left -= give;
    return give;
  });
  return cuts.reverse();
}

function costOf({ seats, depth }: Stretch, give: number): number {
  if (give === 0 || give === seats.length) return give * depth;
  const orphans = (give === 1 ? 1 : 0) + (seats.length - give === 1 ? 1 : 0);
  return orphans * orphanCost + cutCost + give * depth;
}

/** Rows from the farthest to the nearest, each in its stretches; `depth` counts the rows. */
function stretchesOf(free: readonly GivenSeat[]): Stretch[] {
  const focus = frontCentre(free);
  const rows = [...Map.groupBy(free, (seat) => JSON.stringify([seat.zone, seat.block, seat.rowOrder]))].map(
    ([key, seats]) => ({ key, seats: seats.toSorted(inRow), distance: distanceOf(seats, focus) }),
  );
  rows.sort((one, other) => other.distance - one.distance || (one.key < other.key ? -1 : 1));
  return rows.flatMap(({ seats }, depth) =>
    neighbours(seats).map((stretch) => ({ seats: outerFirst(stretch, focus.x), depth })),
  );
}

function inRow(one: GivenSeat, other: GivenSeat): number {
  return one.run - other.run || one.place - other.place || (one.id < other.id ? -1 : 1);
}

function neighbours(row: readonly GivenSeat[]): GivenSeat[][] {
  const stretches: GivenSeat[][] = [];
  for (const seat of row) {
    const last = stretches.at(-1);
    const before = last?.at(-1);
    if (before !== undefined && before.run === seat.run && before.place + 1 === seat.place) last?.push(seat);
    else stretches.push([seat]);
  }
  return stretches;
}

function outerFirst(stretch: GivenSeat[], centre: number): GivenSeat[] {
  const away = (seat: GivenSeat | undefined) => Math.abs((seat?.x ?? centre) - centre);
  return away(stretch.at(-1)) > away(stretch[0]) ? stretch.toReversed() : stretch;
}

/** Mean distance of a row, in whole units: rows that lie as far are told apart by their name. */
function distanceOf(seats: readonly GivenSeat[], focus: { x: number; y: number }): number {
  const sum = seats.reduce((total, { x, y }) => total + Math.hypot(x - focus.x, y - focus.y), 0);
  return Math.round(sum / seats.length);
}

function frontCentre(seats: readonly GivenSeat[]): { x: number; y: number } {
  const lowest = (of: (seat: GivenSeat) => number) =>
    seats.reduce((least, seat) => Math.min(least, of(seat)), Number.POSITIVE_INFINITY);
  const right = -lowest(({ x }) => -x);
  return { x: (lowest(({ x }) => x) + right) / 2, y: lowest(({ y }) => y) };
}
