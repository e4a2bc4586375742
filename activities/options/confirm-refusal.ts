import { oweLetter } from '../letters/owe-letter.ts';
import { supersedeLetters } from '../letters/retract-letter.ts';
import { runVerb, type Verb, type VerbCaller } from '../verb.ts';
import { type Decided, decideOption, writeDecision } from './decide-option.ts';
import type { OptionVerbInput } from './locked-option.ts';
import type { OptionAnswer } from './option-answer.ts';

/**
 * Validates a pending refusal (verb `confirm-refusal`): the option is declined and the refusal letter owed, with the
 * motive when one is given for the contact. Time does the same through `meetOption`.
 * @throws Problem `option.state`.
 */
export async function confirmRefusal(caller: VerbCaller, input: OptionVerbInput): Promise<OptionAnswer> {
  return runVerb(caller, 'confirm-refusal', input, async (verb) =>
    declineOption(verb, await decideOption(verb, 'confirm-refusal', input), input),
  );
}

/** Declines a refused option and owes the letter that says so. */
export async function declineOption(
  verb: Verb,
  decided: Decided,
  input: Pick<OptionVerbInput, 'reason' | 'override'>,
): Promise<OptionAnswer> {
  const { option, lines } = decided;
  const changes = { state: decided.to, decided_at: verb.now };
  const { answer, historyId } = await writeDecision(
    verb,
    'confirm-refusal',
    decided,
    changes,
    lines.granted,
    input,
  );
  await supersedeLetters(verb, option.id, ['acknowledgement', 'placement', 'correction', 'confirmation']);
  await oweLetter(verb, {
    kind: 'refusal',
    optionId: option.id,
    orderId: null,
    causeHistoryId: historyId,
    reason: input.reason ?? null,
  });
  return answer;
}
