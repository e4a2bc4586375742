import { sql } from 'kysely';
import type { Database } from '../../database/database.ts';
import { institutionIds } from '../reconcile/reconcile.ts';
import { readMark } from './mail-mark.ts';

/** A letter that this database takes for owed, and that may have gone out before it was restored. */
export interface LetterInDoubt {
  id: string;
  number: number;
  kind: string;
  recipient: string;
  optionNumber: number | null;
  createdAt: string;
}

/**
 * The letters a person looks at before held mail is released: owed or being sent when mail was held, and within what
 * the guard knew to be let out. In the order of their numbers, over all institutions.
 */
export async function lettersInDoubt(
  database: Database,
): Promise<{ heldSince: string | null; letters: LetterInDoubt[] }> {
  const mark = await readMark(database.queries());
  const letters: LetterInDoubt[] = [];
  for (const institutionId of await institutionIds(database)) {
    const rows = await database.read(institutionId, (db) =>
      db
        .selectFrom('letter')
        .leftJoin('seat_option', 'seat_option.id', 'letter.option_id')
        .select([
          'letter.id',
          'letter.number',
          'letter.kind',
          'letter.recipient',
          'seat_option.number as optionNumber',
          'letter.created_at as createdAt',
        ])
        .where('letter.state', 'in', ['owed', 'sending'])
        .where('letter.created_at', '<=', sql<string>`coalesce(${mark.heldSince}::timestamptz, now())`)
        .where('letter.number', '<=', sql<number>`coalesce(${mark.knownLetter}::int, letter.number)`)
        .orderBy('letter.number')
        .execute(),
    );
    letters.push(...rows);
  }
  return { heldSince: mark.heldSince, letters: letters.sort((a, b) => a.number - b.number) };
}
