import { sql } from 'kysely';
import type { Queries } from '../../database/schema.ts';
import { Problem } from '../problem.ts';

/** The organisation of the record that owns another, as a column for it. The reference was resolved before. */
export async function ownedBy(
  db: Queries,
  table: 'season' | 'show_event' | 'venue' | 'space',
  id: unknown,
): Promise<{ organisation_id: string }> {
  const found = await sql<{ organisation_id: string }>`select organisation_id from ${sql.table(table)}
    where id = ${id}`.execute(db);
  const owner = found.rows[0];
  if (owner === undefined) throw new Problem('request.notFound');
  return { organisation_id: owner.organisation_id };
}
