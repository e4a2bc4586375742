import { Temporal } from 'temporal-polyfill';

const msPerHour = 3_600_000;
const msPerMinute = 60_000;

/** Hours added to an instant are real hours, whatever the clocks do meanwhile. */
export function addHours(instant: string, hours: number): string {
  return iso(epochMs(instant) + hours * msPerHour);
}

/**
 * The end of a day so many days after the one an instant falls on in a time zone (before it, when negative): its last
 * millisecond, as an instant. Days of 23, 24.5 or 25 hours and days whose midnight does not exist are right: the end
 * of a day is a millisecond before the next one starts.
 */
export function endOfDayFrom(instant: string, days: number, timeZone: string): string {
  const ms = epochMs(instant);
  const key = `${Math.floor(ms / msPerMinute)} ${days} ${timeZone}`;
  const known = ends.get(key);
  if (known !== undefined && ms >= wholeMinutesFrom) return known;
  const date = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(timeZone).toPlainDate();
  const end = endOfDay(date.add({ days }), timeZone);
  if (ends.size >= 10_000) ends.clear();
  ends.set(key, end);
  return end;
}

/** Ends already worked out, by the minute of the instant: the same few are asked for all day long. */
const ends = new Map<string, string>();

/** Since then the clocks of every zone change at whole minutes, so that a minute lies on one date. */
const wholeMinutesFrom = Date.UTC(1973, 0, 1);

function endOfDay(date: Temporal.PlainDate, timeZone: string): string {
  return iso(date.add({ days: 1 }).toZonedDateTime({ timeZone }).epochMilliseconds - 1);
}

/**
 * The instant a due date of a profile or a channel means: a civil date (YYYY-MM-DD) its end in the venue's zone, an
 * instant itself. Throws RangeError for anything else.
 */
export function dueInstant(date: string, timeZone: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(date)
    ? endOfDay(Temporal.PlainDate.from(date), timeZone)
    : normalInstant(date);
}

/** So many days after the day an instant falls on in a time zone (before it, when negative), at a full hour of the wall. */
export function dayAt(instant: string, days: number, hour: number, timeZone: string): string {
  const day = Temporal.PlainDate.from(civilDay(instant, timeZone)).add({ days });
  const moment = day.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from({ hour }) });
  return iso(moment.epochMilliseconds);
}

/** The day (YYYY-MM-DD) an instant falls on in a time zone. */
export function civilDay(instant: string, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(epochMs(instant))
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toString();
}

/** Negative, zero or positive as `a` is before, at or after `b`. */
export function compareInstants(a: string, b: string): number {
  return Math.sign(epochMs(a) - epochMs(b));
}

/** The earlier of two instants. */
export function earlier(a: string, b: string): string {
  return compareInstants(a, b) <= 0 ? a : b;
}

/** An instant in the one form we write: UTC with milliseconds. */
export function normalInstant(instant: string): string {
  return iso(epochMs(instant));
}

/** The one form we write, of years that JavaScript's own clock reads without interpretation. */
const ourForm = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** Milliseconds since 1970; what is finer is cut off. Throws RangeError for what is no instant. */
function epochMs(instant: string): number {
  if (ourForm.test(instant)) {
    const ms = Date.parse(instant);
    if (!Number.isNaN(ms) && iso(ms) === instant) return ms;
  }
  return Temporal.Instant.from(instant).epochMilliseconds;
}

function iso(ms: number): string {
  return new Date(ms).toISOString();
}
