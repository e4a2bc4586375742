import type { Queries } from '../schema.ts';
import { defineList } from './list.ts';
import { choice, day, flag, text, uuid } from './list-fields.ts';

/** Seasons of the organisations. */
export const seasonList = defineList({
  name: 'seasons',
  table: 'season',
  sort: ['startsOn', 'DESC'],
  fields: {
    organisationId: uuid('season.organisation_id'),
    code: text('season.code', { searched: true }),
    name: text('season.name', { searched: true }),
    startsOn: day('season.starts_on'),
    endsOn: day('season.ends_on'),
    open: flag('season.open'),
  },
  rows: (db: Queries) =>
    db
      .selectFrom('season')
      .select([
        'season.id',
        'season.organisation_id as organisationId',
        'season.code',
        'season.name',
        'season.names',
        'season.starts_on as startsOn',
        'season.ends_on as endsOn',
        'season.open',
        'season.product_options_allowed as productOptionsAllowed',
        'season.product_deducts_availability as productDeductsAvailability',
        'season.product_overbooking_allowed as productOverbookingAllowed',
        'season.product_overbooking_percent as productOverbookingPercent',
        'season.product_days_after_placement as productDaysAfterPlacement',
        'season.product_days_before_performance as productDaysBeforePerformance',
        'season.version',
      ]),
  present: (row) => row,
});

/** Kinds of activity of a season, with their option parameters. */
export const seasonActivityList = defineList({
  name: 'season-activities',
  table: 'season_activity',
  sort: ['name', 'ASC'],
  fields: {
    organisationId: uuid('season_activity.organisation_id'),
    seasonId: uuid('season_activity.season_id'),
    code: text('season_activity.code', { searched: true }),
    name: text('season_activity.name', { searched: true }),
    seatOptionsAllowed: flag('season_activity.seat_options_allowed'),
    endPolicy: choice('season_activity.end_policy', ['flag', 'release']),
  },
  rows: (db: Queries) =>
    db
      .selectFrom('season_activity')
      .select([
        'season_activity.id',
        'season_activity.organisation_id as organisationId',
        'season_activity.season_id as seasonId',
        'season_activity.code',
        'season_activity.name',
        'season_activity.names',
        'season_activity.seat_options_allowed as seatOptionsAllowed',
        'season_activity.deducts_availability as deductsAvailability',
        'season_activity.overbooking_allowed as overbookingAllowed',
        'season_activity.overbooking_percent as overbookingPercent',
        'season_activity.overbooking_basis as overbookingBasis',
        'season_activity.confirmation_days_after_placement as confirmationDaysAfterPlacement',
        'season_activity.confirmation_days_before_performance as confirmationDaysBeforePerformance',
        'season_activity.end_policy as endPolicy',
        'season_activity.grace_hours as graceHours',
        'season_activity.due_days as dueDays',
        'season_activity.public_holidays as publicHolidays',
        'season_activity.weekend_shift as weekendShift',
        'season_activity.minimum_notice_hours as minimumNoticeHours',
        'season_activity.reminder_days as reminderDays',
        'season_activity.payment_policy as paymentPolicy',
        'season_activity.refusal_days as refusalDays',
        'season_activity.version',
      ]),
  present: (row) => row,
});
