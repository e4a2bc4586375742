import { type RawBuilder, sql } from 'kysely';
import type { Queries } from '../schema.ts';
import { hasEventWord } from './list-words.ts';
import { type Scope, scoped } from './scoped.ts';
import { toldName } from './told-name.ts';

/** A performance that takes requests. */
export interface OpenPerformance {
  id: string;
  startsAt: string;
  timeZone: string;
  venueName: string;
}

/** An event with its performances that take requests, the soonest first. */
export interface OpenEvent {
  id: string;
  name: string;
  /** The start of the first of them: where a page of events goes on. */
  firstAt: string;
  performances: OpenPerformance[];
}

/** A seat category that may be asked for at a performance. */
export interface OpenCategory {
  id: string;
  code: string;
  name: string;
  /** Places to ask for at least (seed: « au minimum 5 places par catégorie choisie »). */
  minimum: number;
}

/** The most performances of one event that are told at once. */
const mostPerformances = 400;

/**
 * The performances that take requests through one of these channels today: to come, open, of an open season and of an
 * activity with options, and covered by a validated profile in force. The rules have the last word when one is asked for.
 */
function openPerformances(scope: Scope, channelIds: readonly string[]): RawBuilder<unknown> {
  return sql`
    select p.id, p.event_id, p.venue_id, p.organisation_id, p.starts_at, p.time_zone, ch.id as channel_id, ch.code as channel_code
    from performance p
    join show_event e on e.id = p.event_id
    join season_activity a on a.id = e.activity_id
    join season s on s.id = e.season_id
    join sales_channel ch on ch.organisation_id = p.organisation_id and ch.active and ch.id = any(${[...channelIds]}::uuid[])
    where ${scoped(scope, 'performance', 'p')} and p.state = 'open' and p.starts_at > now() and s.open
      and a.seat_options_allowed and exists (select from ${profilesInForce()})`;
}

/** Profiles in force for the performance `p` through the channel `ch`, as `t`. */
function profilesInForce(more: RawBuilder<unknown> = sql``): RawBuilder<unknown> {
  return sql`option_profile t
    where t.organisation_id = p.organisation_id and t.state = 'validated' and t.kind = 'seats'
      and coalesce(t.starts_on <= (now() at time zone p.time_zone)::date, true)
      and coalesce(t.ends_on >= (now() at time zone p.time_zone)::date, true)
      and ${covers('channel_id', sql`ch.id`)} and ${covers('event_id', sql`p.event_id`)}
      and ${covers('performance_id', sql`p.id`)} ${more}`;
}

/** Of a kind that a profile never names, it covers all. */
function covers(
  column: 'channel_id' | 'event_id' | 'performance_id' | 'seat_category_id',
  value: RawBuilder<unknown>,
): RawBuilder<unknown> {
  const named = sql.ref(`v.${column}`);
  return sql`(not exists (select from option_profile_cover v where v.option_profile_id = t.id and ${named} is not null)
    or exists (select from option_profile_cover v where v.option_profile_id = t.id and ${named} = ${value}))`;
}

/** Where a page of events ended. */
export interface OpenEventsCursor {
  firstAt: string;
  id: string;
}

/** A page of the programme open to requests through these channels, in the order of the first performance. */
export async function readOpenEvents(
  db: Queries,
  scope: Scope,
  asked: {
    channelIds: readonly string[];
    words: readonly string[];
    after: OpenEventsCursor | null;
    limit: number;
    /** One event only. */
    eventId?: string;
  },
): Promise<OpenEvent[]> {
  const { channelIds, words, after, limit, eventId = null } = asked;
  const found = words.map((word) => sql`and ${hasEventWord(word)}`);
  const further =
    after === null ? sql`` : sql`where (first_at, id) > (${after.firstAt}::timestamptz, ${after.id}::uuid)`;
  const { rows } = await sql<OpenEvent>`
    with open as (${openPerformances(scope, channelIds)}),
      page as (
        select id, first_at from (
          select show_event.id, min(open.starts_at) as first_at from open join show_event on show_event.id = open.event_id
          where coalesce(show_event.id = ${eventId}::uuid, true) ${sql.join(found.length === 0 ? [sql``] : found, sql` `)}
          group by show_event.id
        ) known ${further} order by first_at, id limit ${limit})
    select page.id, ${toldName(scope, 'show_event')} as name, page.first_at as "firstAt",
      (select json_agg(json_build_object('id', o.id, 'startsAt', to_char(o.starts_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
          'timeZone', o.time_zone, 'venueName', o.venue_name) order by o.starts_at, o.id)
        from (select distinct open.id, open.starts_at, open.time_zone, venue.name as venue_name
          from open join venue on venue.id = open.venue_id where open.event_id = page.id
          order by open.starts_at, open.id limit ${mostPerformances}) o) as performances
    from page join show_event on show_event.id = page.id
    order by page.first_at, page.id`.execute(db);
  return rows;
}

/** The seat categories that may be asked for at a performance, the best first, each with its minimum, and its event. */
export async function readOpenCategories(
  db: Queries,
  scope: Scope,
  { channelIds, performanceId }: { channelIds: readonly string[]; performanceId: string },
): Promise<{ event: Omit<OpenEvent, 'firstAt'>; categories: OpenCategory[] } | null> {
  const { rows } = await sql<{ eventId: string; categories: OpenCategory[] }>`
    with open as (${openPerformances(scope, channelIds)} and p.id = ${performanceId})
    select p.event_id as "eventId",
      coalesce((select json_agg(json_build_object('id', k.id, 'code', k.code, 'name', ${toldName(scope, 'seat_category', 'k')},
          'minimum', told.minimum) order by k.rank, k.id)
        from seat_category k
        join lateral (select min(t.minimum_quantity) as minimum from sales_channel ch, ${profilesInForce(
          sql`and ch.id in (select channel_id from open) and ${covers('seat_category_id', sql`k.id`)}`,
        )}) told on told.minimum is not null
        where k.venue_id = p.venue_id and k.option_allowed
          and exists (select from stock r where r.performance_id = p.id and r.seat_category_id = k.id)), '[]') as categories
    from (select distinct on (id) * from open) p`.execute(db);
  const [found] = rows;
  if (found === undefined) return null;
  const { eventId, categories } = found;
  const [event] = await readOpenEvents(db, scope, { channelIds, words: [], after: null, limit: 1, eventId });
  if (event === undefined) return null;
  const { firstAt: _first, ...told } = event;
  return { event: told, categories };
}

/**
 * The channel a contact asks for a performance through: of its organisation, one that takes requests for it before
 * another. Null for a performance out of reach.
 */
export async function contactChannel(
  db: Queries,
  scope: Scope,
  channelIds: readonly string[],
  performanceId: string,
): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    with open as (${openPerformances(scope, channelIds)} and p.id = ${performanceId})
    select ch.id from performance p join sales_channel ch on ch.organisation_id = p.organisation_id
    where p.id = ${performanceId} and ${scoped(scope, 'performance', 'p')} and ch.id = any(${[...channelIds]}::uuid[])
    order by exists (select from open where open.channel_id = ch.id) desc, ch.code limit 1`.execute(db);
  return rows[0]?.id ?? null;
}
