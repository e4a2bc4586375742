import { sql } from 'kysely';
import type { Queries } from '../../database/schema.ts';
import { letterLanguage } from '../../rules/letters/letter-language.ts';
import type { LetterKind, LetterLine, LetterSnapshot } from '../../rules/letters/letter-snapshot.ts';
import type { LetterTemplate } from '../../rules/letters/letter-template.ts';
import { asks } from '../../rules/letters/template-text.ts';
import { normalInstant } from '../../rules/options/calendar.ts';

/** What a letter says besides what its option is. */
export interface LetterSaying {
  kind: LetterKind;
  /** The motive as told to the contact. */
  reason?: string | null;
  corrects?: LetterSnapshot['corrects'];
  moved?: LetterSnapshot['moved'];
  reseated?: LetterSnapshot['reseated'];
  /** `asked`: what was granted is not told before it was answered. */
  lines?: 'asked' | 'granted';
  /** The option goes on without the places the letter is about. */
  stands?: boolean;
}

/** Which option a letter is about, and what of it. */
export interface Telling {
  optionId: string;
  orderId: string | null;
  /** The performance it speaks of; left out, the one the option stands for, and a product is called by its name. */
  performanceId?: string;
  /** It speaks of the lines at that performance only. */
  only?: boolean;
}

/** All that a letter about an option may say, as it is now. */
export interface OptionToTell {
  optionId: string;
  organisationId: string;
  contactId: string;
  contactLocale: string;
  /** Why nobody is written to about it; null: they are. */
  noLettersReason: string | null;
  /** The kinds its house chose to send. */
  letterKinds: string[];
  organisation: LetterSnapshot['organisation'];
  currency: string;
  contact: LetterSnapshot['contact'];
  option: LetterSnapshot['option'];
  order: LetterSnapshot['order'];
  performance: LetterSnapshot['performance'];
  confirmationDueAt: string | null;
  requested: LetterLine[] | null;
  granted: LetterLine[] | null;
  /** The house's own published texts in the contact's language, by kind. */
  texts: Partial<Record<LetterKind, LetterTemplate>>;
}

/** Freezes what a letter says. */
export function snapshotOf(told: OptionToTell, saying: LetterSaying, now: string): LetterSnapshot {
  const granted = saying.lines === 'asked' ? null : told.granted;
  const lines = granted ?? told.requested ?? [];
  const own = told.texts[saying.kind];
  // a text that cannot say so would tell that the whole option ends
  const template =
    saying.stands === true && own !== undefined && !asks(own, 'optionStands') ? undefined : own;
  return {
    locale: letterLanguage(told.contactLocale),
    issuedAt: now,
    organisation: told.organisation,
    contact: told.contact,
    option: { ...told.option, requestedAt: normalInstant(told.option.requestedAt) },
    order: told.order && {
      ...told.order,
      paymentDueAt: told.order.paymentDueAt && normalInstant(told.order.paymentDueAt),
    },
    performance: { ...told.performance, startsAt: normalInstant(told.performance.startsAt) },
    lines: lines.map((line) => ({ ...line, performanceStartsAt: normalInstant(line.performanceStartsAt) })),
    currency: told.currency,
    confirmationDueAt: told.confirmationDueAt,
    reason: saying.reason ?? null,
    corrects: saying.corrects ?? null,
    ...(saying.moved ? { moved: saying.moved } : {}),
    ...(saying.reseated ? { reseated: saying.reseated } : {}),
    ...(saying.stands === true ? { stands: true as const } : {}),
    ...(template === undefined ? {} : { template }),
  };
}

/**
 * Reads what letters about options may say, with the order each of them is about. A product and its lines are called by
 * their names.
 */
export async function readOptionsToTell(db: Queries, asked: readonly Telling[]): Promise<OptionToTell[]> {
  const { rows } = await sql<OptionToTell>`
    select o.id as "optionId", o.organisation_id as "organisationId", g.currency, o.contact_id as "contactId", c.locale as "contactLocale",
      coalesce(o.no_letters_reason, c.no_letters_reason) as "noLettersReason", g.letter_kinds as "letterKinds",
      o.confirmation_due_at as "confirmationDueAt",
      json_build_object('name', g.name, 'addressLines', g.address_lines, 'email', g.email, 'phone', g.phone) as organisation,
      json_build_object('number', c.number, 'name', c.name, 'structureName', s.name, 'email', c.email,
        'addressLines', case when c.city is null and c.postcode is null then c.address_lines
          else c.address_lines || to_jsonb(concat_ws(' ', c.postcode, c.city)) end) as contact,
      json_build_object('number', o.number, 'remark', o.remark, 'requestedAt', o.requested_at) as option,
      case when d.id is null then null else json_build_object('number', d.number, 'totalCents', d.total_cents,
        'paymentDueAt', d.payment_due_at) end as order,
      json_build_object('eventName', case when asked.about = '' then coalesce(r.name, e.name) else e.name end, 'eventCode', e.code, 'venueName', v.name, 'startsAt', p.starts_at,
        'timeZone', p.time_zone, 'id', p.id) as performance,
      (select json_agg(json_build_object('eventName', le.name, 'performanceStartsAt', lp.starts_at, 'timeZone', lp.time_zone,
          'seatCategory', coalesce(pl.name, k.name), 'audienceSubcategory', u.name, 'quantity', l.requested_quantity,
          'priceCents', null, 'amountCents', null) order by l.position)
        from option_line l join performance lp on lp.id = l.performance_id join show_event le on le.id = lp.event_id
        join seat_category k on k.id = l.seat_category_id left join audience_subcategory u on u.id = l.audience_subcategory_id
        left join product_line pl on pl.id = l.product_line_id
        where l.option_id = o.id and (asked.within = '' or asked.within::uuid = coalesce((select h.performance_id from claim h
          where h.source_id = o.id and h.source_type = 'option' and h.line_id = l.id and h.counter <> 'released' limit 1),
          l.performance_id))) as requested,
      (select json_agg(json_build_object('eventName', le.name, 'performanceStartsAt', lp.starts_at, 'timeZone', lp.time_zone,
          'seatCategory', coalesce(pl.name, k.name), 'audienceSubcategory', u.name, 'quantity', m.quantity,
          'priceCents', m.price_cents, 'amountCents', m.price_cents * m.quantity, 'seats', m.seats) order by m.id)
        from claim m join performance lp on lp.id = m.performance_id join show_event le on le.id = lp.event_id
        join seat_category k on k.id = m.seat_category_id left join audience_subcategory u on u.id = m.audience_subcategory_id
        left join option_line ml on ml.id = m.line_id left join product_line pl on pl.id = ml.product_line_id
        where m.source_id = o.id and m.source_type = 'option' and m.counter <> 'released'
          and (asked.within = '' or m.performance_id = asked.within::uuid)) as granted,
      coalesce((select json_object_agg(t.kind, t.content) from letter_template t
        where t.organisation_id = o.organisation_id and t.language = c.locale and t.state = 'published'), '{}') as texts
    from unnest(${asked.map(({ optionId }) => optionId)}::uuid[], ${asked.map(({ orderId }) => orderId ?? '')}::text[],
        ${asked.map(({ performanceId }) => performanceId ?? '')}::text[],
        ${asked.map(({ performanceId, only }) => (only === true ? (performanceId ?? '') : ''))}::text[])
      as asked (option_id, order_id, about, within)
    join seat_option o on o.id = asked.option_id
    join organisation g on g.id = o.organisation_id
    join contact c on c.id = o.contact_id
    left join contact s on s.id = o.structure_id and s.id <> c.id
    left join customer_order d on d.id = nullif(asked.order_id, '')::uuid
    join performance p on p.id = coalesce(nullif(asked.about, '')::uuid, o.performance_id)
    join show_event e on e.id = p.event_id
    join venue v on v.id = p.venue_id
    left join product r on r.id = o.product_id`.execute(db);
  return rows;
}
