import { sql } from 'kysely';
import type { LineRole } from '../../rules/catalogue/product-kinds.ts';
import type { DeadlineSettings } from '../../rules/options/deadline-settings.ts';
import type { DuePlan } from '../../rules/options/deadlines.ts';
import type { OptionState } from '../../rules/options/life.ts';
import type { OptionKind } from '../../rules/options/rights.ts';
import type { NamedSeat } from '../../rules/stock/named-seat.ts';
import type { Queries } from '../schema.ts';
import { type Scope, scoped } from './scoped.ts';
import { toldName } from './told-name.ts';

/** Places granted on a line, with the names people know them by. */
export interface DetailPlaces {
  id: string;
  performanceId: string;
  seatCategoryId: string;
  seatCategoryCode: string;
  contingentId: string;
  contingentName: string;
  audienceSubcategoryId: string | null;
  audienceSubcategoryName: string | null;
  audienceCategoryName: string | null;
  quantity: number;
  takesStock: boolean;
  priceCents: number | null;
  seats: NamedSeat[] | null;
}

/** What one option's page shows besides its row in the list. */
export interface OptionDetail {
  /** The database's clock at the reading. */
  now: string;
  remark: string | null;
  internalRemark: string | null;
  /** Why its contact is not written to about it. */
  noLettersReason: string | null;
  acceptsUpgrade: boolean;
  /** The payment date of the profiles it was requested under (YYYY-MM-DD). */
  profilePaymentOn: string | null;
  decidedAt: string | null;
  /** The operator who acted on it last. */
  operatorName: string | null;
  confirmationDueRule: string | null;
  endPolicy: 'flag' | 'release';
  duePlan: DuePlan | null;
  remindedAt: string | null;
  deadlines: DeadlineSettings;
  overdueAt: string | null;
  paymentDueRule: string | null;
  paymentOverdueAt: string | null;
  /** The option whose places that were not granted this one waits for. */
  splitFrom: { id: string; number: number } | null;
  currency: string;
  authorisation: unknown;
  contact: {
    id: string;
    number: number;
    kind: 'individual' | 'structure';
    name: string;
    email: string | null;
    phone: string | null;
    locale: string;
    city: string | null;
    postcode: string | null;
    country: string | null;
  };
  choices: {
    rank: number;
    performanceId: string;
    eventName: string;
    eventCode: string;
    venueName: string;
    startsAt: string;
    timeZone: string;
    /** The performance does not take place. */
    cancelled: boolean;
  }[];
  /** The option it is linked with. */
  twin: { id: string; number: number; state: OptionState; kind: OptionKind } | null;
  lines: {
    id: string;
    performanceId: string;
    productLineId: string | null;
    /** What its product calls the line. */
    productLineName: string | null;
    productLineRole: LineRole | null;
    performanceName: string;
    startsAt: string;
    timeZone: string;
    eventKind: 'show' | 'visit' | 'article';
    guide: string | null;
    seatCategoryId: string;
    seatCategoryCode: string;
    seatCategoryName: string;
    audienceSubcategoryId: string | null;
    audienceSubcategoryName: string | null;
    /** The audience category its subcategory is of. */
    audienceCategoryName: string | null;
    requestedQuantity: number;
    minimumQuantity: number | null;
    placed: DetailPlaces[];
  }[];
}

/** Reads one option's page inside the wall and the reader's perimeter; null when there is none. */
export async function readOptionDetail(db: Queries, scope: Scope, id: string): Promise<OptionDetail | null> {
  const { rows } = await sql<OptionDetail>`
    select now() as now, seat_option.remark, seat_option.internal_remark as "internalRemark",
      seat_option.no_letters_reason as "noLettersReason",
      seat_option.accepts_upgrade as "acceptsUpgrade", seat_option.profile_payment_on as "profilePaymentOn",
      seat_option.decided_at as "decidedAt",
      (select h.actor_name from history h where h.subject_type = 'option' and h.subject_id = seat_option.id
        and h.actor_type = 'operator' order by h.at desc, h.id desc limit 1) as "operatorName", seat_option.confirmation_due_rule as "confirmationDueRule",
      seat_option.end_policy as "endPolicy", seat_option.due_plan as "duePlan",
      seat_option.reminded_at as "remindedAt",
      (select deadline_settings(e.activity_id) from performance p join show_event e on e.id = p.event_id
        where p.id = seat_option.performance_id) as deadlines, seat_option.overdue_at as "overdueAt",
      d.payment_due_rule as "paymentDueRule", d.overdue_at as "paymentOverdueAt", g.currency,
      (select json_build_object('id', parent.id, 'number', parent.number) from seat_option parent
        where parent.id = seat_option.split_from_id) as "splitFrom",
      seat_option.authorisation,
      (select json_build_object('id', t.id, 'number', t.number, 'state', t.state, 'kind', t.kind)
        from seat_option t where t.id = seat_option.twin_of) as twin,
      json_build_object('id', c.id, 'number', c.number, 'kind', c.kind, 'name', c.name, 'email', c.email,
        'phone', c.phone, 'locale', c.locale, 'city', c.city, 'postcode', c.postcode, 'country', c.country) as contact,
      coalesce((select json_agg(json_build_object('rank', x.rank, 'performanceId', p.id, 'eventName', e.name,
          'eventCode', e.code, 'venueName', v.name, 'timeZone', p.time_zone,
          'cancelled', p.state = 'cancelled', 'startsAt', to_char(p.starts_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by x.rank)
        from option_choice x join performance p on p.id = x.performance_id join show_event e on e.id = p.event_id
        join venue v on v.id = p.venue_id where x.option_id = seat_option.id), '[]') as choices,
      coalesce((select json_agg(json_build_object('id', l.id, 'performanceId', l.performance_id,
          'productLineId', l.product_line_id, 'productLineName', pl.name, 'productLineRole', pl.role,
          'performanceName', le.name,
          'startsAt', to_char(lp.starts_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'timeZone', lp.time_zone,
          'eventKind', le.kind, 'guide', lp.guide, 'seatCategoryId', l.seat_category_id,
          'seatCategoryCode', k.code, 'seatCategoryName', ${toldName(scope, 'seat_category', 'k')}, 'audienceSubcategoryId', l.audience_subcategory_id,
          'audienceSubcategoryName', ${toldName(scope, 'audience_subcategory', 'u')},
          'audienceCategoryName', ${toldName(scope, 'audience_category', 'ac')}, 'requestedQuantity', l.requested_quantity,
          'minimumQuantity', l.minimum_quantity, 'placed', coalesce((
            select json_agg(json_build_object('id', m.id, 'performanceId', m.performance_id,
              'seatCategoryId', m.seat_category_id, 'seatCategoryCode', mk.code, 'contingentId', m.contingent_id,
              'contingentName', ${toldName(scope, 'contingent', 'n')}, 'audienceSubcategoryId', m.audience_subcategory_id,
              'audienceSubcategoryName', ${toldName(scope, 'audience_subcategory', 'mu')},
              'audienceCategoryName', ${toldName(scope, 'audience_category', 'mac')}, 'quantity', m.quantity, 'takesStock', m.takes_stock,
              'priceCents', m.price_cents, 'seats', m.seats) order by m.id)
            from claim m join contingent n on n.id = m.contingent_id join seat_category mk on mk.id = m.seat_category_id
            left join audience_subcategory mu on mu.id = m.audience_subcategory_id
            left join audience_category mac on mac.id = mu.audience_category_id
            where m.line_id = l.id and m.counter <> 'released'), '[]')) order by l.position)
        from option_line l join seat_category k on k.id = l.seat_category_id
        join performance lp on lp.id = l.performance_id join show_event le on le.id = lp.event_id
        left join product_line pl on pl.id = l.product_line_id
        left join audience_subcategory u on u.id = l.audience_subcategory_id
        left join audience_category ac on ac.id = u.audience_category_id
        where l.option_id = seat_option.id), '[]') as lines
    from seat_option
    join contact c on c.id = seat_option.contact_id
    join organisation g on g.id = seat_option.organisation_id
    left join customer_order d on d.id = seat_option.order_id
    where seat_option.id = ${id} and ${scoped(scope, 'seat_option')}`.execute(db);
  return rows[0] ?? null;
}
