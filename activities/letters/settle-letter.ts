import { sql } from 'kysely';
import { isAccessSnapshot } from '../../rules/letters/access-letter.ts';
import { runVerb, type Verb, type VerbCaller } from '../verb.ts';
import { bringForward } from './bring-forward.ts';

/** How an attempt ended: accepted by the mail server, refused for good, or to be tried again. */
export type Settlement =
  | { state: 'sent' }
  | { state: 'failed'; failure: string }
  /** `owed`: no server can have kept it, so it may still be superseded. `sending`: one may have. */
  | { state: 'owed' | 'sending'; failure: string };

/**
 * Writes down how an attempt to send a letter ended. What was sent was sent, whatever was decided meanwhile; a letter
 * that is no longer being sent keeps its state otherwise. Sent and failed letters get their history (verb `send`). Due
 * dates that a sent letter brings forward count from now on.
 */
export async function settleLetter(
  caller: VerbCaller,
  input: { letterId: string; settlement: Settlement },
): Promise<void> {
  const { letterId, settlement } = input;
  await runVerb(caller, 'send', input, async (verb) => {
    if (settlement.state === 'sent') await toldMove(verb, letterId);
    const row = await verb.db
      .selectFrom('letter')
      .select(['state', 'kind', 'organisation_id', 'message_id'])
      .where('id', '=', letterId)
      .forUpdate()
      .executeTakeFirst();
    if (row === undefined) return;
    const open = row.state === 'owed' || row.state === 'sending';
    if (row.state === 'sent' || row.state === 'bounced' || (settlement.state !== 'sent' && !open)) return;
    const failure = settlement.state === 'sent' ? null : settlement.failure;
    await verb.db
      .updateTable('letter')
      .set({
        state: settlement.state,
        failure,
        ...(settlement.state === 'sent' ? { sent_at: verb.now } : {}),
        version: sql`version + 1`,
      })
      .where('id', '=', letterId)
      .execute();
    if (settlement.state !== 'sent' && settlement.state !== 'failed') return;
    if (row.kind === 'access') await closeAccess(verb, letterId);
    verb.record({
      verb: 'send',
      subjectType: 'letter',
      subjectId: letterId,
      organisationId: row.organisation_id,
      before: { state: row.state },
      after: { state: settlement.state, messageId: row.message_id },
      reason: failure,
    });
  });
}

/** The option is locked before its letter, as everywhere. */
async function toldMove(verb: Verb, letterId: string): Promise<void> {
  const letter = await verb.db
    .selectFrom('letter')
    .select(['state', 'option_id', 'snapshot'])
    .where('id', '=', letterId)
    .where('kind', '=', 'performance-moved')
    .where('state', '<>', 'sent')
    .executeTakeFirst();
  if (letter?.option_id == null || isAccessSnapshot(letter.snapshot) || !letter.snapshot.moved) return;
  const { moved, performance } = letter.snapshot;
  await bringForward(verb, {
    optionId: letter.option_id,
    startsAt: moved.firstStartsAt ?? performance.startsAt,
    moved,
  });
}

/** A one-time link is for its reader's mailbox: what is kept of its letter opens nothing. */
async function closeAccess(verb: Verb, letterId: string): Promise<void> {
  await verb.db.deleteFrom('letter_content').where('letter_id', '=', letterId).execute();
  await verb.db
    .updateTable('letter')
    .set({ snapshot: sql`jsonb_set(snapshot, '{access,link}', 'null')` })
    .where('id', '=', letterId)
    .execute();
}
