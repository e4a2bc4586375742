import type { Queries } from '../schema.ts';
import { defineList } from './list.ts';
import { text, uuid } from './list-fields.ts';

/** Halls of the venues. */
export const spaceList = defineList({
  name: 'spaces',
  table: 'space',
  sort: ['name', 'ASC'],
  fields: {
    organisationId: uuid('space.organisation_id'),
    venueId: uuid('space.venue_id'),
    venueName: text('venue.name', { searched: true }),
    code: text('space.code', { searched: true }),
    name: text('space.name', { searched: true }),
  },
  rows: (db: Queries) =>
    db
      .selectFrom('space')
      .innerJoin('venue', 'venue.id', 'space.venue_id')
      .select([
        'space.id',
        'space.organisation_id as organisationId',
        'space.venue_id as venueId',
        'venue.name as venueName',
        'space.code',
        'space.name',
        'space.version',
      ]),
  present: (row) => row,
});
