import { useMemo } from 'react';
import { useLocaleState } from 'react-admin';
import { formatInstant, formatMoney, formatNumber } from '../../rules/messages/format.ts';
import { isLocale, type Locale } from '../../rules/messages/locale.ts';
import { type OptionLabels, optionLabels } from '../../rules/options/labels.ts';

/** The clock of what has no venue: letters and sessions of the house. */
export const houseTimeZone = 'Europe/Paris';

/** Amounts carry no currency of their own yet: the house counts in euros. */
const houseCurrency = 'EUR';

const tags: Readonly<Record<Locale, string>> = { fr: 'fr-FR', en: 'en-GB' };

/** Everything a screen writes that depends on the language; never on the browser's settings. */
export type Format = {
  locale: Locale;
  labels: OptionLabels;
  number(value: number): string;
  money(cents: number): string;
  /** Day and time on the clock of `timeZone`. */
  instant(at: string, timeZone?: string): string;
  /** Weekday, day and time on the clock of the venue, as a programme prints it. */
  performance(startsAt: string, timeZone: string): string;
  day(at: string, timeZone?: string): string;
};

/** A city's name out of a time zone: `America/New_York` is New York. */
export function cityOf(timeZone: string): string {
  return (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ');
}

function formatOf(locale: Locale): Format {
  const performance = (timeZone: string) =>
    new Intl.DateTimeFormat(tags[locale], {
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      timeZone,
    });
  return {
    locale,
    labels: optionLabels[locale],
    number: (value) => formatNumber(locale, value),
    money: (cents) => formatMoney(locale, cents, houseCurrency),
    instant: (at, timeZone = houseTimeZone) => formatInstant(locale, at, timeZone),
    performance: (startsAt, timeZone) => performance(timeZone).format(new Date(startsAt)),
    day: (at, timeZone = houseTimeZone) =>
      new Intl.DateTimeFormat(tags[locale], { dateStyle: 'medium', timeZone }).format(new Date(at)),
  };
}

const formats: Readonly<Record<Locale, Format>> = { fr: formatOf('fr'), en: formatOf('en') };

/** The writing of numbers, money and instants in the reader's language. */
export function useFormat(): Format {
  const [locale] = useLocaleState();
  return useMemo(() => formats[isLocale(locale) ? locale : 'fr'], [locale]);
}
