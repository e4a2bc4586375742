import { fill } from '../../../rules/messages/format.ts';
import type { Locale } from '../../../rules/messages/locale.ts';
import type { RejectionCode, RemarkCode, RowNote } from './row-reasons.ts';
import { en } from './words/en.ts';
import { fr } from './words/fr.ts';

const sentences = { fr, en };

/** A reason or a remark as a sentence for a person. */
export function tellNote(locale: Locale, { code, values }: RowNote<RejectionCode | RemarkCode>): string {
  return fill(locale, sentences[locale][code], values);
}
