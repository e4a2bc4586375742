import { Temporal } from 'temporal-polyfill';

/** The clock by which the programme's dates were written. */
const fileTimeZone = 'America/New_York';

/**
 * The calendar day of a date of the file, which is midnight in New York written in UTC (`2025-07-16T04:00:00Z` is
 * 16 July, wherever the concert is). Null when it is no instant, `'not-midnight'` when the day is uncertain.
 */
export function dayOf(date: string): string | 'not-midnight' | null {
  try {
    const local = Temporal.Instant.from(date).toZonedDateTimeISO(fileTimeZone);
    const midnight = local.startOfDay();
    return local.equals(midnight) ? local.toPlainDate().toString() : 'not-midnight';
  } catch {
    return null;
  }
}

/** The clock time of `7:30PM`, `12:00 am`, `19:30`-style input excluded, as `HH:MM`; null when it cannot be read. */
export function clockOf(time: string): string | null {
  const found = /^(\d{1,2}):(\d{2})\s*([AP])\.?M\.?$/i.exec(time.trim());
  if (found === null) return null;
  const [, hourText = '', minute = '', half = ''] = found;
  const hour = Number(hourText);
  if (hour < 1 || hour > 12 || Number(minute) > 59) return null;
  const hour24 = (hour % 12) + (half.toUpperCase() === 'P' ? 12 : 0);
  return `${String(hour24).padStart(2, '0')}:${minute}`;
}

/** The day `days` later (earlier when negative). */
export function shiftDay(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/**
 * The instant at which a clock of `timeZone` shows that day and time, as an ISO string with milliseconds. A time
 * skipped by the change to summer time is moved later by the length of the gap (02:30 is played at 03:30); of a time
 * shown twice the first is meant.
 */
export function startOf(day: string, clock: string, timeZone: string): string {
  const zoned = Temporal.PlainDate.from(day)
    .toPlainDateTime(Temporal.PlainTime.from(clock))
    .toZonedDateTime(timeZone, { disambiguation: 'compatible' });
  return zoned.toInstant().toString({ fractionalSecondDigits: 3 });
}

/** Whether a time zone is one the clock of this machine knows by name (`Europe/Paris`, `UTC`). */
export function isTimeZone(name: string): boolean {
  if (name !== 'UTC' && !/^[A-Za-z_]+(\/[A-Za-z0-9_+-]+)+$/.test(name)) return false;
  try {
    Temporal.PlainDateTime.from('2000-01-01T00:00').toZonedDateTime(name);
    return true;
  } catch {
    return false;
  }
}
