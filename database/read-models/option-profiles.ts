import type { Queries } from '../schema.ts';
import { coveredIds } from './covered-ids.ts';
import { settingStates } from './limitation-tables.ts';
import { defineList } from './list.ts';
import { choice, day, integer, text, uuid } from './list-fields.ts';

/** What a profile is for: single entries, or the other families of products. */
export const profileKinds = ['seats', 'products'] as const;

const among = {
  from: 'option_profile_cover',
  key: 'option_profile_cover.option_profile_id',
};
const covered = (column: string) => coveredIds('option_profile_cover', 'option_profile', column);

/** Option profiles with what they cover; an empty list covers all. */
export const optionProfileList = defineList({
  name: 'option-profiles',
  table: 'option_profile',
  sort: ['name', 'ASC'],
  fields: {
    organisationId: uuid('option_profile.organisation_id'),
    kind: choice('option_profile.kind', profileKinds),
    code: text('option_profile.code', { searched: true }),
    name: text('option_profile.name', { searched: true }),
    state: choice('option_profile.state', settingStates),
    startsOn: day('option_profile.starts_on', { nullable: true }),
    endsOn: day('option_profile.ends_on', { nullable: true }),
    paymentOn: day('option_profile.payment_on', { nullable: true }),
    minimumQuantity: integer('option_profile.minimum_quantity'),
    channelId: uuid('option_profile_cover.channel_id', { among }),
    eventId: uuid('option_profile_cover.event_id', { among }),
  },
  rows: (db: Queries) =>
    db
      .selectFrom('option_profile')
      .select([
        'option_profile.id',
        'option_profile.organisation_id as organisationId',
        'option_profile.kind',
        'option_profile.code',
        'option_profile.name',
        'option_profile.names',
        'option_profile.state',
        'option_profile.starts_on as startsOn',
        'option_profile.ends_on as endsOn',
        'option_profile.payment_on as paymentOn',
        'option_profile.minimum_quantity as minimumQuantity',
        'option_profile.version',
        covered('event_id').as('eventIds'),
        covered('performance_id').as('performanceIds'),
        covered('seat_category_id').as('seatCategoryIds'),
        covered('channel_id').as('channelIds'),
        covered('product_id').as('productIds'),
      ]),
  present: (row) => row,
});
