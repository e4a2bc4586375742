import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import pg from 'pg';
import { ROOT } from '../../../bin/settings.ts';

/** The product's tables of a former schema with what was in them, and where its counters stood. */
export interface Former {
  tables: Record<string, object[]>;
  sequences: Record<string, string>;
}

/** Tables that say what the schema is, not what is in it. */
const ours = `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition and c.relname <> 'placet_migration'
  order by 1`;

const columns = `select string_agg(quote_ident(attname), ', ' order by attnum) as names from pg_attribute
  where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`;

const fileOf = (migration: string) => join(ROOT, 'tests', 'migrations', 'former', `${migration}.json.gz`);

async function tablesOf(client: Pick<pg.Pool, 'query'>): Promise<string[]> {
  return (await client.query<{ name: string }>(ours)).rows.map(({ name }) => name);
}

/** Keeps what is in a database of this schema, under the name of its newest migration. */
export async function keepFormer(client: Pick<pg.Pool, 'query'>, migration: string): Promise<void> {
  const kept: Former = { tables: {}, sequences: {} };
  for (const table of await tablesOf(client)) {
    const { rows: named } = await client.query<{ names: string }>(columns, [table]);
    const { rows } = await client.query<{ row: object }>(
      `select to_jsonb(kept) as row from (select ${named[0]!.names} from ${pg.escapeIdentifier(table)}) kept`,
    );
    if (rows.length > 0) kept.tables[table] = rows.map(({ row }) => row);
  }
  const sequences = await client.query<{ name: string; value: string }>(
    `select sequencename as name, last_value::text as value from pg_sequences
     where schemaname = 'public' and last_value is not null and sequencename not like 'placet_migration%'`,
  );
  for (const { name, value } of sequences.rows) kept.sequences[name] = value;
  await writeFile(fileOf(migration), gzipSync(JSON.stringify(kept), { level: 9 }));
}

/** What was kept under the name of a migration. */
export async function readFormer(migration: string): Promise<Former> {
  return JSON.parse(gunzipSync(await readFile(fileOf(migration))).toString());
}

/**
 * Writes what was kept with the columns it was kept with, as the code of its time would. Every rule on single rows holds;
 * triggers and references, which come with the whole, are not asked.
 */
export async function writeFormer(client: pg.Client, former: Former): Promise<void> {
  await client.query('begin');
  await client.query("set local session_replication_role = 'replica'");
  for (const [table, rows] of Object.entries(former.tables)) {
    const name = pg.escapeIdentifier(table);
    // what migrations put there themselves is in what was kept
    await client.query(`delete from ${name}`);
    const written = Object.keys(rows[0]!).map((column) => pg.escapeIdentifier(column));
    await client.query(
      `insert into ${name} (${written.join(', ')}) overriding system value
       select ${written.join(', ')} from jsonb_populate_recordset(null::${name}, $1::jsonb)`,
      [JSON.stringify(rows)],
    );
  }
  for (const [sequence, value] of Object.entries(former.sequences))
    await client.query('select setval($1::regclass, $2)', [sequence, value]);
  await client.query('commit');
}
