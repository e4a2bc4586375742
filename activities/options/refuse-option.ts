import { supersedeLetters } from '../letters/retract-letter.ts';
import { runVerb, type VerbCaller } from '../verb.ts';
import { decideOption, writeDecision } from './decide-option.ts';
import { giveBack, nothingHeld } from './give-back.ts';
import type { OptionVerbInput } from './locked-option.ts';
import type { OptionAnswer } from './option-answer.ts';
import { refusalEnd } from './refusal-end.ts';

/**
 * Refuses an option, requested or placed (verb `refuse`). Its seats go back at once; the contact learns of it only when
 * the refusal is confirmed, by a person or by time, and until then it can be cancelled.
 * @throws Problem `option.state`.
 */
export async function refuseOption(caller: VerbCaller, input: OptionVerbInput): Promise<OptionAnswer> {
  return runVerb(caller, 'refuse', input, async (verb) => {
    const decided = await decideOption(verb, 'refuse', input);
    const { state } = decided.option;
    const changes = {
      ...nothingHeld,
      state: decided.to,
      refused_from: state === 'placed' ? ('placed' as const) : ('requested' as const),
      decided_at: verb.now,
      next_action_at: await refusalEnd(verb, decided),
    };
    const granted = await giveBack(verb, decided);
    const { answer } = await writeDecision(verb, 'refuse', decided, changes, granted, input);
    await supersedeLetters(verb, decided.option.id, ['placement']);
    return answer;
  });
}
