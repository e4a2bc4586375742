import { acrossTheHall } from './across-the-hall.ts';
import { hallOf, outside } from './hall.ts';
import type { Search } from './search.ts';
import { type Settled, seatsIn, settleWindow } from './settle-window.ts';
import { bestWindows } from './windows.ts';

/**
 * The best `k` ways to sit, best first, each as seats in hall order. Ways differ by the rows they use; each is the best
 * of its rows, exactly: a row is walked once for every number of people, rows are added up one by one. Where no rows one
 * behind the other will do, the one best way across the hall. Empty when there is none at all.
 */
export function findWays(search: Search, k: number): number[][] {
  const hall = hallOf(search);
  if (search.quantity === 0) return outside(hall, 0, -1).primary < Number.POSITIVE_INFINITY ? [[]] : [];
  const windows = bestWindows(hall, k);
  if (windows.length > 0) {
    return windows
      .map((window) => settleWindow(hall, window))
      .sort(byCost)
      .slice(0, k)
      .map((settled) => seatsIn(hall, settled));
  }
  const across = acrossTheHall(hall);
  return across === null ? [] : [across];
}

function byCost(one: Settled, other: Settled): number {
  return (
    one.window.primary - other.window.primary ||
    one.secondary - other.secondary ||
    one.window.first - other.window.first ||
    one.window.last - other.window.last
  );
}
