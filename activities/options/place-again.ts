import type { Verb } from '../verb.ts';
import { asGranted } from './as-granted.ts';
import type { ContactLock } from './contact-lock.ts';
import type { Decided } from './decide-option.ts';
import type { OptionVerbInput } from './locked-option.ts';
import { type PerformanceFacts, performanceFacts } from './performance-facts.ts';
import { type PlacementResult, placeLines } from './place-lines.ts';
import { placeProduct } from './products/place-product.ts';
import { productFacts } from './products/product-facts.ts';
import { stillGranted } from './products/still-granted.ts';

/**
 * Places an option as it was before its places were given back: of a product all its lines, each where it was, as
 * far as they take place.
 * @throws Problem those of a placement.
 */
export async function placeAgain(
  verb: Verb,
  { option, lines }: Pick<Decided, 'option' | 'lines'>,
  input: Pick<OptionVerbInput, 'override'>,
  lock: ContactLock,
): Promise<PlacementResult & { facts: PerformanceFacts }> {
  const asker = {
    contactId: option.contact_id,
    structureId: option.structure_id,
    channelId: option.channel_id,
  };
  const placement = {
    option,
    lines,
    wishes: asGranted({ lines }),
    agreedAt: null,
    override: input.override ?? null,
    lock,
  };
  if (option.product_id !== null) {
    const product = await productFacts(verb, option.product_id);
    const wishes = await stillGranted(verb, product, lines.lines, placement.wishes);
    return placeProduct(verb, { ...placement, wishes, product, asker });
  }
  const facts = await performanceFacts(verb, { performanceId: option.performance_id, ...asker });
  return { ...(await placeLines(verb, { ...placement, facts, seats: null })), facts };
}
