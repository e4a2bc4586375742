import { rowCosts, rowSeats, stretchesByRow } from './row-costs.ts';
import type { Search } from './search.ts';
import { type Costs, type Desk, deskFor, type Stretch } from './stretch-costs.ts';
import { roomFor, type Sums } from './sums.ts';
import { type Weights, weightsOf } from './weights.ts';

/** One search with the costs of its rows. */
export type Hall = Readonly<{
  search: Search;
  weights: Weights;
  stretches: readonly (readonly Stretch[])[];
  /** Undefined: a row with no seat for the group and none of its party. */
  rows: readonly (Costs | undefined)[];
  /** Rows where the wheelchair party sits: they cost also where nobody else sits in them. */
  partyRows: readonly number[];
  /** Costs of rows around a line, kept because windows overlap. */
  aroundLine: Map<string, Costs>;
  desk: Desk;
  /** To add up stretches in. */
  rooms: readonly [Sums, Sums];
  /** To add up rows in. */
  rowRooms: readonly [Sums, Sums];
}>;

export function hallOf(search: Search): Hall {
  const weights = weightsOf(search);
  const stretches = stretchesByRow(search);
  const longest = stretches.flat().reduce((most, { eligible }) => Math.max(most, eligible), 0);
  const desk = deskFor(Math.min(longest, search.quantity));
  const rooms = [roomFor(search.quantity), roomFor(search.quantity)] as const;
  const terms = { search, weights, line: null, mostBlocks: search.quantity, desk };
  return {
    search,
    weights,
    stretches,
    rows: stretches.map((row) => (row.length > 0 ? rowCosts(terms, row, rooms) : undefined)),
    partyRows: [...new Set(search.party.map((index) => search.map.rowOf[index] ?? 0))],
    aroundLine: new Map(),
    desk,
    rooms,
    rowRooms: [roomFor(search.quantity), roomFor(search.quantity)],
  };
}

/** What the rows of the party outside `first` to `last` cost. */
export function outside(
  { rows, partyRows }: Hall,
  first: number,
  last: number,
): Readonly<{ primary: number; secondary: number }> {
  let [primary, secondary] = [0, 0];
  for (const row of partyRows) {
    if (row >= first && row <= last) continue;
    primary += rows[row]?.primary[0] ?? 0;
    secondary += rows[row]?.secondary[0] ?? 0;
  }
  return { primary, secondary };
}

/** The costs of a row in at most `mostBlocks` blocks where people also cost their distance to a column. */
export function costsAroundLine(hall: Hall, row: number, line: number, mostBlocks: number): Costs {
  const key = `${row}/${line}/${mostBlocks}`;
  const known = hall.aroundLine.get(key);
  if (known !== undefined) return known;
  const { search, weights, desk } = hall;
  const costs = rowCosts({ search, weights, line, mostBlocks, desk }, hall.stretches[row] ?? [], hall.rooms);
  hall.aroundLine.set(key, costs);
  return costs;
}

/** The seats of a row that cost least for `count` people, in order. */
export function seatsOfRow(hall: Hall, row: number, count: number, line: number | null): number[] {
  const { search, weights, stretches, desk } = hall;
  return rowSeats({ search, weights, line, mostBlocks: count, desk }, stretches[row] ?? [], count);
}
