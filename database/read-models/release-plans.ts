import { type SqlBool, sql } from 'kysely';
import type { Queries } from '../schema.ts';
import { defineList } from './list.ts';
import { flag, text, uuid } from './list-fields.ts';
import type { Scope } from './scoped.ts';
import { toldName } from './told-name.ts';

/** Plans of stepped release, with what each stands for. */
export const releasePlanList = defineList({
  name: 'release-plans',
  table: 'release_plan',
  sort: ['name', 'ASC'],
  fields: {
    organisationId: uuid('release_plan.organisation_id'),
    name: text('release_plan.name', { searched: true }),
    activityId: uuid('release_plan.activity_id', { nullable: true }),
    eventId: uuid('release_plan.event_id', { nullable: true }),
    performanceId: uuid('release_plan.performance_id', { nullable: true }),
    fromContingentId: uuid('release_plan.from_contingent_id'),
    toContingentId: uuid('release_plan.to_contingent_id'),
    active: flag('release_plan.active'),
  },
  rows: (db: Queries, scope: Scope) =>
    db
      .selectFrom('release_plan')
      .innerJoin('contingent as giver', 'giver.id', 'release_plan.from_contingent_id')
      .innerJoin('contingent as taker', 'taker.id', 'release_plan.to_contingent_id')
      .leftJoin('seat_category', 'seat_category.id', 'release_plan.seat_category_id')
      .leftJoin('season_activity', 'season_activity.id', 'release_plan.activity_id')
      .leftJoin('performance', 'performance.id', 'release_plan.performance_id')
      .leftJoin('show_event', (join) =>
        join.on(sql<SqlBool>`show_event.id = coalesce(release_plan.event_id, performance.event_id)`),
      )
      .select([
        'release_plan.id',
        'release_plan.organisation_id as organisationId',
        'release_plan.name',
        'release_plan.activity_id as activityId',
        'release_plan.event_id as eventId',
        'release_plan.performance_id as performanceId',
        'performance.starts_at as startsAt',
        'performance.time_zone as timeZone',
        sql<string>`coalesce(${toldName(scope, 'season_activity')}, ${toldName(scope, 'show_event')})`.as(
          'targetName',
        ),
        'release_plan.from_contingent_id as fromContingentId',
        toldName(scope, 'contingent', 'giver').as('fromContingentName'),
        'release_plan.to_contingent_id as toContingentId',
        toldName(scope, 'contingent', 'taker').as('toContingentName'),
        'release_plan.seat_category_id as seatCategoryId',
        sql<string | null>`${toldName(scope, 'seat_category')}`.as('seatCategoryName'),
        'release_plan.keep_unit as keepUnit',
        'release_plan.moment',
        'release_plan.steps',
        'release_plan.active',
        'release_plan.version',
      ]),
  present: (row) => row,
});
