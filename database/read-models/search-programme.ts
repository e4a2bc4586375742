import { type RawBuilder, sql } from 'kysely';
import type { Queries } from '../schema.ts';
import { type Scope, type ScopedTable, scoped } from './scoped.ts';
import type { Found, Search } from './search.ts';
import { toldName } from './told-name.ts';

/** Performances by words of their event and venue and by day, the next ones first. */
export async function findPerformances(db: Queries, scope: Scope, search: Search): Promise<Found[]> {
  const { words, day, limit } = search;
  if (words.length === 0 && day === null) return [];
  const { rows } = await sql<Found>`
    select 'performances' as kind, performance.id, null as number, show_event.name as title, venue.name as detail,
      nullif(performance.state, 'open') as mark, performance.starts_at as at, performance.time_zone as "timeZone", null as "optionId"
    from performance
    join show_event on show_event.id = performance.event_id
    join venue on venue.id = performance.venue_id
    where ${scoped(scope, 'performance')} and show_event.kind <> 'article'
      and performance.starts_at between now() - interval '400 days' and now() + interval '1200 days'
      and (${day}::date is null or (performance.starts_at at time zone performance.time_zone)::date = ${day}::date)
      and search_text(' ' || show_event.name || ' ' || show_event.code || ' ' || venue.name)
        like all (search_patterns(${[...words]}::text[]))
    order by performance.starts_at < now(), abs(extract(epoch from performance.starts_at - now())), performance.id
    limit ${limit}`.execute(db);
  return rows;
}

/** Records of the settings that have a code and a name: resource and table. */
export const namedRecords = {
  events: 'show_event',
  seasons: 'season',
  'season-activities': 'season_activity',
  'product-families': 'product_family',
  venues: 'venue',
  'seat-categories': 'seat_category',
  contingents: 'contingent',
  'collectivity-types': 'collectivity_type',
  'audience-categories': 'audience_category',
  'audience-subcategories': 'audience_subcategory',
  'sales-channels': 'sales_channel',
  organisations: 'organisation',
  roles: 'role',
  'option-profiles': 'option_profile',
  'limitation-tables': 'limitation_table',
} as const satisfies Readonly<Record<string, ScopedTable>>;

export type NamedResource = keyof typeof namedRecords;

/** The settings a reader may see, each with the eyes of its own right. */
export type NamedScopes = readonly (readonly [resource: NamedResource, scope: Scope])[];

/** Settings by words of their code and name, in one question. */
export async function findNamed(db: Queries, scopes: NamedScopes, search: Search): Promise<Found[]> {
  if (search.words.length === 0 || scopes.length === 0) return [];
  const parts = scopes.map(([resource, scope]): RawBuilder<unknown> => {
    const table = namedRecords[resource];
    return sql`(
      select ${resource}::text as kind, named.id, null::int as number, ${toldName(scope, table, 'named')} as title, named.code as detail, null as mark,
        null::timestamptz as at, null as "timeZone", null::uuid as "optionId"
      from ${sql.table(table)} named
      where ${scoped(scope, table, 'named')}
        and search_text(' ' || named.name || ' ' || ${toldName(scope, table, 'named')} || ' ' || named.code) like all (search_patterns(${[...search.words]}::text[]))
      order by named.name, named.id limit ${search.limit})`;
  });
  const { rows } = await sql<Found>`${sql.join(parts, sql` union all `)}`.execute(db);
  return rows;
}

/** Versions of the houses' own rules by number, by what they are about and by their rules, the newest first. */
export async function findRuleSets(db: Queries, scope: Scope, search: Search): Promise<Found[]> {
  const { words, number, limit } = search;
  if (words.length === 0 && number === null) return [];
  const { rows } = await sql<Found>`
    select 'rule-sets' as kind, rule_set.id, rule_set.number, rule_set.note as title,
      organisation.name as detail,
      case when rule_set.effective_at <= now() and (rule_set.superseded_at is null or rule_set.superseded_at > now())
        then 'inForce' else rule_set.state end as mark,
      null::timestamptz as at, null as "timeZone", null::uuid as "optionId"
    from rule_set join organisation on organisation.id = rule_set.organisation_id
    where ${scoped(scope, 'rule_set')} and (rule_set.number = ${number} or ${words.length} > 0 and
      search_text(' ' || rule_set.note || ' ' || coalesce((select string_agg(rule.name || ' ' || rule.code, ' ')
        from managed_rule rule where rule.rule_set_id = rule_set.id), ''))
        like all (search_patterns(${[...words]}::text[])))
    order by (rule_set.number = ${number}) is true desc, rule_set.number desc, rule_set.id limit ${limit}`.execute(
    db,
  );
  return rows;
}

/** Colleagues by name and address. */
export async function findOperators(db: Queries, scope: Scope, search: Search): Promise<Found[]> {
  if (search.words.length === 0) return [];
  const { rows } = await sql<Found>`
    select 'operators' as kind, operator.id, null as number, operator.name as title, operator.email as detail, null as mark,
      null as at, null as "timeZone", null as "optionId"
    from operator
    where ${scoped(scope, 'operator')}
      and search_text(' ' || operator.name || ' ' || operator.email) like all (search_patterns(${[...search.words]}::text[]))
    order by operator.name, operator.id limit ${search.limit}`.execute(db);
  return rows;
}
