import { z } from 'zod';
import { settingStates } from '../../../database/read-models/limitation-tables.ts';
import { optionProfileList, profileKinds } from '../../../database/read-models/option-profiles.ts';
import { type Cover, CoveredIds, writeCovers } from '../covers.ts';
import { Code, Day, Name, NamesByLanguage } from '../fields.ts';
import { defineRecord } from '../record-kind.ts';

const fields = {
  organisationId: z.uuid(),
  kind: z.enum(profileKinds),
  code: Code,
  name: Name,
  names: NamesByLanguage,
  state: z.enum(settingStates),
  startsOn: Day.nullable(),
  endsOn: Day.nullable(),
  paymentOn: Day.nullable().meta({ description: 'Goes to the requests made under the profile' }),
  minimumQuantity: z.int().min(1).max(100_000).meta({ description: 'Places per seat category' }),
  eventIds: CoveredIds.meta({ description: 'Empty: all' }),
  performanceIds: CoveredIds.meta({ description: 'Empty: all' }),
  seatCategoryIds: CoveredIds.meta({ description: 'Empty: all' }),
  channelIds: CoveredIds.meta({ description: 'Empty: all' }),
  productIds: CoveredIds.meta({ description: 'Of a profile for products; empty: all' }),
};

const covers: Cover = {
  cover: 'option_profile_cover',
  owner: 'option_profile',
  fields: {
    eventIds: { table: 'show_event', column: 'event_id' },
    performanceIds: { table: 'performance', column: 'performance_id' },
    seatCategoryIds: { table: 'seat_category', column: 'seat_category_id' },
    channelIds: { table: 'sales_channel', column: 'channel_id' },
    productIds: { table: 'product', column: 'product_id' },
  },
};

/** Option profiles: what may be requested through which channels, from when to when (seed 004 "Profil d'option"). */
export const optionProfileRecords = defineRecord({
  subject: 'option-profile',
  table: 'option_profile',
  fields: z.strictObject(fields),
  required: ['organisationId', 'kind', 'code', 'name'],
  fixed: ['organisationId', 'kind'],
  references: { organisationId: 'organisation' },
  json: ['names'],
  apart: Object.keys(covers.fields),
  row: z.object({ id: z.uuid(), ...fields, version: z.int() }).meta({ id: 'OptionProfile' }),
  list: optionProfileList,
  check: ({ startsOn, endsOn }) =>
    typeof startsOn === 'string' && typeof endsOn === 'string' && startsOn > endsOn
      ? [{ path: 'endsOn', code: 'field.tooSmall' }]
      : [],
  after: async (verb, id, values) => {
    await writeCovers(verb, covers, id, values);
    return [];
  },
});
