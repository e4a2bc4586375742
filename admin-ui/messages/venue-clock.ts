import { Temporal } from 'temporal-polyfill';

/** Reads a date and time typed on the clock of `timeZone`; null while it is not complete. */
export function instantOf(typed: string, timeZone: string): string | null {
  try {
    const zoned = Temporal.PlainDateTime.from(typed).toZonedDateTime(timeZone);
    return new Date(zoned.epochMilliseconds).toISOString();
  } catch (failure) {
    if (failure instanceof RangeError) return null;
    throw failure;
  }
}

/** An instant as it is typed on the clock of `timeZone`, to the minute. */
export function typedOf(instant: string, timeZone: string): string {
  const zoned = Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone);
  return zoned.toPlainDateTime().toString({ smallestUnit: 'minute' });
}
