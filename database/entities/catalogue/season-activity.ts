import { defineEntity, p } from '@mikro-orm/core';
import type { HolidayCalendar } from '../../../rules/options/public-holidays.ts';
import { code, id, name, names, version } from '../columns.ts';
import { Institution } from '../organisation/institution.ts';
import { Organisation } from '../organisation/organisation.ts';
import { Season } from './season.ts';

/**
 * A kind of activity in a season, with the five seat-option parameters of the organisation's settings screen
 * (allowed, deducts availability, overbooking and its percentage, days after placement, days before the performance)
 * and what happens at the due date: `flag` marks the option as overdue, `release` gives the seats back. How deadlines run is
 * as its organisation says wherever it says nothing itself.
 */
export const SeasonActivity = defineEntity({
  name: 'SeasonActivity',
  tableName: 'season_activity',
  uniques: [{ properties: ['season', 'code'] }],
  checks: [
    { name: 'season_activity_overbooking_percent', expression: 'overbooking_percent between 0 and 100' },
    { name: 'season_activity_days_after', expression: 'confirmation_days_after_placement between 0 and 366' },
    {
      name: 'season_activity_days_before',
      expression: 'confirmation_days_before_performance between 0 and 366',
    },
    { name: 'season_activity_end_policy', expression: "end_policy in ('flag', 'release')" },
    { name: 'season_activity_overbooking_basis', expression: "overbooking_basis in ('capacity', 'quota')" },
    { name: 'season_activity_grace_hours', expression: 'grace_hours between 0 and 720' },
    { name: 'season_activity_due_days', expression: "due_days in ('calendar', 'working')" },
    {
      name: 'season_activity_public_holidays',
      expression: "public_holidays in ('none', 'france', 'alsace-moselle')",
    },
    { name: 'season_activity_weekend_shift', expression: "weekend_shift in ('none', 'next', 'previous')" },
    { name: 'season_activity_minimum_notice_hours', expression: 'minimum_notice_hours between 0 and 720' },
    { name: 'season_activity_payment_policy', expression: "payment_policy in ('flag', 'release')" },
    { name: 'season_activity_refusal_days', expression: 'refusal_days between 0 and 366' },
  ],
  properties: {
    id: id(),
    institution: () => p.manyToOne(Institution),
    organisation: () => p.manyToOne(Organisation),
    season: () => p.manyToOne(Season),
    code: code(),
    name: name(),
    names: names(),
    seatOptionsAllowed: p.boolean().default(true),
    deductsAvailability: p.boolean().default(true),
    overbookingAllowed: p.boolean().default(false),
    overbookingPercent: p.integer().default(0),
    overbookingBasis: p.text().$type<'capacity' | 'quota'>().default('quota'),
    confirmationDaysAfterPlacement: p.integer().nullable(),
    confirmationDaysBeforePerformance: p.integer().nullable(),
    endPolicy: p.text().$type<'flag' | 'release'>().default('flag'),
    graceHours: p.integer().default(0),
    dueDays: p.text().$type<'calendar' | 'working'>().nullable(),
    publicHolidays: p.text().$type<HolidayCalendar>().nullable(),
    weekendShift: p.text().$type<'none' | 'next' | 'previous'>().nullable(),
    minimumNoticeHours: p.integer().nullable(),
    reminderDays: p.json<number[]>().nullable(),
    paymentPolicy: p.text().$type<'flag' | 'release'>().nullable(),
    refusalDays: p.integer().nullable(),
    version: version(),
  },
});
