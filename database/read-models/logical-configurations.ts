import { sql } from 'kysely';
import type { Queries } from '../schema.ts';
import { defineList } from './list.ts';
import { choice, flag, text, uuid } from './list-fields.ts';

/** What a configuration has in one seat category. */
export interface CategoryCapacity {
  seatCategoryId: string;
  rank: number;
  code: string;
  name: string;
  names: Record<string, string>;
  colour: string;
  optionAllowed: boolean;
  capacity: number;
}

/** Logical configurations of the spaces, with what they have in each category. */
export const configurationList = defineList({
  name: 'logical-configurations',
  table: 'logical_configuration',
  sort: ['name', 'ASC'],
  fields: {
    organisationId: uuid('logical_configuration.organisation_id'),
    spaceId: uuid('logical_configuration.space_id'),
    venueId: uuid('space.venue_id'),
    planId: uuid('logical_configuration.plan_id', { nullable: true }),
    code: text('logical_configuration.code', { searched: true }),
    name: text('logical_configuration.name', { searched: true }),
    numbered: flag('logical_configuration.numbered'),
    state: choice('logical_configuration.state', ['draft', 'valid']),
  },
  rows: (db: Queries) =>
    db
      .selectFrom('logical_configuration')
      .innerJoin('space', 'space.id', 'logical_configuration.space_id')
      .leftJoin('seat_plan', 'seat_plan.id', 'logical_configuration.plan_id')
      .select([
        'logical_configuration.id',
        'logical_configuration.organisation_id as organisationId',
        'logical_configuration.space_id as spaceId',
        'space.name as spaceName',
        'space.venue_id as venueId',
        'logical_configuration.plan_id as planId',
        'seat_plan.name as planName',
        'seat_plan.revision as planRevision',
        'seat_plan.seat_count as planSeats',
        'logical_configuration.code',
        'logical_configuration.name',
        'logical_configuration.numbered',
        'logical_configuration.state',
        sql<
          CategoryCapacity[]
        >`(select coalesce(json_agg(json_build_object('seatCategoryId', k.id, 'rank', k.rank, 'code',
            k.code, 'name', k.name, 'names', k.names, 'colour', k.colour, 'optionAllowed', k.option_allowed, 'capacity',
            c.capacity) order by k.rank, k.id), '[]')
          from configuration_category c join seat_category k on k.id = c.seat_category_id
          where c.configuration_id = logical_configuration.id)`.as('categories'),
        sql<number>`(select count(*)::int from performance p where p.configuration_id = logical_configuration.id)`.as(
          'performances',
        ),
        'logical_configuration.version',
      ]),
  present: (row) => ({
    ...row,
    capacities: row.numbered
      ? []
      : row.categories.map(({ seatCategoryId, capacity }) => ({ seatCategoryId, capacity })),
    capacity: row.categories.reduce((sum, category) => sum + category.capacity, 0),
  }),
});
