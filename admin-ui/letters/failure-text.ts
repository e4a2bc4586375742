import type { Text, TextKey } from '../messages/use-text.ts';
import type { LetterRow } from './letter-record.ts';

const causes: Readonly<Record<string, TextKey>> = {
  'mail.refused': 'screens.letter.failure.refused',
  'mail.deferred': 'screens.letter.failure.deferred',
  'mail.serverRefused': 'screens.letter.failure.serverRefused',
  'mail.unreachable': 'screens.letter.failure.unreachable',
  'mail.timeout': 'screens.letter.failure.timeout',
  'mail.givenUp': 'screens.letter.failure.givenUp',
  'letter.unwritable': 'screens.letter.failure.unwritable',
};

/** What a failure is written as: its code, then the mail server's own words when it said any. */
function partsOf(failure: string): { code: string; said: string | null } {
  const at = failure.indexOf(': ');
  return at === -1
    ? { code: failure, said: null }
    : { code: failure.slice(0, at), said: failure.slice(at + 2) };
}

/** Whether a text is a failure as it is written down, not a person's words. */
export function isFailureCode(written: string): boolean {
  return /^(mail|letter)\.\w+/.test(written);
}

/**
 * Why a letter did not arrive, in plain words; null when nothing failed. `to` is empty when the contact has no address,
 * null when it is not known which one was used.
 */
export function failureText(
  { failure, to }: { failure: string | null; to: string | null },
  text: Text,
): string | null {
  if (failure === null) return null;
  const { code } = partsOf(failure);
  if (code === 'mail.addressInvalid')
    return text(to === '' ? 'screens.letter.failure.noAddress' : 'screens.letter.failure.addressInvalid');
  return text(causes[code] ?? 'screens.letter.failure.other');
}

/** The mail server's own words; null when it said nothing. */
export function serverWords({ failure }: Pick<LetterRow, 'failure'>): string | null {
  return failure === null || failure.startsWith('letter.') ? null : partsOf(failure).said;
}
