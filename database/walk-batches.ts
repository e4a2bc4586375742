import { type SelectQueryBuilder, sql } from 'kysely';
import type { Queries } from './schema.ts';

const batchRows = 1_000;

/**
 * Every row of a query in batches, by a cursor of the transaction: PostgreSQL sorts once, and whatever changes meanwhile
 * is not seen. The next batch is asked for while the last one is looked at; never more than two are in memory.
 */
export async function* walkBatches<DB, TB extends keyof DB, Read, Row>(
  db: Queries,
  rows: SelectQueryBuilder<DB, TB, Read>,
  present: (row: Read) => Row,
): AsyncGenerator<Row[]> {
  await sql`set local cursor_tuple_fraction = 1`.execute(db); // all rows are wanted, not the first ones soonest
  await sql`declare walked no scroll cursor for ${rows}`.execute(db);
  const fetch = () => sql<Read>`fetch forward ${sql.lit(batchRows)} from walked`.execute(db);
  let batch = fetch();
  try {
    for (let found = await batch; found.rows.length > 0; found = await batch) {
      batch = fetch();
      batch.catch(() => undefined); // told when it is waited for
      yield found.rows.map(present);
    }
    await sql`close walked`.execute(db);
  } finally {
    await batch.catch(() => undefined); // who leaves early leaves no question open
  }
}
