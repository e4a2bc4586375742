import { apply, free, type StockMove, type StockRow, taken } from './counters.ts';

/**
 * Above the contingents: what a performance has in one seat category (design section 4 "Stock"). Overbooking of the
 * whole capacity lies in a pool; rows start without overbooking, borrow from it what a placement lacks and give back
 * what they no longer need.
 */
export type StockCategoryRow = Readonly<{
  capacity: number;
  /** Capacity handed out to contingents. */
  assigned: number;
  pool: number;
  lent: number;
  /** Lets a lowered pool shrink without refusing what is lent already. */
  poolCeiling: number;
}>;

/** The pool of a category: a percentage of its capacity, rounded down to whole places. */
export function poolSize(percent: number, capacity: number): number {
  return Math.floor((percent * capacity) / 100);
}

/**
 * A row and its category after a move, or `insufficient`. What the placement lacks is borrowed first, if the pool has
 * it; after the move the row gives back all overbooking it does not need.
 */
export function applyWithPool(
  category: StockCategoryRow,
  row: StockRow,
  move: StockMove,
): { category: StockCategoryRow; row: StockRow } | 'insufficient' {
  const lacking = Math.max(0, takes(move) - free(row));
  const borrowed = takes(move) > 0 && category.lent + lacking <= category.pool ? lacking : 0;
  const after = apply(row, { ...move, overbooking: (move.overbooking ?? 0) + borrowed });
  if (after === 'insufficient') return 'insufficient';
  const surplus = Math.max(0, after.overbooking - Math.max(0, taken(after) - after.capacity));
  const settled = apply(after, { overbooking: -surplus });
  if (settled === 'insufficient') return 'insufficient';
  const lent = category.lent + borrowed - surplus;
  return { category: { ...category, lent, poolCeiling: Math.max(category.pool, lent) }, row: settled };
}

function takes(move: StockMove): number {
  const { held = 0, ordered = 0, sold = 0, blocked = 0, allotted = 0, recalling = 0 } = move;
  return held + ordered + sold + blocked + allotted + recalling;
}
