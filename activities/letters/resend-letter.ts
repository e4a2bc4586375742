import { processId } from '../../rules/processes.ts';
import { inPerimeter } from '../options/locked-option.ts';
import { Problem } from '../problem.ts';
import { requireServed } from '../records/require-served.ts';
import { runVerb, type VerbCaller } from '../verb.ts';

/** What a letter's page shows after the verb. */
export interface ResentLetter {
  id: string;
  state: 'owed';
  to: string;
  version: number;
}

/**
 * Has a failed or bounced letter sent again (verb `resend`): the same letter under the same Message-ID. It goes to the
 * address the contact has now; when that is another one the letter is made anew for it, since no server has kept it.
 * @throws Problem `request.notFound` | `record.version` | `letter.state`.
 */
export async function resendLetter(
  caller: VerbCaller,
  input: { letterId: string; version?: number | null; reason?: string | null },
): Promise<ResentLetter> {
  return runVerb(caller, 'resend', input, async (verb) => {
    const letter = await verb.db
      .selectFrom('letter')
      .innerJoin('contact', 'contact.id', 'letter.contact_id')
      .selectAll('letter')
      .select('contact.email')
      .where('letter.id', '=', input.letterId)
      .forUpdate('letter')
      .executeTakeFirst();
    if (letter === undefined || !inPerimeter(verb, letter.organisation_id))
      throw new Problem('request.notFound');
    await requireServed(verb, 'letter', [letter.id]);
    if (typeof input.version === 'number' && input.version !== letter.version)
      throw new Problem('record.version');
    // a one-time link is not sent again: its contact is sent a new one
    if (letter.kind === 'access' || (letter.state !== 'failed' && letter.state !== 'bounced'))
      throw new Problem('letter.state');
    const to = letter.email ?? letter.recipient;
    if (to !== letter.recipient) {
      await verb.db.deleteFrom('letter_content').where('letter_id', '=', letter.id).execute();
    }
    const version = letter.version + 1;
    await verb.db
      .updateTable('letter')
      .set({ state: 'owed', recipient: to, failure: null, version })
      .where('id', '=', letter.id)
      .execute();
    verb.record({
      verb: 'resend',
      subjectType: 'letter',
      subjectId: letter.id,
      organisationId: letter.organisation_id,
      before: { state: letter.state, to: letter.recipient },
      after: { state: 'owed', to },
      reason: input.reason ?? null,
    });
    verb.wake(processId.letter(letter.id));
    return { id: letter.id, state: 'owed', to, version };
  });
}
