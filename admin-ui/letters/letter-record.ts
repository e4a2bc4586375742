import type { LetterKind } from '../../rules/letters/letter-snapshot.ts';
import type { LetterState } from '../../rules/letters/letter-states.ts';

/** One letter as a row. */
export type LetterRow = {
  id: string;
  number: number;
  version: number;
  kind: LetterKind;
  state: LetterState;
  /** Empty when the contact has no address. */
  to: string;
  subject: string | null;
  messageId: string | null;
  organisationId: string;
  optionId: string | null;
  optionNumber: number | null;
  /** The show of the option. */
  eventName: string | null;
  orderId: string | null;
  contactId: string;
  contactName: string;
  sentAt: string | null;
  failure: string | null;
  createdAt: string;
};

/** Whether it carries a one-time link: then it is for its reader only, and is not sent a second time. */
export function isSecret({ kind }: Pick<LetterRow, 'kind'>): boolean {
  return kind === 'access';
}

/** Whether there is a message to show: it is composed once, just before its first sending. */
export function isComposed(letter: LetterRow): boolean {
  return letter.messageId !== null && !isSecret(letter);
}

/** Whether it did not reach its reader and will not go again by itself. */
export function isFailed({ state }: Pick<LetterRow, 'state'>): boolean {
  return state === 'failed' || state === 'bounced';
}
