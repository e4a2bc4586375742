import { houseTimeZone } from '../../messages/use-format.ts';
import { instantOf, typedOf } from '../../messages/venue-clock.ts';

/** The day an instant begins on the clock of the house. */
export function firstDayOf(instant: string | null): string {
  return instant === null ? '' : typedOf(instant, houseTimeZone).slice(0, 10);
}

/** The last whole day before an instant. */
export function lastDayOf(instant: string | null): string {
  return instant === null ? '' : firstDayOf(new Date(Date.parse(instant) - 1).toISOString());
}

/** The instant a day begins; null without a day. */
export function startOf(day: string): string | null {
  return day === '' ? null : instantOf(`${day}T00:00`, houseTimeZone);
}

/** The instant a day is over: when the next one begins. */
export function endOf(day: string): string | null {
  const noon = Date.parse(`${day}T12:00:00Z`);
  return Number.isNaN(noon) ? null : startOf(new Date(noon + 86_400_000).toISOString().slice(0, 10));
}
