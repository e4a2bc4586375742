import { type Cost, costsAroundLine, type Hall, outside } from './hall.ts';
import { type RowCosts, rowSeats } from './row-costs.ts';
import { addRow, countsOf, noRows, type RowSums } from './row-sums.ts';
import { seatKinds } from './search.ts';
import type { Window } from './windows.ts';

/** The best of a window: its secondary cost, and the line front to back around which people sit (null: one block). */
export type Settled = Readonly<{ window: Window; secondary: number; line: number | null }>;

/**
 * The least secondary cost in a window. People in several blocks sit around a common line; every column where one of
 * them could sit is tried, so that the best line is among them.
 */
export function settleWindow(hall: Hall, window: Window): Settled {
  const apart = outside(hall, window.first, window.last).secondary;
  if (window.primary < 2 * hall.weights.block) {
    const { secondary } = leastIn(hall, window, null);
    return { window, secondary: secondary + apart, line: null };
  }
  let best: Settled | null = null;
  for (const line of columnsIn(hall, window)) {
    const { primary, secondary } = leastIn(hall, window, line);
    if (primary === Number.POSITIVE_INFINITY) continue;
    if (best === null || secondary + apart < best.secondary) {
      best = { window, secondary: secondary + apart, line };
    }
  }
  return best ?? { window, secondary: Number.POSITIVE_INFINITY, line: null };
}

/** The seats of a settled window, in hall order. */
export function seatsIn(hall: Hall, { window, line }: Settled): number[] {
  const { search, weights } = hall;
  const counts = countsOf(added(hall, window, line), search.quantity);
  return counts.flatMap((count, place) => rowSeats(search, weights, window.first + place, count, line));
}

function leastIn(hall: Hall, window: Window, line: number | null): Cost {
  const sums = added(hall, window, line).at(-1);
  const { quantity } = hall.search;
  return { primary: sums?.primary[quantity] ?? 0, secondary: sums?.secondary[quantity] ?? 0 };
}

function added(hall: Hall, { first, last }: Window, line: number | null): RowSums[] {
  const all: RowSums[] = [];
  let sums = noRows(hall.search.quantity);
  for (let row = first; row <= last; row += 1) {
    const costs: RowCosts | undefined = line === null ? hall.rows[row] : costsAroundLine(hall, row, line);
    if (costs === undefined) return [];
    sums = addRow(sums, costs, 1);
    all.push(sums);
  }
  return all;
}

function columnsIn({ search }: Hall, { first, last }: Window): number[] {
  const { map, kind } = search;
  const columns = new Set<number>();
  const end = map.rowStart[last + 1] ?? 0;
  for (let seat = map.rowStart[first] ?? 0; seat < end; seat += 1) {
    if (kind[seat] === seatKinds.eligible) columns.add(map.column[seat] ?? 0);
  }
  return [...columns].sort((one, other) => one - other);
}
