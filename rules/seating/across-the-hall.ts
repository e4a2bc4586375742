import type { Hall } from './hall.ts';
import { type RowCosts, rowSeats } from './row-costs.ts';
import { addRow, countsOf, noRows, type RowSums } from './row-sums.ts';

/** The best seats wherever they are, in hall order, or null when there are too few. Their spread is not counted. */
export function acrossTheHall(hall: Hall): number[] | null {
  const { quantity } = hall.search;
  const used = usedRows(hall);
  const sums = added(used, quantity);
  const least = sums.at(-1)?.primary[quantity] ?? Number.POSITIVE_INFINITY;
  if (least === Number.POSITIVE_INFINITY) return null;
  const counts = countsOf(sums, quantity);
  return used.flatMap(({ row }, place) => rowSeats(hall.search, hall.weights, row, counts[place] ?? 0, null));
}

/** Most people, up to the search's quantity, that find a seat at all. */
export function mostAcross(hall: Hall): number {
  const last = added(usedRows(hall), hall.search.quantity).at(-1);
  return last?.primary.findLastIndex((cost) => cost < Number.POSITIVE_INFINITY) ?? 0;
}

function usedRows(hall: Hall): { row: number; costs: RowCosts }[] {
  return hall.rows.flatMap((costs, row) => (costs === undefined ? [] : [{ row, costs }]));
}

function added(used: readonly { costs: RowCosts }[], quantity: number): RowSums[] {
  const all: RowSums[] = [];
  let sums = noRows(quantity);
  for (const { costs } of used) {
    sums = addRow(sums, costs, 0);
    all.push(sums);
  }
  return all;
}
