import { z } from 'zod';
import { limitationTableList, settingStates } from '../../../database/read-models/limitation-tables.ts';
import { type Cover, CoveredIds, writeCovers } from '../covers.ts';
import { Code, Name } from '../fields.ts';
import { defineRecord, type RecordValues } from '../record-kind.ts';

const maximum = z.int().min(0).max(1_000_000).nullable();
const maxima = ['maximumPerOption', 'maximumPerPerformance', 'maximumPerSeason'];

const fields = {
  organisationId: z.uuid(),
  code: Code,
  name: Name,
  familyId: z.uuid(),
  collectivityTypeIds: CoveredIds.meta({ description: 'The types of contact it applies to' }),
  seasonIds: CoveredIds.meta({ description: 'Empty: all' }),
  activityIds: CoveredIds.meta({ description: 'Empty: all' }),
  eventIds: CoveredIds.meta({ description: 'Empty: all' }),
  seatCategoryIds: CoveredIds.meta({ description: 'Empty: all' }),
  maximumPerOption: maximum.meta({ description: 'Places; null: no limit of this sort' }),
  maximumPerPerformance: maximum.meta({
    description: 'Places a contact may hold; null: no limit of this sort',
  }),
  maximumPerSeason: maximum.meta({ description: 'Places a contact may hold; null: no limit of this sort' }),
  state: z.enum(settingStates),
};

const covers: Cover = {
  cover: 'limitation_cover',
  owner: 'limitation_table',
  fields: {
    collectivityTypeIds: { table: 'collectivity_type', column: 'collectivity_type_id' },
    seasonIds: { table: 'season', column: 'season_id' },
    activityIds: { table: 'season_activity', column: 'activity_id' },
    eventIds: { table: 'show_event', column: 'event_id' },
    seatCategoryIds: { table: 'seat_category', column: 'seat_category_id' },
  },
};

/**
 * Limitation tables: how many places contacts of some collectivity types may have (seed 004 "Table de limitation
 * d'option"). A validated one names a type and a maximum; before that it is a draft and counts for nothing.
 */
export const limitationTableRecords = defineRecord({
  subject: 'limitation-table',
  table: 'limitation_table',
  fields: z.strictObject(fields),
  required: ['organisationId', 'code', 'name', 'familyId'],
  fixed: ['organisationId'],
  references: { organisationId: 'organisation', familyId: 'product_family' },
  apart: Object.keys(covers.fields),
  row: z.object({ id: z.uuid(), ...fields, version: z.int() }).meta({ id: 'LimitationTable' }),
  list: limitationTableList,
  check: (values) => (values.state === 'validated' ? missingToCount(values) : []),
  after: async (verb, id, values) => {
    await writeCovers(verb, covers, id, values);
    return [];
  },
});

function missingToCount(values: RecordValues) {
  const types = values.collectivityTypeIds;
  const limited = maxima.some((name) => typeof values[name] === 'number');
  return [
    ...(Array.isArray(types) && types.length > 0 ? [] : ['collectivityTypeIds']),
    ...(limited ? [] : ['maximumPerPerformance']),
  ].map((path) => ({ path, code: 'field.required' }));
}
