import { sql } from 'kysely';
import type { CountedSource, Drift } from '../../database/entities/stock/gauge-check.ts';
import type { Queries } from '../../database/schema.ts';

/**
 * Where categories do not agree with their rows and the setting of their activity, read in the snapshot of the recount.
 * Of a category: `assigned` (the capacities of its rows), `lent` (what its rows have borrowed, as they say themselves),
 * `pool` (its share of the capacity). Of a row: `overbooking` (its share, or under a pool no more than it needs).
 */
export async function poolDifferencesOf(db: Queries, performanceIds: readonly string[]): Promise<Drift[]> {
  const asked = sql`any(${[...performanceIds]}::uuid[])`;
  const { rows } = await sql<Omit<Drift, 'sources'> & { sources: CountedSource[] | null }>`
    with settled as (
      select p.id as performance_id, a.overbooking_basis = 'capacity' as of_capacity,
        case when a.overbooking_allowed then a.overbooking_percent else 0 end as percent
      from performance p join show_event e on e.id = p.event_id join season_activity a on a.id = e.activity_id
      where p.id = ${asked}
    ), rows as (
      select t.*, s.of_capacity, s.percent, t.held + t.ordered + t.sold + t.blocked + t.allotted + t.recalling as taken
      from stock t join settled s using (performance_id)
    ), summed as (
      select performance_id, seat_category_id, sum(capacity)::int as assigned,
        (sum(overbooking) filter (where of_capacity))::int as lent,
        json_agg(json_build_object('source', 'contingent', 'counter', contingent_id, 'quantity', overbooking) order by id)
          filter (where overbooking > 0) as lent_by
      from rows group by 1, 2
    )
    select null as "stockId", c.performance_id as "performanceId", null as "contingentId",
      c.seat_category_id as "seatCategoryId", v.counter, v.counted, v.stored,
      case when v.counter = 'lent' then m.lent_by end as sources
    from stock_category c join settled s using (performance_id)
    left join summed m using (performance_id, seat_category_id)
    cross join lateral (values
      ('assigned', c.assigned, coalesce(m.assigned, 0)),
      ('lent', c.lent, coalesce(m.lent, 0)),
      ('pool', c.pool, case when s.of_capacity then s.percent * c.capacity / 100 else 0 end)
    ) v(counter, stored, counted)
    where v.stored <> v.counted
    union all
    select t.id, t.performance_id, t.contingent_id, t.seat_category_id, 'overbooking', w.counted, t.overbooking, null
    from rows t cross join lateral (
      select case when t.of_capacity then least(t.overbooking, greatest(0, t.taken - t.capacity))
        else t.percent * t.capacity / 100 end as counted
    ) w where t.overbooking <> w.counted
    order by 2, 4, 1, 5`.execute(db);
  return rows.map((row) => ({ ...row, sources: row.sources ?? [] }));
}
