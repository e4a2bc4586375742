import { sql } from 'kysely';
import { compareInstants, earlier } from '../../../rules/options/calendar.ts';
import { confirmationDueAt, minimumNoticeHours, nextActionAt } from '../../../rules/options/deadlines.ts';
import { processId } from '../../../rules/processes.ts';
import type { OptionRow } from '../../options/locked-option.ts';
import type { Verb } from '../../verb.ts';

/** A performance that has another start or zone than before, with its activity's confirmation days. */
export interface MovedPerformance {
  performanceId: string;
  startsAt: string;
  timeZone: string;
  daysAfterPlacement: number | null;
  daysBeforePerformance: number | null;
}

interface MovedDates {
  id: string;
  startsAt: string;
  confirmationDueAt: string | null;
  confirmationDueRule: string | null;
  overdueAt: string | null;
  nextActionAt: string | null;
}

/**
 * Lets the live options of moved performances follow: a due date that the move postpones is postponed at once; one it
 * would bring forward stays, for the contact was told it, but never after the performance. Payment dates of their
 * orders never lie after the performance either. Orders are locked before options, each by id.
 */
export async function moveOptions(
  verb: Verb,
  organisationId: string,
  moved: readonly MovedPerformance[],
): Promise<void> {
  if (moved.length === 0) return;
  const options = await lockLiveOptions(
    verb,
    moved.map(({ performanceId }) => performanceId),
  );
  const byId = new Map(moved.map((performance) => [performance.performanceId, performance]));
  const dates = options.flatMap((option): MovedDates[] => {
    const performance = byId.get(option.performance_id);
    return performance === undefined ? [] : [datesOf(verb, option, performance)];
  });
  await writeDates(verb, dates);
  const before = new Map(options.map((option) => [option.id, option]));
  for (const { id, ...after } of dates) {
    verb.wake(processId.option(id));
    const option = before.get(id);
    verb.record({
      verb: 'performance-moved',
      subjectType: 'option',
      subjectId: id,
      organisationId,
      before: { startsAt: option?.performance_starts_at, confirmationDueAt: option?.confirmation_due_at },
      after: { startsAt: after.startsAt, confirmationDueAt: after.confirmationDueAt },
    });
  }
}

/**
 * Orders, then options, then the performances: after that no option can join them, and one that just did is seen by the
 * last question.
 */
async function lockLiveOptions(verb: Verb, performances: readonly string[]): Promise<OptionRow[]> {
  const ids = sql`any(${performances}::uuid[])`;
  await sql`select 1 from customer_order where id in (select order_id from seat_option where performance_id = ${ids})
    order by id for update`.execute(verb.db);
  await sql`select 1 from seat_option where performance_id = ${ids} order by id for update`.execute(verb.db);
  await sql`select 1 from performance where id = ${ids} order by id for update`.execute(verb.db);
  return verb.db
    .selectFrom('seat_option')
    .selectAll()
    .where('performance_id', '=', sql<string>`${ids}`)
    .where('state', 'not in', ['resumed', 'lapsed', 'declined', 'withdrawn', 'cancelled'])
    .orderBy('id')
    .forUpdate()
    .execute();
}

function datesOf(verb: Verb, option: OptionRow, performance: MovedPerformance): MovedDates {
  const due = movedDue(option, performance);
  const overdueAt = due.dueAt !== null && compareInstants(due.dueAt, verb.now) > 0 ? null : option.overdue_at;
  const next = nextActionAt({
    state: option.state,
    endPolicy: option.end_policy,
    confirmationDueAt: due.dueAt,
    overdueFlaggedAt: overdueAt,
    performanceStartsAt: performance.startsAt,
    graceHours: option.grace_hours,
  });
  return {
    id: option.id,
    startsAt: performance.startsAt,
    confirmationDueAt: due.dueAt,
    confirmationDueRule: due.rule,
    overdueAt,
    nextActionAt: next?.at ?? null,
  };
}

function movedDue(
  option: OptionRow,
  performance: MovedPerformance,
): { dueAt: string | null; rule: string | null } {
  const { confirmation_due_at: told, confirmation_due_rule: rule, placed_at: placedAt } = option;
  if (told === null || placedAt === null) return { dueAt: told, rule };
  const kept = { dueAt: earlier(told, performance.startsAt), rule };
  if (option.state !== 'placed' || rule === 'agreed' || rule === 'kept') return kept;
  const due = confirmationDueAt({
    placedAt,
    performanceStartsAt: performance.startsAt,
    timeZone: performance.timeZone,
    daysAfterPlacement: performance.daysAfterPlacement,
    daysBeforePerformance: performance.daysBeforePerformance,
    profilePaymentDate: null,
    channelDirectDate: null,
    agreedAt: null,
    currentDueAt: null,
    minimumNoticeHours,
  });
  return rule !== 'channel' && compareInstants(due.dueAt, kept.dueAt) > 0 ? due : kept;
}

async function writeDates(verb: Verb, dates: readonly MovedDates[]): Promise<void> {
  if (dates.length === 0) return;
  await sql`
    update seat_option o set performance_starts_at = w."startsAt", confirmation_due_at = w."confirmationDueAt",
      confirmation_due_rule = w."confirmationDueRule", overdue_at = w."overdueAt", next_action_at = w."nextActionAt",
      version = version + 1
    from jsonb_to_recordset(${JSON.stringify(dates)}::jsonb) as w (id uuid, "startsAt" timestamptz,
      "confirmationDueAt" timestamptz, "confirmationDueRule" text, "overdueAt" timestamptz, "nextActionAt" timestamptz)
    where o.id = w.id`.execute(verb.db);
  await sql`
    update customer_order d set payment_due_at = w.starts_at, payment_due_rule = 'performance', version = version + 1
    from (select order_id, min(performance_starts_at) as starts_at from seat_option
      where id = any(${dates.map(({ id }) => id)}::uuid[]) and order_id is not null group by order_id) w
    where d.id = w.order_id and d.payment_due_at > w.starts_at`.execute(verb.db);
}
