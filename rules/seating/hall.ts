import { type RowCosts, rowCosts } from './row-costs.ts';
import { type Search, seatKinds } from './search.ts';
import { type Weights, weightsOf } from './weights.ts';

/** One search with the costs of its rows. */
export type Hall = Readonly<{
  search: Search;
  weights: Weights;
  /** Undefined: a row with no seat for the group and none of its party. */
  rows: readonly (RowCosts | undefined)[];
  /** Rows where the wheelchair party sits: they cost also where nobody else sits in them. */
  partyRows: readonly number[];
  /** Costs of rows around a line, kept because windows overlap: by row, column and most blocks. */
  aroundLine: Map<string, RowCosts>;
}>;

export type Cost = Readonly<{ primary: number; secondary: number }>;

/** Walks each row once for every number of people it can seat. */
export function hallOf(search: Search): Hall {
  const weights = weightsOf(search);
  const { map, kind } = search;
  const eligible = new Int32Array(map.rowStart.length - 1);
  for (let seat = 0; seat < kind.length; seat += 1) {
    if (kind[seat] !== seatKinds.eligible) continue;
    const row = map.rowOf[seat] ?? 0;
    eligible[row] = (eligible[row] ?? 0) + 1;
  }
  const partyRows = [...new Set(search.party.map((index) => map.rowOf[index] ?? 0))];
  const rows: (RowCosts | undefined)[] = [];
  for (const [row, count] of eligible.entries()) {
    const used = count > 0 || partyRows.includes(row);
    rows.push(
      used
        ? rowCosts(search, weights, {
            row,
            most: Math.min(search.quantity, count),
            line: null,
            mostBlocks: search.quantity,
          })
        : undefined,
    );
  }
  return { search, weights, rows, partyRows, aroundLine: new Map() };
}

/** What the rows of the party outside `first` to `last` cost. */
export function outside({ rows, partyRows }: Hall, first: number, last: number): Cost {
  let [primary, secondary] = [0, 0];
  for (const row of partyRows) {
    if (row >= first && row <= last) continue;
    primary += rows[row]?.primary[0] ?? 0;
    secondary += rows[row]?.secondary[0] ?? 0;
  }
  return { primary, secondary };
}

/** The costs of a row in at most `mostBlocks` blocks where people also cost their distance to a column. */
export function costsAroundLine(hall: Hall, row: number, line: number, mostBlocks: number): RowCosts {
  const key = `${row}/${line}/${mostBlocks}`;
  const known = hall.aroundLine.get(key);
  if (known !== undefined) return known;
  const most = hall.rows[row]?.most ?? 0;
  const costs = rowCosts(hall.search, hall.weights, { row, most, line, mostBlocks });
  hall.aroundLine.set(key, costs);
  return costs;
}
