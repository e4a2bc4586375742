import { failureParts, failureWords } from '../../rules/letters/failure-words.ts';
import type { Locale } from '../../rules/messages/locale.ts';
import type { LetterRow } from './letter-record.ts';

/** Whether a text is a failure as it is written down, not a person's words. */
export function isFailureCode(written: string): boolean {
  return /^(mail|letter)\.\w+/.test(written);
}

/** Why a letter did not arrive, in plain words; null when nothing failed. */
export function failureText(
  { failure, to }: { failure: string | null; to: string | null },
  locale: Locale,
): string | null {
  return failure === null ? null : failureWords(locale, failure, to);
}

/** The mail server's own words; null when it said nothing. */
export function serverWords({ failure }: Pick<LetterRow, 'failure'>): string | null {
  return failure === null || failure.startsWith('letter.') ? null : failureParts(failure).said;
}
