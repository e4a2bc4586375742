import { sql } from 'kysely';
import type { Queries } from '../schema.ts';
import { blocksQuery, joinedNames, namesTold, type SourceEyes, type SourceNames } from './claim-sources.ts';
import { type Scope, scoped } from './scoped.ts';
import { toldName } from './told-name.ts';

/** What a claim's places count as. */
export type HeldAs = 'held' | 'ordered' | 'sold' | 'blocked';

/** Who holds seats of a performance, and their names as far as the reader may know. */
export interface SeatHolder extends SourceNames {
  type: 'option' | 'offer' | 'basket' | 'order' | 'distributor-sale' | 'external-sale' | 'block';
  id: string;
  state: HeldAs;
}

/** A contingent of a category that seats count in. */
export interface SeatStock {
  contingentId: string;
  contingentName: string;
  seatCategoryId: string;
  seatCategoryName: string;
  colour: string;
}

/**
 * Who has each seat of a performance, by column: the n-th entry is of the n-th seat of its plan, in the order in which
 * `readPlanSeats` tells them. `stock` points into the contingents (-1: not a seat of this performance), `holder` into the
 * holders (-1: free). Empty columns before the seats are opened; no plan where there are no numbers.
 */
export interface PerformanceSeats {
  planId: string | null;
  opened: boolean;
  stock: SeatStock[];
  holders: SeatHolder[];
  seats: { stock: number[]; holder: number[] };
}

/** Reads who has each seat; one query for the seats, whatever their number. Null out of reach. */
export async function readPerformanceSeats(
  db: Queries,
  scope: Scope,
  performanceId: string,
  eyes: SourceEyes,
): Promise<PerformanceSeats | null> {
  const performance = await db
    .selectFrom('performance')
    .leftJoin('logical_configuration', 'logical_configuration.id', 'performance.configuration_id')
    .select('logical_configuration.plan_id as planId')
    .where('performance.id', '=', performanceId)
    .where(scoped(scope, 'performance'))
    .executeTakeFirst();
  if (performance === undefined) return null;
  const { planId } = performance;
  const none = { planId, opened: false, stock: [], holders: [], seats: { stock: [], holder: [] } };
  if (planId === null) return none;
  const found = await seatsOf(db, scope, performanceId, planId);
  if (found.every(({ stockId }) => stockId === null)) return none;
  const stock = await stockOf(db, scope, performanceId);
  const holders = await holdersOf(db, scope, performanceId, eyes);
  const stockAt = new Map<string | null, number>(stock.map(({ id }, at) => [id, at]));
  const holderAt = new Map<string | null, number>(holders.map(({ claimId, at }) => [claimId, at]));
  return {
    planId,
    opened: true,
    stock: stock.map(({ id: _, ...row }) => row),
    holders: holders.filter(({ first }) => first).map(({ holder }) => holder),
    seats: {
      stock: found.map(({ stockId }) => stockAt.get(stockId) ?? -1),
      holder: found.map(({ claimId }) => holderAt.get(claimId) ?? -1),
    },
  };
}

async function seatsOf(db: Queries, scope: Scope, performanceId: string, planId: string) {
  const { rows } = await sql<{ stockId: string | null; claimId: string | null }>`
    select held.stock_id as "stockId", held.claim_id as "claimId"
    from seat left join performance_seat held on held.performance_id = ${performanceId} and held.seat_id = seat.id
      and ${scoped(scope, 'performance_seat', 'held')}
    where seat.plan_id = ${planId} and ${scoped(scope, 'seat')} order by seat.id`.execute(db);
  return rows;
}

async function stockOf(db: Queries, scope: Scope, performanceId: string) {
  return db
    .selectFrom('stock')
    .innerJoin('contingent', 'contingent.id', 'stock.contingent_id')
    .innerJoin('seat_category', 'seat_category.id', 'stock.seat_category_id')
    .where('stock.performance_id', '=', performanceId)
    .where(scoped(scope, 'stock'))
    .orderBy('seat_category.rank')
    .orderBy('contingent.name')
    .orderBy('stock.id')
    .select([
      'stock.id',
      'stock.contingent_id as contingentId',
      'stock.seat_category_id as seatCategoryId',
      'seat_category.colour',
    ])
    .select([
      toldName(scope, 'contingent').as('contingentName'),
      toldName(scope, 'seat_category').as('seatCategoryName'),
    ])
    .execute();
}

/** Holders by claim, in one order; claims of one source in one state share one holder. */
async function holdersOf(db: Queries, scope: Scope, performanceId: string, eyes: SourceEyes) {
  const { rows } = await sql<SeatHolder & { claimId: string }>`
    with ${blocksQuery(scope, performanceId)}
    select claim.id as "claimId", claim.source_type as type, claim.source_id as id, claim.counter as state, ${namesTold}
    from claim ${joinedNames('claim', eyes)}
    where claim.id in (select claim_id from performance_seat where performance_id = ${performanceId})
    order by claim.source_type, o.number, claim.source_id, claim.counter, claim.id`.execute(db);
  const places = new Map<string, number>();
  return rows.map(({ claimId, ...holder }) => {
    const key = `${holder.id} ${holder.state}`;
    const known = places.get(key);
    const at = known ?? places.size;
    places.set(key, at);
    return { claimId, at, first: known === undefined, holder };
  });
}
