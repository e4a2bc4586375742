import { sql } from 'kysely';
import type { LetterSnapshot } from '../../rules/letters/letter-snapshot.ts';
import { isSent } from '../../rules/letters/sent-kinds.ts';
import { processId } from '../../rules/processes.ts';
import { newId } from '../new-id.ts';
import type { Verb } from '../verb.ts';
import { type LetterSaying, readOptionsToTell, snapshotOf, type Telling } from './snapshot-of.ts';

/** A letter about to be owed because of one history row. */
export interface OwedLetter extends LetterSaying, Telling {
  causeHistoryId: string;
}

/**
 * Owes a letter: freezes what it says in this transaction and wakes its story. The number it takes orders letters for
 * the mail guard. A contact without e-mail is owed it all the same: it is made, shown as failed, and can be printed.
 * Nothing is owed of a kind the house does not send, nor to a contact who is not written to; answers whether it is.
 */
export async function oweLetter(verb: Verb, letter: OwedLetter): Promise<boolean> {
  return (await oweLetters(verb, [letter])) === 1;
}

/** The same for one letter each of many options, a portion of them in one statement; answers how many are owed. */
export async function oweLetters(verb: Verb, letters: readonly OwedLetter[]): Promise<number> {
  let owed = 0;
  for (let from = 0; from < letters.length; from += atOnce) {
    owed += await owePortion(verb, letters.slice(from, from + atOnce));
  }
  return owed;
}

const atOnce = 500;

async function owePortion(verb: Verb, letters: readonly OwedLetter[]): Promise<number> {
  const options = new Map((await readOptionsToTell(verb.db, letters)).map((row) => [row.optionId, row]));
  const rows = letters.flatMap((letter) => {
    const told = options.get(letter.optionId);
    if (told === undefined) throw new Error(`no option ${letter.optionId} to write about`);
    if (told.noLettersReason !== null || !isSent(letter.kind, told.letterKinds)) return [];
    return {
      id: newId(),
      institution_id: verb.institutionId,
      organisation_id: told.organisationId,
      cause_history_id: letter.causeHistoryId,
      kind: letter.kind,
      recipient: told.contact.email ?? '',
      contact_id: told.contactId,
      option_id: letter.optionId,
      order_id: letter.orderId,
      snapshot: sql<LetterSnapshot>`${JSON.stringify(snapshotOf(told, letter, verb.now))}::jsonb`,
      created_at: verb.now,
    };
  });
  if (rows.length === 0) return 0;
  await verb.db.insertInto('letter').values(rows).execute();
  for (const { id } of rows) verb.wake(processId.letter(id));
  return rows.length;
}
