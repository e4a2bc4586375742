import { type Hall, outside } from './hall.ts';
import { addPlace, nobodySeated, primaryOf } from './sums.ts';

/** Rows `first` to `last`, one behind the other, each with at least one of the group. */
export type Window = Readonly<{ first: number; last: number; primary: number }>;

/** All windows whose primary cost is among the `k` least, with those equal to the last of them. */
export function bestWindows(hall: Hall, k: number): Window[] {
  const { blockStart } = hall.search.map;
  const least: number[] = [];
  const windows: Window[] = [];
  const worst = () => (least.length < k ? Number.POSITIVE_INFINITY : (least[k - 1] ?? 0));
  for (let block = 0; block + 1 < blockStart.length; block += 1) {
    const end = blockStart[block + 1] ?? 0;
    for (let first = blockStart[block] ?? 0; first < end; first += 1) {
      for (const window of windowsFrom(hall, first, end, worst)) {
        windows.push(window);
        least.push(window.primary);
        least.sort((one, other) => one - other).splice(k);
      }
    }
  }
  return windows.filter(({ primary }) => primary <= worst());
}

/** The windows that begin at a row and can still be among the best: each row more is one block more at least. */
function* windowsFrom(hall: Hall, first: number, end: number, worst: () => number): Generator<Window> {
  const { weights, search } = hall;
  let [sums, spare] = hall.rowRooms;
  nobodySeated(search.quantity, sums);
  for (let row = first; row < end; row += 1) {
    const costs = hall.rows[row];
    if (costs === undefined || costs.most === 0) return;
    if ((row - first + 1) * (weights.block + weights.row) > worst()) return;
    addPlace(sums, costs, 1, search.quantity, spare);
    [sums, spare] = [spare, sums];
    const primary = primaryOf(sums, search.quantity) + outside(hall, first, row).primary;
    if (primary < Number.POSITIVE_INFINITY && primary <= worst()) yield { first, last: row, primary };
  }
}
