import { type RawBuilder, sql } from 'kysely';
import type { Queries } from '../schema.ts';
import { defineList } from './list.ts';
import { choice, instant, text, uuid } from './list-fields.ts';
import type { Scope, ScopedTable } from './scoped.ts';
import { toldName } from './told-name.ts';

/** Kinds whose names are kept in several languages, and their tables. */
const namedKinds = {
  'audience-category': 'audience_category',
  'audience-subcategory': 'audience_subcategory',
  'collectivity-type': 'collectivity_type',
  contingent: 'contingent',
  'product-family': 'product_family',
  role: 'role',
  season: 'season',
  'season-activity': 'season_activity',
  'seat-category': 'seat_category',
} as const satisfies Readonly<Record<string, ScopedTable>>;

/** The name a record was written with. */
const writtenName = sql<string | null>`coalesce(history.after ->> 'name', history.before ->> 'name',
  history.after ->> 'code', history.before ->> 'code')`;

/** What people call the record: a number, a name in the reader's language, else the name it was written with. */
function subjectName(scope: Scope): RawBuilder<string | null> {
  const named = Object.entries(namedKinds).map(
    ([kind, table]) => sql`when ${sql.lit(kind)} then coalesce((select ${toldName(scope, table, 'named')}
      from ${sql.table(table)} named where named.id = history.subject_id), ${writtenName})`,
  );
  return sql<string | null>`(case history.subject_type
    when 'option' then (select named.number::text from seat_option named where named.id = history.subject_id)
    when 'letter' then (select named.number::text from letter named where named.id = history.subject_id)
    when 'contact' then (select named.name from contact named where named.id = history.subject_id)
    when 'operator' then (select named.name from operator named where named.id = history.subject_id)
    when 'event' then (select named.name from show_event named where named.id = history.subject_id)
    when 'performance' then (select named.name from performance played join show_event named on named.id = played.event_id
      where played.id = history.subject_id)
    ${sql.join(named, sql` `)}
    else ${writtenName} end)`;
}

/** What was done to which record, by whom and why, newest first. */
export const historyList = defineList({
  name: 'history',
  table: 'history',
  sort: ['at', 'DESC'],
  fields: {
    at: instant('history.at'),
    organisationId: uuid('history.organisation_id', { nullable: true }),
    actorType: choice('history.actor_type', ['operator', 'contact', 'process', 'system'], {
      sortable: false,
    }),
    actor: text('history.actor_id', { sortable: false }),
    verb: text('history.verb', { sortable: false }),
    subjectType: text('history.subject_type', { sortable: false }),
    subjectId: uuid('history.subject_id'),
    requestId: text('history.request_id', { sortable: false }),
  },
  rows: (db: Queries, scope: Scope) =>
    db
      .selectFrom('history')
      .select([
        'history.id',
        'history.at',
        'history.organisation_id as organisationId',
        'history.actor_type as actorType',
        'history.actor_id as actor',
        'history.actor_name as actorName',
        'history.verb',
        'history.subject_type as subjectType',
        'history.subject_id as subjectId',
        'history.before',
        'history.after',
        'history.reason',
        'history.rule_version as ruleVersion',
      ])
      .select(subjectName(scope).as('subjectName')),
  present: (row) => row,
});
