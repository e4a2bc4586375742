import type { Locale } from './locale.ts';

const languageTags: Readonly<Record<Locale, string>> = { fr: 'fr-FR', en: 'en-GB' };

// made once: making one takes longer than all it ever writes in an answer
const numbers = { fr: new Intl.NumberFormat(languageTags.fr), en: new Intl.NumberFormat(languageTags.en) };
const choices = {
  fr: new Intl.ListFormat(languageTags.fr, { type: 'disjunction' }),
  en: new Intl.ListFormat(languageTags.en, { type: 'disjunction' }),
};

/** A number in the language's own writing. */
export function formatNumber(locale: Locale, value: number): string {
  return numbers[locale].format(value);
}

/** Words of which one is meant: "a, b or c". */
export function formatChoice(locale: Locale, words: readonly string[]): string {
  return choices[locale].format(words);
}

/** An amount in integer cents with its currency (ISO 4217), exact: `123456` EUR is 1 234,56 €. */
export function formatMoney(locale: Locale, cents: number, currency: string): string {
  return new Intl.NumberFormat(languageTags[locale], { style: 'currency', currency }).format(cents / 100);
}

/** Day, month, year and time of an instant on the clock of `timeZone`; null names UTC in the text. */
export function formatInstant(locale: Locale, instant: string, timeZone: string | null): string {
  const zoned = timeZone === null ? { timeZone: 'UTC', timeZoneName: 'short' as const } : { timeZone };
  return new Intl.DateTimeFormat(languageTags[locale], {
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    ...zoned,
  }).format(new Date(instant));
}

/**
 * An instant as `options` say, in the language's own writing. French says « 1er janvier » but « 2 janvier »; Intl knows
 * only the figure.
 */
export function formatTime(locale: Locale, instant: string, options: Intl.DateTimeFormatOptions): string {
  const { day, month } = options;
  const inWords = day === 'numeric' && (month === 'long' || month === 'short');
  return new Intl.DateTimeFormat(languageTags[locale], options)
    .formatToParts(new Date(instant))
    .map(({ type, value }) => (locale === 'fr' && inWords && type === 'day' && value === '1' ? '1er' : value))
    .join('');
}

/** Weekday, day, month and year of an instant on the clock of `timeZone`. */
export function formatDate(locale: Locale, instant: string, timeZone: string): string {
  return formatTime(locale, instant, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone,
  });
}
