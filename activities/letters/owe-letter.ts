import { sql } from 'kysely';
import type { LetterKind, LetterLine, LetterSnapshot } from '../../rules/letters/letter-snapshot.ts';
import type { Locale } from '../../rules/messages/locale.ts';
import { normalInstant } from '../../rules/options/calendar.ts';
import { processId } from '../../rules/processes.ts';
import { newId } from '../new-id.ts';
import type { Verb } from '../verb.ts';

/** A letter about to be owed because of one history row. */
export interface OwedLetter {
  kind: LetterKind;
  optionId: string;
  orderId: string | null;
  causeHistoryId: string;
  /** The motive as told to the contact. */
  reason?: string | null;
  corrects?: LetterSnapshot['corrects'];
  moved?: LetterSnapshot['moved'];
  reseated?: LetterSnapshot['reseated'];
  /** `asked`: what was granted is not told before it was answered. */
  lines?: 'asked' | 'granted';
}

interface SnapshotRow {
  optionId: string;
  organisationId: string;
  organisation: LetterSnapshot['organisation'];
  currency: string;
  contactId: string;
  contactLocale: string;
  contact: LetterSnapshot['contact'];
  option: LetterSnapshot['option'];
  order: LetterSnapshot['order'];
  performance: LetterSnapshot['performance'];
  confirmationDueAt: string | null;
  requested: LetterLine[] | null;
  granted: LetterLine[] | null;
}

/**
 * Owes a letter: freezes what it says in this transaction and wakes its story. The number it takes orders letters for
 * the mail guard. A contact without e-mail is owed it all the same: it is made, shown as failed, and can be printed.
 */
export async function oweLetter(verb: Verb, letter: OwedLetter): Promise<void> {
  await oweLetters(verb, [letter]);
}

/** The same for one letter each of many options, a portion of them in one statement. */
export async function oweLetters(verb: Verb, letters: readonly OwedLetter[]): Promise<void> {
  for (let from = 0; from < letters.length; from += atOnce) {
    await owePortion(verb, letters.slice(from, from + atOnce));
  }
}

const atOnce = 500;

async function owePortion(verb: Verb, letters: readonly OwedLetter[]): Promise<void> {
  const snapshots = new Map((await readSnapshots(verb, letters)).map((row) => [row.optionId, row]));
  const rows = letters.map((letter) => {
    const row = snapshots.get(letter.optionId);
    if (row === undefined) throw new Error(`no option ${letter.optionId} to write about`);
    return {
      id: newId(),
      institution_id: verb.institutionId,
      organisation_id: row.organisationId,
      cause_history_id: letter.causeHistoryId,
      kind: letter.kind,
      recipient: row.contact.email ?? '',
      contact_id: row.contactId,
      option_id: letter.optionId,
      order_id: letter.orderId,
      snapshot: sql<LetterSnapshot>`${JSON.stringify(snapshotOf(verb, letter, row))}::jsonb`,
      created_at: verb.now,
    };
  });
  await verb.db.insertInto('letter').values(rows).execute();
  for (const { id } of rows) verb.wake(processId.letter(id));
}

function snapshotOf(verb: Verb, letter: OwedLetter, row: SnapshotRow): LetterSnapshot {
  const granted = letter.lines === 'asked' ? null : row.granted;
  const lines = granted ?? row.requested ?? [];
  return {
    locale: letterLocale(row.contactLocale),
    issuedAt: verb.now,
    organisation: row.organisation,
    contact: row.contact,
    option: { ...row.option, requestedAt: normalInstant(row.option.requestedAt) },
    order: row.order && {
      ...row.order,
      paymentDueAt: row.order.paymentDueAt && normalInstant(row.order.paymentDueAt),
    },
    performance: { ...row.performance, startsAt: normalInstant(row.performance.startsAt) },
    lines: lines.map((line) => ({ ...line, performanceStartsAt: normalInstant(line.performanceStartsAt) })),
    currency: row.currency,
    confirmationDueAt: row.confirmationDueAt,
    reason: letter.reason ?? null,
    corrects: letter.corrects ?? null,
    ...(letter.moved ? { moved: letter.moved } : {}),
    ...(letter.reseated ? { reseated: letter.reseated } : {}),
  };
}

/** Letters are written in French and English; other languages of the data read the English one. */
function letterLocale(locale: string): Locale {
  return locale === 'fr' ? 'fr' : 'en';
}

async function readSnapshots(verb: Verb, letters: readonly OwedLetter[]): Promise<SnapshotRow[]> {
  const { rows } = await sql<SnapshotRow>`
    select o.id as "optionId", o.organisation_id as "organisationId", g.currency, o.contact_id as "contactId", c.locale as "contactLocale",
      o.confirmation_due_at as "confirmationDueAt",
      json_build_object('name', g.name, 'addressLines', g.address_lines, 'email', g.email, 'phone', g.phone) as organisation,
      json_build_object('number', c.number, 'name', c.name, 'structureName', s.name, 'email', c.email,
        'addressLines', case when c.city is null and c.postcode is null then c.address_lines
          else c.address_lines || to_jsonb(concat_ws(' ', c.postcode, c.city)) end) as contact,
      json_build_object('number', o.number, 'remark', o.remark, 'requestedAt', o.requested_at) as option,
      case when d.id is null then null else json_build_object('number', d.number, 'totalCents', d.total_cents,
        'paymentDueAt', d.payment_due_at) end as order,
      json_build_object('eventName', e.name, 'eventCode', e.code, 'venueName', v.name, 'startsAt', p.starts_at,
        'timeZone', p.time_zone) as performance,
      (select json_agg(json_build_object('eventName', le.name, 'performanceStartsAt', lp.starts_at, 'timeZone', lp.time_zone,
          'seatCategory', k.name, 'audienceSubcategory', u.name, 'quantity', l.requested_quantity,
          'priceCents', null, 'amountCents', null) order by l.position)
        from option_line l join performance lp on lp.id = l.performance_id join show_event le on le.id = lp.event_id
        join seat_category k on k.id = l.seat_category_id left join audience_subcategory u on u.id = l.audience_subcategory_id
        where l.option_id = o.id) as requested,
      (select json_agg(json_build_object('eventName', le.name, 'performanceStartsAt', lp.starts_at, 'timeZone', lp.time_zone,
          'seatCategory', k.name, 'audienceSubcategory', u.name, 'quantity', m.quantity,
          'priceCents', m.price_cents, 'amountCents', m.price_cents * m.quantity, 'seats', m.seats) order by m.id)
        from claim m join performance lp on lp.id = m.performance_id join show_event le on le.id = lp.event_id
        join seat_category k on k.id = m.seat_category_id left join audience_subcategory u on u.id = m.audience_subcategory_id
        where m.source_id = o.id and m.source_type = 'option' and m.counter <> 'released') as granted
    from unnest(${letters.map(({ optionId }) => optionId)}::uuid[], ${letters.map(({ orderId }) => orderId ?? '')}::text[])
      as asked (option_id, order_id)
    join seat_option o on o.id = asked.option_id
    join organisation g on g.id = o.organisation_id
    join contact c on c.id = o.contact_id
    left join contact s on s.id = o.structure_id and s.id <> c.id
    left join customer_order d on d.id = nullif(asked.order_id, '')::uuid
    join performance p on p.id = o.performance_id
    join show_event e on e.id = p.event_id
    join venue v on v.id = p.venue_id`.execute(verb.db);
  return rows;
}
