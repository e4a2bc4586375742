import type { RowCosts } from './row-costs.ts';

/** The least cost of seating 0, 1, 2, … people in several rows, and how many of them sit in the last. */
export type RowSums = Readonly<{ primary: Float64Array; secondary: Float64Array; here: Int16Array }>;

/** Nobody seated, no row. */
export function noRows(quantity: number): RowSums {
  const sums = emptySums(quantity);
  sums.primary[0] = 0;
  return sums;
}

/** One more row, which seats at least `fewest`. */
export function addRow(before: RowSums, row: RowCosts, fewest: 0 | 1): RowSums {
  const quantity = before.primary.length - 1;
  const sums = emptySums(quantity);
  for (let people = 0; people <= quantity; people += 1) {
    const primary = before.primary[people] ?? 0;
    if (primary === Number.POSITIVE_INFINITY) continue;
    const secondary = before.secondary[people] ?? 0;
    const most = Math.min(row.most, quantity - people);
    for (let here = fewest; here <= most; here += 1) {
      const cost = primary + (row.primary[here] ?? 0);
      const least = sums.primary[people + here] ?? 0;
      if (cost > least || cost === Number.POSITIVE_INFINITY) continue;
      const fine = secondary + (row.secondary[here] ?? 0);
      if (cost === least && fine >= (sums.secondary[people + here] ?? 0)) continue;
      sums.primary[people + here] = cost;
      sums.secondary[people + here] = fine;
      sums.here[people + here] = here;
    }
  }
  return sums;
}

/** How many people each row seats, in the order the rows were added. */
export function countsOf(added: readonly RowSums[], quantity: number): number[] {
  let people = quantity;
  const counts: number[] = [];
  for (const { here } of added.toReversed()) {
    const count = here[people] ?? 0;
    counts.push(count);
    people -= count;
  }
  return counts.reverse();
}

function emptySums(quantity: number) {
  return {
    primary: new Float64Array(quantity + 1).fill(Number.POSITIVE_INFINITY),
    secondary: new Float64Array(quantity + 1),
    here: new Int16Array(quantity + 1),
  };
}
