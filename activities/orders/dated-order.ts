import { type DatedOrder, paymentLookAt, withPaymentDue } from '../../rules/orders/payment-time.ts';
import type { OrderRow } from './lock-with-order.ts';

/** An order's row as far as its payment date is concerned. */
export function datedOrder(
  order: Pick<OrderRow, 'state' | 'payment_due_at' | 'grace_hours' | 'overdue_at' | 'basket_id'>,
): DatedOrder {
  return {
    state: order.state,
    paymentDueAt: order.payment_due_at,
    graceHours: order.grace_hours,
    overdueAt: order.overdue_at,
    inBasket: order.basket_id !== null,
  };
}

/** What changes on an order's row when it carries another payment date, and when time looks at it. */
export function paymentDateChanges(order: DatedOrder, paymentDueAt: string | null, now: string) {
  const dated = withPaymentDue(order, paymentDueAt, now);
  return {
    payment_due_at: paymentDueAt,
    overdue_at: dated.overdueAt,
    next_action_at: paymentLookAt(dated),
  };
}
