import { sql } from 'kysely';
import type { Queries } from '../schema.ts';
import { defineList } from './list.ts';
import { choice, instant, uuid } from './list-fields.ts';

/** What each performance has and what is taken of it, all categories and contingents together. */
export const performanceGaugeList = defineList({
  name: 'performance-gauges',
  table: 'performance',
  sort: ['startsAt', 'ASC'],
  fields: {
    organisationId: uuid('performance.organisation_id'),
    eventId: uuid('performance.event_id'),
    venueId: uuid('performance.venue_id'),
    activityId: uuid('show_event.activity_id'),
    startsAt: instant('performance.starts_at'),
    state: choice('performance.state', ['open', 'closed', 'cancelled']),
  },
  rows: (db: Queries) =>
    db
      .selectFrom('performance')
      .innerJoin('show_event', 'show_event.id', 'performance.event_id')
      .select(['performance.id', 'performance.starts_at as startsAt'])
      .select(sumOf('s.capacity').as('capacity'))
      .select(sumOf('s.held + s.ordered + s.sold + s.blocked + s.allotted + s.recalling').as('taken')),
  present: (row) => row,
});

function sumOf(counters: string) {
  return sql<number>`coalesce((select sum(${sql.raw(counters)}) from stock s
    where s.performance_id = performance.id), 0)::int`;
}
