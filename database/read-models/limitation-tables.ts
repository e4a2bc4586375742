import type { Queries } from '../schema.ts';
import { coveredIds } from './covered-ids.ts';
import { defineList } from './list.ts';
import { choice, integer, text, uuid } from './list-fields.ts';

/** A setting counts once it is validated. */
export const settingStates = ['draft', 'validated'] as const;

const among = { from: 'limitation_cover', key: 'limitation_cover.limitation_table_id' };
const covered = (column: string) => coveredIds('limitation_cover', 'limitation_table', column);

/** Limitation tables with what they cover; an empty list covers all. */
export const limitationTableList = defineList({
  name: 'limitation-tables',
  table: 'limitation_table',
  sort: ['name', 'ASC'],
  fields: {
    organisationId: uuid('limitation_table.organisation_id'),
    code: text('limitation_table.code', { searched: true }),
    name: text('limitation_table.name', { searched: true }),
    familyId: uuid('limitation_table.family_id'),
    state: choice('limitation_table.state', settingStates),
    maximumPerOption: integer('limitation_table.maximum_per_option', { nullable: true }),
    maximumPerPerformance: integer('limitation_table.maximum_per_performance', { nullable: true }),
    maximumPerSeason: integer('limitation_table.maximum_per_season', { nullable: true }),
    collectivityTypeId: uuid('limitation_cover.collectivity_type_id', { among }),
  },
  rows: (db: Queries) =>
    db
      .selectFrom('limitation_table')
      .select([
        'limitation_table.id',
        'limitation_table.organisation_id as organisationId',
        'limitation_table.code',
        'limitation_table.name',
        'limitation_table.family_id as familyId',
        'limitation_table.maximum_per_option as maximumPerOption',
        'limitation_table.maximum_per_performance as maximumPerPerformance',
        'limitation_table.maximum_per_season as maximumPerSeason',
        'limitation_table.state',
        'limitation_table.version',
        covered('collectivity_type_id').as('collectivityTypeIds'),
        covered('season_id').as('seasonIds'),
        covered('activity_id').as('activityIds'),
        covered('event_id').as('eventIds'),
        covered('seat_category_id').as('seatCategoryIds'),
      ]),
  present: (row) => row,
});
