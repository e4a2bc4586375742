/**
 * The price of a line when nobody chose one (design section 9, `/place`): the line's own audience subcategory; else the
 * option default of the contact's audience category, which is the contact's own, else its collectivity type's, else the
 * channel's default for that kind of contact. The category is settled first: one without an option default, or a
 * subcategory without a price in the performance's grid, is 422 `price.missing`, never the next category's price.
 */

export type PriceChoiceInput = {
  seatCategoryId: string;
  /** The audience subcategory on the line, asked for or granted. */
  lineSubcategoryId: string | null;
  contactCategoryId: string | null;
  collectivityTypeCategoryId: string | null;
  /** The channel's default category for this kind of contact (individual or structure). */
  channelCategoryId: string | null;
  /** The subcategory flagged as option default, one per audience category. */
  optionDefaults: readonly { categoryId: string; subcategoryId: string }[];
  /** The performance's price grid. */
  grid: readonly { seatCategoryId: string; subcategoryId: string; priceCents: number }[];
};

/** Where the price came from. */
export type PriceSource = 'line' | 'contact' | 'collectivity-type' | 'channel';

export type PriceChoice = { subcategoryId: string; priceCents: number; source: PriceSource };

/** The price and where it came from, or `price.missing`. */
export function choosePrice(input: PriceChoiceInput): PriceChoice | 'price.missing' {
  const wanted = wantedSubcategory(input);
  if (wanted === null) return 'price.missing';
  const cell = input.grid.find(
    (price) => price.seatCategoryId === input.seatCategoryId && price.subcategoryId === wanted.subcategoryId,
  );
  return cell === undefined ? 'price.missing' : { ...wanted, priceCents: cell.priceCents };
}

function wantedSubcategory(input: PriceChoiceInput): { subcategoryId: string; source: PriceSource } | null {
  if (input.lineSubcategoryId !== null) return { subcategoryId: input.lineSubcategoryId, source: 'line' };
  const category = audienceCategory(input);
  if (category === null) return null;
  const found = input.optionDefaults.find((candidate) => candidate.categoryId === category.id);
  return found === undefined ? null : { subcategoryId: found.subcategoryId, source: category.source };
}

function audienceCategory(input: PriceChoiceInput): { id: string; source: PriceSource } | null {
  if (input.contactCategoryId !== null) return { id: input.contactCategoryId, source: 'contact' };
  if (input.collectivityTypeCategoryId !== null) {
    return { id: input.collectivityTypeCategoryId, source: 'collectivity-type' };
  }
  return input.channelCategoryId === null ? null : { id: input.channelCategoryId, source: 'channel' };
}
