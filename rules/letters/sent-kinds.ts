import type { LetterKind } from './letter-snapshot.ts';

/**
 * The kinds a house chooses to send or not. The others are sent whenever they are owed: they take back or change what a
 * contact relies on, or belong to a function that has a setting of its own (reminders to their ladder).
 */
export const chosenKinds = [
  'acknowledgement',
  'placement',
  'confirmation',
  'refusal',
  'lapse',
] as const satisfies readonly LetterKind[];
export type ChosenKind = (typeof chosenKinds)[number];

/** Whether a house that chose these kinds sends a letter of this one. */
export function isSent(kind: LetterKind, chosen: readonly string[]): boolean {
  return !chosenKinds.some((known) => known === kind) || chosen.includes(kind);
}
