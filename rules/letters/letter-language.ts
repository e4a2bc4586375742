/** The languages contacts are written to and spoken to in (seed 003, names in FR EN DE ES IT). */
export const letterLanguages = ['fr', 'en', 'de', 'es', 'it'] as const;
export type LetterLanguage = (typeof letterLanguages)[number];

/** The language a contact is written to in: their own; English when it is none we write. */
export function letterLanguage(contactLocale: string): LetterLanguage {
  return letterLanguages.find((language) => language === contactLocale) ?? 'en';
}
