import { Temporal } from 'temporal-polyfill';

/** What a calendar shows at once. */
export type CalendarView = 'month' | 'week';

/** A calendar day, `YYYY-MM-DD`. */
export type Day = string;

/** The day an instant falls on, on the clock of `timeZone`. */
export function dayOf(instant: string, timeZone: string): Day {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

/** Today, on the clock of `timeZone`. */
export function today(timeZone: string): Day {
  return Temporal.Now.plainDateISO(timeZone).toString();
}

/** The weeks a view shows around a day, from Monday to Sunday. */
export function weeksAround(day: Day, view: CalendarView): Day[][] {
  const date = Temporal.PlainDate.from(day);
  const first = view === 'month' ? date.with({ day: 1 }) : date;
  const last = view === 'month' ? date.with({ day: date.daysInMonth }) : date;
  const weeks: Day[][] = [];
  let monday = first.subtract({ days: first.dayOfWeek - 1 });
  while (Temporal.PlainDate.compare(monday, last) <= 0) {
    const start = monday;
    weeks.push(Array.from({ length: 7 }, (_, index) => start.add({ days: index }).toString()));
    monday = monday.add({ days: 7 });
  }
  return weeks;
}

/** The same view, one step on or back. */
export function stepped(day: Day, view: CalendarView, by: -1 | 1): Day {
  const step = view === 'month' ? { months: by } : { days: 7 * by };
  return Temporal.PlainDate.from(day).add(step).toString();
}

/** Instants that surely hold all performances of these days, whatever their clocks: a day more on each side. */
export function boundsOf(weeks: readonly (readonly Day[])[]): { startsAt_gte: string; startsAt_lte: string } {
  const days = weeks.flat();
  const at = (day: Day | undefined, add: number) =>
    `${Temporal.PlainDate.from(day ?? '2000-01-01')
      .add({ days: add })
      .toString()}T00:00:00.000Z`;
  return { startsAt_gte: at(days[0], -1), startsAt_lte: at(days.at(-1), 2) };
}
