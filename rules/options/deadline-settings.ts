import type { DayCount } from './due-days.ts';

/** What a house decides about the deadlines of its options; an activity may decide otherwise for its own. */
export type DeadlineSettings = DayCount & {
  /** Notice a contact has at least, in hours. */
  minimumNoticeHours: number;
  /** Days before the due date at which the contact is reminded; none: they are not. */
  reminderDays: readonly number[];
  /** What becomes of a validated option whose order is not paid in time. */
  paymentPolicy: 'flag' | 'release';
  /** Days after which time validates a refusal; null: when the performance starts. */
  refusalDays: number | null;
};

/** What every house starts with (design section 4 "Deadlines"). */
export const usualDeadlines: DeadlineSettings = {
  dueDays: 'calendar',
  publicHolidays: 'france',
  weekendShift: 'none',
  minimumNoticeHours: 24,
  reminderDays: [],
  paymentPolicy: 'flag',
  refusalDays: null,
};
