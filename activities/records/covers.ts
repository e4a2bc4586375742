import { sql } from 'kysely';
import { z } from 'zod';
import { type Scope, type ScopedTable, scoped } from '../../database/read-models/scoped.ts';
import type { Queries } from '../../database/schema.ts';
import { newId } from '../new-id.ts';
import { type FieldError, Problem } from '../problem.ts';
import type { Verb } from '../verb.ts';
import type { RecordValues } from './record-kind.ts';
import { scopeOf } from './write-record.ts';

/** A list of ids that a setting covers: each once, at most 500. Their order means nothing. */
export const CoveredIds = z
  .array(z.uuid())
  .max(500)
  .refine((ids) => new Set(ids).size === ids.length);

/** Where the ids of a field stand: the table they lead to, and the column of the covering table. */
export type Covered = Readonly<Record<string, { table: ScopedTable; column: string }>>;

/** A table whose rows say what a setting covers. */
export type Cover = {
  cover: 'limitation_cover' | 'option_profile_cover' | 'operator_cover';
  owner: 'limitation_table' | 'option_profile' | 'operator';
  fields: Covered;
};

/**
 * Writes what a setting covers, of the fields that are given.
 * @throws Problem `request.notFound` with the path, for an id outside wall and perimeter.
 */
export async function writeCovers(
  verb: Verb,
  { cover, owner, fields }: Cover,
  id: string,
  values: RecordValues,
): Promise<void> {
  for (const [path, { table, column }] of Object.entries(fields)) {
    if (values[path] === undefined) continue;
    const ids = CoveredIds.parse(values[path]);
    await requireAll(verb.db, scopeOf(verb.caller), table, ids, path);
    await sql`delete from ${sql.table(cover)} where ${sql.ref(`${owner}_id`)} = ${id}
      and ${sql.ref(column)} is not null`.execute(verb.db);
    if (ids.length === 0) continue;
    const rows = ids.map((covered) => sql`(${newId()}, ${verb.institutionId}, ${id}, ${covered})`);
    await sql`insert into ${sql.table(cover)}
      (id, institution_id, ${sql.ref(`${owner}_id`)}, ${sql.ref(column)}) values ${sql.join(rows)}`.execute(
      verb.db,
    );
  }
}

async function requireAll(
  db: Queries,
  scope: Scope,
  table: ScopedTable,
  ids: readonly string[],
  path: string,
): Promise<void> {
  const { rows } = await sql<{ id: string }>`select id from ${sql.table(table)}
    where ${sql.ref(`${table}.id`)} = any(${[...ids]}::uuid[]) and ${scoped(scope, table)}`.execute(db);
  const known = new Set(rows.map((row) => row.id));
  const errors = ids.flatMap((id, at): FieldError[] =>
    known.has(id) ? [] : [{ path: `${path}.${at}`, code: 'field.reference' }],
  );
  if (errors.length > 0) throw new Problem('request.notFound', { errors });
}
