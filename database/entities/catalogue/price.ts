import { defineEntity, p } from '@mikro-orm/core';
import { cents, id, version } from '../columns.ts';
import { Institution } from '../organisation/institution.ts';
import { SeatCategory } from '../venues/seat-category.ts';
import { AudienceSubcategory } from './audience-subcategory.ts';
import { Performance } from './performance.ts';

/** One cell of a performance's price grid: seat category x audience subcategory, in cents. */
export const Price = defineEntity({
  name: 'Price',
  tableName: 'price',
  uniques: [{ properties: ['performance', 'seatCategory', 'audienceSubcategory'] }],
  checks: [{ name: 'price_cents', expression: 'price_cents >= 0' }],
  properties: {
    id: id(),
    institution: () => p.manyToOne(Institution),
    performance: () => p.manyToOne(Performance).deleteRule('cascade'),
    seatCategory: () => p.manyToOne(SeatCategory),
    audienceSubcategory: () => p.manyToOne(AudienceSubcategory),
    priceCents: cents(),
    version: version(),
  },
});
