import { tellReinstated } from '../letters/tell-option.ts';
import { runVerb, type VerbCaller } from '../verb.ts';
import { contactFirst, lockTold } from './contact-lock.ts';
import { decideOption } from './decide-option.ts';
import type { OptionVerbInput } from './locked-option.ts';
import type { OptionAnswer } from './option-answer.ts';
import { withPlaced } from './option-lines.ts';
import { placeAgain } from './place-again.ts';
import { recordPlacement } from './place-option.ts';

/**
 * Reinstates an option that lapsed while it was placed or validated (verb `reinstate`, French *rétablir*): it is placed
 * again as it was, which is a placement: rules, limits and stock are asked, and without seats it stays lapsed.
 * @throws Problem `option.state` | `performance.past` | `stock.insufficient` and those of a placement.
 */
export async function reinstateOption(caller: VerbCaller, input: OptionVerbInput): Promise<OptionAnswer> {
  return contactFirst((lock) =>
    runVerb(caller, 'reinstate', input, async (verb) => {
      await lockTold(verb.ask, lock);
      const decided = await decideOption(verb, 'reinstate', input);
      const { option, lines } = decided;
      const { answer, ruleVersion, facts } = await placeAgain(verb, decided, input, lock);
      const before = withPlaced(lines.lines, lines.granted);
      const historyId = recordPlacement(verb, option, 'reinstate', input, before, answer, ruleVersion);
      await tellReinstated(verb, facts, option, historyId, input.reason ?? null);
      return answer;
    }),
  );
}
