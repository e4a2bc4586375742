import { sql } from 'kysely';
import type { AccessFacts } from '../rules/contacts/contact-access.ts';
import type { Database } from './database.ts';
import type { Queries } from './schema.ts';

/** Doors through the wall for contacts who come into their own space: what they show names the institution. */

/** Whom a contact number and an e-mail address stand for together; seldom more than one. */
export async function accessCandidates(db: Queries, number: number, email: string): Promise<AccessFacts[]> {
  const { rows } = await sql<{ facts: AccessFacts }>`
    select contact_access_candidates(${number}::int, ${email}) as facts`.execute(db);
  return rows.map(({ facts }) => facts);
}

/** A one-time link that there is, used or not. */
export interface AccessLinkPlace {
  id: string;
  institution_id: string;
}

/** Where the token of a link leads, by its hash. */
export async function accessLinkPlace(database: Database, hash: string): Promise<AccessLinkPlace | null> {
  const { rows } =
    await sql<AccessLinkPlace>`select id, institution_id from contact_access_place(${hash})`.execute(
      database.queries(),
    );
  return rows[0] ?? null;
}

/** Everything the access of a link depends on, as it is now. */
export async function readAccessFacts(
  database: Database,
  { id, institution_id }: AccessLinkPlace,
): Promise<AccessFacts | null> {
  return database.read(institution_id, async (db) => {
    const { rows } = await sql<{ facts: AccessFacts | null }>`
      select contact_access_facts(contact_id, relay_id) as facts from contact_access where id = ${id}`.execute(
      db,
    );
    return rows[0]?.facts ?? null;
  });
}

/** A session that has not grown too old, with what its access depends on. */
export interface ContactSessionFacts extends AccessFacts {
  sessionId: string;
  emailHash: string;
  expiresAt: string;
}

/** The session of a cookie's secret, by its hash. */
export async function contactSession(database: Database, hash: string): Promise<ContactSessionFacts | null> {
  const { rows } = await sql<{ facts: ContactSessionFacts | null }>`
    select contact_session_facts(${hash}) as facts`.execute(database.queries());
  return rows[0]?.facts ?? null;
}
