import type { LetterLanguage } from '../letter-language.ts';
import type { WrittenLetterKind } from '../letter-snapshot.ts';
import type { LetterTemplate } from '../letter-template.ts';
import { germanTexts } from './de.ts';
import { englishTexts } from './en.ts';
import { spanishTexts } from './es.ts';
import { frenchTexts } from './fr.ts';
import { shippedFrames } from './frames.ts';
import { italianTexts } from './it.ts';
import type { ShippedTexts } from './shipped-texts.ts';

const texts: Readonly<Record<LetterLanguage, ShippedTexts>> = {
  fr: frenchTexts,
  en: englishTexts,
  de: germanTexts,
  es: spanishTexts,
  it: italianTexts,
};

/** The text a kind of letter has in a language as long as the house publishes none of its own. */
export function shippedTemplate(kind: WrittenLetterKind, language: LetterLanguage): LetterTemplate {
  const empty = { callout: '', calloutFigure: '', closing: '', showsPrices: false };
  return { ...empty, ...shippedFrames[language], ...texts[language][kind] };
}
