import type { ChosenKind } from '../../rules/letters/sent-kinds.ts';
import { holdsStock } from '../../rules/options/life.ts';
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
  await supersedeLetters(verb, option.id, ['acknowledgement', 'placement', 'waiting']);
  const owed = await oweLetter(verb, {
    kind: 'lapse',
    optionId: option.id,
    orderId: option.order_id,
    causeHistoryId,
    reason,
    lines: 'asked',
  });
  if (owed) await supersedeLetters(verb, option.id, ['confirmation', 'refusal', 'correction']);
  else if (holdsStock(option.state) === 'ordered') await retractLetter(verb, option, causeHistoryId, reason);
}

/** Tells a contact that their option is on the waiting list. What said less and has not left goes with it. */
export async function tellWaiting(verb: Verb, optionId: string, causeHistoryId: string): Promise<void> {
  await supersedeLetters(verb, optionId, ['acknowledgement', 'placement']);
  await oweLetter(verb, { kind: 'waiting', optionId, orderId: null, causeHistoryId, lines: 'asked' });
}

/**
 * Tells a contact that their lapsed option stands again: by the letter of its placement where the house chose to, else by
 * taking back what they were told of its end.
 */
export async function tellReinstated(
  verb: Verb,
  facts: { letterKinds: readonly ChosenKind[] },
  option: OptionRow,
  causeHistoryId: string,
  reason: string | null,
): Promise<void> {
  if (!facts.letterKinds.includes('placement')) {
    await retractLetter(verb, option, causeHistoryId, reason, ['confirmation', 'refusal', 'lapse']);
    return;
  }
  await supersedeLetters(verb, option.id, ['confirmation', 'lapse', 'correction']);
  await tellTaken(verb, 'placement', facts, { optionId: option.id, causeHistoryId });
}
