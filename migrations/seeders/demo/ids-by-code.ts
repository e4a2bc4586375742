import type { Database } from '../../../database/database.ts';

const tables = [
  'product_family',
  'collectivity_type',
  'season',
  'season_activity',
  'show_event',
  'sales_channel',
  'contingent',
  'venue',
] as const;

/** The id of a record of the demo by its table and code. Throws RangeError when there is none. */
export type IdsByCode = (table: (typeof tables)[number], code: string) => string;

/** Reads the ids of what the demo's house has until now. */
export async function idsByCode(database: Database, institutionId: string): Promise<IdsByCode> {
  const known = new Map<string, string>();
  for (const table of tables) {
    const rows = await database.read(institutionId, (db) =>
      db.selectFrom(table).select(['id', 'code']).execute(),
    );
    for (const { id, code } of rows) known.set(`${table} ${code}`, id);
  }
  return (table, code) => {
    const id = known.get(`${table} ${code}`);
    if (id === undefined) throw new RangeError(`the demo has no ${table} ${code}`);
    return id;
  };
}
