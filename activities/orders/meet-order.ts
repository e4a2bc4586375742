import { sql } from 'kysely';
import { lapsingOptions } from '../../rules/orders/payment-time.ts';
import { isDue } from '../due.ts';
import { tellLapse } from '../letters/tell-option.ts';
import { decideOption, writeDecision } from '../options/decide-option.ts';
import { giveBack, nothingHeld } from '../options/give-back.ts';
import { runVerb, type Verb, type VerbCaller } from '../verb.ts';
import type { OrderRow } from './lock-with-order.ts';
import { takeOffOrder } from './take-off-order.ts';

/** What time did to an order, or nothing because it was not due (any more, or yet). */
export interface OrderMet {
  outcome: 'lapsed' | 'flagged' | 'notDue';
}

/**
 * Meets the payment date of an order: its validated options lapse, or it is flagged as overdue, as its policy says. Acts only
 * if the locked order's next action is still the instant the story was woken for, and that instant has come by the story's
 * clock or by PostgreSQL's. What is firm stays, and so does everything of an order with a payment: they are only flagged.
 */
export async function meetOrder(
  caller: VerbCaller & { now: string },
  input: { orderId: string; dueAt: string },
): Promise<OrderMet> {
  return runVerb(caller, 'meet-order', input, async (verb): Promise<OrderMet> => {
    const order = await verb.db
      .selectFrom('customer_order')
      .selectAll()
      .where('id', '=', input.orderId)
      .forUpdate()
      .executeTakeFirst();
    if (order === undefined || !isDue(verb, order.next_action_at, input.dueAt)) return { outcome: 'notDue' };
    const options = await verb.db
      .selectFrom('seat_option')
      .select(['id', 'state', 'performance_starts_at as performanceStartsAt'])
      .where('order_id', '=', order.id)
      .orderBy('id')
      .forUpdate()
      .execute();
    const { creditCents } = await verb.db
      .selectFrom('contact')
      .select('credit_cents as creditCents')
      .where('id', '=', order.contact_id)
      .executeTakeFirstOrThrow();
    const lapsing = lapsingOptions(order.end_policy, options, verb.now, {
      insured: order.insured,
      creditCents,
    });
    for (const optionId of lapsing) await lapse(verb, order, optionId);
    if (lapsing.length > 0 && lapsing.length === options.length) return { outcome: 'lapsed' };
    await flagOverdue(verb, order);
    return { outcome: lapsing.length > 0 ? 'lapsed' : 'flagged' };
  });
}

/** One option is not paid in time: its seats go back, and the contact is told, or what was confirmed to them is taken back. */
async function lapse(verb: Verb, order: OrderRow, optionId: string): Promise<void> {
  const decided = await decideOption(verb, 'lapse', { optionId });
  const { option, lines } = decided;
  const changes = { ...nothingHeld, state: decided.to, order_id: null, decided_at: verb.now };
  const granted = await giveBack(verb, decided);
  const { historyId } = await writeDecision(verb, 'lapse', decided, changes, granted, {});
  await takeOffOrder(verb, order, option.id, lines.granted, historyId);
  await tellLapse(verb, option, historyId, null);
}

/** The payment date has passed and something of the order stands: it is overdue, until someone decides. */
async function flagOverdue(verb: Verb, order: OrderRow): Promise<void> {
  await verb.db
    .updateTable('customer_order')
    .set({ overdue_at: verb.now, next_action_at: null, version: sql`version + 1` })
    .where('id', '=', order.id)
    .execute();
  verb.record({
    verb: 'flag-overdue',
    subjectType: 'order',
    subjectId: order.id,
    organisationId: order.organisation_id,
    before: { paymentDueAt: order.payment_due_at, overdueAt: order.overdue_at },
    after: { paymentDueAt: order.payment_due_at, overdueAt: verb.now },
  });
}
