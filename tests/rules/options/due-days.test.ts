import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { civilDay } from '../../../rules/options/calendar.ts';
import { type DayCount, dueDayFrom } from '../../../rules/options/due-days.ts';
import { holidayCalendars, isPublicHoliday } from '../../../rules/options/public-holidays.ts';

/** French public holidays of some years as printed calendars have them; the last two in Alsace and Moselle only. */
const printed: Readonly<Record<number, readonly string[]>> = {
  2015: ['01-01', '04-06', '05-01', '05-08', '05-14', '05-25', '07-14', '08-15', '11-01', '11-11', '12-25'],
  2024: ['01-01', '04-01', '05-01', '05-08', '05-09', '05-20', '07-14', '08-15', '11-01', '11-11', '12-25'],
  2027: ['01-01', '03-29', '05-01', '05-06', '05-08', '05-17', '07-14', '08-15', '11-01', '11-11', '12-25'],
  2038: ['01-01', '04-26', '05-01', '05-08', '06-03', '06-14', '07-14', '08-15', '11-01', '11-11', '12-25'],
};
const goodFridays: Readonly<Record<number, string>> = {
  2015: '04-03',
  2024: '03-29',
  2027: '03-26',
  2038: '04-23',
};

const daysOf = (year: number) =>
  Array.from({ length: 366 }, (_, at) => new Date(Date.UTC(year, 0, 1 + at)).toISOString().slice(0, 10));

const count = (more: Partial<DayCount>): DayCount => ({
  dueDays: 'working',
  publicHolidays: 'france',
  weekendShift: 'none',
  ...more,
});

const dayAfter = (day: string, days: number, more: Partial<DayCount> = {}, timeZone = 'Europe/Paris') =>
  civilDay(dueDayFrom(`${day}T12:00:00.000Z`, days, timeZone, count(more)).dueAt, timeZone);

describe('public holidays in France', () => {
  it.each(Object.keys(printed).map(Number))('%i', (year) => {
    const found = (calendar: 'france' | 'alsace-moselle') =>
      daysOf(year)
        .filter((day) => day.startsWith(String(year)) && isPublicHoliday(day, calendar))
        .map((day) => day.slice(5));
    const wanted = printed[year] ?? [];
    expect(found('france')).toEqual(wanted);
    expect(found('alsace-moselle')).toEqual([...wanted, goodFridays[year] ?? '', '12-26'].sort());
    expect(daysOf(year).some((day) => isPublicHoliday(day, 'none'))).toBe(false);
  });
});

describe('days of a deadline', () => {
  it('are working days when the house says so: no weekend, no holiday', () => {
    // from Thursday 30 April 2026: Friday 1 May and Friday 8 May are off
    expect(dayAfter('2026-04-30', 1)).toBe('2026-05-04');
    expect(dayAfter('2026-04-30', 5)).toBe('2026-05-11');
    expect(dayAfter('2026-04-30', 5, { publicHolidays: 'none' })).toBe('2026-05-07');
    expect(dayAfter('2026-04-02', 1)).toBe('2026-04-03');
    expect(dayAfter('2026-04-02', 1, { publicHolidays: 'alsace-moselle' })).toBe('2026-04-07');
    expect(dayAfter('2026-05-15', -1)).toBe('2026-05-13');
    expect(dayAfter('2026-05-02', 0)).toBe('2026-05-02');
  });

  it('end on a working day when the house moves them, forwards or back', () => {
    // the seed's own ends on Sunday 2 August 2015
    const seed = (weekendShift: DayCount['weekendShift']) =>
      dayAfter('2015-07-23', 10, { dueDays: 'calendar', weekendShift });
    expect([seed('none'), seed('next'), seed('previous')]).toEqual([
      '2015-08-02',
      '2015-08-03',
      '2015-07-31',
    ]);
    const monday = { dueDays: 'calendar', weekendShift: 'next' } as const;
    expect(dayAfter('2026-05-22', 1, monday)).toBe('2026-05-26'); // Whit Monday follows
    const { shifted } = dueDayFrom('2015-07-23T14:00:00.000Z', 10, 'Europe/Paris', count(monday));
    expect(shifted).toBe(true);
    expect(dueDayFrom('2015-07-23T14:00:00.000Z', 8, 'Europe/Paris', count(monday)).shifted).toBe(false);
  });

  const zones = ['Europe/Paris', 'Australia/Lord_Howe', 'Pacific/Apia', 'America/New_York', 'Asia/Beirut'];
  const counts = fc.record({
    dueDays: fc.constantFrom('calendar' as const, 'working' as const),
    publicHolidays: fc.constantFrom(...holidayCalendars),
    weekendShift: fc.constantFrom('none' as const, 'next' as const, 'previous' as const),
  });
  const instants = fc.date({
    min: new Date('2011-12-01T00:00:00Z'),
    max: new Date('2033-01-01T00:00:00Z'),
    noInvalidDate: true,
  });

  it('are as many as were counted one by one, in any zone, over every change of clocks and leap day', () => {
    const days = fc.integer({ min: 1, max: 60 });
    fc.assert(
      fc.property(instants, days, fc.constantFrom(...zones), counts, (from, wanted, timeZone, how) => {
        const { dueAt, shifted } = dueDayFrom(from.toISOString(), wanted, timeZone, how);
        const isWorking = (day: string) =>
          ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()) &&
          !isPublicHoliday(day, how.publicHolidays);
        const start = Date.parse(`${civilDay(from.toISOString(), timeZone)}T00:00:00Z`);
        const end = civilDay(dueAt, timeZone);
        expect(civilDay(new Date(Date.parse(dueAt) + 1).toISOString(), timeZone) > end).toBe(true);
        const between = Array.from({ length: (Date.parse(end) - start) / 86_400_000 }, (_, at) =>
          new Date(start + (at + 1) * 86_400_000).toISOString().slice(0, 10),
        );
        if (how.weekendShift !== 'none') expect(isWorking(end)).toBe(true);
        // Apia had no 30 December 2011: a count that ends there ends the day before
        if (timeZone === 'Pacific/Apia' && start < Date.UTC(2012, 0, 1)) return;
        if (how.dueDays === 'working') {
          expect(between.filter(isWorking)).toHaveLength(wanted);
          expect(shifted).toBe(false);
        } else if (!shifted) expect(between).toHaveLength(wanted);
        else
          expect(how.weekendShift === 'next' ? between.length > wanted : between.length < wanted).toBe(true);
      }),
    );
  });
});
