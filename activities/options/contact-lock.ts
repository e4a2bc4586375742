import { piece, statement } from '../../database/statement.ts';
import type { Verb } from '../verb.ts';

/**
 * Whether a verb may still lock a contact. Locks are taken in the order contact, order, option (design section 3): a verb
 * that has locked an option may not, unless it locked that contact before.
 */
export interface ContactLock {
  /** The contact locked already. */
  locked: string | null;
  mayLock: boolean;
}

/** The lock of a verb that makes its option itself: nobody else can wait for it. */
export const contactAtAnyTime: ContactLock = { locked: null, mayLock: true };

/** A limit applies to a contact who should have been locked before the option; nothing of the verb stays. */
class ContactFirst extends Error {
  readonly contactId: string;

  constructor(contactId: string) {
    super('the contact is locked before the option');
    this.name = 'ContactFirst';
    this.contactId = contactId;
  }
}

/**
 * Runs a verb on an option, and only when a limit turns out to apply runs it anew with its contact locked before: so the
 * many options without limits pay nothing for the lock.
 */
export async function contactFirst<Answer>(run: (lock: ContactLock) => Promise<Answer>): Promise<Answer> {
  let locked: string | null = null;
  for (;;) {
    try {
      return await run({ locked, mayLock: false });
    } catch (error) {
      if (!(error instanceof ContactFirst) || error.contactId === locked) throw error;
      locked = error.contactId;
    }
  }
}

const byId = piece`select id from contact where id =`;

/** Locks the contact a verb was told to lock before anything else. */
export async function lockTold(ask: Verb['ask'], { locked }: ContactLock): Promise<void> {
  if (locked !== null) await ask(statement`${byId} ${locked} for no key update`);
}

/** Locks a contact whose holdings are about to be read. Throws `ContactFirst` where it is too late. */
export async function lockContact(verb: Verb, contactId: string, lock: ContactLock): Promise<void> {
  if (lock.locked === contactId) return;
  if (!lock.mayLock) throw new ContactFirst(contactId);
  await verb.ask(statement`${byId} ${contactId} for no key update`);
}
