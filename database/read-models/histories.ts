import { sql } from 'kysely';
import type { Queries } from '../schema.ts';
import { defineList } from './list.ts';
import { choice, instant, text, uuid } from './list-fields.ts';

/** What people call the record: a number, a name, else the name it was written with. */
const subjectName = sql<string | null>`(case history.subject_type
  when 'option' then (select named.number::text from seat_option named where named.id = history.subject_id)
  when 'letter' then (select named.number::text from letter named where named.id = history.subject_id)
  when 'contact' then (select named.name from contact named where named.id = history.subject_id)
  when 'operator' then (select named.name from operator named where named.id = history.subject_id)
  when 'event' then (select named.name from show_event named where named.id = history.subject_id)
  when 'performance' then (select named.name from performance played join show_event named on named.id = played.event_id
    where played.id = history.subject_id)
  else coalesce(history.after ->> 'name', history.before ->> 'name', history.after ->> 'code', history.before ->> 'code') end)`;

/** What was done to which record, by whom and why, newest first. */
export const historyList = defineList({
  name: 'history',
  table: 'history',
  sort: ['at', 'DESC'],
  fields: {
    at: instant('history.at'),
    organisationId: uuid('history.organisation_id', { nullable: true }),
    actorType: choice('history.actor_type', ['operator', 'process', 'system'], { sortable: false }),
    actor: text('history.actor_id', { sortable: false }),
    verb: text('history.verb', { sortable: false }),
    subjectType: text('history.subject_type', { sortable: false }),
    subjectId: uuid('history.subject_id'),
    requestId: text('history.request_id', { sortable: false }),
  },
  rows: (db: Queries) =>
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
      .select(subjectName.as('subjectName')),
  present: (row) => row,
});
