import { civilDay, dueInstant, endOfDayFrom } from './calendar.ts';
import { type HolidayCalendar, isPublicHoliday } from './public-holidays.ts';

/** How the days of a deadline are counted, and where it goes when it falls on a day off. */
export type DayCount = {
  /** `working`: Mondays to Fridays that are no public holiday (French *jours ouvrés*). */
  dueDays: 'calendar' | 'working';
  publicHolidays: HolidayCalendar;
  /** To the next or the previous working day. */
  weekendShift: 'none' | 'next' | 'previous';
};

/** Where a count of days ends; `shifted`: it was moved off a day that is none of the working ones. */
export type DueDay = { dueAt: string; shifted: boolean };

/**
 * The end of the day so many days after the one an instant falls on in a time zone (before it, when negative), as the
 * house counts. A day further, and an instant later, never end earlier.
 */
export function dueDayFrom(instant: string, days: number, timeZone: string, count: DayCount): DueDay {
  if (count.dueDays === 'calendar' && count.weekendShift === 'none')
    return { dueAt: endOfDayFrom(instant, days, timeZone), shifted: false };
  const start = Date.parse(civilDay(instant, timeZone));
  const counted = count.dueDays === 'calendar' ? start + days * msPerDay : workingDays(start, days, count);
  const day = offDaysOff(counted, count);
  return { dueAt: dueInstant(isoDay(day), timeZone), shifted: day !== counted };
}

/** Days without a time zone are counted at their midnight in UTC. */
const msPerDay = 86_400_000;

function isoDay(day: number): string {
  return new Date(day).toISOString().slice(0, 10);
}

function isWorkingDay(day: number, { publicHolidays }: DayCount): boolean {
  const weekday = new Date(day).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !isPublicHoliday(isoDay(day), publicHolidays);
}

/** The first day itself is not counted, whatever it is. */
function workingDays(start: number, days: number, count: DayCount): number {
  let day = start;
  for (let left = Math.abs(days); left > 0; left -= 1) day = nextWorkingDay(day, Math.sign(days), count);
  return day;
}

function nextWorkingDay(from: number, step: number, count: DayCount): number {
  let day = from + step * msPerDay;
  while (!isWorkingDay(day, count)) day += step * msPerDay;
  return day;
}

function offDaysOff(day: number, count: DayCount): number {
  if (count.weekendShift === 'none' || isWorkingDay(day, count)) return day;
  return nextWorkingDay(day, count.weekendShift === 'next' ? 1 : -1, count);
}
