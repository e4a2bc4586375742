import type { Queries } from '../schema.ts';
import { defineList } from './list.ts';
import { instant, integer, text, uuid } from './list-fields.ts';
import type { Scope } from './scoped.ts';
import { toldName } from './told-name.ts';

/** What was released: when, from where to where, how many, by which plan, and whether it was taken back. */
export const contingentReleaseList = defineList({
  name: 'contingent-releases',
  table: 'contingent_release',
  sort: ['releasedAt', 'DESC'],
  fields: {
    organisationId: uuid('contingent_release.organisation_id'),
    performanceId: uuid('contingent_release.performance_id'),
    eventId: uuid('performance.event_id'),
    eventCode: text('show_event.code', { searched: true }),
    eventName: text('show_event.name', { searched: true }),
    planId: uuid('contingent_release.plan_id', { nullable: true }),
    planName: text('contingent_release.plan_name', { searched: true }),
    fromContingentId: uuid('contingent_release.from_contingent_id'),
    toContingentId: uuid('contingent_release.to_contingent_id'),
    releasedAt: instant('contingent_release.released_at'),
    startsAt: instant('performance.starts_at'),
    takenBackAt: instant('contingent_release.taken_back_at', { nullable: true }),
    quantity: integer('contingent_release.quantity'),
  },
  rows: (db: Queries, scope: Scope) =>
    db
      .selectFrom('contingent_release')
      .innerJoin('performance', 'performance.id', 'contingent_release.performance_id')
      .innerJoin('show_event', 'show_event.id', 'performance.event_id')
      .innerJoin('contingent as giver', 'giver.id', 'contingent_release.from_contingent_id')
      .innerJoin('contingent as taker', 'taker.id', 'contingent_release.to_contingent_id')
      .select([
        'contingent_release.id',
        'contingent_release.organisation_id as organisationId',
        'contingent_release.performance_id as performanceId',
        'show_event.code as eventCode',
        toldName(scope, 'show_event').as('eventName'),
        'performance.starts_at as startsAt',
        'performance.time_zone as timeZone',
        'contingent_release.plan_id as planId',
        'contingent_release.plan_name as planName',
        'contingent_release.days_before as daysBefore',
        'contingent_release.keep',
        'contingent_release.keep_unit as keepUnit',
        'contingent_release.due_at as dueAt',
        'contingent_release.released_at as releasedAt',
        'contingent_release.actor_name as actorName',
        'contingent_release.from_contingent_id as fromContingentId',
        toldName(scope, 'contingent', 'giver').as('fromContingentName'),
        'contingent_release.to_contingent_id as toContingentId',
        toldName(scope, 'contingent', 'taker').as('toContingentName'),
        'contingent_release.quantity',
        'contingent_release.parts',
        'contingent_release.taken_back_at as takenBackAt',
        'contingent_release.taken_back_by as takenBackBy',
        'contingent_release.taken_back_quantity as takenBackQuantity',
        'contingent_release.version',
      ]),
  present: (row) => row,
});
