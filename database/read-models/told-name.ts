import { type RawBuilder, sql } from 'kysely';
import type { Scope, ScopedTable } from './scoped.ts';

/** Tables whose names are kept in several languages. */
const namedTables = [
  'audience_category',
  'audience_subcategory',
  'collectivity_type',
  'contingent',
  'option_profile',
  'product_family',
  'role',
  'season',
  'season_activity',
  'seat_category',
  'show_event',
] as const satisfies readonly ScopedTable[];

/**
 * The name of a record in the reader's language, else its plain one; also for who reads in no language, such as a process.
 * `alias` is the name the query gives the table.
 */
export function toldName(scope: Scope, table: ScopedTable, alias: string = table): RawBuilder<string> {
  const plain = sql.ref<string>(`${alias}.name`);
  if (scope.locale === undefined || !namedTables.some((named) => named === table))
    return sql<string>`${plain}`;
  return sql<string>`coalesce(nullif(${sql.ref(`${alias}.names`)} ->> ${scope.locale}, ''), ${plain})`;
}
