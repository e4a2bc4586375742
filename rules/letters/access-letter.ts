import type { LetterLanguage } from './letter-language.ts';
import type { LetterSnapshot } from './letter-snapshot.ts';

/**
 * What a letter with a one-time link says, frozen when it is owed. It is about no option. Once the letter has left, or
 * never will, its link is taken out, and its bytes with it: a letter that is kept opens nothing.
 */
export type AccessSnapshot = Pick<LetterSnapshot, 'issuedAt' | 'organisation' | 'contact'> & {
  locale: LetterLanguage;
  access: { link: string | null; expiresAt: string };
  test?: true;
};

/** True for the snapshot of a letter of kind `access`. */
export function isAccessSnapshot(snapshot: LetterSnapshot | AccessSnapshot): snapshot is AccessSnapshot {
  return 'access' in snapshot;
}
