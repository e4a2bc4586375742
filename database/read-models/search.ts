import { sql } from 'kysely';
import type { SearchQuestion } from '../../rules/search/question.ts';
import type { Queries } from '../schema.ts';
import { type Scope, scoped } from './scoped.ts';

/** Something found: what kind of record, how people know it, and the few facts that tell it from its neighbours. */
export interface Found {
  kind: string;
  id: string;
  number: number | null;
  title: string;
  detail: string | null;
  /** State of an option or order, kind of a contact or letter. */
  mark: string | null;
  at: string | null;
  timeZone: string | null;
  /** The option to open for a record that has no page of its own. */
  optionId: string | null;
}

/** A question, and how many answers of each kind are wanted. */
export interface Search extends SearchQuestion {
  limit: number;
  /** Contacts that have every word, the best first: their options, orders and letters are found by them. */
  contactIds: readonly string[];
}

const mostContacts = 200;

/** Ids of the contacts that have every word, the best first, whose rows are also looked behind. */
export async function contactsNamed(db: Queries, scope: Scope, { words }: SearchQuestion): Promise<string[]> {
  if (words.length === 0) return [];
  const { rows } = await sql<{ id: string }>`
    select contact.id from find_contacts(${[...words]}::text[], ${mostContacts}) with ordinality as found(id, place)
    join contact on contact.id = found.id
    where ${scoped(scope, 'contact')} order by found.place`.execute(db);
  return rows.map(({ id }) => id);
}

/** Contacts by number, then by their words. */
export async function findContacts(db: Queries, scope: Scope, search: Search): Promise<Found[]> {
  const ids = [...search.contactIds];
  const { rows } = await sql<Found>`
    select 'contacts' as kind, contact.id, contact.number, contact.name as title,
      nullif(concat_ws(' · ', contact.email, contact.city), '') as detail, contact.kind as mark,
      null as at, null as "timeZone", null as "optionId"
    from contact
    where ${scoped(scope, 'contact')} and (contact.number = ${search.number} or contact.id = any(${ids}::uuid[]))
    order by (contact.number = ${search.number}) is true desc, array_position(${ids}::uuid[], contact.id)
    limit ${search.limit}`.execute(db);
  return rows;
}

/** Options by number, then by words of their contact and of their event, the latest first. */
export async function findOptions(db: Queries, scope: Scope, search: Search): Promise<Found[]> {
  const contacts = [...search.contactIds];
  const { events, rest } = await eventsNamed(db, scope, search);
  const { rows } = await sql<Found>`
    with candidate as (
      (select seat_option.id from seat_option
        where ${scoped(scope, 'seat_option')} and seat_option.number = ${search.number})
      union
      (select seat_option.id from seat_option
        where ${scoped(scope, 'seat_option')} and seat_option.contact_id = any(${contacts}::uuid[])
        order by seat_option.number desc limit ${search.limit})
      union
      (select seat_option.id from seat_option
        join performance on performance.id = seat_option.performance_id
        join contact on contact.id = seat_option.contact_id
        where ${scoped(scope, 'seat_option')} and performance.event_id = any(${events}::uuid[])
          and (${rest.length === 0} or contact.words
            like all ((select search_patterns(${rest}::text[]))::text[]))
        order by seat_option.number desc limit ${search.limit})
    )
    select 'options' as kind, seat_option.id, seat_option.number, contact.name as title, show_event.name as detail,
      seat_option.state as mark, performance.starts_at as at, performance.time_zone as "timeZone", seat_option.id as "optionId"
    from candidate
    join seat_option on seat_option.id = candidate.id
    join contact on contact.id = seat_option.contact_id
    join performance on performance.id = seat_option.performance_id
    join show_event on show_event.id = performance.event_id
    order by (seat_option.number = ${search.number}) is true desc, seat_option.number desc
    limit ${search.limit}`.execute(db);
  return rows;
}

/** Events that have as many of the words as any event has, and the words that none has. */
async function eventsNamed(db: Queries, scope: Scope, { words }: Search) {
  if (words.length === 0) return { events: [], rest: [] };
  const { rows } = await sql<{ id: string; word: string }>`
    select show_event.id, given.word
    from show_event join unnest(${[...words]}::text[], search_patterns(${[...words]}::text[])) as given(word, pattern)
      on show_event.words like given.pattern
    where ${scoped(scope, 'show_event')}
    limit 5000`.execute(db);
  const known = new Set(rows.map(({ word }) => word));
  const hits = new Map<string, number>();
  for (const { id } of rows) hits.set(id, (hits.get(id) ?? 0) + 1);
  return {
    events: [...hits].filter(([, count]) => count === known.size).map(([id]) => id),
    rest: words.filter((word) => !known.has(word)),
  };
}

/** Orders by number, then by their contact; an order opens on its first option. */
export async function findOrders(db: Queries, scope: Scope, search: Search): Promise<Found[]> {
  const contacts = [...search.contactIds];
  const { rows } = await sql<Found>`
    select 'orders' as kind, customer_order.id, customer_order.number, contact.name as title, null as detail,
      customer_order.state as mark, customer_order.payment_due_at as at, null as "timeZone",
      (select option.id from seat_option option where option.order_id = customer_order.id order by option.number limit 1)
        as "optionId"
    from customer_order join contact on contact.id = customer_order.contact_id
    where ${scoped(scope, 'customer_order')}
      and (customer_order.number = ${search.number} or customer_order.contact_id = any(${contacts}::uuid[]))
    order by (customer_order.number = ${search.number}) is true desc, customer_order.number desc
    limit ${search.limit}`.execute(db);
  return rows;
}

/** Letters by number, then by the contact whose option they are about, the latest first. */
export async function findLetters(db: Queries, scope: Scope, search: Search): Promise<Found[]> {
  const contacts = [...search.contactIds];
  const { rows } = await sql<Found>`
    select 'letters' as kind, letter.id, letter.number, contact.name as title, null as detail, letter.kind as mark,
      coalesce(letter.sent_at, letter.created_at) as at, null as "timeZone", letter.option_id as "optionId"
    from letter join contact on contact.id = letter.contact_id
    where ${scoped(scope, 'letter')} and (letter.number = ${search.number} or letter.option_id in (
      select option.id from seat_option option where option.contact_id = any(${contacts}::uuid[])))
    order by (letter.number = ${search.number}) is true desc, letter.number desc
    limit ${search.limit}`.execute(db);
  return rows;
}
