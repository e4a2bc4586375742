import type { ChosenKind } from '../../rules/letters/sent-kinds.ts';
import type { OptionRow } from '../options/locked-option.ts';
import type { Verb } from '../verb.ts';
import { oweLetter } from './owe-letter.ts';
import { retractLetter, supersedeLetters } from './retract-letter.ts';

/**
 * Tells a contact that their request has come in, or that their option is placed, where the house chose to. What said
 * less and has not left goes with it.
 */
export async function tellTaken(
  verb: Verb,
  kind: 'acknowledgement' | 'placement',
  { letterKinds }: { letterKinds: readonly ChosenKind[] },
  { optionId, causeHistoryId }: { optionId: string; causeHistoryId: string },
): Promise<void> {
  if (!letterKinds.includes(kind)) return;
  await supersedeLetters(verb, optionId, ['acknowledgement', 'placement']);
  await oweLetter(verb, {
    kind,
    optionId,
    orderId: null,
    causeHistoryId,
    lines: kind === 'acknowledgement' ? 'asked' : 'granted',
  });
}

/**
 * Tells a contact that their option is no longer valid, where the house chose to; else what they were told of a
 * confirmation is taken back by a correction. Nothing that asks for their answer leaves any more.
 */
export async function tellLapse(
  verb: Verb,
  option: OptionRow,
  causeHistoryId: string,
  reason: string | null,
): Promise<void> {
  await supersedeLetters(verb, option.id, ['acknowledgement', 'placement']);
  const owed = await oweLetter(verb, {
    kind: 'lapse',
    optionId: option.id,
    orderId: option.order_id,
    causeHistoryId,
    reason,
    lines: 'asked',
  });
  if (owed) await supersedeLetters(verb, option.id, ['confirmation', 'refusal', 'correction']);
  else if (option.state === 'confirmed') await retractLetter(verb, option, causeHistoryId, reason);
}
