import type { Verb } from '../verb.ts';
import type { Decided, OptionChanges } from './decide-option.ts';
import { type GrantedPlaces, moveClaims } from './option-lines.ts';

/** What every verb that gives the seats back writes on the option. */
export const nothingHeld = {
  placed_quantity: 0,
  overdue_at: null,
  next_action_at: null,
} satisfies Partial<OptionChanges>;

/** Gives back every place an option holds; what had been granted is kept, released. No rule is asked. */
export async function giveBack(verb: Verb, { option, lines }: Decided): Promise<GrantedPlaces[]> {
  return moveClaims(verb, option.id, lines.granted, 'released');
}
