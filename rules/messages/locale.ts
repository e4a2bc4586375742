import type { LetterLanguage } from '../letters/letter-language.ts';

/** The languages of the house: every text a person reads exists in them. */
export const locales = ['fr', 'en'] as const;
export type Locale = (typeof locales)[number];

/** True when `value` is a language of the house. */
export function isLocale(value: unknown): value is Locale {
  return locales.some((locale) => locale === value);
}

/** The language a reader of any other is told in where the house has no words in theirs: English. */
export function houseLocale(language: LetterLanguage): Locale {
  return isLocale(language) ? language : 'en';
}
