import { sql } from 'kysely';
import type { Database } from '../../database/database.ts';

/** Letters let out by one move of the mark. */
const BLOCK = 100;

/**
 * Moves the mark so that it covers a letter's block, and that of the last letter owed, and writes it down for good. The
 * guard is told afterwards, and only then letters leave: whatever dies in between, this database stays ahead of the
 * guard. Held mail does not move.
 */
export async function advanceMark(database: Database, letterNumber: number): Promise<void> {
  await database.transaction(async (db) => {
    await sql`set local synchronous_commit = on`.execute(db);
    await sql`
      update worker_mark set mail_mark = mail_mark + 1, mail_marked_at = now(),
        mail_mark_letter = greatest(mail_mark_letter, ${BLOCK}::int * ceil(
          greatest(${letterNumber}::int, coalesce(pg_sequence_last_value('letter_number'), 0) + 1)::numeric / ${BLOCK}::int)),
        database_identity = coalesce(database_identity, database_identity())
      where held_since is null`.execute(db);
  });
}
