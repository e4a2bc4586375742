import type { Queries } from '../schema.ts';
import { defineList } from './list.ts';
import { flag, integer, text, uuid } from './list-fields.ts';

/** Places where performances are played. */
export const venueList = defineList({
  name: 'venues',
  table: 'venue',
  sort: ['name', 'ASC'],
  fields: {
    organisationId: uuid('venue.organisation_id'),
    code: text('venue.code', { searched: true }),
    name: text('venue.name', { searched: true }),
    timeZone: text('venue.time_zone'),
  },
  rows: (db: Queries) =>
    db
      .selectFrom('venue')
      .select([
        'venue.id',
        'venue.organisation_id as organisationId',
        'venue.code',
        'venue.name',
        'venue.time_zone as timeZone',
        'venue.address_lines as addressLines',
        'venue.version',
      ]),
  present: (row) => row,
});

/** Seat categories of the venues, best first. */
export const seatCategoryList = defineList({
  name: 'seat-categories',
  table: 'seat_category',
  sort: ['rank', 'ASC'],
  fields: {
    organisationId: uuid('venue.organisation_id'),
    venueId: uuid('seat_category.venue_id'),
    venueName: text('venue.name', { searched: true }),
    code: text('seat_category.code', { searched: true }),
    name: text('seat_category.name', { searched: true }),
    rank: integer('seat_category.rank'),
    optionAllowed: flag('seat_category.option_allowed'),
  },
  rows: (db: Queries) =>
    db
      .selectFrom('seat_category')
      .innerJoin('venue', 'venue.id', 'seat_category.venue_id')
      .select([
        'seat_category.id',
        'venue.organisation_id as organisationId',
        'seat_category.venue_id as venueId',
        'venue.name as venueName',
        'seat_category.rank',
        'seat_category.code',
        'seat_category.name',
        'seat_category.names',
        'seat_category.colour',
        'seat_category.option_allowed as optionAllowed',
        'seat_category.version',
      ]),
  present: (row) => row,
});
