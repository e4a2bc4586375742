import { rightsFor } from '../../rules/options/allowed-actions.ts';
import { lifeRow } from '../../rules/options/life.ts';
import { tellLapse } from '../letters/tell-option.ts';
import { lockWithOrder } from '../orders/lock-with-order.ts';
import { takeOffOrder } from '../orders/take-off-order.ts';
import { Problem } from '../problem.ts';
import { runVerb, type Verb, type VerbCaller } from '../verb.ts';
import { type Decided, decideOption, writeDecision } from './decide-option.ts';
import { giveBack, nothingHeld } from './give-back.ts';
import { holdsRight, type OptionVerbInput } from './locked-option.ts';
import type { OptionAnswer } from './option-answer.ts';

/**
 * Cancels a validated or firm option (verb `cancel`): its seats go back, its operations come off the order, and its contact
 * is told that it is no longer valid. What is firm needs a right of its own and a motive; what is paid is cancelled through
 * its order only.
 * @throws Problem `option.state` | `request.forbidden` | `motive.required`.
 */
export async function cancelOption(caller: VerbCaller, input: OptionVerbInput): Promise<OptionAnswer> {
  return runVerb(caller, 'cancel', input, async (verb) => {
    const order = await lockWithOrder(verb, input.optionId);
    const decided = await decideOption(verb, 'cancel', input);
    assertMay(verb, decided, input);
    const { option, lines } = decided;
    const changes = { ...nothingHeld, state: decided.to, order_id: null, decided_at: verb.now };
    const granted = await giveBack(verb, decided);
    const { answer, historyId } = await writeDecision(verb, 'cancel', decided, changes, granted, input);
    if (order !== null) await takeOffOrder(verb, order, option.id, lines.granted, historyId);
    await tellLapse(verb, option, historyId, input.reason ?? null);
    return answer;
  });
}

function assertMay(verb: Verb, { option }: Decided, input: OptionVerbInput): void {
  const rights = rightsFor('cancel', option.state, option.kind);
  if (!rights.every((right) => holdsRight(verb, right, option.organisation_id)))
    throw new Problem('request.forbidden');
  if (lifeRow(option.state, 'cancel')?.needsReason && !input.reason) throw new Problem('motive.required');
}
