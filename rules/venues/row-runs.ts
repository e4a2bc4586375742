import type { PlanPoint } from './plan-layout.ts';

/** A gap is wider than the usual distance of two neighbours of the row by this. */
const widerThanUsual = 1.5;

/** The seats of a row from left to right, or from top to bottom where the row stands upright, as in a side box. */
export function inRowOrder<Seat extends PlanPoint>(seats: readonly Seat[]): Seat[] {
  const upright = spanOf(seats.map(({ y }) => y)) > spanOf(seats.map(({ x }) => x));
  return upright
    ? seats.toSorted((one, other) => one.y - other.y)
    : seats.toSorted((one, other) => one.x - other.x);
}

/**
 * Where a row is split: for each seat in row order, whether an aisle or a gap lies before it. Two neighbours stand apart
 * when their distance is more than one and a half times the usual (median) one of the row; a row of two is whole.
 */
export function gapsInRow(seats: readonly PlanPoint[]): boolean[] {
  const distances = seats.slice(1).map(({ x, y }, index) => {
    const before = seats[index] ?? { x, y };
    return Math.hypot(x - before.x, y - before.y);
  });
  if (distances.length < 2) return seats.map(() => false);
  const usual = distances.toSorted((one, other) => one - other)[Math.floor((distances.length - 1) / 2)] ?? 0;
  return [false, ...distances.map((distance) => usual > 0 && distance > usual * widerThanUsual)];
}

function spanOf(values: readonly number[]): number {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  return most - least;
}
