import { sql } from 'kysely';
import type { Queries } from '../../database/schema.ts';
import { Problem } from '../problem.ts';

/**
 * Counts the seats of a numbered configuration anew: a category without a seat is not in it. Answers them by category.
 */
export async function countSeats(
  db: Queries,
  institutionId: string,
  configurationId: string,
): Promise<Record<string, number>> {
  await db.deleteFrom('configuration_category').where('configuration_id', '=', configurationId).execute();
  const { rows } = await sql<{ seat_category_id: string; capacity: number }>`
    insert into configuration_category (configuration_id, seat_category_id, institution_id, capacity)
    select ${configurationId}::uuid, seat_category_id, ${institutionId}::uuid, count(*)
    from configuration_seat where configuration_id = ${configurationId} group by seat_category_id
    returning seat_category_id, capacity`.execute(db);
  return Object.fromEntries(rows.map((row) => [row.seat_category_id, row.capacity]));
}

/** @throws Problem `configuration.empty` for a valid configuration without a place. */
export async function requirePlaces(db: Queries, configurationId: string): Promise<void> {
  const { rows } = await sql`select 1 from logical_configuration
    where id = ${configurationId} and state = 'valid'
      and not exists (select from configuration_category where configuration_id = ${configurationId} and capacity > 0)`.execute(
    db,
  );
  if (rows.length > 0) throw new Problem('configuration.empty');
}

/**
 * A configuration that performances name keeps its seats and categories. Asked with the configuration locked.
 * @throws Problem `record.inUse` with the number of its performances.
 */
export async function requireUnused(db: Queries, configurationId: string): Promise<void> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count
    from performance where configuration_id = ${configurationId}`.execute(db);
  const count = rows[0]?.count ?? 0;
  if (count > 0) {
    throw new Problem('record.inUse', { reasons: [{ code: 'usedBy.performances', values: { count } }] });
  }
}
