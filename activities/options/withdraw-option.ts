import { supersedeLetters } from '../letters/retract-letter.ts';
import { runVerb, type VerbCaller } from '../verb.ts';
import { decideOption, writeDecision } from './decide-option.ts';
import { giveBack, nothingHeld } from './give-back.ts';
import type { OptionVerbInput } from './locked-option.ts';
import type { OptionAnswer } from './option-answer.ts';

/**
 * Withdraws an option at the contact's wish (verb `withdraw`); its seats go back.
 * @throws Problem `option.state`.
 */
export async function withdrawOption(caller: VerbCaller, input: OptionVerbInput): Promise<OptionAnswer> {
  return runVerb(caller, 'withdraw', input, async (verb) => {
    const decided = await decideOption(verb, 'withdraw', input);
    const changes = { ...nothingHeld, state: decided.to, decided_at: verb.now };
    const granted = await giveBack(verb, decided);
    const { answer } = await writeDecision(verb, 'withdraw', decided, changes, granted, input);
    await supersedeLetters(verb, decided.option.id, ['acknowledgement', 'placement', 'waiting']);
    return answer;
  });
}
