import { defineEntity, p } from '@mikro-orm/core';
import { AudienceCategory } from '../catalogue/audience-category.ts';
import { ProductFamily } from '../catalogue/product-family.ts';
import { id } from '../columns.ts';
import { Institution } from './institution.ts';
import { Operator } from './operator.ts';

/** One audience category or one product family that an operator serves who does not serve them all. */
export const OperatorCover = defineEntity({
  name: 'OperatorCover',
  tableName: 'operator_cover',
  indexes: [{ properties: ['operator'] }],
  uniques: [{ properties: ['operator', 'audienceCategory'] }, { properties: ['operator', 'family'] }],
  checks: [{ name: 'operator_cover_one', expression: 'num_nonnulls(audience_category_id, family_id) = 1' }],
  properties: {
    id: id(),
    institution: () => p.manyToOne(Institution),
    operator: () => p.manyToOne(Operator).deleteRule('cascade'),
    audienceCategory: () => p.manyToOne(AudienceCategory).nullable().deleteRule('no action'),
    family: () => p.manyToOne(ProductFamily).nullable().deleteRule('no action'),
  },
});
