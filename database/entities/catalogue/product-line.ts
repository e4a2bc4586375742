import { defineEntity, p } from '@mikro-orm/core';
import type { LineRole, Rounding } from '../../../rules/catalogue/product-kinds.ts';
import { id, name } from '../columns.ts';
import { Institution } from '../organisation/institution.ts';
import { SeatCategory } from '../venues/seat-category.ts';
import { Product } from './product.ts';

/**
 * What a product is made of: so many places of a category per unit, at one of its choices. A companion comes once `per` so
 * many units. `own` is the line of what the product itself counts; `ofProduct` is another product that is counted, whose choices
 * the line shares.
 */
export const ProductLine = defineEntity({
  name: 'ProductLine',
  tableName: 'product_line',
  indexes: [{ properties: ['product'] }],
  checks: [
    { name: 'product_line_role', expression: "role in ('mandatory', 'optional', 'companion')" },
    { name: 'product_line_quantity', expression: 'quantity > 0' },
    {
      name: 'product_line_ratio',
      expression:
        "(role = 'companion') = (per is not null) and (role = 'companion') = (rounding is not null) and per > 0 and rounding in ('up', 'down')",
    },
  ],
  properties: {
    id: id(),
    institution: () => p.manyToOne(Institution),
    product: () => p.manyToOne(Product).deleteRule('cascade'),
    position: p.integer(),
    own: p.boolean().default(false),
    ofProduct: () => p.manyToOne(Product).nullable().deleteRule('no action'),
    name: name(),
    role: p.text().$type<LineRole>(),
    seatCategory: () => p.manyToOne(SeatCategory),
    quantity: p.integer().default(1),
    per: p.integer().nullable(),
    rounding: p.text().$type<Rounding>().nullable(),
  },
});
