import { costsAroundLine, type Hall, outside, seatsOfRow } from './hall.ts';
import { seatKinds } from './search.ts';
import type { Costs } from './stretch-costs.ts';
import { addAll, countsIn } from './sums.ts';
import type { Window } from './windows.ts';

/** The best of a window: its secondary cost, and the line front to back around which people sit (null: one block). */
export type Settled = Readonly<{ window: Window; secondary: number; line: number | null }>;

/**
 * The least secondary cost in a window; a window that cannot cost less than `bound` may be given up with an infinite
 * one. People in several blocks sit around a common line; every column where one of them could sit is thought of, so that
 * the best line is among them.
 */
export function settleWindow(hall: Hall, window: Window, bound: number): Settled {
  const apart = outside(hall, window.first, window.last).secondary;
  if (window.primary < 2 * hall.weights.block) {
    const secondary = leastIn(hall, window, null) + apart;
    return { window, secondary, line: null };
  }
  const columns = columnsIn(hall, window);
  const tried: LineSearch = { hall, window, columns, apart, best: bound, line: null };
  const last = columns.length - 1;
  tryBetween(tried, [{ low: 0, high: last, atLow: tryLine(tried, 0), atHigh: tryLine(tried, last) }]);
  const secondary = tried.line === null ? Number.POSITIVE_INFINITY : tried.best;
  return { window, secondary, line: tried.line };
}

type LineSearch = Readonly<{ hall: Hall; window: Window; columns: readonly number[]; apart: number }> & {
  best: number;
  line: number | null;
};

/** Two lines that were tried, by their place among the columns, and the least sums of distances to them. */
type Gap = Readonly<{ low: number; high: number; atLow: number; atHigh: number }>;

/**
 * The lines between those that were tried, the widest gaps first. A line moved by one column changes nobody's distance
 * by more than one, so the two bound all between them: where these cannot beat the best, none is tried.
 */
function tryBetween(tried: LineSearch, gaps: readonly Gap[]): void {
  const { columns, hall } = tried;
  const narrower: Gap[] = [];
  for (const { low, high, atLow, atHigh } of gaps) {
    const steps = (columns[high] ?? 0) - (columns[low] ?? 0);
    const least = (atLow + atHigh - hall.search.quantity * steps) / 2;
    if (high - low < 2 || least * hall.weights.column > tried.best) continue;
    const middle = Math.floor((low + high) / 2);
    const atMiddle = tryLine(tried, middle);
    narrower.push(
      { low, high: middle, atLow, atHigh: atMiddle },
      { low: middle, high, atLow: atMiddle, atHigh },
    );
  }
  if (narrower.length > 0) tryBetween(tried, narrower);
}

/** Least sum of distances to a line, in half seats; keeps the line when it is the best so far. */
function tryLine(tried: LineSearch, place: number): number {
  const { hall, window, columns, apart } = tried;
  const line = columns[place] ?? 0;
  const secondary = leastIn(hall, window, line);
  if (secondary + apart < tried.best) {
    tried.best = secondary + apart;
    tried.line = line;
  }
  return Math.floor(secondary / hall.weights.column);
}

/** The seats of a settled window, in hall order. */
export function seatsIn(hall: Hall, { window, line }: Settled): number[] {
  const counts = countsIn(rowsOf(hall, window, line), hall.search.quantity, 1);
  return counts.flatMap((count, place) => seatsOfRow(hall, window.first + place, count, line));
}

function leastIn(hall: Hall, window: Window, line: number | null): number {
  const { quantity } = hall.search;
  return addAll(rowsOf(hall, window, line), quantity, 1, hall.rowRooms).secondary[quantity] ?? 0;
}

function rowsOf(hall: Hall, { first, last, primary }: Window, line: number | null): Costs[] {
  const mostBlocks = Math.floor(primary / hall.weights.block) - (last - first);
  const rows: Costs[] = [];
  for (let row = first; row <= last; row += 1) {
    const costs = line === null ? hall.rows[row] : costsAroundLine(hall, row, line, mostBlocks);
    if (costs !== undefined) rows.push(costs);
  }
  return rows;
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
