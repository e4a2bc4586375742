import { tellLapse } from '../letters/tell-option.ts';
import { lockWithOrder } from '../orders/lock-with-order.ts';
import { takeOffOrder } from '../orders/take-off-order.ts';
import { runVerb, type VerbCaller } from '../verb.ts';
import { decideOption, writeDecision } from './decide-option.ts';
import { giveBack, nothingHeld } from './give-back.ts';
import type { OptionVerbInput } from './locked-option.ts';
import type { OptionAnswer } from './option-answer.ts';
import { releaseLines, releaseReaches } from './release-lines.ts';

/** Which lines go; left out, all of them. */
export interface LapseInput extends OptionVerbInput {
  lineIds?: readonly string[] | null;
}

/**
 * Lets an option lapse by a person's decision (verb `lapse`): its seats go back and, when it was confirmed, its
 * operations are taken off the order. Time does the same through `meetOption`. Of some lines only these go, and the option stays
 * what it is, unless a part may not go alone: then all of it lapses.
 * @throws Problem `option.state`.
 */
export async function lapseOption(caller: VerbCaller, input: LapseInput): Promise<OptionAnswer> {
  return runVerb(caller, 'lapse', input, async (verb) => {
    const order = await lockWithOrder(verb, input.optionId);
    const decided = await decideOption(verb, 'lapse', input);
    const { option, lines } = decided;
    const lineIds = input.lineIds ?? null;
    const reaches = await releaseReaches(verb, decided, order, lineIds);
    if (lineIds !== null && reaches.scope === 'part')
      return releaseLines(verb, decided, order, input, lineIds);
    const changes = { ...nothingHeld, state: decided.to, order_id: null, decided_at: verb.now };
    const granted = await giveBack(verb, decided);
    const { answer, historyId } = await writeDecision(verb, 'lapse', decided, changes, granted, input);
    if (order !== null) await takeOffOrder(verb, order, option.id, lines.granted, historyId);
    await tellLapse(verb, option, historyId, input.reason ?? null);
    return answer;
  });
}
