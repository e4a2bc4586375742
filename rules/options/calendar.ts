import { Temporal } from 'temporal-polyfill';

/** Hours added to an instant are real hours, whatever the clocks do meanwhile. */
export function addHours(instant: string, hours: number): string {
  return iso(Temporal.Instant.from(instant).add({ hours }));
}

/**
 * The last millisecond of a civil date in a time zone, as an instant. Days of 23, 24.5 or 25 hours and days whose
 * midnight does not exist are right: the end of a day is a millisecond before the next one starts.
 */
export function endOfDay(date: Temporal.PlainDate, timeZone: string): string {
  const nextDay = date.add({ days: 1 }).toZonedDateTime({ timeZone });
  return iso(nextDay.toInstant().subtract({ milliseconds: 1 }));
}

/** The civil date on the wall at an instant in a time zone. */
export function dateAt(instant: string, timeZone: string): Temporal.PlainDate {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDate();
}

/** A civil date written YYYY-MM-DD. Throws RangeError for anything else, an instant included. */
export function civilDate(text: string): Temporal.PlainDate {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) throw new RangeError(`not a date YYYY-MM-DD: ${text}`);
  return Temporal.PlainDate.from(text);
}

/** Negative, zero or positive as `a` is before, at or after `b`. */
export function compareInstants(a: string, b: string): number {
  return Temporal.Instant.compare(Temporal.Instant.from(a), Temporal.Instant.from(b));
}

/** The earlier of two instants. */
export function earlier(a: string, b: string): string {
  return compareInstants(a, b) <= 0 ? a : b;
}

/** An instant in the one form we write: UTC with milliseconds. */
export function normalInstant(instant: string): string {
  return iso(Temporal.Instant.from(instant));
}

function iso(instant: Temporal.Instant): string {
  return instant.toString({ smallestUnit: 'millisecond' });
}
