import { runVerb, type VerbCaller } from '../verb.ts';
import { contactFirst, lockTold } from './contact-lock.ts';
import { decideOption, writeDecision } from './decide-option.ts';
import type { OptionVerbInput } from './locked-option.ts';
import type { OptionAnswer } from './option-answer.ts';
import { withPlaced } from './option-lines.ts';
import { placeAgain } from './place-again.ts';
import { recordPlacement } from './place-option.ts';
import { requestEnd } from './request-end.ts';

/**
 * Cancels a pending refusal (verb `cancel-refusal`). A refused request is a request again; a refused placement is
 * placed again as it was, which is a placement: rules and stock are asked, and without seats it stays refused. So it does
 * when somebody else has a numbered seat it had.
 * @throws Problem `option.state` | `stock.insufficient` and those of a placement.
 */
export async function cancelRefusal(caller: VerbCaller, input: OptionVerbInput): Promise<OptionAnswer> {
  return contactFirst((lock) =>
    runVerb(caller, 'cancel-refusal', input, async (verb) => {
      await lockTold(verb.ask, lock);
      const decided = await decideOption(verb, 'cancel-refusal', input);
      const { option, lines } = decided;
      if (decided.to === 'requested') {
        const changes = {
          state: decided.to,
          refused_from: null,
          decided_at: null,
          next_action_at: await requestEnd(verb, option),
        };
        return (await writeDecision(verb, 'cancel-refusal', decided, changes, lines.granted, input)).answer;
      }
      const again = { option: { ...option, refused_from: null }, lines };
      const { answer, ruleVersion } = await placeAgain(verb, again, input, lock);
      recordPlacement(
        verb,
        option,
        'cancel-refusal',
        input,
        withPlaced(lines.lines, lines.granted),
        answer,
        ruleVersion,
      );
      return answer;
    }),
  );
}
