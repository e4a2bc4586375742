import type { LetterLanguage } from '../letters/letter-language.ts';
import type { Locale } from './locale.ts';

/** Whose writing each language follows (BCP 47). */
export const languageTags = {
  fr: 'fr-FR',
  en: 'en-GB',
  de: 'de-DE',
  es: 'es-ES',
  it: 'it-IT',
} as const satisfies Record<LetterLanguage, string>;

// made once: making one takes longer than all it ever writes in an answer
const numbers = new Map<LetterLanguage, Intl.NumberFormat>();
const choices = {
  fr: new Intl.ListFormat(languageTags.fr, { type: 'disjunction' }),
  en: new Intl.ListFormat(languageTags.en, { type: 'disjunction' }),
};

/** A number in the language's own writing. */
export function formatNumber(language: LetterLanguage, value: number): string {
  const known = numbers.get(language) ?? new Intl.NumberFormat(languageTags[language]);
  numbers.set(language, known);
  return known.format(value);
}

/** Words of which one is meant: "a, b or c". */
export function formatChoice(locale: Locale, words: readonly string[]): string {
  return choices[locale].format(words);
}

/** An amount in integer cents with its currency (ISO 4217), exact: `123456` EUR is 1 234,56 €. */
export function formatMoney(language: LetterLanguage, cents: number, currency: string): string {
  return new Intl.NumberFormat(languageTags[language], { style: 'currency', currency }).format(cents / 100);
}

/** Day, month, year and time of an instant on the clock of `timeZone`; null names UTC in the text. */
export function formatInstant(language: LetterLanguage, instant: string, timeZone: string | null): string {
  const zoned = timeZone === null ? { timeZone: 'UTC', timeZoneName: 'short' as const } : { timeZone };
  return new Intl.DateTimeFormat(languageTags[language], {
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    ...zoned,
  }).format(new Date(instant));
}

/** How a language says the first day of a month in words where Intl knows only the figure. */
const firsts: Readonly<Partial<Record<LetterLanguage, string>>> = { fr: '1er', it: '1º' };

/** An instant as `options` say, in the language's own writing: « 1er janvier » but « 2 janvier ». */
export function formatTime(
  language: LetterLanguage,
  instant: string,
  options: Intl.DateTimeFormatOptions,
): string {
  const { day, month } = options;
  const inWords = day === 'numeric' && (month === 'long' || month === 'short');
  return new Intl.DateTimeFormat(languageTags[language], options)
    .formatToParts(new Date(instant))
    .map(({ type, value }) =>
      inWords && type === 'day' && value === '1' ? (firsts[language] ?? value) : value,
    )
    .join('');
}

/** Weekday, day, month and year of an instant on the clock of `timeZone`. */
export function formatDate(language: LetterLanguage, instant: string, timeZone: string): string {
  return formatTime(language, instant, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone,
  });
}
