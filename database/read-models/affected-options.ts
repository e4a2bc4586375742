import { sql } from 'kysely';
import type { AffectedOption } from '../../rules/options/performance-change.ts';
import type { Queries } from '../schema.ts';
import { type Scope, scoped } from './scoped.ts';

/** A live option of a performance about to be changed, with whom and what it concerns. */
export interface AffectedRow extends AffectedOption {
  organisationId: string;
  performanceId: string;
  number: number;
  version: number;
  contactId: string;
  contactName: string;
  structureName: string | null;
  /** False for a contact without e-mail: their letter is made and has to be printed. */
  mailable: boolean;
  requestedQuantity: number;
  placedQuantity: number;
  /** Places it holds on other performances: all of an option goes back, or none of it. */
  elsewhere: number;
  orderNumber: number | null;
}

interface Row extends Omit<AffectedRow, 'order'> {
  orderId: string | null;
  paymentDueAt: string | null;
  paymentDueRule: string | null;
  mixed: boolean;
}

/** The options of performances that are not at their end, sold ones too, by performance in the order of their numbers. */
export async function readAffected(
  db: Queries,
  scope: Scope,
  performanceIds: readonly string[],
): Promise<AffectedRow[]> {
  const { rows } = await sql<Row>`
    select o.id, o.organisation_id as "organisationId", o.performance_id as "performanceId", o.number, o.version, o.state,
      o.refused_from as "refusedFrom", o.performance_starts_at as "performanceStartsAt", o.placed_at as "placedAt",
      o.decided_at as "decidedAt", o.confirmation_due_at as "confirmationDueAt",
      o.confirmation_due_rule as "confirmationDueRule", o.end_policy as "endPolicy", o.grace_hours as "graceHours",
      o.overdue_at as "overdueAt", o.due_plan as "duePlan", o.reminded_at as "remindedAt", p.time_zone as "timeZone",
      deadline_settings(e.activity_id) as deadlines, o.requested_quantity as "requestedQuantity", o.placed_quantity as "placedQuantity",
      c.id as "contactId", c.name as "contactName", s.name as "structureName", c.email is not null as mailable,
      coalesce((select sum(m.quantity) from claim m where m.source_id = o.id and m.source_type = 'option'
        and m.counter <> 'released' and m.performance_id <> o.performance_id), 0)::int as elsewhere,
      d.id as "orderId", d.number as "orderNumber", d.payment_due_at as "paymentDueAt",
      d.payment_due_rule as "paymentDueRule",
      exists (select from seat_option other where other.order_id = d.id and other.performance_id <> o.performance_id) as mixed
    from seat_option o
    join contact c on c.id = o.contact_id
    join performance p on p.id = o.performance_id
    join show_event e on e.id = p.event_id
    left join contact s on s.id = o.structure_id and s.id <> c.id
    left join customer_order d on d.id = o.order_id
    where o.performance_id = any(${[...performanceIds]}::uuid[])
      and o.state not in ('lapsed', 'declined', 'withdrawn', 'cancelled') and ${scoped(scope, 'seat_option', 'o')}
    order by o.performance_id, o.number`.execute(db);
  return rows.map(({ orderId, paymentDueAt, paymentDueRule, mixed, ...option }) => ({
    ...option,
    order: orderId === null ? null : { id: orderId, paymentDueAt, paymentDueRule, mixed },
  }));
}
