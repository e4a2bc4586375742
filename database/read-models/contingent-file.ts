import { type SqlBool, sql } from 'kysely';
import type { Queries } from '../schema.ts';
import { type Scope, scoped } from './scoped.ts';

/** A row of the file of contingents: a capacity with what is taken of it, or a numbered seat. */
export interface ContingentFileRow {
  event: string;
  /** On the clock of the place: `YYYY-MM-DD` and `HH:MM`. */
  date: string;
  time: string;
  category: string;
  contingent: string;
  capacity: number | null;
  seat: string | null;
  /** What the seat is printed with. */
  zone: string | null;
  block: string | null;
  rowLabel: string | null;
  number: string | null;
  taken: number;
}

/** Which performances a file is about: those of an event, or one; all within reach when neither is named. */
export interface StockedAsked {
  eventCode?: string | null | undefined;
  performanceId?: string | null | undefined;
}

/** The performances within reach that have stock, in the order in which they are played. */
export async function stockedPerformances(
  db: Queries,
  scope: Scope,
  { eventCode = null, performanceId = null }: StockedAsked,
): Promise<{ id: string; rows: number }[]> {
  const found = await db
    .selectFrom('performance')
    .innerJoin('show_event', 'show_event.id', 'performance.event_id')
    .where(scoped(scope, 'performance'))
    .where(sql<SqlBool>`exists (select from stock t where t.performance_id = performance.id)`)
    .$if(eventCode !== null, (query) => query.where('show_event.code', '=', eventCode ?? ''))
    .$if(performanceId !== null, (query) => query.where('performance.id', '=', performanceId ?? ''))
    .orderBy('performance.starts_at')
    .orderBy('performance.id')
    .select('performance.id')
    .select(
      sql<number>`coalesce(nullif((select count(*) from performance_seat s where s.performance_id = performance.id), 0),
        (select count(*) from stock t where t.performance_id = performance.id))::int`.as('rows'),
    )
    .execute();
  return found;
}

/** The rows of one performance: one a seat where its seats are open, else one for each contingent of each category. */
export async function contingentFileRows(
  db: Queries,
  scope: Scope,
  performanceId: string,
): Promise<ContingentFileRow[]> {
  const { rows } = await sql<ContingentFileRow>`
    select show_event.code as event,
      to_char(performance.starts_at at time zone performance.time_zone, 'YYYY-MM-DD') as date,
      to_char(performance.starts_at at time zone performance.time_zone, 'HH24:MI') as time,
      k.code as category, c.code as contingent,
      case when s.seat_id is null then t.capacity end as capacity, n.guid as seat, n.zone, n.block,
      n.row_label as "rowLabel", n.number,
      case when s.seat_id is null then t.held + t.ordered + t.sold + t.blocked + t.allotted + t.recalling
        else (s.claim_id is not null)::int end as taken
    from performance
    join show_event on show_event.id = performance.event_id
    join stock t on t.performance_id = performance.id
    join seat_category k on k.id = t.seat_category_id
    join contingent c on c.id = t.contingent_id
    left join performance_seat s on s.performance_id = performance.id and s.stock_id = t.id
    left join seat n on n.id = s.seat_id
    where performance.id = ${performanceId} and ${scoped(scope, 'performance')}
      and (s.seat_id is not null
        or not exists (select from performance_seat o where o.performance_id = performance.id))
    order by k.rank, n.zone, n.row_order, n.place, c.code, s.seat_id`.execute(db);
  return rows;
}
