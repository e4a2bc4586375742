import type { ContingentStock } from '../performances/performance-record.ts';

/** What a category has and what is taken of it, its contingents together; of the whole performance without category. */
export type OccupancyRow = {
  performanceId: string;
  seatCategoryId: string | null;
  name: string;
  capacity: number;
  free: number;
  held: number;
  ordered: number;
  sold: number;
  blocked: number;
};

const counted = ['capacity', 'held', 'ordered', 'sold', 'blocked'] as const;

/**
 * The rows of the occupancy, the whole performance first where there are several categories. What is free is counted from
 * the capacity here: a pool is lent to any row, so that what rows say of it does not add up.
 */
export function occupancyOf(performanceId: string, stock: readonly ContingentStock[]): OccupancyRow[] {
  const byCategory = Map.groupBy(stock, ({ seatCategoryId }) => seatCategoryId);
  const rows = [...byCategory].map(([id, part]) => rowOf(performanceId, id, part));
  return rows.length > 1 ? [rowOf(performanceId, null, stock), ...rows] : rows;
}

function rowOf(
  performanceId: string,
  seatCategoryId: string | null,
  stock: readonly ContingentStock[],
): OccupancyRow {
  const sum = (of: (row: ContingentStock) => number) => stock.reduce((total, row) => total + of(row), 0);
  const [capacity = 0, held = 0, ordered = 0, sold = 0, blocked = 0] = counted.map((name) =>
    sum((row) => row[name]),
  );
  const elsewhere = sum((row) => row.allotted + row.recalling);
  const name = stock[0]?.seatCategoryName ?? '';
  const free = capacity - held - ordered - sold - blocked - elsewhere;
  return { performanceId, seatCategoryId, name, capacity, free, held, ordered, sold, blocked };
}
