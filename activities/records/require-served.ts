import { sql } from 'kysely';
import { type ScopedTable, scoped } from '../../database/read-models/scoped.ts';
import { isRestricted } from '../../database/read-models/served.ts';
import { Problem } from '../problem.ts';
import type { Verb } from '../verb.ts';
import { scopeOf } from './write-record.ts';

/**
 * For a caller who serves some clients and products only: the rows must be of these. Asks nothing for the others, who
 * have shown their organisations before.
 * @throws Problem `request.notFound`
 */
export async function requireServed(
  verb: Verb,
  table: ScopedTable,
  ids: readonly (string | null | undefined)[],
): Promise<void> {
  const { served } = verb.actor;
  if (served === undefined || !isRestricted(served)) return;
  const sought = [...new Set(ids.filter((id) => typeof id === 'string'))];
  if (sought.length === 0) return;
  const { rows } = await sql`select from ${sql.table(table)}
    where ${sql.ref(`${table}.id`)} = any(${sought}::uuid[]) and ${scoped(scopeOf(verb.caller), table)}`.execute(
    verb.db,
  );
  if (rows.length < sought.length) throw new Problem('request.notFound');
}
