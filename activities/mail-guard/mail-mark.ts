import { sql } from 'kysely';
import type { Queries } from '../../database/schema.ts';

/** How far letters were let out: the database, how often the mark moved, the highest letter number it covers. */
export interface MailMark {
  /** Which database this is; another cluster, another database or copied-back files give another one. */
  identity: string;
  /** Counts the moves; it only rises. */
  mark: number;
  letter: number;
}

/** Why all mail is held: files moved or copied back, older than the mail sent, another database, asked by a person. */
export type HeldReason = 'moved' | 'older' | 'other' | 'asked';

/** The mark as this database keeps it. `identity` is what the database is now, `accepted` what it was when accepted. */
export interface MarkRow extends MailMark {
  id: string;
  accepted: string | null;
  heldSince: string | null;
  heldReason: HeldReason | null;
  /** What the guard knew when mail was held. */
  knownIdentity: string | null;
  knownMark: number | null;
  knownLetter: number | null;
}

/** Reads the mark and asks the database who it is. */
export async function readMark(db: Queries): Promise<MarkRow> {
  return db
    .selectFrom('worker_mark')
    .select([
      'id',
      sql<string>`database_identity()`.as('identity'),
      'database_identity as accepted',
      'mail_mark as mark',
      'mail_mark_letter as letter',
      'held_since as heldSince',
      'held_reason as heldReason',
      'known_identity as knownIdentity',
      'known_mark as knownMark',
      'known_letter as knownLetter',
    ])
    .executeTakeFirstOrThrow();
}
