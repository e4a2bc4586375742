import type { Database } from '../../../database/database.ts';
import { Problem } from '../../problem.ts';
import type { Verb } from '../../verb.ts';
import { passwordFits } from '../password.ts';
import { stepOfCode } from './one-time-code.ts';
import { plainCode } from './recovery-codes.ts';
import type { Vault } from './vault.ts';

/** What somebody typed, found out about before the transaction in which it counts. */
export type ShownCode = { kind: 'code'; code: string } | { kind: 'recovery-code'; id: string | null };

/**
 * Looks at what was typed: six digits are a code of the authenticator, anything else is held against the recovery
 * codes, which takes its time and so is done outside any transaction.
 */
export async function readCode(
  database: Database,
  who: { institutionId: string; operatorId: string },
  typed: string,
): Promise<ShownCode> {
  const code = plainCode(typed);
  if (/^\d{6}$/.test(code)) return { kind: 'code', code };
  const kept = await database.read(who.institutionId, (db) =>
    db
      .selectFrom('recovery_code')
      .select(['id', 'code_hash'])
      .where('operator_id', '=', who.operatorId)
      .execute(),
  );
  for (const { id, code_hash } of kept) {
    if (await passwordFits(code_hash, code)) return { kind: 'recovery-code', id };
  }
  return { kind: 'recovery-code', id: null };
}

/**
 * Takes a code of the operator's second factor, once: the last step taken is kept under lock, so that of two who show
 * the same code one is refused; a recovery code goes with its use.
 * @throws Problem `secondFactor.code` for a wrong code or one that was taken before, `secondFactor.sealed` when the
 *   secret cannot be read under the installation's key.
 */
export async function takeCode(
  verb: Verb,
  operatorId: string,
  shown: ShownCode,
  vault: Vault,
): Promise<void> {
  const factor = await verb.db
    .selectFrom('second_factor')
    .select(['id', 'sealed_secret', 'confirmed_at', 'last_step'])
    .where('operator_id', '=', operatorId)
    .forUpdate()
    .executeTakeFirst();
  if (factor === undefined || factor.confirmed_at === null) throw new Problem('secondFactor.code');
  if (shown.kind === 'recovery-code') {
    const used = await verb.db
      .deleteFrom('recovery_code')
      .where('operator_id', '=', operatorId)
      .where('id', '=', shown.id)
      .returning('id')
      .executeTakeFirst();
    if (used === undefined) throw new Problem('secondFactor.code');
    return;
  }
  const secret = vault.open(factor.sealed_secret, operatorId);
  if (secret === null) throw new Problem('secondFactor.sealed');
  const step = stepOfCode(secret, shown.code, verb.now);
  if (step === null || step <= (factor.last_step ?? 0)) throw new Problem('secondFactor.code');
  await verb.db.updateTable('second_factor').set({ last_step: step }).where('id', '=', factor.id).execute();
}
