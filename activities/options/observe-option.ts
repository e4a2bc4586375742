import type { Database } from '../../database/database.ts';

/** When something is next due on an option; null when nothing is waited for. */
export interface Observed {
  nextAt: string | null;
}

/** Looks at an option for its story. An option that does not exist waits for nothing. */
export async function observeOption(
  database: Database,
  institutionId: string,
  optionId: string,
): Promise<Observed> {
  const row = await database.read(institutionId, (db) =>
    db.selectFrom('seat_option').select('next_action_at').where('id', '=', optionId).executeTakeFirst(),
  );
  return { nextAt: row?.next_action_at ?? null };
}
