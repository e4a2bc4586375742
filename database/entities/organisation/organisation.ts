import { defineEntity, p } from '@mikro-orm/core';
import type { ChosenKind } from '../../../rules/letters/sent-kinds.ts';
import type { HolidayCalendar } from '../../../rules/options/public-holidays.ts';
import { code, id, name, version } from '../columns.ts';
import { Institution } from './institution.ts';

/**
 * A house inside the institution: it owns seasons, venues, stock and points of sale, and signs its letters. It also says how
 * the deadlines of its options run; its activities may say otherwise.
 */
export const Organisation = defineEntity({
  name: 'Organisation',
  tableName: 'organisation',
  uniques: [{ properties: ['institution', 'code'] }],
  checks: [
    { name: 'organisation_due_days', expression: "due_days in ('calendar', 'working')" },
    {
      name: 'organisation_public_holidays',
      expression: "public_holidays in ('none', 'france', 'alsace-moselle')",
    },
    { name: 'organisation_weekend_shift', expression: "weekend_shift in ('none', 'next', 'previous')" },
    { name: 'organisation_minimum_notice_hours', expression: 'minimum_notice_hours between 0 and 720' },
    { name: 'organisation_payment_policy', expression: "payment_policy in ('flag', 'release')" },
    { name: 'organisation_refusal_days', expression: 'refusal_days between 0 and 366' },
  ],
  properties: {
    id: id(),
    institution: () => p.manyToOne(Institution),
    code: code(),
    name: name(),
    addressLines: p.json<string[]>().default('[]'),
    email: p.text().nullable(),
    phone: p.text().nullable(),
    currency: p.text().default('EUR'),
    /** Whoever publishes rules is not the one who wrote them. */
    rulesSecondPerson: p.boolean().default(false),
    /** The kinds of letter it chose to send; see `rules/letters/sent-kinds.ts`. */
    letterKinds: p.json<ChosenKind[]>().default('["confirmation", "refusal"]'),
    dueDays: p.text().$type<'calendar' | 'working'>().default('calendar'),
    publicHolidays: p.text().$type<HolidayCalendar>().default('france'),
    weekendShift: p.text().$type<'none' | 'next' | 'previous'>().default('none'),
    minimumNoticeHours: p.integer().default(24),
    reminderDays: p.json<number[]>().default('[]'),
    paymentPolicy: p.text().$type<'flag' | 'release'>().default('flag'),
    refusalDays: p.integer().nullable(),
    version: version(),
  },
});
