import { runVerb, type VerbCaller } from '../../verb.ts';
import type { SignInFacts } from '../record-sign-in.ts';
import { readCode, takeCode } from './take-code.ts';
import type { Vault } from './vault.ts';

/**
 * Ends the sign-in of the caller by a code of their authenticator, or a recovery code (verb `sign-in`).
 * @throws Problem `secondFactor.code`, `secondFactor.sealed`
 */
export async function passSecondStep(
  caller: VerbCaller,
  { code, vault, ...facts }: Pick<SignInFacts, 'method' | 'device'> & { code: string; vault: Vault },
): Promise<void> {
  const operatorId = caller.actor.id;
  const shown = await readCode(caller.database, { institutionId: caller.institutionId, operatorId }, code);
  await runVerb(caller, 'second-step', {}, async (verb) => {
    await takeCode(verb, operatorId, shown, vault);
    const after: SignInFacts = { ...facts, secondFactor: shown.kind };
    verb.record({ verb: 'sign-in', subjectType: 'operator', subjectId: operatorId, after });
    return null;
  });
}
