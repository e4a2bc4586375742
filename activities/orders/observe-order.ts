import type { Database } from '../../database/database.ts';
import type { Observed } from '../options/observe-option.ts';

/** Looks at an order for its story: when its payment is looked for next. One that does not exist waits for nothing. */
export async function observeOrder(
  database: Database,
  institutionId: string,
  orderId: string,
): Promise<Observed> {
  const row = await database.read(institutionId, (db) =>
    db.selectFrom('customer_order').select('next_action_at').where('id', '=', orderId).executeTakeFirst(),
  );
  return { nextAt: row?.next_action_at ?? null };
}
