import { sql } from 'kysely';
import type { ReferenceName } from '../../rules/lists/columns.ts';
import type { Locale } from '../../rules/messages/locale.ts';
import type { Queries } from '../schema.ts';
import { type Scope, scoped } from './scoped.ts';

/** Names of the records of a small table by their ids, in the reader's language where they are kept in several. */
export async function readNames(
  db: Queries,
  scope: Scope,
  table: ReferenceName,
  locale: Locale,
): Promise<ReadonlyMap<string, string>> {
  const told = table === 'organisation' ? sql.ref('name') : sql`coalesce(names ->> ${locale}, name)`;
  const { rows } = await sql<{ id: string; name: string }>`select id, ${told} as name from ${sql.table(table)}
    where ${scoped(scope, table)}`.execute(db);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** The clock of the house: the one on the wall of most of its venues. */
export async function readHouseTimeZone(db: Queries, scope: Scope): Promise<string> {
  const { rows } = await sql<{
    time_zone: string;
  }>`select time_zone from venue where ${scoped(scope, 'venue')}
    group by time_zone order by count(*) desc, time_zone limit 1`.execute(db);
  return rows[0]?.time_zone ?? 'Europe/Paris';
}
