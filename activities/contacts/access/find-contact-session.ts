import { contactSession } from '../../../database/contact-sessions.ts';
import type { Database } from '../../../database/database.ts';
import { type AccessFacts, accessFault, actsFor } from '../../../rules/contacts/contact-access.ts';
import { emailHash, tokenHash } from './token.ts';

/**
 * Who is behind a cookie's secret, as the database knows them now; null when the session has ended: signed out, too old,
 * written to at another address, no relay any more, a structure no longer accepted, or without a channel.
 */
export async function findContactSession(database: Database, secret: string): Promise<AccessFacts | null> {
  const found = await contactSession(database, tokenHash(secret));
  if (found === null || found.emailHash !== emailHash(actsFor(found).email)) return null;
  return accessFault(found) === null ? found : null;
}
