import type { Database } from '../../database/database.ts';
import { readMark } from '../mail-guard/mail-mark.ts';

/**
 * Looks at a letter for its story: true while it waits to be sent and mail is not held (a release wakes it again).
 * A letter that does not exist is not owed.
 */
export async function observeLetter(
  database: Database,
  institutionId: string,
  letterId: string,
): Promise<{ owed: boolean }> {
  return database.read(institutionId, async (db) => {
    const letter = await db
      .selectFrom('letter')
      .select('state')
      .where('id', '=', letterId)
      .executeTakeFirst();
    if (letter?.state !== 'owed' && letter?.state !== 'sending') return { owed: false };
    const { heldSince } = await readMark(db);
    return { owed: heldSince === null };
  });
}
