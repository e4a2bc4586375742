import type { PaymentDue } from '../../rules/options/deadlines.ts';
import { milderTerms, paymentLookAt } from '../../rules/orders/payment-time.ts';
import { newId } from '../new-id.ts';
import type { OptionRow } from '../options/locked-option.ts';
import type { GrantedPlaces } from '../options/option-lines.ts';
import type { Verb } from '../verb.ts';
import { datedOrder, paymentDateChanges } from './dated-order.ts';
import type { OrderRow } from './lock-with-order.ts';
import { openFile } from './open-file.ts';

/** The order an option went into. */
export interface JoinedOrder {
  id: string;
  number: number;
  bookingFileId: string;
  totalCents: number;
  paymentDueAt: string;
}

/** What its activity says of an order that is not paid in time. */
export interface PaymentTerms {
  endPolicy: 'flag' | 'release';
  graceHours: number;
}

/**
 * Puts the places of a confirmed option into the open order of its file, or into a new order, in a new file when the
 * option has none: one order per contact and file. The order is due at the earliest date of its options.
 */
export async function addToOrder(
  verb: Verb,
  order: OrderRow | null,
  option: OptionRow,
  granted: readonly GrantedPlaces[],
  due: PaymentDue,
  terms: PaymentTerms,
): Promise<JoinedOrder> {
  const amount = granted.reduce((sum, places) => sum + places.quantity * (places.priceCents ?? 0), 0);
  if (order !== null) return joinOrder(verb, order, amount, due, terms);
  const bookingFileId = option.booking_file_id ?? (await openFile(verb, option, newId()));
  const opened = await verb.db
    .insertInto('customer_order')
    .values({
      id: newId(),
      institution_id: verb.institutionId,
      organisation_id: option.organisation_id,
      contact_id: option.contact_id,
      booking_file_id: bookingFileId,
      total_cents: amount,
      payment_due_at: due.dueAt,
      payment_due_rule: due.rule,
      end_policy: terms.endPolicy,
      grace_hours: terms.graceHours,
      next_action_at: paymentLookAt({
        state: 'open',
        paymentDueAt: due.dueAt,
        graceHours: terms.graceHours,
        overdueAt: null,
        inBasket: false,
      }),
      created_at: verb.now,
    })
    .returning(['id', 'number'])
    .executeTakeFirstOrThrow();
  return {
    id: opened.id,
    number: opened.number ?? 0,
    bookingFileId,
    totalCents: amount,
    paymentDueAt: due.dueAt,
  };
}

/** The order takes the earliest date of its options, and the mildest of what they say of its end. */
async function joinOrder(
  verb: Verb,
  order: OrderRow,
  amount: number,
  due: PaymentDue,
  terms: PaymentTerms,
): Promise<JoinedOrder> {
  const earlier = order.payment_due_at === null || Date.parse(due.dueAt) < Date.parse(order.payment_due_at);
  const paymentDueAt = earlier ? due.dueAt : (order.payment_due_at ?? due.dueAt);
  const totalCents = order.total_cents + amount;
  const { endPolicy, graceHours } = milderTerms(
    { endPolicy: order.end_policy, graceHours: order.grace_hours },
    terms,
  );
  await verb.db
    .updateTable('customer_order')
    .set({
      total_cents: totalCents,
      ...paymentDateChanges({ ...datedOrder(order), graceHours }, paymentDueAt, verb.now),
      end_policy: endPolicy,
      grace_hours: graceHours,
      payment_due_rule: earlier ? due.rule : order.payment_due_rule,
      version: order.version + 1,
    })
    .where('id', '=', order.id)
    .execute();
  return {
    id: order.id,
    number: order.number,
    bookingFileId: order.booking_file_id,
    totalCents,
    paymentDueAt,
  };
}

/** Writes the operations of an option's places: `order` puts them on, `counter` takes them off with opposite signs. */
export async function writeOperations(
  verb: Verb,
  kind: 'order' | 'counter',
  orderId: string,
  optionId: string,
  granted: readonly GrantedPlaces[],
  causeHistoryId: string,
): Promise<void> {
  const sign = kind === 'order' ? 1 : -1;
  await verb.db
    .insertInto('operation')
    .values(
      granted.map((places) => ({
        id: newId(),
        institution_id: verb.institutionId,
        order_id: orderId,
        option_id: optionId,
        kind,
        performance_id: places.performanceId,
        seat_category_id: places.seatCategoryId,
        audience_subcategory_id: places.audienceSubcategoryId,
        quantity: sign * places.quantity,
        price_cents: places.priceCents ?? 0,
        amount_cents: sign * places.quantity * (places.priceCents ?? 0),
        cause_history_id: causeHistoryId,
        at: verb.now,
      })),
    )
    .execute();
}
