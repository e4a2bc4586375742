import { acrossTheHall } from './across-the-hall.ts';
import { type Hall, hallOf, outside } from './hall.ts';
import type { Search } from './search.ts';
import { type Settled, seatsIn, settleWindow } from './settle-window.ts';
import { bestWindows, type Window } from './windows.ts';

/**
 * The best `k` ways to sit, best first, each as seats in hall order. Ways differ by the rows they use; each is the best
 * of its rows, exactly: a row is walked once for every number of people, rows are added up one by one. Where no rows one
 * behind the other will do, the one best way across the hall. Empty when there is none at all.
 */
export function findWays(search: Search, k: number): number[][] {
  const hall = hallOf(search);
  if (search.quantity === 0) return outside(hall, 0, -1).primary < Number.POSITIVE_INFINITY ? [[]] : [];
  const windows = bestWindows(hall, k);
  if (windows.length > 0) return settled(hall, windows, k).map((each) => seatsIn(hall, each));
  const across = acrossTheHall(hall);
  return across === null ? [] : [across];
}

/** The best `k` windows. Once there are `k` as good in what comes first, another must beat the worst of them. */
function settled(hall: Hall, windows: readonly Window[], k: number): Settled[] {
  let best: Settled[] = [];
  for (const window of windows) {
    const worst = best[k - 1];
    const rival = worst !== undefined && worst.window.primary <= window.primary;
    best.push(settleWindow(hall, window, rival ? worst.secondary : Number.POSITIVE_INFINITY));
    best = best.sort(byCost).slice(0, k);
  }
  return best;
}

function byCost(one: Settled, other: Settled): number {
  return (
    one.window.primary - other.window.primary ||
    one.secondary - other.secondary ||
    one.window.first - other.window.first ||
    one.window.last - other.window.last
  );
}
