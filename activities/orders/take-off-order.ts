import { sql } from 'kysely';
import { orderStateOf } from '../../rules/orders/basket-life.ts';
import type { GrantedPlaces } from '../options/option-lines.ts';
import type { Verb } from '../verb.ts';
import { writeOperations } from './add-to-order.ts';
import type { OrderRow } from './lock-with-order.ts';

/**
 * Takes the places of an option off its locked order by counter-operations. The order lives while operations of other
 * options remain in it, is cancelled with the last of them, and is paid when all that remain are.
 */
export async function takeOffOrder(
  verb: Verb,
  order: OrderRow,
  optionId: string,
  granted: readonly GrantedPlaces[],
  causeHistoryId: string,
): Promise<void> {
  const ordered = granted.filter((places) => places.counter === 'ordered');
  if (ordered.length === 0) return;
  await writeOperations(verb, 'counter', order.id, optionId, ordered, causeHistoryId);
  const amount = ordered.reduce((sum, places) => sum + places.quantity * (places.priceCents ?? 0), 0);
  const { rows } = await sql<{ left: number }>`
    select coalesce(sum(quantity), 0)::int as left from operation where order_id = ${order.id}`.execute(
    verb.db,
  );
  const state = orderStateOf(rows[0]?.left ?? 0, order.sold_quantity);
  await verb.db
    .updateTable('customer_order')
    .set({
      total_cents: sql`total_cents - ${amount}`,
      version: sql`version + 1`,
      state,
      ...(state === 'open' ? {} : { next_action_at: null }),
    })
    .where('id', '=', order.id)
    .execute();
}
