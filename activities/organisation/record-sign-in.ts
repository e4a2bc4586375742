import type { Device } from '../../rules/organisation/device.ts';
import { runVerb, type VerbCaller } from '../verb.ts';

/** How somebody came in. */
export interface SignInFacts {
  method: 'password' | 'issuer';
  /** What they showed besides. */
  secondFactor: 'none' | 'code' | 'recovery-code' | 'issuer';
  device: Device;
}

/** Tells in history that the caller signed in (verb `sign-in`), and with what. */
export async function recordSignIn(caller: VerbCaller, facts: SignInFacts): Promise<void> {
  await runVerb(caller, 'sign-in', facts, async (verb) => {
    verb.record({ verb: 'sign-in', subjectType: 'operator', subjectId: caller.actor.id, after: facts });
    return null;
  });
}
