import { sql } from 'kysely';
import { bounceCause, deliveryReports, messagesOf } from '../../rules/letters/delivery-report.ts';
import { runVerb, type Verb, type VerbCaller } from '../verb.ts';
import { shortened } from './clean-text.ts';

/** What became of what was handed in: messages read, letters of this institution that came back, and the rest. */
export interface TakenBounces {
  messages: number;
  bounced: number;
  ignored: number;
}

/** The longest words of a server that are kept. */
const longestSaid = 500;

/**
 * Takes delivery status notifications in (RFC 3464; verb `bounce`): one message, or an mbox of several. A letter that
 * left and came back is `bounced`, with the reason; a delay, a letter that is not ours or was not sent, and whatever is
 * no notification are counted and change nothing.
 */
export async function takeBounces(caller: VerbCaller, input: { file: string }): Promise<TakenBounces> {
  return runVerb(caller, 'bounce', input, async (verb) => {
    const messages = messagesOf(input.file);
    const ids = new Set<string>();
    for (const message of messages) {
      for (const report of deliveryReports(message)) {
        if (report.action !== 'failed') continue;
        const said = report.said === null ? '' : shortened(report.said, longestSaid);
        const failure = `mail.bounced.${bounceCause(report)}: ${[report.status, said].filter(Boolean).join(' ')}`;
        const letterId = await bounce(verb, report.messageId, failure);
        if (letterId !== null) ids.add(letterId);
      }
    }
    return { messages: messages.length, bounced: ids.size, ignored: messages.length - ids.size };
  });
}

/** Answers the id of the letter that came back; null when none of ours did. */
async function bounce(verb: Verb, messageId: string, failure: string): Promise<string | null> {
  // a Message-ID names the letter: its index is the key
  const letterId = /^<([0-9a-f-]{36})@/.exec(messageId)?.[1];
  if (letterId === undefined) return null;
  const { rows } = await sql<{ id: string; organisationId: string }>`
    update letter set state = 'bounced', failure = ${failure}, version = version + 1
    where id = ${letterId}::uuid and message_id = ${messageId} and state in ('sending', 'sent')
    returning id, organisation_id as "organisationId"`.execute(verb.db);
  const [letter] = rows;
  if (letter === undefined) return null;
  verb.record({
    verb: 'bounce',
    subjectType: 'letter',
    subjectId: letter.id,
    organisationId: letter.organisationId,
    before: { state: 'sent' },
    after: { state: 'bounced', messageId },
    reason: failure,
  });
  return letter.id;
}
