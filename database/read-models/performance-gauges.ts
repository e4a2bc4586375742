import { sql } from 'kysely';
import type { Queries } from '../schema.ts';
import { defineList } from './list.ts';
import { choice, instant, text, uuid } from './list-fields.ts';
import type { Scope } from './scoped.ts';
import { toldName } from './told-name.ts';

/** What a performance has, and where its places are. */
interface Counted {
  capacity: number;
  taken: number;
  held: number;
  ordered: number;
  sold: number;
  blocked: number;
  /** With distributors, or on their way back. */
  allotted: number;
  free: number;
}

/** All counters of a performance in one look at its stock; a list that asks for ids only does not look. */
const counted = sql<Counted>`(select json_build_object('capacity', capacity, 'taken', taken, 'held', held,
    'ordered', ordered, 'sold', sold, 'blocked', blocked, 'allotted', allotted, 'free', capacity - taken)
  from (
    select coalesce(sum(s.capacity), 0) as capacity, coalesce(sum(s.held), 0) as held,
      coalesce(sum(s.ordered), 0) as ordered, coalesce(sum(s.sold), 0) as sold,
      coalesce(sum(s.blocked), 0) as blocked, coalesce(sum(s.allotted + s.recalling), 0) as allotted,
      coalesce(sum(s.held + s.ordered + s.sold + s.blocked + s.allotted + s.recalling), 0) as taken
    from stock s where s.performance_id = performance.id
  ) sums)`;

/**
 * What each performance has and what is taken of it, counter by counter, all categories and contingents together. What is
 * free is counted from the capacity: below zero, by so many places it is over.
 */
export const performanceGaugeList = defineList({
  name: 'performance-gauges',
  table: 'performance',
  sort: ['startsAt', 'ASC'],
  fields: {
    organisationId: uuid('performance.organisation_id'),
    eventId: uuid('performance.event_id'),
    eventCode: text('show_event.code', { searched: true }),
    eventName: text('show_event.name', { searched: true }),
    venueId: uuid('performance.venue_id'),
    venueName: text('venue.name', { searched: true }),
    seasonId: uuid('show_event.season_id'),
    activityId: uuid('show_event.activity_id'),
    startsAt: instant('performance.starts_at'),
    state: choice('performance.state', ['open', 'closed', 'cancelled']),
  },
  rows: (db: Queries, scope: Scope) =>
    db
      .selectFrom('performance')
      .innerJoin('show_event', 'show_event.id', 'performance.event_id')
      .innerJoin('venue', 'venue.id', 'performance.venue_id')
      .select([
        'performance.id',
        'performance.organisation_id as organisationId',
        'performance.starts_at as startsAt',
        'performance.time_zone as timeZone',
        'show_event.code as eventCode',
        toldName(scope, 'show_event').as('eventName'),
        'venue.name as venueName',
        'performance.state',
      ])
      .select(counted.as('counted')),
  present: ({ counted: counters, ...row }) => ({ ...row, ...counters }),
});
