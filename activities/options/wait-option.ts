import { tellWaiting } from '../letters/tell-option.ts';
import { runVerb, type VerbCaller } from '../verb.ts';
import { decideOption, writeDecision } from './decide-option.ts';
import type { OptionVerbInput } from './locked-option.ts';
import type { OptionAnswer } from './option-answer.ts';
import { requestEnd } from './request-end.ts';

/**
 * Puts a refused option on the waiting list (verb `wait`), until places come back or its last performance starts. From now
 * on its contact may know: the letter that says so is owed.
 * @throws Problem `option.state`.
 */
export async function waitOption(caller: VerbCaller, input: OptionVerbInput): Promise<OptionAnswer> {
  return runVerb(caller, 'wait', input, async (verb) => {
    const decided = await decideOption(verb, 'wait', input);
    const { option, lines } = decided;
    const changes = {
      state: decided.to,
      decided_at: verb.now,
      next_action_at: await requestEnd(verb, option),
    };
    const { answer, historyId } = await writeDecision(verb, 'wait', decided, changes, lines.granted, input);
    await tellWaiting(verb, option.id, historyId);
    return answer;
  });
}
