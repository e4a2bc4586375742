import { sql } from 'kysely';
import type { Database } from '../../database/database.ts';
import type { Locale } from '../../rules/messages/locale.ts';

/** The operator behind a session, as the database knows them now. */
export interface SessionOperator {
  id: string;
  name: string;
  email: string;
  locale: Locale;
  demo: boolean;
  disabled: boolean;
  /** Fingerprint of the present password. */
  credentials: string;
  institution_id: string;
  institution_name: string;
  institution_demo: boolean;
  organisations: { id: string; code: string; name: string; rights: string[] }[];
}

/** Asks in one question who an operator is and what they may do where; null when they are gone. */
export async function sessionOperator(
  database: Database,
  operatorId: string,
): Promise<SessionOperator | null> {
  const found = await sql<SessionOperator>`select * from session_operator(${operatorId}::uuid)`.execute(
    database.queries(),
  );
  return found.rows[0] ?? null;
}
