import { sql } from 'kysely';
import type { Database } from '../../database/database.ts';

/** The accounts of the demo, for its sign-in page; never a password. */
export async function demoAccounts(database: Database): Promise<{ email: string; role: string }[]> {
  const found = await sql<{ email: string; role: string }>`select email, role from demo_accounts()`.execute(
    database.queries(),
  );
  return found.rows;
}
