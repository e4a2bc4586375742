import { createContext, useContext } from 'react';
import type { Locale } from '../../../rules/messages/locale.ts';
import { en } from './en.ts';
import { fr, type SpaceWords } from './fr.ts';

/** The words of each language. */
export const wordsOf: Readonly<Record<Locale, SpaceWords>> = { fr, en };

/** The language of the page. */
export const SpaceLocale = createContext<Locale>('fr');

/** The words of the page in its reader's language, and that language. */
export function useWords(): { words: SpaceWords; locale: Locale } {
  const locale = useContext(SpaceLocale);
  return { words: wordsOf[locale], locale };
}
