import { sql } from 'kysely';
import type { Database } from './database.ts';

/** Figures of the whole installation, over all institutions: for monitors, never for people. */
export interface SystemFigures {
  /** Wake-ups written by verbs and not yet delivered. */
  outboxJobs: number;
  outboxOldestSeconds: number;
  /** Since when all mail is held; null when it is not. */
  mailHeldSince: string | null;
  /** Letters owed, being sent, failed and bounced. */
  letters: Readonly<Record<string, number>>;
  /** The last recounts of whole institutions: differences, rows over their limit, age of the oldest (null: none yet). */
  stock: Readonly<{ drift: number; overLimit: number; checkAgeSeconds: number | null }>;
}

/** Asks for the figures in one question; fails when the database does not answer or is not migrated. */
export async function systemFigures(database: Database): Promise<SystemFigures> {
  const found = await sql<{ figures: SystemFigures }>`select system_figures() as figures`.execute(
    database.queries(),
  );
  const figures = found.rows[0]?.figures;
  if (figures === undefined) throw new Error('The database gave no figures.');
  return figures;
}
