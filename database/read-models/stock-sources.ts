import { sql } from 'kysely';
import type { Queries } from '../schema.ts';
import type { HeldAs, HolderEyes, SeatHolder } from './performance-seats.ts';
import { type Scope, scoped } from './scoped.ts';

/** The counter to explain, and of which part of the performance. */
export interface SourcesAsked {
  counter: HeldAs;
  seatCategoryId?: string | undefined;
  contingentId?: string | undefined;
}

/** What makes a number: its sources, the largest first, as many as fit; how many there are and what they add up to. */
export interface StockSources {
  quantity: number;
  total: number;
  sources: (Omit<SeatHolder, 'state'> & { quantity: number })[];
}

/** The most sources told at once. */
const mostSources = 200;

/** Explains a counter of a performance by what counts in it ("held 34 = option 12: 20, option 15: 14"); null out of reach. */
export async function readStockSources(
  db: Queries,
  scope: Scope,
  performanceId: string,
  { counter, seatCategoryId, contingentId }: SourcesAsked,
  eyes: HolderEyes,
): Promise<StockSources | null> {
  const performance = await db
    .selectFrom('performance')
    .select('id')
    .where('id', '=', performanceId)
    .where(scoped(scope, 'performance'))
    .executeTakeFirst();
  if (performance === undefined) return null;
  const { rows } = await sql<StockSources['sources'][number] & { total: number; all: number }>`
    with blocks as (
      select after ->> 'blockId' as id, reason from history
      where subject_type = 'performance' and subject_id = ${performanceId} and verb = 'block-seats'
        and ${scoped(scope, 'history')}
    ), counted as (
      select claim.source_type, claim.source_id, sum(claim.quantity)::int as quantity
      from claim join stock on stock.id = claim.stock_id
      where stock.performance_id = ${performanceId} and ${scoped(scope, 'stock')}
        and claim.counter = ${counter} and claim.takes_stock
        and (${seatCategoryId ?? null}::uuid is null or stock.seat_category_id = ${seatCategoryId ?? null}::uuid)
        and (${contingentId ?? null}::uuid is null or stock.contingent_id = ${contingentId ?? null}::uuid)
      group by 1, 2
    )
    select counted.source_type as type, counted.source_id as id, counted.quantity, o.number,
      c.name as "contactName", blocks.reason, count(*) over ()::int as total, sum(counted.quantity) over ()::int as all
    from counted
    left join seat_option o on o.id = counted.source_id and counted.source_type = 'option'
      and ${scoped(eyes.options, 'seat_option', 'o')}
    left join contact c on c.id = o.contact_id and ${scoped(eyes.contacts, 'contact', 'c')}
    left join blocks on counted.source_type = 'block' and blocks.id = counted.source_id::text
    order by counted.quantity desc, o.number, counted.source_id limit ${mostSources}`.execute(db);
  return {
    quantity: rows[0]?.all ?? 0,
    total: rows[0]?.total ?? 0,
    sources: rows.map(({ total: _total, all: _all, ...source }) => source),
  };
}
