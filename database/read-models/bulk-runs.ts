import { bulkItemStates, bulkRunStates } from '../../rules/options/bulk-run.ts';
import { optionKinds } from '../../rules/options/rights.ts';
import type { Queries } from '../schema.ts';
import { defineList } from './list.ts';
import { choice, instant, integer, text, uuid } from './list-fields.ts';

/** Verbs on large selections: how far each has come. */
export const bulkRunList = defineList({
  name: 'bulk-runs',
  table: 'bulk_run',
  sort: ['askedAt', 'DESC'],
  fields: {
    verb: text('bulk_run.verb'),
    kind: choice('bulk_run.kind', optionKinds),
    state: choice('bulk_run.state', bulkRunStates),
    organisationId: uuid('bulk_run.organisation_id'),
    askedById: uuid('bulk_run.asked_by_id'),
    askedAt: instant('bulk_run.asked_at'),
    failed: integer('bulk_run.failed'),
  },
  rows: (db: Queries) =>
    db
      .selectFrom('bulk_run')
      .select([
        'bulk_run.id',
        'bulk_run.organisation_id as organisationId',
        'bulk_run.verb',
        'bulk_run.kind',
        'bulk_run.state',
        'bulk_run.attempt',
        'bulk_run.total',
        'bulk_run.done',
        'bulk_run.failed',
        'bulk_run.asked_by_id as askedById',
        'bulk_run.asked_by_name as askedByName',
        'bulk_run.asked_at as askedAt',
        'bulk_run.ended_at as endedAt',
        'bulk_run.version',
      ]),
  present: (row) => row,
});

/** What became of each option of a verb on a large selection, in the order they were named. */
export const bulkItemList = defineList({
  name: 'bulk-run-results',
  table: 'bulk_item',
  sort: ['position', 'ASC'],
  fields: {
    bulkRunId: uuid('bulk_item.run_id'),
    position: integer('bulk_item.position'),
    state: choice('bulk_item.state', bulkItemStates),
  },
  rows: (db: Queries) =>
    db
      .selectFrom('bulk_item')
      .leftJoin('bulk_run', 'bulk_run.id', 'bulk_item.run_id')
      .leftJoin('seat_option', (join) =>
        join
          .onRef('seat_option.id', '=', 'bulk_item.option_id')
          .onRef('seat_option.kind', '=', 'bulk_run.kind'),
      )
      .leftJoin('contact', 'contact.id', 'seat_option.contact_id')
      .select([
        'bulk_item.id',
        'bulk_item.option_id as optionId',
        'bulk_item.state',
        'bulk_item.answer',
        'seat_option.number',
        'contact.name as contactName',
      ]),
  present: (row) => row,
});
