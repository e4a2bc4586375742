import { createContext, useContext } from 'react';
import type { LetterLanguage } from '../../../rules/letters/letter-language.ts';
import { fr, type SpaceWords } from './fr.ts';

/** A language of the page, with its words. */
export interface Spoken {
  locale: LetterLanguage;
  words: SpaceWords;
}

/** The language that is always there. */
export const french: Spoken = { locale: 'fr', words: fr };

/** The language of the page. */
export const SpaceLanguage = createContext(french);

/** The words of the page in its reader's language, and that language. */
export function useWords(): Spoken {
  return useContext(SpaceLanguage);
}
