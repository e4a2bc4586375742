import { confirmationDueAt, duePlan, nextActionAt } from '../../rules/options/deadlines.ts';
import { retractLetter } from '../letters/retract-letter.ts';
import { lockWithOrder, type OrderRow } from '../orders/lock-with-order.ts';
import { takeOffOrder } from '../orders/take-off-order.ts';
import { runVerb, type Verb, type VerbCaller } from '../verb.ts';

import { type Decided, decideOption, writeDecision } from './decide-option.ts';
import type { OptionVerbInput } from './locked-option.ts';
import type { OptionAnswer } from './option-answer.ts';
import { moveClaims } from './option-lines.ts';
import { heldFacts } from './products/held-facts.ts';
import { refusalEnd } from './refusal-end.ts';

/**
 * Cancels the validation of an option (verb `cancel-confirmation`). A confirmed option is placed again: its operations
 * come off the order, its seats stay held, no rule is asked. A declined one is a pending refusal again. The letter that
 * said otherwise is superseded, or corrected when it has left.
 * @throws Problem `option.state` | `performance.past` (declined, after the performance).
 */
export async function cancelConfirmation(caller: VerbCaller, input: OptionVerbInput): Promise<OptionAnswer> {
  return runVerb(caller, 'cancel-confirmation', input, async (verb) => {
    const order = await lockWithOrder(verb, input.optionId);
    const decided = await decideOption(verb, 'cancel-confirmation', input);
    return decided.option.state === 'declined'
      ? reopenRefusal(verb, decided, input)
      : placeAgain(verb, decided, order, input);
  });
}

async function placeAgain(
  verb: Verb,
  decided: Decided,
  order: OrderRow | null,
  input: OptionVerbInput,
): Promise<OptionAnswer> {
  const { option, lines } = decided;
  const due = await dueAgain(verb, decided);
  const granted = await moveClaims(verb, option.id, lines.granted, 'held');
  const { answer, historyId } = await writeDecision(
    verb,
    'cancel-confirmation',
    decided,
    { state: decided.to, order_id: null, decided_at: null, overdue_at: null, ...due },
    granted,
    input,
  );
  if (order !== null) await takeOffOrder(verb, order, option.id, lines.granted, historyId);
  await retractLetter(verb, option, historyId, input.reason ?? null);
  return answer;
}

/** It keeps its due date if that is ahead, else gets a new one (design section 4). */
async function dueAgain(verb: Verb, { option }: Decided) {
  const [facts] = await heldFacts(verb, option, []);
  const due = confirmationDueAt({
    placedAt: verb.now,
    performanceStartsAt: option.performance_starts_at,
    timeZone: facts.timeZone,
    daysAfterPlacement: facts.daysAfterPlacement,
    daysBeforePerformance: facts.daysBeforePerformance,
    profilePaymentDate: null,
    channelDirectDate: option.origin === 'direct' ? facts.directOptionDueAt : null,
    agreedAt: null,
    currentDueAt: option.confirmation_due_at,
    settings: facts.deadlines,
  });
  const isKept = due.rule === 'kept';
  const plan = isKept ? option.due_plan : duePlan(due, facts.deadlines, facts.timeZone, verb.now);
  const remindedAt = isKept ? option.reminded_at : null;
  const next = nextActionAt({
    state: 'placed',
    endPolicy: option.end_policy,
    confirmationDueAt: due.dueAt,
    overdueFlaggedAt: null,
    performanceStartsAt: option.performance_starts_at,
    graceHours: option.grace_hours,
    reminders: plan?.reminders ?? [],
    remindedAt,
    refusalDueAt: null,
    expiresAt: null,
  });
  return {
    confirmation_due_at: due.dueAt,
    confirmation_due_rule: isKept ? option.confirmation_due_rule : due.rule,
    due_plan: plan,
    reminded_at: remindedAt,
    next_action_at: next?.at ?? null,
  };
}

async function reopenRefusal(verb: Verb, decided: Decided, input: OptionVerbInput): Promise<OptionAnswer> {
  const { option, lines } = decided;
  const next_action_at = await refusalEnd(verb, decided);
  const changes = { state: decided.to, decided_at: verb.now, next_action_at };
  const { answer, historyId } = await writeDecision(
    verb,
    'cancel-confirmation',
    decided,
    changes,
    lines.granted,
    input,
  );
  await retractLetter(verb, option, historyId, input.reason ?? null);
  return answer;
}
