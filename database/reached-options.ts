import { type RawBuilder, sql } from 'kysely';

/**
 * The ids of the options that performances reach, whoever may see them: those that stand for one of them, those with places
 * at one, and of those on products that have no place at all the ones that ask for a line at one.
 */
export function reachedOptions(performanceIds: readonly string[]): RawBuilder<unknown> {
  const ids = sql`any(${[...performanceIds]}::uuid[])`;
  return sql`(
    select o.id from seat_option o where o.performance_id = ${ids}
    union
    select c.source_id from stock t join claim c on c.stock_id = t.id
    where t.performance_id = ${ids} and c.source_type = 'option' and c.counter <> 'released'
    union
    select l.option_id from option_line l
    where l.performance_id = ${ids} and l.product_line_id is not null and not exists (
      select from claim c where c.source_id = l.option_id and c.source_type = 'option' and c.counter <> 'released'))`;
}
