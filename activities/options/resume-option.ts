import { lockWithOrder } from '../orders/lock-with-order.ts';
import { openBasket } from '../orders/resume-order.ts';
import { runVerb, type VerbCaller } from '../verb.ts';
import { answerOf, decideOption } from './decide-option.ts';
import type { OptionVerbInput } from './locked-option.ts';
import type { OptionAnswer } from './option-answer.ts';

/**
 * Takes up the order of an option again (verb `resume`): the order is loaded into a basket whole, and the option is resumed
 * once it is paid for there. Until then it is validated or firm as it was, and locked.
 * @throws Problem `request.notFound` | `record.version` | `option.state` | `order.inBasket` | `channel.none`.
 */
export async function resumeOption(caller: VerbCaller, input: OptionVerbInput): Promise<OptionAnswer> {
  return runVerb(caller, 'resume', input, async (verb) => {
    const order = await lockWithOrder(verb, input.optionId);
    const { option, lines, past } = await decideOption(verb, 'resume', input);
    if (order === null) throw new Error(`option ${option.number} is ${option.state} in no order`);
    const basket = await openBasket(verb, order, { reason: input.reason ?? null });
    return answerOf({ ...option, basket_id: basket.id }, lines, lines.granted, past, verb.now);
  });
}
