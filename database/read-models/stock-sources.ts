import { sql } from 'kysely';
import type { Queries } from '../schema.ts';
import { blocksQuery, joinedNames, namesTold, type SourceEyes, takenQuery } from './claim-sources.ts';
import type { HeldAs, SeatHolder } from './performance-seats.ts';
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
  eyes: SourceEyes,
): Promise<StockSources | null> {
  const performance = await db
    .selectFrom('performance')
    .select('id')
    .where('id', '=', performanceId)
    .where(scoped(scope, 'performance'))
    .executeTakeFirst();
  if (performance === undefined) return null;
  const { rows } = await sql<StockSources['sources'][number] & { total: number; all: number }>`
    with ${blocksQuery(scope, performanceId)}, ${takenQuery(scope, performanceId)}, counted as (
      select source_type, source_id, sum(quantity)::int as quantity from taken
      where counter = ${counter}
        and (${seatCategoryId ?? null}::uuid is null or seat_category_id = ${seatCategoryId ?? null}::uuid)
        and (${contingentId ?? null}::uuid is null or contingent_id = ${contingentId ?? null}::uuid)
      group by 1, 2
    )
    select counted.source_type as type, counted.source_id as id, counted.quantity, ${namesTold},
      count(*) over ()::int as total, sum(counted.quantity) over ()::int as all
    from counted ${joinedNames('counted', eyes)}
    order by counted.quantity desc, o.number, counted.source_id limit ${mostSources}`.execute(db);
  return {
    quantity: rows[0]?.all ?? 0,
    total: rows[0]?.total ?? 0,
    sources: rows.map(({ total: _total, all: _all, ...source }) => source),
  };
}
