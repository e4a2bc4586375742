import { describe, expect, it } from '@jest/globals';
import { choosePrice, type PriceChoiceInput } from '../../../rules/prices/choose-price.ts';

/** Collectivité occasionnelle / Tarif option, as in the seed, beside schools and the public. */
const input: PriceChoiceInput = {
  seatCategoryId: 'cat1',
  lineSubcategoryId: null,
  contactCategoryId: null,
  collectivityTypeCategoryId: 'schools',
  channelCategoryId: 'public',
  optionDefaults: [
    { categoryId: 'collectivity', subcategoryId: 'tarif-option' },
    { categoryId: 'schools', subcategoryId: 'school-option' },
    { categoryId: 'public', subcategoryId: 'full' },
  ],
  grid: [
    { seatCategoryId: 'cat1', subcategoryId: 'tarif-option', priceCents: 2450 },
    { seatCategoryId: 'cat1', subcategoryId: 'school-option', priceCents: 900 },
    { seatCategoryId: 'cat1', subcategoryId: 'full', priceCents: 3500 },
    { seatCategoryId: 'cat1', subcategoryId: 'free', priceCents: 0 },
    { seatCategoryId: 'cat2', subcategoryId: 'tarif-option', priceCents: 1900 },
  ],
};

describe('the price of a line when nobody chose one', () => {
  it('is that of the subcategory on the line', () => {
    expect(choosePrice({ ...input, lineSubcategoryId: 'full' })).toEqual({
      subcategoryId: 'full',
      priceCents: 3500,
      source: 'line',
    });
  });

  it('else of the contact’s own audience category', () => {
    expect(choosePrice({ ...input, contactCategoryId: 'collectivity' })).toMatchObject({
      priceCents: 2450,
      source: 'contact',
    });
  });

  it('else of its collectivity type', () => {
    expect(choosePrice(input)).toMatchObject({ priceCents: 900, source: 'collectivity-type' });
  });

  it('else the channel’s default for that kind of contact', () => {
    expect(choosePrice({ ...input, collectivityTypeCategoryId: null })).toMatchObject({
      priceCents: 3500,
      source: 'channel',
    });
  });

  it('is looked up in the line’s own seat category', () => {
    expect(
      choosePrice({ ...input, seatCategoryId: 'cat2', contactCategoryId: 'collectivity' }),
    ).toMatchObject({
      priceCents: 1900,
    });
  });

  it('may be nothing at all', () => {
    expect(choosePrice({ ...input, lineSubcategoryId: 'free' })).toMatchObject({ priceCents: 0 });
  });

  it.each([
    ['the line’s subcategory is not in the grid', { lineSubcategoryId: 'senior' }],
    ['the category has no option default', { contactCategoryId: 'press' }],
    ['its price is not in the grid of this seat category', { seatCategoryId: 'cat2' }],
    ['there is no category at all', { collectivityTypeCategoryId: null, channelCategoryId: null }],
  ] as const)('is missing when %s, and nobody guesses', (_case, more) => {
    expect(choosePrice({ ...input, ...more })).toBe('price.missing');
  });
});
