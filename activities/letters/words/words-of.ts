import type { LetterLanguage } from '../../../rules/letters/letter-language.ts';
import { germanWords } from './de.ts';
import { englishWords } from './en.ts';
import { spanishWords } from './es.ts';
import { frenchWords } from './fr.ts';
import { italianWords } from './it.ts';
import type { LetterWords } from './letter-words.ts';

const words: Readonly<Record<LetterLanguage, LetterWords>> = {
  fr: frenchWords,
  en: englishWords,
  de: germanWords,
  es: spanishWords,
  it: italianWords,
};

/** The words of a letter's frame in its language. */
export function wordsOf(language: LetterLanguage): LetterWords {
  return words[language];
}
