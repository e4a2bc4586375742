import type { VerbCaller } from '../verb.ts';
import { settleLetter } from './settle-letter.ts';

/** Says that a letter could not be handed over in all the time it was given: it is shown as failed, and can be resent. */
export async function giveUpLetter(caller: VerbCaller, input: { letterId: string }): Promise<void> {
  const failure = 'mail.givenUp';
  await settleLetter(caller, { letterId: input.letterId, settlement: { state: 'failed', failure } });
}
