import { lockWithOrder } from '../orders/lock-with-order.ts';
import { runVerb, type VerbCaller } from '../verb.ts';
import { decideOption, writeDecision } from './decide-option.ts';
import type { OptionVerbInput } from './locked-option.ts';
import type { OptionAnswer } from './option-answer.ts';

/**
 * Makes a validated option firm (verb `firm`, French *pose ferme*): it is not modified any more and time does not release
 * it; its order goes on being looked after.
 * @throws Problem `option.state`.
 */
export async function firmOption(caller: VerbCaller, input: OptionVerbInput): Promise<OptionAnswer> {
  return runVerb(caller, 'firm', input, async (verb) => {
    const order = await lockWithOrder(verb, input.optionId);
    const decided = await decideOption(verb, 'firm', input);
    const paymentDueAt = order?.payment_due_at ?? null;
    const changes = { state: decided.to };
    const { granted } = decided.lines;
    return (await writeDecision(verb, 'firm', decided, changes, granted, input, { paymentDueAt })).answer;
  });
}
