import { sql } from 'kysely';
import type { AffectedRow } from '../../../database/read-models/affected-options.ts';
import { datesFollow, type OptionOutcome } from '../../../rules/options/performance-change.ts';
import { processId } from '../../../rules/processes.ts';
import { datedOrder, paymentDateChanges } from '../../orders/dated-order.ts';
import type { Verb } from '../../verb.ts';
import { followChoices } from './follow-choices.ts';

/** An option with what the move of a performance makes of it. */
export interface MovedOption {
  option: AffectedRow;
  outcome: OptionOutcome;
  /** The start that is told in history. */
  start: { before: string; after: string };
}

/**
 * Writes what moved performances make of their options and orders from now on, one history row each (`verbName`), and
 * wakes their stories. Answers the history row of each option, in the order given.
 */
export async function writeMoves(
  verb: Verb,
  verbName: 'move-performance' | 'performance-moved',
  moved: readonly MovedOption[],
  reason: string | null = null,
): Promise<string[]> {
  if (moved.length === 0) return [];
  await writeDates(verb, moved);
  await writePayments(verb, moved);
  return moved.map(({ option, outcome: { due, payment }, start }) => {
    verb.wake(processId.option(option.id));
    return verb.record({
      verb: verbName,
      subjectType: 'option',
      subjectId: option.id,
      organisationId: option.organisationId,
      before: {
        startsAt: start.before,
        confirmationDueAt: due.before,
        paymentDueAt: payment.before,
      },
      after: { startsAt: start.after, confirmationDueAt: due.now, paymentDueAt: payment.now },
      reason,
    });
  });
}

async function writeDates(verb: Verb, moved: readonly MovedOption[]): Promise<void> {
  const dates = moved.map(({ option, outcome: { due, first } }) => ({
    id: option.id,
    ...first,
    dueAt: due.now,
    rule: due.rule,
    ...datesFollow(option, { dueAt: due.now, basis: due.basis ?? null }, first.startsAt, verb.now),
  }));
  await sql`
    update seat_option o set performance_id = w."performanceId", performance_starts_at = w."startsAt", confirmation_due_at = w."dueAt",
      confirmation_due_rule = w.rule, overdue_at = w."overdueAt", next_action_at = w."nextActionAt", due_plan = w."duePlan",
      reminded_at = w."remindedAt", version = version + 1
    from jsonb_to_recordset(${JSON.stringify(dates)}::jsonb) as w (id uuid, "performanceId" uuid,
      "startsAt" timestamptz, "dueAt" timestamptz, rule text, "overdueAt" timestamptz, "nextActionAt" timestamptz, "duePlan" jsonb,
      "remindedAt" timestamptz)
    where o.id = w.id`.execute(verb.db);
  await followChoices(
    verb,
    moved.map(({ option }) => option.id),
  );
}

async function writePayments(verb: Verb, moved: readonly MovedOption[]): Promise<void> {
  const payments = new Map(
    moved.flatMap(({ option, outcome: { payment } }) =>
      option.order === null || payment.now === payment.before
        ? []
        : [[option.order.id, { id: option.order.id, dueAt: payment.now, rule: payment.rule }] as const],
    ),
  );
  if (payments.size === 0) return;
  const orders = await verb.db
    .selectFrom('customer_order')
    .select(['id', 'state', 'payment_due_at', 'grace_hours', 'overdue_at', 'basket_id'])
    .where('id', 'in', [...payments.keys()])
    .execute();
  const changes = orders.map((order) => ({
    id: order.id,
    rule: payments.get(order.id)?.rule ?? null,
    ...paymentDateChanges(datedOrder(order), payments.get(order.id)?.dueAt ?? null, verb.now),
  }));
  await sql`
    update customer_order d set payment_due_at = w.payment_due_at, payment_due_rule = w.rule, version = version + 1,
      overdue_at = w.overdue_at, next_action_at = w.next_action_at
    from jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) as w (id uuid, rule text, payment_due_at timestamptz,
      overdue_at timestamptz, next_action_at timestamptz)
    where d.id = w.id`.execute(verb.db);
  for (const { id } of orders) verb.wake(processId.reservation(id));
}
