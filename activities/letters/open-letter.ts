import { type Selectable, sql } from 'kysely';
import type { Queries, Schema } from '../../database/schema.ts';
import { isAccessSnapshot } from '../../rules/letters/access-letter.ts';
import { covers } from '../mail-guard/mail-gate.ts';
import { type MailMark, readMark } from '../mail-guard/mail-mark.ts';
import { runVerb, type VerbCaller } from '../verb.ts';
import { messageIdOf, type WrittenLetter } from './write-letter.ts';

/**
 * Whether a letter may be handed over now. `open`: it may, and its bytes are kept; `ours` when they are the ones handed
 * in. `unmarked`: the mail guard has to be told first. `notItsTurn`: an earlier letter of the same option goes before it.
 * `held`: all mail is. `settled`: not owed (any more). `changed`: it is for another recipient now. `expired`: what it opens
 * is closed by now.
 */
export type Opening =
  | { opening: 'open'; ours: boolean }
  | { opening: 'unmarked' | 'notItsTurn' | 'held' | 'settled' | 'changed' | 'expired' };

type LetterRow = Selectable<Schema['letter']>;

/**
 * The last look before a conversation, under the letter's lock: a superseded letter stops here. Keeps the letter's
 * bytes and its Message-ID, unless they are kept already, and says that it is being sent.
 */
export async function openLetter(
  caller: VerbCaller,
  letter: { letterId: string; recipient: string; written: WrittenLetter | null; host: string },
  known: MailMark | null,
): Promise<Opening> {
  const { letterId, recipient, written, host } = letter;
  return runVerb(caller, 'open-letter', { letterId }, async ({ db, now }): Promise<Opening> => {
    const row = await db
      .selectFrom('letter')
      .selectAll()
      .where('id', '=', letterId)
      .forUpdate()
      .executeTakeFirst();
    if (row?.state !== 'owed' && row?.state !== 'sending') return { opening: 'settled' };
    if (row.recipient !== recipient) return { opening: 'changed' };
    if (isAccessSnapshot(row.snapshot) && row.snapshot.access.expiresAt <= now) return { opening: 'expired' };
    const mark = await readMark(db);
    if (mark.heldSince !== null) return { opening: 'held' };
    if (!covers(known, mark, row.number)) return { opening: 'unmarked' };
    if (await followsAnother(db, row)) return { opening: 'notItsTurn' };
    const ours = written !== null && (await keep(db, row, written));
    await db
      .updateTable('letter')
      .set({
        state: 'sending',
        message_id: messageIdOf(letterId, host),
        ...(ours ? { subject: written.subject } : {}),
        version: sql`version + 1`,
      })
      .where('id', '=', letterId)
      .execute();
    return { opening: 'open', ours };
  });
}

/** Answers false when another attempt had kept its bytes before. */
async function keep(db: Queries, row: LetterRow, written: WrittenLetter): Promise<boolean> {
  const { html, message, document } = written;
  const kept = await db
    .insertInto('letter_content')
    .values({
      letter_id: row.id,
      at: row.created_at,
      institution_id: row.institution_id,
      html,
      message,
      document,
    })
    .onConflict((conflict) => conflict.columns(['letter_id', 'at']).doNothing())
    .executeTakeFirst();
  return kept.numInsertedOrUpdatedRows === 1n;
}

/** What an option's contact is told comes in the order in which it was decided. */
async function followsAnother(db: Queries, row: LetterRow): Promise<boolean> {
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
