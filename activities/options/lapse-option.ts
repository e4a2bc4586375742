import { tellLapse } from '../letters/tell-option.ts';
import { lockWithOrder } from '../orders/lock-with-order.ts';
import { takeOffOrder } from '../orders/take-off-order.ts';
import { runVerb, type VerbCaller } from '../verb.ts';
import { decideOption, writeDecision } from './decide-option.ts';
import { giveBack, nothingHeld } from './give-back.ts';
import type { OptionVerbInput } from './locked-option.ts';
import type { OptionAnswer } from './option-answer.ts';

/**
 * Lets an option lapse by a person's decision (verb `lapse`): its seats go back and, when it was confirmed, its
 * operations are taken off the order. Time does the same through `meetOption`.
 * @throws Problem `option.state`.
 */
export async function lapseOption(caller: VerbCaller, input: OptionVerbInput): Promise<OptionAnswer> {
  return runVerb(caller, 'lapse', input, async (verb) => {
    const order = await lockWithOrder(verb, input.optionId);
    const decided = await decideOption(verb, 'lapse', input);
    const { option, lines } = decided;
    const changes = { ...nothingHeld, state: decided.to, order_id: null, decided_at: verb.now };
    const granted = await giveBack(verb, decided);
    const { answer, historyId } = await writeDecision(verb, 'lapse', decided, changes, granted, input);
    if (order !== null) await takeOffOrder(verb, order, option.id, lines.granted, historyId);
    await tellLapse(verb, option, historyId, input.reason ?? null);
    return answer;
  });
}
