import { contactSession } from '../../../database/contact-sessions.ts';
import type { Database } from '../../../database/database.ts';
import { tokenHash } from './token.ts';

/** Ends the session behind a cookie's secret; one that has ended stays so. */
export async function closeContactSession(database: Database, secret: string): Promise<void> {
  const found = await contactSession(database, tokenHash(secret));
  if (found === null) return;
  await database.read(found.institutionId, (db) =>
    db.deleteFrom('contact_session').where('id', '=', found.sessionId).execute(),
  );
}
