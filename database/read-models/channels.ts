import { sql } from 'kysely';
import type { Queries } from '../schema.ts';
import { defineList } from './list.ts';
import { choice, flag, text, uuid } from './list-fields.ts';

/** Shares of the places set aside for a purpose; without organisation they serve the whole institution. */
export const contingentList = defineList({
  name: 'contingents',
  table: 'contingent',
  sort: ['name', 'ASC'],
  fields: {
    organisationId: uuid('contingent.organisation_id', { nullable: true }),
    code: text('contingent.code', { searched: true }),
    name: text('contingent.name', { searched: true }),
    external: flag('contingent.external'),
  },
  rows: (db: Queries) =>
    db
      .selectFrom('contingent')
      .select([
        'contingent.id',
        'contingent.organisation_id as organisationId',
        'contingent.code',
        'contingent.name',
        'contingent.names',
        'contingent.external',
        'contingent.version',
      ]),
  present: (row) => row,
});

/** The kinds of sales channel. */
export const channelKinds = [
  'back-office',
  'internet-public',
  'internet-company',
  'internet-agency',
  'external',
] as const;

/** Sales channels with the contingents they may draw from, in that order. */
export const salesChannelList = defineList({
  name: 'sales-channels',
  table: 'sales_channel',
  sort: ['name', 'ASC'],
  fields: {
    organisationId: uuid('sales_channel.organisation_id'),
    code: text('sales_channel.code', { searched: true }),
    name: text('sales_channel.name', { searched: true }),
    kind: choice('sales_channel.kind', channelKinds),
    active: flag('sales_channel.active'),
    contingentId: uuid('channel_contingent.contingent_id', {
      among: { from: 'channel_contingent', key: 'channel_contingent.channel_id' },
    }),
  },
  rows: (db: Queries) =>
    db
      .selectFrom('sales_channel')
      .select([
        'sales_channel.id',
        'sales_channel.organisation_id as organisationId',
        'sales_channel.code',
        'sales_channel.name',
        'sales_channel.kind',
        'sales_channel.individual_audience_category_id as individualAudienceCategoryId',
        'sales_channel.structure_audience_category_id as structureAudienceCategoryId',
        'sales_channel.direct_option_due_at as directOptionDueAt',
        'sales_channel.isolated_seat_trigger as isolatedSeatTrigger',
        'sales_channel.isolated_seats_allowed as isolatedSeatsAllowed',
        'sales_channel.abandon_delay_minutes as abandonDelayMinutes',
        'sales_channel.active',
        'sales_channel.version',
      ])
      .select(
        sql<{ contingentId: string; rank: number }[]>`coalesce((
          select jsonb_agg(jsonb_build_object('contingentId', drawn.contingent_id, 'rank', drawn.rank)
            order by drawn.rank, drawn.contingent_id)
          from channel_contingent drawn where drawn.channel_id = sales_channel.id), '[]')`.as('contingents'),
      ),
  present: (row) => row,
});
