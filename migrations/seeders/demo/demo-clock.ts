import { Temporal } from 'temporal-polyfill';

/** The demo's house is in Paris. */
export const demoTimeZone = 'Europe/Paris';

/** The demo's calendar: everything stands relative to the day it was first started. */
export interface DemoClock {
  /** `YYYY-MM-DD`, `days` from the first day; negative is past. */
  day(days: number): string;
  /** The instant of a time on the wall (`14:30`) on that day, ISO in UTC. */
  at(days: number, time: string): string;
  /** The first day from there on that is one of `weekdays` (1 = Monday), as a number of days. */
  next(days: number, weekdays: readonly number[]): number;
  /** The weekday of a day, 1 = Monday. */
  weekday(days: number): number;
}

/** The calendar of a demo first started at an instant. */
export function demoClock(startedAt: string): DemoClock {
  const first = Temporal.Instant.from(startedAt).toZonedDateTimeISO(demoTimeZone).toPlainDate();
  const dayOf = (days: number) => first.add({ days });
  const weekday = (days: number) => dayOf(days).dayOfWeek;
  return {
    day: (days) => dayOf(days).toString(),
    at: (days, time) =>
      dayOf(days)
        .toPlainDateTime(Temporal.PlainTime.from(time))
        .toZonedDateTime(demoTimeZone)
        .toInstant()
        .toString({ smallestUnit: 'millisecond' }),
    next: (days, weekdays) => {
      let day = days;
      while (!weekdays.includes(weekday(day))) day += 1;
      return day;
    },
    weekday,
  };
}
