import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Database } from '../../database/database.ts';
import { passwordFits } from './password.ts';

/** An operator whose password was right, with the fingerprint of that password. */
export interface SignedInOperator {
  id: string;
  credentials: string;
}

/**
 * Who may come in with an e-mail and a password: null for a wrong one, an unknown or disabled operator, and a demo
 * account where the demo is off. All of them take the same time. Runs outside any institution: the e-mail names it.
 */
export async function signIn(
  database: Database,
  input: { email: string; password: string; demo: boolean },
): Promise<SignedInOperator | null> {
  const found = await sql<{ id: string; password_hash: string; demo: boolean; disabled: boolean }>`
    select id, password_hash, demo, disabled from sign_in_operator(${input.email})`.execute(
    database.queries(),
  );
  const operator = found.rows[0];
  const mayEnter = operator !== undefined && !operator.disabled && (input.demo || !operator.demo);
  const fits = await passwordFits(mayEnter ? operator.password_hash : null, input.password);
  return fits && operator !== undefined
    ? { id: operator.id, credentials: createHash('sha256').update(operator.password_hash).digest('hex') }
    : null;
}
