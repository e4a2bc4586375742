import { supersedeLetters } from '../letters/retract-letter.ts';
import { runVerb, type Verb, type VerbCaller } from '../verb.ts';
import { type Decided, decideOption, writeDecision } from './decide-option.ts';
import type { OptionVerbInput } from './locked-option.ts';
import type { OptionAnswer } from './option-answer.ts';

/**
 * Records that the last performance of a request, or of a waiting option, has started (verb `expire`): the request lapses,
 * what was waiting is declined. Nobody is written to after the fact. Time does the same through `meetOption`.
 * @throws Problem `option.state` (also before the performance).
 */
export async function expireOption(caller: VerbCaller, input: OptionVerbInput): Promise<OptionAnswer> {
  return runVerb(caller, 'expire', input, async (verb) =>
    endOption(verb, await decideOption(verb, 'expire', input), input),
  );
}

/** Ends an option that can be granted nothing any more; letters about it that have not left are no longer true. */
export async function endOption(
  verb: Verb,
  decided: Decided,
  input: Pick<OptionVerbInput, 'reason' | 'override'>,
): Promise<OptionAnswer> {
  const changes = { state: decided.to, decided_at: verb.now };
  const { answer } = await writeDecision(verb, 'expire', decided, changes, decided.lines.granted, input);
  await supersedeLetters(verb, decided.option.id, ['acknowledgement', 'placement', 'waiting']);
  return answer;
}
