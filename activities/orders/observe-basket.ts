import type { Database } from '../../database/database.ts';
import type { Observed } from '../options/observe-option.ts';

/** Looks at a basket for its story: when it is abandoned. One that has ended, or does not exist, waits for nothing. */
export async function observeBasket(
  database: Database,
  institutionId: string,
  basketId: string,
): Promise<Observed> {
  const row = await database.read(institutionId, (db) =>
    db.selectFrom('basket').select('next_action_at').where('id', '=', basketId).executeTakeFirst(),
  );
  return { nextAt: row?.next_action_at ?? null };
}
