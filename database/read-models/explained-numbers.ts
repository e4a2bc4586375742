import { sql } from 'kysely';
import type { Queries } from '../schema.ts';
import { blocksQuery, joinedNames, namesTold, type SourceEyes, takenQuery } from './claim-sources.ts';
import { type Scope, scoped } from './scoped.ts';

/** Sources told one by one for each number; the others are counted together. */
const mostTold = 20;

/** Who takes places: `number` of an option, `reference` of a sale made elsewhere. */
export interface StockSource {
  source: string;
  id: string;
  number: number | null;
  reference: string | null;
  quantity: number;
}

/** One number of a stock row, and what it is made of: the largest sources first; `more` are not told one by one. */
export interface ExplainedNumber {
  contingentId: string;
  seatCategoryId: string;
  counter: string;
  total: number;
  sources: StockSource[];
  more: number;
}

/** What every number of a performance's stock is made of: "held 34 = options 12 (20), 15 (14)"; null when it is out of reach. */
export async function readExplainedNumbers(
  db: Queries,
  scope: Scope,
  performanceId: string,
  eyes: SourceEyes,
): Promise<ExplainedNumber[] | null> {
  const performance = await db
    .selectFrom('performance')
    .select('id')
    .where('id', '=', performanceId)
    .where(scoped(scope, 'performance'))
    .executeTakeFirst();
  if (performance === undefined) return null;
  const { rows } = await sql<ExplainedNumber>`
    with ${blocksQuery(scope, performanceId)}, ${takenQuery(scope, performanceId)}, counted as (
      select t.*, row_number() over number_of as nth, sum(t.quantity) over (partition by t.contingent_id, t.seat_category_id,
        t.counter)::int as total, count(*) over (partition by t.contingent_id, t.seat_category_id, t.counter)::int as sources
      from taken t
      window number_of as (partition by t.contingent_id, t.seat_category_id, t.counter order by t.quantity desc, t.source_id)
    ), named as (
      select counted.*, ${namesTold} from counted ${joinedNames('counted', eyes)} where counted.nth <= ${mostTold}::int
    )
    select n.contingent_id as "contingentId", n.seat_category_id as "seatCategoryId", n.counter, max(n.total) as total,
      greatest(0, max(n.sources) - ${mostTold}::int) as more,
      json_agg(json_build_object('source', n.source_type, 'id', n.source_id, 'number', n.number, 'reference', n.reference,
        'quantity', n.quantity) order by n.nth) as sources
    from named n
    group by 1, 2, 3 order by 1, 2, 3`.execute(db);
  return rows;
}
