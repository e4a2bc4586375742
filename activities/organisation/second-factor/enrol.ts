import { newId } from '../../new-id.ts';
import { Problem } from '../../problem.ts';
import { runVerb, type VerbCaller } from '../../verb.ts';
import { endSessionsOf } from '../end-sessions.ts';
import { enrolmentUri, newSecret, stepOfCode } from './one-time-code.ts';
import { keepRecoveryCodes, newRecoveryCodes } from './recovery-codes.ts';
import type { Vault } from './vault.ts';

/** What an authenticator is given, once. */
export interface Enrolment {
  /** In base 32, to type by hand. */
  secret: string;
  /** As the QR code says it. */
  uri: string;
}

/**
 * Begins the caller's enrolment with a new secret, in place of one that was never confirmed. The secret is no part of
 * the verb's answer, which is kept: the caller's key must be new for each call.
 * @throws Problem `secondFactor.enrolled`
 */
export async function beginEnrolment(
  caller: VerbCaller,
  { account, vault }: { account: string; vault: Vault },
): Promise<Enrolment> {
  const secret = newSecret();
  const operatorId = caller.actor.id;
  const sealed_secret = vault.seal(secret, operatorId);
  await runVerb(caller, 'begin-enrolment', {}, async ({ db, institutionId }) => {
    const row = { id: newId(), institution_id: institutionId, operator_id: operatorId, sealed_secret };
    const begun = await db
      .insertInto('second_factor')
      .values(row)
      .onConflict((conflict) =>
        conflict
          .column('operator_id')
          .doUpdateSet({ sealed_secret })
          .where('second_factor.confirmed_at', 'is', null),
      )
      .returning('id')
      .executeTakeFirst();
    if (begun === undefined) throw new Problem('secondFactor.enrolled');
    return null;
  });
  return { secret, uri: enrolmentUri(secret, account) };
}

/**
 * Ends the caller's enrolment by a code of the new authenticator (verb `enrol-second-factor`), and answers the recovery
 * codes, shown this once. Other sessions of the operator end: they were opened with less.
 * @throws Problem `secondFactor.none` when nothing was begun, `secondFactor.enrolled`, `secondFactor.code`,
 *   `secondFactor.sealed`
 */
export async function confirmEnrolment(
  caller: VerbCaller,
  { code, vault, exceptSid }: { code: string; vault: Vault; exceptSid: string },
): Promise<{ recoveryCodes: string[] }> {
  const operatorId = caller.actor.id;
  const recovery = await newRecoveryCodes();
  await runVerb(caller, 'enrol-second-factor', {}, async (verb) => {
    const factor = await verb.db
      .selectFrom('second_factor')
      .select(['id', 'sealed_secret', 'confirmed_at'])
      .where('operator_id', '=', operatorId)
      .forUpdate()
      .executeTakeFirst();
    if (factor === undefined) throw new Problem('secondFactor.none');
    if (factor.confirmed_at !== null) throw new Problem('secondFactor.enrolled');
    const secret = vault.open(factor.sealed_secret, operatorId);
    if (secret === null) throw new Problem('secondFactor.sealed');
    const step = stepOfCode(secret, code.replaceAll(/\s/g, ''), verb.now);
    if (step === null) throw new Problem('secondFactor.code');
    await verb.db
      .updateTable('second_factor')
      .set({ confirmed_at: verb.now, last_step: step })
      .where('id', '=', factor.id)
      .execute();
    await keepRecoveryCodes(verb, operatorId, recovery.hashes);
    verb.record({ verb: 'enrol-second-factor', subjectType: 'operator', subjectId: operatorId });
    await endSessionsOf(verb, { operatorId, exceptSid });
    return null;
  });
  return { recoveryCodes: recovery.shown };
}
