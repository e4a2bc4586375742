import { sql } from 'kysely';
import { type StockMove, sumMoves } from '../../rules/stock/counters.ts';
import { type FreeSeats, Problem } from '../problem.ts';
import type { Verb } from '../verb.ts';

/** One change of one stock row. */
export interface StockChange {
  stockId: string;
  move: StockMove;
}

/**
 * Moves places between counters, by the guarded UPDATE of design section 4: what raises taken stays within the limit,
 * what raises firm within the capacity, what raises neither always passes. Rows are taken in the order of their ids,
 * and after everything else the verb writes.
 * @throws Problem `stock.insufficient` with what is free.
 */
export function moveStock(verb: Verb, changes: readonly StockChange[]): void {
  const byRow = Map.groupBy(changes, (change) => change.stockId);
  const rows = [...byRow].map(([stockId, parts]) => ({
    stockId,
    move: sumMoves(parts.map((part) => part.move)),
  }));
  rows.sort((a, b) => (a.stockId < b.stockId ? -1 : 1));
  verb.last(async () => {
    for (const row of rows) {
      if (!(await guardedUpdate(verb, row))) {
        throw new Problem('stock.insufficient', {
          free: await freeSeats(
            verb,
            rows.map((each) => each.stockId),
          ),
        });
      }
    }
  });
}

async function guardedUpdate(verb: Verb, { stockId, move }: StockChange): Promise<boolean> {
  const held = move.held ?? 0;
  const ordered = move.ordered ?? 0;
  const sold = move.sold ?? 0;
  const tentative = move.tentative ?? 0;
  if (held === 0 && ordered === 0 && sold === 0 && tentative === 0) return true;
  const firm = ordered + sold;
  const taken = held + firm;
  const newFirm = sql`ordered + sold + blocked + allotted + recalling + ${firm}::int`;
  const newTaken = sql`held + ordered + sold + blocked + allotted + recalling + ${taken}::int`;
  const withinLimit = taken > 0 ? sql`and ${newTaken} <= capacity + overbooking` : sql``;
  const withinCapacity = firm > 0 ? sql`and ${newFirm} <= capacity` : sql``;
  const result = await sql`
    update stock set
      held = held + ${held}::int, ordered = ordered + ${ordered}::int, sold = sold + ${sold}::int,
      tentative = tentative + ${tentative}::int,
      ceiling = greatest(capacity + overbooking, ${newTaken}), firm_ceiling = greatest(capacity, ${newFirm}),
      version = version + 1
    where id = ${stockId} ${withinLimit} ${withinCapacity}`.execute(verb.db);
  return result.numAffectedRows === 1n;
}

async function freeSeats(verb: Verb, stockIds: string[]): Promise<FreeSeats[]> {
  const { rows } = await sql<FreeSeats>`
    select performance_id as "performanceId", seat_category_id as "seatCategoryId", contingent_id as "contingentId",
      greatest(0, capacity + overbooking - held - ordered - sold - blocked - allotted - recalling) as free
    from stock where id = any(${stockIds}::uuid[]) order by id`.execute(verb.db);
  return rows;
}
