import { sql } from 'kysely';
import { operatorList } from '../../../database/read-models/operators.ts';
import { Problem } from '../../problem.ts';
import { lockRecord, scopeOf } from '../../records/write-record.ts';
import { runVerb, type Verb, type VerbCaller } from '../../verb.ts';
import { endSessionsOf } from '../end-sessions.ts';
import { keepRecoveryCodes, newRecoveryCodes } from './recovery-codes.ts';
import { readCode, takeCode } from './take-code.ts';
import type { Vault } from './vault.ts';

/** The caller shows a code of the factor they have: whoever found an open browser cannot. */
interface OwnCode {
  code: string;
  vault: Vault;
}

/**
 * Replaces the caller's recovery codes (verb `make-recovery-codes`); the new ones are shown this once.
 * @throws Problem `secondFactor.code`, `secondFactor.sealed`
 */
export async function makeRecoveryCodes(
  caller: VerbCaller,
  { code, vault }: OwnCode,
): Promise<{ recoveryCodes: string[] }> {
  const operatorId = caller.actor.id;
  const shown = await readCode(caller.database, { institutionId: caller.institutionId, operatorId }, code);
  const recovery = await newRecoveryCodes();
  await runVerb(caller, 'make-recovery-codes', {}, async (verb) => {
    await takeCode(verb, operatorId, shown, vault);
    await keepRecoveryCodes(verb, operatorId, recovery.hashes);
    verb.record({ verb: 'make-recovery-codes', subjectType: 'operator', subjectId: operatorId });
    return null;
  });
  return { recoveryCodes: recovery.shown };
}

/**
 * Takes the caller's second factor away (verb `remove-second-factor`).
 * @throws Problem `secondFactor.required` while a role of theirs asks for one, `secondFactor.code`,
 *   `secondFactor.sealed`
 */
export async function removeSecondFactor(caller: VerbCaller, { code, vault }: OwnCode): Promise<void> {
  const operatorId = caller.actor.id;
  const shown = await readCode(caller.database, { institutionId: caller.institutionId, operatorId }, code);
  await runVerb(caller, 'remove-second-factor', {}, async (verb) => {
    await takeCode(verb, operatorId, shown, vault);
    await forget(verb, operatorId);
    const { rows } = await sql<{ state: string }>`
      select operator_second_factor(${operatorId}::uuid) as state`.execute(verb.db);
    if (rows[0]?.state === 'required') throw new Problem('secondFactor.required');
    verb.record({ verb: 'remove-second-factor', subjectType: 'operator', subjectId: operatorId });
    return null;
  });
}

/**
 * Takes the second factor of an operator away who lost it (verb `reset-second-factor`), and ends their sessions.
 * @throws Problem `request.notFound` for an operator out of reach, `secondFactor.none`
 */
export async function resetSecondFactor(
  caller: VerbCaller,
  input: { operatorId: string; reason?: string | undefined },
): Promise<void> {
  const { operatorId, reason } = input;
  await runVerb(caller, 'reset-second-factor', input, async (verb) => {
    const sought = { id: operatorId, version: null };
    await lockRecord(verb, { table: 'operator', list: operatorList }, scopeOf(caller), sought);
    if (!(await forget(verb, operatorId))) throw new Problem('secondFactor.none');
    verb.record({
      verb: 'reset-second-factor',
      subjectType: 'operator',
      subjectId: operatorId,
      reason: reason ?? null,
    });
    await endSessionsOf(verb, { operatorId });
    return null;
  });
}

/** True when there was one. */
async function forget({ db }: Verb, operatorId: string): Promise<boolean> {
  await db.deleteFrom('recovery_code').where('operator_id', '=', operatorId).execute();
  const gone = await db
    .deleteFrom('second_factor')
    .where('operator_id', '=', operatorId)
    .returning('id')
    .executeTakeFirst();
  return gone !== undefined;
}
