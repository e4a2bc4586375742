import { sql } from 'kysely';
import type { Queries } from '../../database/schema.ts';
import { type StockMove, sumMoves } from '../../rules/stock/counters.ts';
import { type FreeSeats, Problem } from '../problem.ts';
import type { Verb } from '../verb.ts';

/** One change of one stock row. */
export interface StockChange {
  stockId: string;
  move: StockMove;
}

/**
 * Moves places between counters, by the guarded UPDATE of design section 4 (`move_stock` in the database): what raises
 * taken stays within the limit, what raises firm within the capacity, what raises neither always passes. Rows are taken
 * in the order of their ids, after everything else the verb writes and right before its commit.
 * @throws Problem `stock.insufficient` with what is free.
 */
export function moveStock(verb: Verb, changes: readonly StockChange[]): void {
  const byRow = Map.groupBy(changes, (change) => change.stockId);
  const rows = [...byRow].flatMap(([stockId, parts]) => {
    const { held = 0, ordered = 0, sold = 0, tentative = 0 } = sumMoves(parts.map((part) => part.move));
    const moves = held !== 0 || ordered !== 0 || sold !== 0 || tentative !== 0;
    return moves ? [{ stockId, held, ordered, sold, tentative }] : [];
  });
  verb.move(rows);
  verb.explain(notEnough, async () => {
    const { database, institutionId } = verb.caller;
    const ids = rows.map((row) => row.stockId);
    return new Problem('stock.insufficient', {
      free: await database.read(institutionId, (db) => freeSeats(db, ids)),
    });
  });
}

/** The SQLSTATE `move_stock` refuses with. */
const notEnough = 'PL002';

/** What is free in stock rows, for the refusal that says so. */
export async function freeSeats(db: Queries, stockIds: readonly string[]): Promise<FreeSeats[]> {
  const { rows } = await sql<FreeSeats>`
    select performance_id as "performanceId", seat_category_id as "seatCategoryId", contingent_id as "contingentId",
      greatest(0, capacity + overbooking - held - ordered - sold - blocked - allotted - recalling) as free
    from stock where id = any(${[...stockIds]}::uuid[]) order by id`.execute(db);
  return rows;
}
