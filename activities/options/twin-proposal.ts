import type { OptionVerb } from '../../rules/options/life.ts';
import { proposedFor, type TwinProposal } from '../../rules/options/twins.ts';
import type { Verb } from '../verb.ts';
import type { OptionRow } from './locked-option.ts';
import type { OptionAnswer } from './option-answer.ts';

/** The twin of an option as it stands, with the verb proposed for it after `done`; asks nothing when there is none. */
export async function twinProposal(
  verb: Verb,
  option: Pick<OptionRow, 'twin_of'>,
  done: OptionVerb,
): Promise<TwinProposal | null> {
  if (option.twin_of === null) return null;
  const twin = await verb.db
    .selectFrom('seat_option')
    .select(['id', 'number', 'state', 'refused_from as refusedFrom'])
    .where('id', '=', option.twin_of)
    .executeTakeFirst();
  if (twin === undefined) return null;
  const { id, number, state } = twin;
  return { id, number, state, verb: proposedFor(twin, done) };
}

/** The product an option is on. */
export function productOf(
  option: Pick<OptionRow, 'product_id' | 'product_quantity'>,
): OptionAnswer['product'] {
  const { product_id: id, product_quantity: quantity } = option;
  return id === null || quantity === null ? null : { id, quantity };
}
