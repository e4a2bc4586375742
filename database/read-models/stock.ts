import { sql } from 'kysely';
import { free, limit } from '../../rules/stock/counters.ts';
import type { Queries } from '../schema.ts';
import { type Scope, scoped } from './scoped.ts';
import { toldName } from './told-name.ts';

/** The counters of one contingent in one category. `limit` and `free` include what the category's pool still lends. */
export interface StockRow {
  contingentId: string;
  contingentName: string;
  seatCategoryId: string;
  seatCategoryName: string;
  capacity: number;
  limit: number;
  held: number;
  ordered: number;
  sold: number;
  blocked: number;
  allotted: number;
  recalling: number;
  tentative: number;
  free: number;
}

/** What is asked for in a category and not yet treated, whatever the contingent it will come from. */
export interface RequestedRow {
  contingentId: null;
  seatCategoryId: string;
  seatCategoryName: string;
  requested: number;
}

/** The stock of a performance, best category first; null when it is out of reach. */
export async function readStock(
  db: Queries,
  scope: Scope,
  performanceId: string,
): Promise<(StockRow | RequestedRow)[] | null> {
  const performance = await db
    .selectFrom('performance')
    .select('id')
    .where('id', '=', performanceId)
    .where(scoped(scope, 'performance'))
    .executeTakeFirst();
  if (performance === undefined) return null;
  const rows = await db
    .selectFrom('stock')
    .innerJoin('contingent', 'contingent.id', 'stock.contingent_id')
    .innerJoin('seat_category', 'seat_category.id', 'stock.seat_category_id')
    .leftJoin('stock_category', (join) =>
      join
        .onRef('stock_category.performance_id', '=', 'stock.performance_id')
        .onRef('stock_category.seat_category_id', '=', 'stock.seat_category_id'),
    )
    .where('stock.performance_id', '=', performanceId)
    .orderBy('seat_category.rank')
    .orderBy('contingent.name')
    .orderBy('stock.id')
    .select([
      'stock.contingent_id as contingentId',
      'stock.seat_category_id as seatCategoryId',
      'stock.capacity',
      'stock.overbooking',
      'stock.held',
      'stock.ordered',
      'stock.sold',
      'stock.blocked',
      'stock.allotted',
      'stock.recalling',
      'stock.tentative',
    ])
    .select([
      toldName(scope, 'contingent').as('contingentName'),
      toldName(scope, 'seat_category').as('seatCategoryName'),
    ])
    .select(sql<number>`greatest(coalesce(stock_category.pool - stock_category.lent, 0), 0)`.as('lendable'))
    .execute();
  return [
    ...rows.map(({ overbooking, lendable, ...row }) => {
      const counted = { ...row, overbooking: overbooking + lendable };
      return { ...row, limit: limit(counted), free: free(counted) };
    }),
    ...(await requestedIn(db, scope, performanceId)),
  ];
}

async function requestedIn(db: Queries, scope: Scope, performanceId: string): Promise<RequestedRow[]> {
  const { rows } = await sql<Omit<RequestedRow, 'contingentId'>>`
    with asked as (
      select line.seat_category_id, sum(line.requested_quantity)::int as requested
      from seat_option o join option_line line on line.option_id = o.id
      where o.performance_id = ${performanceId} and o.state = 'requested'
      group by line.seat_category_id
    )
    select c.id as "seatCategoryId", ${toldName(scope, 'seat_category', 'c')} as "seatCategoryName", coalesce(asked.requested, 0) as requested
    from seat_category c left join asked on asked.seat_category_id = c.id
    where asked.requested is not null
      or exists (select from stock s where s.performance_id = ${performanceId} and s.seat_category_id = c.id)
    order by c.rank, c.id`.execute(db);
  return rows.map((row) => ({ contingentId: null, ...row }));
}
