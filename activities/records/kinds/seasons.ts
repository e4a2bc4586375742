import { z } from 'zod';
import { seasonActivityList, seasonList } from '../../../database/read-models/seasons.ts';
import { followOverbooking, followProductOverbooking } from '../../stock/overbook-stock.ts';
import { Code, Day, Name, NamesByLanguage } from '../fields.ts';
import { ownedBy } from '../owned-by.ts';
import { defineRecord } from '../record-kind.ts';
import { ownDeadlineFields } from './deadline-fields.ts';

const days = z.int().min(0).max(366).nullable();
const seasonFields = {
  organisationId: z.uuid(),
  code: Code,
  name: Name,
  names: NamesByLanguage,
  startsOn: Day,
  endsOn: Day,
  open: z.boolean(),
  productOptionsAllowed: z.boolean(),
  productDeductsAvailability: z.boolean(),
  productOverbookingAllowed: z.boolean(),
  productOverbookingPercent: z.int().min(0).max(100),
  productDaysAfterPlacement: days,
  productDaysBeforePerformance: days,
};

/** Seasons of an organisation, with the parameters of their product options. Stock of products follows its overbooking. */
export const seasonRecords = defineRecord({
  subject: 'season',
  table: 'season',
  fields: z.strictObject(seasonFields),
  required: ['organisationId', 'code', 'name', 'startsOn', 'endsOn'],
  fixed: ['organisationId'],
  references: { organisationId: 'organisation' },
  json: ['names'],
  row: z.object({ id: z.uuid(), ...seasonFields, version: z.int() }).meta({ id: 'Season' }),
  list: seasonList,
  check: ({ startsOn, endsOn }) =>
    String(startsOn) > String(endsOn) ? [{ path: 'endsOn', code: 'field.tooSmall' }] : [],
  after: async (verb, id, values) => {
    if ('productOverbookingAllowed' in values || 'productOverbookingPercent' in values)
      followProductOverbooking(verb, id);
    return undefined;
  },
});

const activityFields = {
  seasonId: z.uuid(),
  code: Code,
  name: Name,
  names: NamesByLanguage,
  seatOptionsAllowed: z.boolean(),
  deductsAvailability: z.boolean(),
  overbookingAllowed: z.boolean(),
  overbookingPercent: z.int().min(0).max(100),
  overbookingBasis: z.enum(['capacity', 'quota']),
  confirmationDaysAfterPlacement: days,
  confirmationDaysBeforePerformance: days,
  endPolicy: z.enum(['flag', 'release']),
  graceHours: z.int().min(0).max(720),
  ...ownDeadlineFields,
};

const overbooking = ['overbookingAllowed', 'overbookingPercent', 'overbookingBasis'] as const;

/** Kinds of activity of a season, with the parameters of its seat options. Stock that is open follows its overbooking. */
export const seasonActivityRecords = defineRecord({
  subject: 'season-activity',
  table: 'season_activity',
  fields: z.strictObject(activityFields),
  required: ['seasonId', 'code', 'name'],
  fixed: ['seasonId'],
  references: { seasonId: 'season' },
  json: ['names', 'reminderDays'],
  row: z
    .object({ id: z.uuid(), organisationId: z.uuid(), ...activityFields, version: z.int() })
    .meta({ id: 'SeasonActivity' }),
  list: seasonActivityList,
  derive: async ({ db }, { seasonId }, before) => (before === null ? ownedBy(db, 'season', seasonId) : {}),
  after: async (verb, id, values) => {
    if (overbooking.some((name) => name in values)) followOverbooking(verb, id);
    return undefined;
  },
});
