import { Temporal } from 'temporal-polyfill';

/** Whose public holidays a house keeps. */
export const holidayCalendars = ['none', 'france', 'alsace-moselle'] as const;
export type HolidayCalendar = (typeof holidayCalendars)[number];

/** Days of the year that are the same every year, `MM-DD` (Code du travail, article L3133-1). */
const fixed = ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25'];

/** Easter Monday, Ascension Day and Whit Monday, in days after Easter Sunday (same article). */
const afterEaster = [1, 39, 50];

/** In Alsace and Moselle Good Friday and 26 December as well (Code du travail, article L3134-13). */
const local = { fixed: '12-26', afterEaster: -2 };

/** True when a day (YYYY-MM-DD) is a public holiday there. */
export function isPublicHoliday(day: string, calendar: HolidayCalendar): boolean {
  return calendar !== 'none' && holidaysOf(Number(day.slice(0, 4)), calendar).has(day);
}

const known = new Map<string, ReadonlySet<string>>();

function holidaysOf(year: number, calendar: 'france' | 'alsace-moselle'): ReadonlySet<string> {
  const key = `${calendar} ${year}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  const easter = easterSunday(year);
  const isLocal = calendar === 'alsace-moselle';
  const days = new Set([
    ...[...fixed, ...(isLocal ? [local.fixed] : [])].map((date) => `${year}-${date}`),
    ...[...afterEaster, ...(isLocal ? [local.afterEaster] : [])].map((days) =>
      easter.add({ days }).toString(),
    ),
  ]);
  if (known.size >= 200) known.clear();
  known.set(key, days);
  return days;
}

/** Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher). */
function easterSunday(year: number): Temporal.PlainDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return Temporal.PlainDate.from({ year, month: Math.floor(n / 31), day: (n % 31) + 1 });
}
