import { addHours, compareInstants, dayAt } from './calendar.ts';

/** Letters of reminder leave in the morning on the venue's clock, never at night. */
const reminderHour = 9;

/** Whoever was just told a due date is not reminded of it within so many hours. */
const quietHours = 24;

/**
 * When a contact is reminded of a due date, in order: so many days before the day it falls on, at nine o'clock at the
 * venue. Rungs that would come within a day of `setAt`, at which the date was set, or after the date itself are left out.
 */
export function reminderInstants(
  dueAt: string,
  days: readonly number[],
  timeZone: string,
  setAt: string,
): string[] {
  const from = addHours(setAt, quietHours);
  const rungs = days.map((each) => dayAt(dueAt, -each, reminderHour, timeZone));
  return [...new Set(rungs)]
    .filter((at) => compareInstants(at, from) > 0 && compareInstants(at, dueAt) < 0)
    .sort(compareInstants);
}

/** The first reminder that was not met yet; null when none is to come. */
export function nextReminder(reminders: readonly string[], remindedAt: string | null): string | null {
  return reminders.find((at) => remindedAt === null || compareInstants(at, remindedAt) > 0) ?? null;
}

/**
 * The last rung that is met when the one of `rung` is met at `now`: whoever waited through several hears once.
 */
export function lastRungMet(reminders: readonly string[], rung: string, now: string): string {
  return reminders.findLast((at) => compareInstants(at, now) <= 0) ?? rung;
}
