import { type Selectable, sql } from 'kysely';
import type { Queries, Schema } from '../../database/schema.ts';
import { covers } from '../mail-guard/mail-gate.ts';
import { type MailMark, readMark } from '../mail-guard/mail-mark.ts';
import { runVerb, type VerbCaller } from '../verb.ts';
import { messageIdOf, type WrittenLetter } from './write-letter.ts';

/**
 * Whether a letter may be handed over now. `open`: it may, its bytes are kept. `unmarked`: the mail guard has to be told
 * first. `notItsTurn`: an earlier letter of the same option goes before it. `held`: all mail is. `settled`: not owed (any more).
 */
export type Opening = 'open' | 'unmarked' | 'notItsTurn' | 'held' | 'settled';

/**
 * The last look before a conversation, under the letter's lock: a superseded letter stops here. Keeps the letter's
 * bytes and its Message-ID, unless they are kept already, and says that it is being sent.
 */
export async function openLetter(
  caller: VerbCaller,
  letter: { letterId: string; written: WrittenLetter | null; host: string },
  known: MailMark | null,
): Promise<Opening> {
  const { letterId, written, host } = letter;
  return runVerb(caller, 'open-letter', { letterId }, async ({ db, institutionId }) => {
    const row = await db
      .selectFrom('letter')
      .selectAll()
      .where('id', '=', letterId)
      .forUpdate()
      .executeTakeFirst();
    if (row?.state !== 'owed' && row?.state !== 'sending') return 'settled';
    const mark = await readMark(db);
    if (mark.heldSince !== null) return 'held';
    if (!covers(known, mark, row.number)) return 'unmarked';
    if (await followsAnother(db, row)) return 'notItsTurn';
    if (written !== null) {
      await db
        .insertInto('letter_content')
        .values({
          letter_id: letterId,
          at: row.created_at,
          institution_id: institutionId,
          html: written.html,
          message: written.message,
          document: written.document,
        })
        .onConflict((conflict) => conflict.columns(['letter_id', 'at']).doNothing())
        .execute();
    }
    await db
      .updateTable('letter')
      .set({
        state: 'sending',
        message_id: messageIdOf(letterId, host),
        ...(written === null ? {} : { subject: written.subject }),
        version: sql`version + 1`,
      })
      .where('id', '=', letterId)
      .execute();
    return 'open';
  });
}

/** What an option's contact is told comes in the order in which it was decided. */
async function followsAnother(db: Queries, row: Selectable<Schema['letter']>): Promise<boolean> {
  if (row.option_id === null) return false;
  const earlier = await db
    .selectFrom('letter')
    .select('id')
    .where('option_id', '=', row.option_id)
    .where('state', 'in', ['owed', 'sending'])
    .where('number', '<', row.number)
    .limit(1)
    .executeTakeFirst();
  return earlier !== undefined;
}
