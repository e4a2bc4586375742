import { duePlan, nextActionAt } from '../../rules/options/deadlines.ts';
import { processId } from '../../rules/processes.ts';
import { datedOrder, paymentDateChanges } from '../orders/dated-order.ts';
import { lockWithOrder, type OrderRow } from '../orders/lock-with-order.ts';
import { Problem } from '../problem.ts';
import { runVerb, type Verb, type VerbCaller } from '../verb.ts';
import { assertAgreedDate } from './agreed-date.ts';
import { deadlinesOf } from './deadlines-of.ts';
import { type Decided, decideOption, type OptionChanges, writeDecision } from './decide-option.ts';
import type { OptionVerbInput } from './locked-option.ts';
import type { OptionAnswer } from './option-answer.ts';

/** Until when (instant, UTC), as agreed with the contact. */
export interface ExtendInput extends OptionVerbInput {
  dueAt: string;
}

/**
 * Agrees on an exact date with the contact, whatever the rules say (verb `extend`): until when they answer, of a placed
 * option; until when they pay, of a validated or firm one, for its whole order. It is overdue no longer, and reminders go
 * with the new date.
 * @throws Problem `option.state` | `performance.past` | `motive.required` | `request.forbidden` | `deadline.agreedPast` |
 *   `deadline.agreedAfterPerformance`.
 */
export async function extendOption(caller: VerbCaller, input: ExtendInput): Promise<OptionAnswer> {
  return runVerb(caller, 'extend', input, async (verb) => {
    const order = await lockWithOrder(verb, input.optionId);
    const decided = await decideOption(verb, 'extend', input);
    if (!input.reason) throw new Problem('motive.required');
    const { option, lines, past } = decided;
    assertAgreedDate(verb, input.dueAt, past.startsAt, option);
    const paying = order !== null && order.id === option.order_id ? order : null;
    if (paying !== null) await extendPayment(verb, paying, input.dueAt, input.reason);
    const changes = paying === null ? await answerChanges(verb, decided, input.dueAt) : { state: decided.to };
    const more = paying === null ? {} : { paymentDueAt: input.dueAt };
    return (await writeDecision(verb, 'extend', decided, changes, lines.granted, input, more)).answer;
  });
}

async function answerChanges(
  verb: Verb,
  { option, past, to }: Decided,
  dueAt: string,
): Promise<OptionChanges> {
  const { deadlines, timeZone } = await deadlinesOf(verb, option.performance_id);
  const plan = duePlan({ dueAt, basis: null }, deadlines, timeZone, verb.now);
  const next = nextActionAt({
    state: to,
    endPolicy: option.end_policy,
    confirmationDueAt: dueAt,
    overdueFlaggedAt: null,
    performanceStartsAt: past.startsAt,
    graceHours: option.grace_hours,
    reminders: plan.reminders,
    remindedAt: null,
    refusalDueAt: null,
    expiresAt: null,
  });
  return {
    state: to,
    confirmation_due_at: dueAt,
    confirmation_due_rule: 'agreed',
    due_plan: plan,
    reminded_at: null,
    overdue_at: null,
    next_action_at: next?.at ?? null,
  };
}

async function extendPayment(verb: Verb, order: OrderRow, dueAt: string, reason: string): Promise<void> {
  await verb.db
    .updateTable('customer_order')
    .set({
      ...paymentDateChanges(datedOrder(order), dueAt, verb.now),
      payment_due_rule: 'agreed',
      version: order.version + 1,
    })
    .where('id', '=', order.id)
    .execute();
  verb.record({
    verb: 'extend',
    subjectType: 'order',
    subjectId: order.id,
    organisationId: order.organisation_id,
    before: { paymentDueAt: order.payment_due_at, overdueAt: order.overdue_at },
    after: { paymentDueAt: dueAt, overdueAt: null },
    reason,
  });
  verb.wake(processId.reservation(order.id));
}
