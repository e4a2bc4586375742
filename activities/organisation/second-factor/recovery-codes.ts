import { randomInt } from 'node:crypto';
import { newId } from '../../new-id.ts';
import type { Verb } from '../../verb.ts';
import { hashPassword } from '../password.ts';

const count = 10;
const length = 10;
/** No letter looks like another, nor like a digit. */
const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** Recovery codes as they are shown once, with what is kept of them. */
export interface RecoveryCodes {
  shown: string[];
  hashes: string[];
}

/** Ten new codes of 50 bits; kept under argon2id, as secrets that short must be (OWASP ASVS 5.0, 6.5.2). */
export async function newRecoveryCodes(): Promise<RecoveryCodes> {
  const codes = Array.from({ length: count }, () =>
    Array.from({ length }, () => letters.charAt(randomInt(letters.length))).join(''),
  );
  const hashes: string[] = [];
  for (const code of codes) hashes.push(await hashPassword(code));
  return { shown: codes.map((code) => `${code.slice(0, 5)}-${code.slice(5)}`), hashes };
}

/** As it was shown or typed, in one form. */
export function plainCode(typed: string): string {
  return typed.replaceAll(/[\s-]/g, '').toUpperCase();
}

/** Replaces whatever codes the operator had. */
export async function keepRecoveryCodes(verb: Verb, operatorId: string, hashes: string[]): Promise<void> {
  await verb.db.deleteFrom('recovery_code').where('operator_id', '=', operatorId).execute();
  await verb.db
    .insertInto('recovery_code')
    .values(
      hashes.map((code_hash) => ({
        id: newId(),
        institution_id: verb.institutionId,
        operator_id: operatorId,
        code_hash,
      })),
    )
    .execute();
}
