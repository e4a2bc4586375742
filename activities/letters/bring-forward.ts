import { sql } from 'kysely';
import type { LetterMove } from '../../rules/letters/letter-snapshot.ts';
import { compareInstants } from '../../rules/options/calendar.ts';
import type { DeadlineSettings } from '../../rules/options/deadline-settings.ts';
import {
  type DueChange,
  datesFollow,
  dueOnceTold,
  type ToldDue,
} from '../../rules/options/performance-change.ts';
import { processId } from '../../rules/processes.ts';
import { deadlinesOf, type PerformanceDeadlines } from '../options/deadlines-of.ts';
import type { OptionRow } from '../options/locked-option.ts';
import { datedOrder, paymentDateChanges } from '../orders/dated-order.ts';
import { lockWithOrder } from '../orders/lock-with-order.ts';
import type { Verb } from '../verb.ts';

/** A letter about a moved performance that has just left. */
export interface ToldMove {
  optionId: string;
  /** The earliest start of the option when it was written. */
  startsAt: string;
  moved: LetterMove;
}

/**
 * Brings the due dates forward that a letter has now told (design section 4: "brought forward only from the sending of the
 * letter that says so"). Only dates that are still those the letter was written on: whoever set another one, or moved the
 * performance again, decided otherwise. The story of the option looks again.
 */
export async function bringForward(verb: Verb, { optionId, startsAt, moved }: ToldMove): Promise<void> {
  const order = await lockWithOrder(verb, optionId);
  const option = await verb.db
    .selectFrom('seat_option')
    .selectAll()
    .where('id', '=', optionId)
    .forUpdate()
    .executeTakeFirst();
  if (option === undefined || compareInstants(option.performance_starts_at, startsAt) !== 0) return;
  const runs = option.state === 'placed' || option.state === 'refused';
  const settings = await deadlinesOf(verb, option.performance_id);
  const { deadlines } = settings;
  const due = runs ? forward(moved.due, option.confirmation_due_at, verb.now, deadlines) : null;
  if (due !== null) await writeDue(verb, option, { ...moved.due.told, dueAt: due }, settings);
  const payment =
    order !== null && order.id === option.order_id
      ? forward(moved.payment, order.payment_due_at, verb.now, deadlines)
      : null;
  if (order !== null && payment !== null) {
    await verb.db
      .updateTable('customer_order')
      .set({
        ...paymentDateChanges(datedOrder(order), payment, verb.now),
        payment_due_rule: moved.payment.told?.rule ?? null,
        version: order.version + 1,
      })
      .where('id', '=', order.id)
      .execute();
    verb.wake(processId.reservation(order.id));
  }
  if (due === null && payment === null) return;
  verb.record({
    verb: 'bring-forward',
    subjectType: 'option',
    subjectId: option.id,
    organisationId: option.organisation_id,
    before: {
      ...(due === null ? {} : { confirmationDueAt: option.confirmation_due_at }),
      ...(payment === null ? {} : { paymentDueAt: order?.payment_due_at ?? null }),
    },
    after: {
      ...(due === null ? {} : { confirmationDueAt: due }),
      ...(payment === null ? {} : { paymentDueAt: payment }),
    },
  });
  verb.wake(processId.option(option.id));
}

/** The date once told; null when nothing is to be brought forward, or another date stands now. */
function forward(
  { now, told }: DueChange,
  current: string | null,
  sentAt: string,
  deadlines: DeadlineSettings,
): string | null {
  if (told === null || now === null || current === null || compareInstants(now, current) !== 0) return null;
  return dueOnceTold(told.dueAt, current, sentAt, deadlines);
}

async function writeDue(
  verb: Verb,
  option: Pick<
    OptionRow,
    | 'id'
    | 'state'
    | 'end_policy'
    | 'grace_hours'
    | 'overdue_at'
    | 'performance_starts_at'
    | 'confirmation_due_at'
    | 'due_plan'
    | 'reminded_at'
  > & { decided_at: string | null },
  { dueAt, rule, basis = null }: Partial<ToldDue> & { dueAt: string },
  { deadlines, timeZone }: PerformanceDeadlines,
): Promise<void> {
  const follow = datesFollow(
    {
      state: option.state,
      endPolicy: option.end_policy,
      graceHours: option.grace_hours,
      overdueAt: option.overdue_at,
      performanceStartsAt: option.performance_starts_at,
      decidedAt: option.decided_at,
      confirmationDueAt: option.confirmation_due_at,
      duePlan: option.due_plan,
      remindedAt: option.reminded_at,
      timeZone,
      deadlines,
    },
    { dueAt, basis },
    option.performance_starts_at,
    verb.now,
  );
  await verb.db
    .updateTable('seat_option')
    .set({
      confirmation_due_at: dueAt,
      confirmation_due_rule: rule ?? null,
      overdue_at: follow.overdueAt,
      due_plan: follow.duePlan,
      reminded_at: follow.remindedAt,
      next_action_at: follow.nextActionAt,
      version: sql`version + 1`,
    })
    .where('id', '=', option.id)
    .execute();
}
