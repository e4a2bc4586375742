import { supersedeLetters } from '../letters/retract-letter.ts';
import { runVerb, type VerbCaller } from '../verb.ts';
import { decideOption, writeDecision } from './decide-option.ts';
import type { OptionVerbInput } from './locked-option.ts';
import type { OptionAnswer } from './option-answer.ts';
import { refusalEnd } from './refusal-end.ts';

/**
 * Takes an option off the waiting list (verb `leave-waiting`, French *reprendre*): it is a pending refusal again, which a
 * person or time validates. A letter about the waiting list that has not left stays where it is.
 * @throws Problem `option.state`.
 */
export async function leaveWaiting(caller: VerbCaller, input: OptionVerbInput): Promise<OptionAnswer> {
  return runVerb(caller, 'leave-waiting', input, async (verb) => {
    const decided = await decideOption(verb, 'leave-waiting', input);
    const { option, lines } = decided;
    const changes = {
      state: decided.to,
      decided_at: verb.now,
      next_action_at: await refusalEnd(verb, decided),
    };
    const { answer } = await writeDecision(verb, 'leave-waiting', decided, changes, lines.granted, input);
    await supersedeLetters(verb, option.id, ['waiting']);
    return answer;
  });
}
