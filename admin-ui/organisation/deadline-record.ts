import type { DeadlineSettings } from '../../rules/options/deadline-settings.ts';
import type { FieldName } from '../frame/records/record-kind.ts';

/** The fields of a record that say how deadlines run; null of an activity: as its organisation. */
export const deadlineFields = [
  'dueDays',
  'publicHolidays',
  'weekendShift',
  'minimumNoticeHours',
  'reminderDays',
  'paymentPolicy',
  'refusalDays',
] as const satisfies readonly (FieldName & keyof DeadlineSettings)[];

/** The same of an activity. */
export type OwnDeadlines = { [Name in keyof DeadlineSettings]: DeadlineSettings[Name] | null };
