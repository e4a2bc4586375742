import { sql } from 'kysely';
import type { Queries } from '../schema.ts';
import { defineList } from './list.ts';
import { choice, flag, instant, text, uuid } from './list-fields.ts';

/** Performances with the names of their event and venue. What stands for an article is no performance to anybody. */
export const performanceList = defineList({
  name: 'performances',
  table: 'performance',
  sort: ['startsAt', 'ASC'],
  fields: {
    organisationId: uuid('performance.organisation_id'),
    eventId: uuid('performance.event_id'),
    eventCode: text('show_event.code', { searched: true }),
    eventName: text('show_event.name', { searched: true }),
    venueId: uuid('performance.venue_id'),
    venueName: text('venue.name', { searched: true }),
    configurationId: uuid('performance.configuration_id', { nullable: true }),
    seasonId: uuid('show_event.season_id'),
    activityId: uuid('show_event.activity_id'),
    startsAt: instant('performance.starts_at'),
    state: choice('performance.state', ['open', 'closed', 'cancelled']),
    bookable: flag('performance.bookable'),
    externalId: text('performance.external_id', { nullable: true }),
  },
  rows: performanceRows,
  present: (row) => row,
});

function performanceRows(db: Queries) {
  const performances = db
    .selectFrom('performance')
    .innerJoin('show_event as e', 'e.id', 'performance.event_id')
    .innerJoin('season as s', 's.id', 'e.season_id')
    .innerJoin('season_activity as a', 'a.id', 'e.activity_id')
    .selectAll('performance')
    .select(
      sql<boolean>`(performance.state = 'open' and performance.starts_at > now() and s.open and a.seat_options_allowed and e.kind = 'show')`.as(
        'bookable',
      ),
    )
    .where('e.kind', '<>', 'article')
    .as('performance');
  return db
    .selectFrom(performances)
    .innerJoin('show_event', 'show_event.id', 'performance.event_id')
    .innerJoin('venue', 'venue.id', 'performance.venue_id')
    .leftJoin('logical_configuration', 'logical_configuration.id', 'performance.configuration_id')
    .select([
      'performance.id',
      'performance.organisation_id as organisationId',
      'performance.event_id as eventId',
      'show_event.code as eventCode',
      'show_event.name as eventName',
      'performance.starts_at as startsAt',
      'performance.time_zone as timeZone',
      'performance.venue_id as venueId',
      'venue.name as venueName',
      'performance.configuration_id as configurationId',
      'logical_configuration.name as configurationName',
      'show_event.season_id as seasonId',
      'show_event.activity_id as activityId',
      'performance.state',
      'performance.bookable',
      'performance.external_id as externalId',
      'performance.version',
    ]);
}
