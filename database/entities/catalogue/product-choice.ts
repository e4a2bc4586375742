import { defineEntity, p } from '@mikro-orm/core';
import { id } from '../columns.ts';
import { Institution } from '../organisation/institution.ts';
import { Performance } from './performance.ts';
import { ProductLine } from './product-line.ts';

/** A performance a line of a product may be had at; one of them is taken. */
export const ProductChoice = defineEntity({
  name: 'ProductChoice',
  tableName: 'product_choice',
  uniques: [{ properties: ['line', 'performance'] }],
  properties: {
    id: id(),
    institution: () => p.manyToOne(Institution),
    line: () => p.manyToOne(ProductLine).deleteRule('cascade'),
    performance: () => p.manyToOne(Performance),
  },
});
