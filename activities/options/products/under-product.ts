import { tablesCovering } from '../../../rules/authorisation/limitations.ts';
import type { CatalogueFacts } from '../catalogue-facts.ts';

/** The product an option is on, as far as its settings go by it. */
export interface ProductScope {
  id: string;
  familyId: string;
}

/**
 * The settings of a performance as an option on a product meets them: the season's five parameters in place of the activity's,
 * tables of the product's family, profiles for products that name it, or none. Without a product they are what they are.
 */
export function underProduct<Facts extends CatalogueFacts>(
  facts: Facts,
  product: ProductScope | null,
): Facts & { product: ProductScope | null; productOptionsAllowed: boolean } {
  if (product === null) return { ...facts, product, productOptionsAllowed: true };
  const { allowed, deductsAvailability, daysAfterPlacement, daysBeforePerformance } = facts.productOptions;
  const { familyId } = product;
  return {
    ...facts,
    product,
    productOptionsAllowed: allowed,
    seatOptionsAllowed: true,
    deductsAvailability,
    daysAfterPlacement,
    daysBeforePerformance,
    familyId,
    limitationTables: tablesCovering(facts.allTables, { ...facts, familyId }),
    profiles: facts.productProfiles.filter(
      ({ productIds }) => productIds.length === 0 || productIds.includes(product.id),
    ),
  };
}
