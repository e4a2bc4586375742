import { sql } from 'kysely';
import type { AffectedOption } from '../../rules/options/performance-change.ts';
import { reachedOptions } from '../reached-options.ts';
import type { Queries } from '../schema.ts';
import { type Scope, scoped } from './scoped.ts';

/** A live option that a performance about to be changed reaches, with whom and what it concerns. */
export interface AffectedRow extends AffectedOption {
  organisationId: string;
  number: number;
  version: number;
  contactId: string;
  contactName: string;
  structureName: string | null;
  /** False for a contact without e-mail: their letter is made and has to be printed. */
  mailable: boolean;
  requestedQuantity: number;
  placedQuantity: number;
  orderNumber: number | null;
}

interface Row extends Omit<AffectedRow, 'order'> {
  orderId: string | null;
  paymentDueAt: string | null;
  paymentDueRule: string | null;
  mixed: boolean;
  insured: boolean;
}

/**
 * The lines of an option on a product, each where its places are, else where it is asked for. A line that is of another
 * product is had where that product is.
 */
const product = sql`
  json_build_object('kind', r.kind, 'holds', held.live, 'daysAfterPlacement', n.product_days_after_placement,
    'daysBeforePerformance', n.product_days_before_performance,
    'lines', (select json_agg(json_build_object('productLineId', l.product_line_id, 'role', pl.role,
        'quantity', coalesce(places.quantity, 0),
        'at', case when q.id is not null then json_build_object('performanceId', q.id, 'startsAt', q.starts_at,
          'timeZone', q.time_zone, 'cancelled', q.state = 'cancelled') end,
        'elsewhere', not held.live and exists (
          select from product_choice x join performance other on other.id = x.performance_id
          where x.line_id = coalesce((select own.id from product_line own
              where own.product_id = pl.of_product_id and own.own), pl.id)
            and other.id <> l.performance_id and other.state <> 'cancelled')) order by l.position)
      from option_line l left join product_line pl on pl.id = l.product_line_id
      left join lateral (select min(m.performance_id::text)::uuid as performance_id, sum(m.quantity)::int as quantity
        from claim m where m.source_id = o.id and m.source_type = 'option' and m.counter <> 'released'
          and m.line_id = l.id) places on true
      left join performance q on q.id = case when held.live then places.performance_id else l.performance_id end
      where l.option_id = o.id))`;

/** The options that performances reach and that are not at their end, sold ones too, in the order of their numbers. */
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
      case when r.id is not null then ${product} end as product,
      d.id as "orderId", d.number as "orderNumber", d.payment_due_at as "paymentDueAt",
      d.payment_due_rule as "paymentDueRule", coalesce(d.insured, false) as insured,
      exists (select from seat_option other where other.order_id = d.id and other.performance_id <> o.performance_id) as mixed
    from seat_option o
    join contact c on c.id = o.contact_id
    join performance p on p.id = o.performance_id
    join show_event e on e.id = p.event_id
    left join contact s on s.id = o.structure_id and s.id <> c.id
    left join customer_order d on d.id = o.order_id
    left join product r on r.id = o.product_id
    left join season n on n.id = r.season_id
    left join lateral (select exists (select from claim m where m.source_id = o.id and m.source_type = 'option'
      and m.counter <> 'released') as live) held on r.id is not null
    where o.id in ${reachedOptions(performanceIds)}
      and o.state not in ('lapsed', 'declined', 'withdrawn', 'cancelled') and ${scoped(scope, 'seat_option', 'o')}
    order by o.number`.execute(db);
  return rows.map(({ orderId, paymentDueAt, paymentDueRule, mixed, insured, ...option }) => ({
    ...option,
    order: orderId === null ? null : { id: orderId, paymentDueAt, paymentDueRule, mixed, insured },
  }));
}
