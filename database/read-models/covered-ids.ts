import { type RawBuilder, sql } from 'kysely';
import type { ScopedTable } from './scoped.ts';

/** The ids in one column of the rows that say what a setting covers, in their own order; empty when it names none. */
export function coveredIds(cover: ScopedTable, owner: ScopedTable, column: string): RawBuilder<string[]> {
  const id = sql.ref(`covered.${column}`);
  return sql<string[]>`coalesce((
    select jsonb_agg(${id} order by ${id}) from ${sql.table(cover)} covered
    where ${sql.ref(`covered.${owner}_id`)} = ${sql.ref(`${owner}.id`)} and ${id} is not null), '[]')`;
}
