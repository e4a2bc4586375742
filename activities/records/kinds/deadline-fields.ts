import { z } from 'zod';
import { holidayCalendars } from '../../../rules/options/public-holidays.ts';

/** Most reminders of one due date. */
const mostReminders = 6;

/** How the deadlines of options run (`DeadlineSettings`), as an organisation says it. */
export const deadlineFields = {
  dueDays: z.enum(['calendar', 'working']),
  publicHolidays: z.enum(holidayCalendars),
  weekendShift: z.enum(['none', 'next', 'previous']),
  minimumNoticeHours: z.int().min(0).max(720),
  reminderDays: z
    .array(z.int().min(0).max(90))
    .max(mostReminders)
    .transform((days) => [...new Set(days)].sort((a, b) => b - a))
    .meta({ description: 'Days before the due date at which the contact is reminded' }),
  paymentPolicy: z.enum(['flag', 'release']),
  refusalDays: z
    .int()
    .min(0)
    .max(366)
    .nullable()
    .meta({ description: 'Days after which time validates a refusal; null: when the performance starts' }),
};

/** The same of an activity, which says null where it is as its organisation. */
export const ownDeadlineFields = {
  dueDays: deadlineFields.dueDays.nullable(),
  publicHolidays: deadlineFields.publicHolidays.nullable(),
  weekendShift: deadlineFields.weekendShift.nullable(),
  minimumNoticeHours: deadlineFields.minimumNoticeHours.nullable(),
  reminderDays: deadlineFields.reminderDays.nullable(),
  paymentPolicy: deadlineFields.paymentPolicy.nullable(),
  refusalDays: deadlineFields.refusalDays,
};
