import { sql } from 'kysely';
import { orderStateOf, type PaymentMeans } from '../../rules/orders/basket-life.ts';
import { paymentLookAt } from '../../rules/orders/payment-time.ts';
import { processId } from '../../rules/processes.ts';
import type { Verb } from '../verb.ts';
import { type BasketAnswer, basketAnswer } from './basket-answer.ts';
import { datedOrder } from './dated-order.ts';
import type { LockedBasket } from './lock-basket.ts';

/** How a basket ends: abandoned, or paid with so many places sold. */
export type BasketEnd =
  | { state: 'abandoned' }
  | {
      state: 'paid';
      amountCents: number;
      means: PaymentMeans;
      reference: string | null;
      soldQuantity: number;
    };

/**
 * Ends a locked basket: its options are free again, and the order is what its operations say. Its payment date is kept by
 * its own story again.
 */
export async function endBasket(
  verb: Verb,
  { basket, order }: LockedBasket,
  end: BasketEnd,
): Promise<BasketAnswer> {
  const payment = end.state === 'paid' ? end : null;
  const ended = await verb.db
    .updateTable('basket')
    .set({
      state: end.state,
      next_action_at: null,
      ended_by: verb.actor.name,
      ended_at: verb.now,
      ...(payment === null
        ? {}
        : { paid_cents: payment.amountCents, means: payment.means, reference: payment.reference }),
      version: sql`version + 1`,
    })
    .where('id', '=', basket.id)
    .returningAll()
    .executeTakeFirstOrThrow();
  await verb.db
    .updateTable('seat_option')
    .set({ basket_id: null })
    .where('basket_id', '=', basket.id)
    .execute();
  const { rows } = await sql<{ left: number; total: number }>`
    select coalesce(sum(quantity), 0)::int as left, coalesce(sum(amount_cents), 0)::int as total
    from operation where order_id = ${order.id}`.execute(verb.db);
  const { left = 0, total = 0 } = rows[0] ?? {};
  const sold = order.sold_quantity + (payment?.soldQuantity ?? 0);
  const state = orderStateOf(left, sold);
  await verb.db
    .updateTable('customer_order')
    .set({
      state,
      basket_id: null,
      total_cents: total,
      paid_cents: order.paid_cents + (payment?.amountCents ?? 0),
      sold_quantity: sold,
      next_action_at: paymentLookAt({ ...datedOrder(order), state, inBasket: false }),
      version: sql`version + 1`,
    })
    .where('id', '=', order.id)
    .execute();
  verb.wake(processId.basket(basket.id));
  verb.wake(processId.reservation(order.id));
  return basketAnswer(ended);
}
