import { apply, firm, free, type StockMove, type StockRow, taken } from './counters.ts';

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

/** A row of a category and what moves in it. */
export type CategoryMove = { row: StockRow; move: StockMove };

/** The pool of a category: a percentage of its capacity, rounded down to whole places. */
export function poolSize(percent: number, capacity: number): number {
  return Math.floor((percent * capacity) / 100);
}

/** What the rows of a category may still borrow; negative while a lowered pool has more lent than it holds. */
export function spare({ pool, lent }: Pick<StockCategoryRow, 'pool' | 'lent'>): number {
  return pool - lent;
}

/** True when rows of the category stand under its pool: their overbooking is then what it lends them. */
export function isPooled({ pool, lent }: Pick<StockCategoryRow, 'pool' | 'lent'>): boolean {
  return pool > 0 || lent > 0;
}

/**
 * A row and its category after a move, or `insufficient`. What the placement lacks is borrowed first, if the pool has
 * it; after the move the row gives back all overbooking it does not need. A sale made elsewhere borrows what there is,
 * and goes over the limit with the rest. Without a pool the row stands alone.
 */
export function applyWithPool(
  category: StockCategoryRow,
  row: StockRow,
  move: StockMove,
): { category: StockCategoryRow; row: StockRow } | 'insufficient' {
  if (!isPooled(category)) {
    const alone = apply(row, move);
    return alone === 'insufficient' ? alone : { category, row: alone };
  }
  const lacking = takes(move) > 0 ? Math.max(0, takes(move) - free(row)) : 0;
  const borrowed = Math.min(lacking, Math.max(0, spare(category)));
  if (borrowed < lacking && move.externalSale !== true) return 'insufficient';
  const after = apply(row, { ...move, overbooking: (move.overbooking ?? 0) + borrowed });
  if (after === 'insufficient') return 'insufficient';
  return settle(category, row, after);
}

/**
 * Several rows of one category, each with all that moves in it: rows that give back come first, so that what they return
 * can be lent again. All or nothing.
 */
export function applyToCategory(
  category: StockCategoryRow,
  moves: readonly CategoryMove[],
): { category: StockCategoryRow; rows: StockRow[] } | 'insufficient' {
  const rows = moves.map(({ row }) => row);
  let at = category;
  const order = moves.map((_, index) => index).toSorted((a, b) => rises(moves[a]) - rises(moves[b]));
  for (const index of order) {
    const each = moves[index];
    if (each === undefined) continue;
    const after = applyWithPool(at, each.row, each.move);
    if (after === 'insufficient') return 'insufficient';
    at = after.category;
    rows[index] = after.row;
  }
  return { category: at, rows };
}

/** How far options may go above a category's capacity: a share of each row, or a pool over all of them. */
export type Overbooking = { basis: 'capacity' | 'quota'; percent: number };

/**
 * A category and its rows under another setting. Rows of a pool keep what they have and need; a share takes its place.
 * What is taken stays taken: a row over its new limit, a pool with more lent than it holds, only shrink.
 */
export function overbook(
  category: StockCategoryRow,
  rows: readonly StockRow[],
  { basis, percent }: Overbooking,
): { category: StockCategoryRow; rows: StockRow[] } {
  const next = rows.map((row) => {
    const wanted =
      basis === 'quota' ? poolSize(percent, row.capacity) : Math.min(row.overbooking, needed(row));
    return changed(row, wanted);
  });
  const pool = basis === 'quota' ? 0 : poolSize(percent, category.capacity);
  const lent = basis === 'quota' ? 0 : next.reduce((sum, { overbooking }) => sum + overbooking, 0);
  return { category: { ...category, pool, lent, poolCeiling: Math.max(pool, lent) }, rows: next };
}

/** What a row has taken above its own capacity. */
function needed(row: StockRow): number {
  return Math.max(0, taken(row) - row.capacity);
}

function settle(category: StockCategoryRow, before: StockRow, after: StockRow) {
  const row = changed(after, Math.min(after.overbooking, needed(after)));
  const lent = category.lent + row.overbooking - before.overbooking;
  return { category: { ...category, lent, poolCeiling: Math.max(category.pool, lent) }, row };
}

function changed(row: StockRow, overbooking: number): StockRow {
  return {
    ...row,
    overbooking,
    ceiling: Math.max(row.capacity + overbooking, taken(row)),
    firmCeiling: Math.max(row.capacity, firm(row)),
  };
}

function takes(move: StockMove): number {
  const { held = 0, ordered = 0, sold = 0, blocked = 0, allotted = 0, recalling = 0 } = move;
  return held + ordered + sold + blocked + allotted + recalling;
}

function rises(move: CategoryMove | undefined): 0 | 1 {
  return move !== undefined && takes(move.move) > 0 ? 1 : 0;
}
