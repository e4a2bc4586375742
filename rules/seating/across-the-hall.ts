import { type Hall, seatsOfRow } from './hall.ts';
import type { Costs } from './stretch-costs.ts';
import { addAll, countsIn } from './sums.ts';

/** The best seats wherever they are, in hall order, or null when there are too few. Their spread is not counted. */
export function acrossTheHall(hall: Hall): number[] | null {
  const { quantity } = hall.search;
  if (mostAcross(hall) < quantity) return null;
  const used = usedRows(hall);
  const counts = countsIn(
    used.map(({ costs }) => costs),
    quantity,
    0,
  );
  return used.flatMap(({ row }, place) => seatsOfRow(hall, row, counts[place] ?? 0, null));
}

/** Most people, up to the search's quantity, that find a seat at all; -1 when even the wheelchair party does not. */
export function mostAcross(hall: Hall): number {
  const { most, primary } = addAll(
    usedRows(hall).map(({ costs }) => costs),
    hall.search.quantity,
    0,
  );
  return primary.subarray(0, most + 1).findLastIndex((cost) => cost < Number.POSITIVE_INFINITY);
}

function usedRows(hall: Hall): { row: number; costs: Costs }[] {
  return hall.rows.flatMap((costs, row) => (costs === undefined ? [] : [{ row, costs }]));
}
