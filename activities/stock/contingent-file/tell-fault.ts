import { fill } from '../../../rules/messages/format.ts';
import type { Locale } from '../../../rules/messages/locale.ts';
import type { RowFault } from './row-fault.ts';
import { en } from './words/en.ts';
import { fr } from './words/fr.ts';

const sentences = { fr, en };

/** The fault of a row as a sentence for a person. */
export function tellFault(locale: Locale, { code, values }: RowFault): string {
  return fill(locale, sentences[locale][code], values);
}
