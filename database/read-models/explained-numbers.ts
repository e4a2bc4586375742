import { sql } from 'kysely';
import type { Queries } from '../schema.ts';
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
): Promise<ExplainedNumber[] | null> {
  const performance = await db
    .selectFrom('performance')
    .select('id')
    .where('id', '=', performanceId)
    .where(scoped(scope, 'performance'))
    .executeTakeFirst();
  if (performance === undefined) return null;
  const { rows } = await sql<ExplainedNumber>`
    with taken as (
      select c.contingent_id, c.seat_category_id, c.source_type, c.source_id, sum(c.quantity)::int as quantity,
        case when c.counter = 'held' and not c.takes_stock then 'tentative' else c.counter end as counter
      from claim c where c.stock_id in (select id from stock where performance_id = ${performanceId})
        and c.counter <> 'released'
      group by 1, 2, 3, 4, 6
    ), ranked as (
      select t.*, row_number() over number_of as nth, sum(t.quantity) over (partition by t.contingent_id, t.seat_category_id,
        t.counter)::int as total, count(*) over (partition by t.contingent_id, t.seat_category_id, t.counter)::int as sources
      from taken t
      window number_of as (partition by t.contingent_id, t.seat_category_id, t.counter order by t.quantity desc, t.source_id)
    )
    select r.contingent_id as "contingentId", r.seat_category_id as "seatCategoryId", r.counter, max(r.total) as total,
      greatest(0, max(r.sources) - ${mostTold}::int) as more,
      json_agg(json_build_object('source', r.source_type, 'id', r.source_id, 'number', o.number, 'reference', e.reference,
        'quantity', r.quantity) order by r.nth) as sources
    from ranked r
    left join seat_option o on r.source_type = 'option' and o.id = r.source_id
    left join external_sale e on r.source_type = 'external-sale' and e.id = r.source_id
    where r.nth <= ${mostTold}::int
    group by 1, 2, 3 order by 1, 2, 3`.execute(db);
  return rows;
}
