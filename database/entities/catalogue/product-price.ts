import { defineEntity, p } from '@mikro-orm/core';
import { cents, id } from '../columns.ts';
import { Institution } from '../organisation/institution.ts';
import { AudienceSubcategory } from './audience-subcategory.ts';
import { ProductLine } from './product-line.ts';

/** What one place of a product's line costs, by audience subcategory. */
export const ProductPrice = defineEntity({
  name: 'ProductPrice',
  tableName: 'product_price',
  uniques: [{ properties: ['line', 'audienceSubcategory'] }],
  checks: [{ name: 'product_price_cents', expression: 'price_cents >= 0' }],
  properties: {
    id: id(),
    institution: () => p.manyToOne(Institution),
    line: () => p.manyToOne(ProductLine).deleteRule('cascade'),
    audienceSubcategory: () => p.manyToOne(AudienceSubcategory),
    priceCents: cents(),
  },
});
