import { listColumns } from '../../rules/lists/columns.ts';
import type { Queries } from '../schema.ts';
import { defineList } from './list.ts';
import { choice, flag, instant, text, uuid } from './list-fields.ts';

/** The reader's own views of lists, and those that colleagues share. */
export const savedViewList = defineList({
  name: 'saved-views',
  table: 'saved_view',
  sort: ['name', 'ASC'],
  fields: {
    resource: choice('saved_view.resource', Object.keys(listColumns)),
    name: text('saved_view.name', { searched: true }),
    shared: flag('saved_view.shared'),
    ownerId: uuid('saved_view.operator_id'),
    createdAt: instant('saved_view.created_at'),
  },
  rows: (db: Queries) =>
    db
      .selectFrom('saved_view')
      .innerJoin('operator', 'operator.id', 'saved_view.operator_id')
      .select([
        'saved_view.id',
        'saved_view.resource',
        'saved_view.name',
        'saved_view.filter',
        'saved_view.sort',
        'saved_view.columns',
        'saved_view.shared',
        'saved_view.operator_id as ownerId',
        'operator.name as ownerName',
        'saved_view.created_at as createdAt',
        'saved_view.version',
      ]),
  present: (row) => row,
});
