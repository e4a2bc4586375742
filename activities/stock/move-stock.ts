import { sql } from 'kysely';
import type { Queries } from '../../database/schema.ts';
import { type StockMove, sumMoves } from '../../rules/stock/counters.ts';
import { type FreeSeats, Problem } from '../problem.ts';
import type { StockRowMove, Verb } from '../verb.ts';

/** One change of one stock row. */
export interface StockChange {
  stockId: string;
  move: StockMove;
}

/**
 * Moves places between counters, by the guarded UPDATE of design section 4 (`move_stock` in the database): what raises
 * taken stays within the limit, what raises firm within the capacity, what raises neither always passes. Where a category
 * has a pool, a row borrows from it what it lacks and gives back what it no longer needs (`move_stock_apart`). Rows are
 * taken in the order of their ids, after everything else the verb writes and right before its commit.
 * @throws Problem `stock.insufficient` with what is free.
 */
export function moveStock(verb: Verb, changes: readonly StockChange[]): void {
  const byRow = Map.groupBy(changes, (change) => change.stockId);
  const rows = [...byRow].flatMap(([stockId, parts]) =>
    rowMove(stockId, sumMoves(parts.map(({ move }) => move))),
  );
  verb.move(rows);
  verb.explain(notEnough, async () => {
    const { database, institutionId } = verb.caller;
    const ids = rows.map((row) => row.stockId);
    return new Problem('stock.insufficient', {
      free: await database.read(institutionId, (db) => freeSeats(db, ids)),
    });
  });
}

function rowMove(stockId: string, move: StockMove): StockRowMove[] {
  const { held = 0, ordered = 0, sold = 0, tentative = 0, blocked = 0, allotted = 0, recalling = 0 } = move;
  const options = { stockId, held, ordered, sold, tentative };
  if (blocked !== 0 || allotted !== 0 || recalling !== 0 || move.externalSale === true) {
    const external = move.externalSale === true ? { externalSale: true as const } : {};
    return [{ ...options, blocked, allotted, recalling, ...external, apart: true }];
  }
  return held !== 0 || ordered !== 0 || sold !== 0 || tentative !== 0 ? [options] : [];
}

/** The SQLSTATE `move_stock` refuses with. */
const notEnough = 'PL002';

/** What is free in stock rows, with what their pools still lend, for the refusal that says so. */
export async function freeSeats(db: Queries, stockIds: readonly string[]): Promise<FreeSeats[]> {
  const { rows } = await sql<FreeSeats>`
    select performance_id as "performanceId", show_event.name as "eventName", seat_category_id as "seatCategoryId", category.name as "seatCategoryName",
      contingent_id as "contingentId", contingent.name as "contingentName",
      greatest(0, t.capacity + overbooking - held - ordered - sold - blocked - allotted - recalling
        + greatest(0, coalesce(pool - lent, 0))) as free
    from stock t left join stock_category c using (performance_id, seat_category_id)
      join seat_category category on category.id = seat_category_id
      join contingent on contingent.id = contingent_id
      join performance on performance.id = performance_id
      join show_event on show_event.id = performance.event_id
    where t.id = any(${[...stockIds]}::uuid[]) order by t.id`.execute(db);
  return rows;
}
