import type pg from 'pg';

/** Places beyond the limits of their rows, or beside their claims. */
export async function placesBeyond(owner: pg.Pool, performanceIds: readonly string[]): Promise<number> {
  const { rows } = await owner.query<{ places: number }>(
    `with counted as (
       select capacity, overbooking, held, tentative, ordered, sold, blocked, allotted, recalling,
         coalesce((select sum(quantity) from claim where stock_id = s.id and counter = 'held' and takes_stock), 0)::int as is_held,
         coalesce((select sum(quantity) from claim where stock_id = s.id and counter = 'held' and not takes_stock), 0)::int as is_tentative,
         coalesce((select sum(quantity) from claim where stock_id = s.id and counter = 'ordered'), 0)::int as is_ordered
       from stock s where performance_id = any($1)
     )
     select coalesce(sum(
       greatest(0, greatest(held, is_held) + greatest(ordered, is_ordered) + sold + blocked + allotted + recalling - capacity - overbooking)
       + abs(held - is_held) + abs(tentative - is_tentative) + abs(ordered - is_ordered)), 0)::int as places from counted`,
    [performanceIds],
  );
  return rows[0]?.places ?? 0;
}
