import type { LetterLanguage } from '../../../rules/letters/letter-language.ts';
import type { SpaceWords } from './fr.ts';
import { french, type Spoken } from './use-words.ts';

const others: Readonly<Record<Exclude<LetterLanguage, 'fr'>, () => Promise<SpaceWords>>> = {
  en: async () => (await import('./en.ts')).en,
  de: async () => (await import('./de.ts')).de,
  es: async () => (await import('./es.ts')).es,
  it: async () => (await import('./it.ts')).it,
};

/** Each language by its own name. */
export const languageNames: Readonly<Record<LetterLanguage, string>> = {
  fr: 'Français',
  en: 'English',
  de: 'Deutsch',
  es: 'Español',
  it: 'Italiano',
};

/** A language with its words, fetched when first needed; screen readers and requests are told of it. */
export async function speak(language: LetterLanguage): Promise<Spoken> {
  const spoken = language === 'fr' ? french : { locale: language, words: await others[language]() };
  document.documentElement.lang = language;
  return spoken;
}
