import type { LetterLanguage } from '../../letters/letter-language.ts';
import { type ContactStatus, optionLabels } from '../../options/labels.ts';
import type { MessageCode, ProblemCode } from '../codes.ts';
import { fill, message, problemTitle } from '../format.ts';
import { isLocale, type Locale } from '../locale.ts';
import type { MessageValues, Reason } from '../reason.ts';
import type { ContactTexts } from './contact-texts.ts';
import { de } from './de.ts';
import { es } from './es.ts';
import { it } from './it.ts';

/** What contacts are told in the languages that are not the house's own. */
export const contactTexts: Readonly<Record<Exclude<LetterLanguage, Locale>, ContactTexts>> = { de, es, it };

/** The text of a code as `message` tells it; what has no words for contacts in their language is told in English. */
export function contactMessage(
  language: LetterLanguage,
  code: MessageCode,
  values: MessageValues = {},
): string {
  if (isLocale(language)) return message(language, code, values);
  const { reasons, fields } = contactTexts[language];
  const sentences: Readonly<Partial<Record<string, string>>> = { ...reasons, ...fields };
  const text = problemIn(language, code)?.detail ?? sentences[code];
  return text === undefined ? message('en', code, values) : fill(language, text, values);
}

/** The title of a problem, in the same way. */
export function contactProblemTitle(language: LetterLanguage, code: ProblemCode): string {
  if (isLocale(language)) return problemTitle(language, code);
  return problemIn(language, code)?.title ?? problemTitle('en', code);
}

/** A reason with its text, in the same way. */
export function tellContactReason(language: LetterLanguage, reason: Reason): Reason & { message: string } {
  const { code, values } = reason;
  return { code, message: contactMessage(language, code, values), values };
}

/** Where an option stands, in the contact's words; `dueAt` is said where there is one. */
export function contactStatusText(
  language: LetterLanguage,
  status: ContactStatus,
  values: { dueAt: string | null },
): string {
  const statuses = isLocale(language)
    ? optionLabels[language].contactStatuses
    : contactTexts[language].statuses;
  return fill(language, statuses[status], values);
}

function problemIn(language: Exclude<LetterLanguage, Locale>, code: MessageCode) {
  const known: Readonly<Partial<Record<string, { readonly title: string; readonly detail: string }>>> =
    contactTexts[language].problems;
  return known[code];
}
