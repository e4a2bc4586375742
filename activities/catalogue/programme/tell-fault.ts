import { fill } from '../../../rules/messages/format.ts';
import type { Locale } from '../../../rules/messages/locale.ts';
import type { Fault, Rejection } from './fault.ts';
import { en } from './words/en.ts';
import { fr } from './words/fr.ts';

const sentences = { fr, en };
const colons = { fr: '\u00A0: ', en: ': ' };

/** A fault of a file as one line for a person: where it stands and why, in their language. */
export function tellFault(locale: Locale, { where, ...reason }: Fault): string {
  return tellRejection(locale, { where, reasons: [reason] });
}

/** A line that is not taken, with all its reasons, as one line for a person. */
export function tellRejection(locale: Locale, { where, reasons }: Rejection): string {
  const told = reasons.map(({ code, values }) => fill(locale, sentences[locale][code], values));
  const place = locale === 'fr' ? where.replace(/^line /, 'ligne ') : where;
  return `${place}${colons[locale]}${told.join(' ')}`;
}
