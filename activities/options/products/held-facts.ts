import type { Verb } from '../../verb.ts';
import type { OptionRow } from '../locked-option.ts';
import type { GrantedPlaces } from '../option-lines.ts';
import { type PerformanceFacts, performanceFacts } from '../performance-facts.ts';
import { productFacts } from './product-facts.ts';
import { factsOfLines } from './resolve-product.ts';

/**
 * The facts of what an option holds: of seats those of its performance; of a product those of every performance it has places
 * at, the earliest first, or of the one it stands for when none are told.
 */
export async function heldFacts(
  verb: Verb,
  option: OptionRow,
  granted: readonly GrantedPlaces[],
): Promise<[PerformanceFacts, ...PerformanceFacts[]]> {
  const { performance_id: performanceId, product_id: productId } = option;
  const asker = {
    contactId: option.contact_id,
    structureId: option.structure_id,
    channelId: option.channel_id,
  };
  if (productId === null) return [await performanceFacts(verb, { performanceId, ...asker })];
  const held = granted.filter(({ counter }) => counter !== 'released').map((places) => places.performanceId);
  const product = await productFacts(verb, productId);
  return factsOfLines(verb, asker, product, held.length === 0 ? [performanceId] : held);
}
