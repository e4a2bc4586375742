import { type Selectable, sql } from 'kysely';
import type { Schema } from '../../database/schema.ts';
import type { Verb } from '../verb.ts';

/** A locked order. */
export type OrderRow = Selectable<Schema['customer_order']>;

/**
 * Locks the order an option is in, or would join through its file, and then the option (lock order of design
 * section 3). Answers null when there is none.
 */
export async function lockWithOrder(verb: Verb, optionId: string): Promise<OrderRow | null> {
  const { rows } = await sql<{ id: string | null }>`select lock_with_order(${optionId}) as id`.execute(
    verb.db,
  );
  const orderId = rows[0]?.id;
  if (!orderId) return null;
  return verb.db.selectFrom('customer_order').selectAll().where('id', '=', orderId).executeTakeFirstOrThrow();
}
