import { useMemo } from 'react';
import { useLocaleState } from 'react-admin';
import {
  formatInstant,
  formatMoney,
  formatNumber,
  formatTime,
  languageTags,
} from '../../rules/messages/figures.ts';
import { isLocale, type Locale } from '../../rules/messages/locale.ts';
import { type OptionLabels, optionLabels } from '../../rules/options/labels.ts';

/** The clock of what has no venue: letters and sessions of the house. */
export const houseTimeZone = 'Europe/Paris';

/** The currency of a price grid that names none. */
const houseCurrency = 'EUR';

/** Everything a screen writes that depends on the language; never on the browser's settings. */
export type Format = {
  locale: Locale;
  labels: OptionLabels;
  number(value: number): string;
  /** A name kept in several languages, in the reader's; else the plain one. */
  name(named: { name: string; names: Readonly<Partial<Record<Locale, string>>> }): string;
  /** A language by its name. */
  language(code: string): string;
  /** An amount in integer cents of a currency (ISO 4217). */
  money(cents: number, currency?: string): string;
  /** A calendar day, without a clock. */
  day(day: string): string;
  /** The same with its weekday and month in full. */
  longDay(day: string): string;
  dayNumber(day: string): string;
  weekday(day: string): string;
  /** The month and year a calendar day is in. */
  month(day: string): string;
  /** Day and time on the clock of `timeZone`. */
  instant(at: string, timeZone?: string): string;
  /** Weekday, day and time on the clock of the venue, as a programme prints it. */
  performance(startsAt: string, timeZone: string): string;
  performanceDay(startsAt: string, timeZone: string): string;
  clock(at: string, timeZone: string): string;
  /** Time to the second on the clock of the house. */
  second(at: string): string;
};

/** A city's name out of a time zone: `America/New_York` is New York. */
export function cityOf(timeZone: string): string {
  return (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ');
}

function formatOf(locale: Locale): Format {
  const write = (at: string, timeZone: string, options: Intl.DateTimeFormatOptions) =>
    formatTime(locale, at, { ...options, timeZone });
  const ofDay = (day: string, options: Intl.DateTimeFormatOptions) =>
    write(`${day}T12:00:00Z`, 'UTC', options);
  const performanceDay = (startsAt: string, timeZone: string) =>
    write(startsAt, timeZone, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' });
  const clock = (at: string, timeZone: string) =>
    write(at, timeZone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const languages = new Intl.DisplayNames(languageTags[locale], { type: 'language' });
  return {
    locale,
    labels: optionLabels[locale],
    performanceDay,
    clock,
    second: (at) =>
      write(at, houseTimeZone, { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' }),
    number: (value) => formatNumber(locale, value),
    name: ({ name, names }) => names[locale] ?? name,
    language: (code) => languages.of(code) ?? code,
    day: (day) => ofDay(day, { day: 'numeric', month: 'short', year: 'numeric' }),
    longDay: (day) => ofDay(day, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
    dayNumber: (day) => ofDay(day, { day: 'numeric' }),
    weekday: (day) => ofDay(day, { weekday: 'short' }),
    month: (day) => ofDay(day, { month: 'long', year: 'numeric' }),
    money: (cents, currency = houseCurrency) => formatMoney(locale, cents, currency),
    instant: (at, timeZone = houseTimeZone) => formatInstant(locale, at, timeZone),
    performance: (startsAt, timeZone) =>
      `${performanceDay(startsAt, timeZone)}, ${clock(startsAt, timeZone)}`,
  };
}

const formats: Readonly<Record<Locale, Format>> = { fr: formatOf('fr'), en: formatOf('en') };

/** The writing of numbers, money and instants in the reader's language. */
export function useFormat(): Format {
  const [locale] = useLocaleState();
  return useMemo(() => formats[isLocale(locale) ? locale : 'fr'], [locale]);
}
