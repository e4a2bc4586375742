import { defineEntity, p } from '@mikro-orm/core';
import { AudienceSubcategory } from '../catalogue/audience-subcategory.ts';
import { Performance } from '../catalogue/performance.ts';
import { ProductLine } from '../catalogue/product-line.ts';
import { id } from '../columns.ts';
import { Institution } from '../organisation/institution.ts';
import { SeatCategory } from '../venues/seat-category.ts';
import { SeatOption } from './seat-option.ts';

/**
 * What was asked for in one seat category. What was granted stands beside it in `claim`; placement never changes this. Of a
 * product it says by which of its lines.
 */
export const OptionLine = defineEntity({
  name: 'OptionLine',
  tableName: 'option_line',
  indexes: [
    { properties: ['option'] },
    {
      name: 'option_line_product_line',
      expression:
        'create index option_line_product_line on option_line (product_line_id) where product_line_id is not null',
    },
    {
      name: 'option_line_product_performance',
      expression:
        'create index option_line_product_performance on option_line (performance_id) where product_line_id is not null',
    },
  ],
  checks: [
    { name: 'option_line_quantity', expression: 'requested_quantity > 0' },
    { name: 'option_line_minimum', expression: 'minimum_quantity between 1 and requested_quantity' },
  ],
  properties: {
    id: id(),
    institution: () => p.manyToOne(Institution),
    option: () => p.manyToOne(SeatOption).deleteRule('cascade'),
    position: p.integer(),
    performance: () => p.manyToOne(Performance),
    seatCategory: () => p.manyToOne(SeatCategory),
    audienceSubcategory: () => p.manyToOne(AudienceSubcategory).nullable().deleteRule('no action'),
    requestedQuantity: p.integer(),
    minimumQuantity: p.integer().nullable(),
    productLine: () => p.manyToOne(ProductLine).nullable().deleteRule('no action'),
  },
});
