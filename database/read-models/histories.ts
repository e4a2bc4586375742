import type { Queries } from '../schema.ts';
import { defineList } from './list.ts';
import { choice, instant, text, uuid } from './list-fields.ts';

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
      ]),
  present: (row) => row,
});
