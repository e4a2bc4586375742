import { accessLinkPlace, readAccessFacts } from '../../../database/contact-sessions.ts';
import type { Database } from '../../../database/database.ts';
import { accessFault, actsFor, contactSessionHours } from '../../../rules/contacts/contact-access.ts';
import type { Device } from '../../../rules/organisation/device.ts';
import { newId } from '../../new-id.ts';
import { Problem } from '../../problem.ts';
import { newRequestId, runVerb } from '../../verb.ts';
import { contactCaller } from './contact-caller.ts';
import { emailHash, newToken, tokenHash } from './token.ts';

/**
 * Opens the session of whoever shows the token of a one-time link (verb `sign-in` of a `contact`): once, within its time,
 * and only while nothing stands against the access. Answers the secret for the browser's cookie.
 * @throws Problem `access.link` for a token that is unknown, used, too old, or no longer for anybody.
 */
export async function openContactSession(
  database: Database,
  { token, device }: { token: string; device: Device },
): Promise<string> {
  const link = await accessLinkPlace(database, tokenHash(token));
  const facts = link && (await readAccessFacts(database, link));
  if (!link || !facts || accessFault(facts) !== null) throw new Problem('access.link');
  const secret = newToken();
  const caller = contactCaller(database, facts, newRequestId());
  await runVerb(caller, 'sign-in', { linkId: link.id }, async (verb) => {
    const { db, now } = verb;
    const used = await db
      .updateTable('contact_access')
      .set({ used_at: now })
      .where('id', '=', link.id)
      .where('used_at', 'is', null)
      .where('expires_at', '>', now)
      .returning(['contact_id', 'relay_id'])
      .executeTakeFirst();
    if (used === undefined) throw new Problem('access.link');
    await db
      .insertInto('contact_session')
      .values({
        id: newId(),
        institution_id: verb.institutionId,
        contact_id: used.contact_id,
        relay_id: used.relay_id,
        token_hash: tokenHash(secret),
        email_hash: emailHash(actsFor(facts).email),
        opened_at: now,
        expires_at: new Date(Date.parse(now) + contactSessionHours * 3_600_000).toISOString(),
      })
      .execute();
    verb.record({
      verb: 'sign-in',
      subjectType: 'contact',
      subjectId: facts.holder.id,
      after: { device, relayId: facts.relay?.id ?? null },
    });
    return null;
  });
  return secret;
}
