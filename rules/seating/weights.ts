import type { Search } from './search.ts';

/**
 * The additive criteria as two whole numbers, so that the search compares two additions instead of eight. Each weight is
 * larger than all that the criteria below it can add up to: the order stays lexicographic, and under 2^53 exact.
 * `primary`: blocks, isolated, lone, rows, restricted. `secondary`: spread, distance, cuts.
 */

export type Weights = Readonly<{
  block: number;
  isolated: number;
  lone: number;
  row: number;
  restricted: number;
  column: number;
  distance: number;
  cut: number;
}>;

/** Larger groups would not fit the numbers; they are asked for in parts. */
export const largestGroup = 500;

export function weightsOf({ party, quantity, distance, isolatedAllowed }: Search): Weights {
  const people = quantity + party.length;
  const row = people + 1;
  const lone = row * (people + 1);
  const isolated = lone * (people + 1);
  const cut = 1;
  const step = 2 * people + 1;
  return {
    restricted: 1,
    row,
    lone,
    isolated: isolatedAllowed ? isolated : Number.POSITIVE_INFINITY,
    block: isolated * (2 * people + 1),
    cut,
    distance: step,
    column: step * (people * greatest(distance) + 1),
  };
}

function greatest(values: Int32Array): number {
  return values.reduce((most, value) => Math.max(most, value), 0);
}
