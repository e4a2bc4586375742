import { defineEntity, p } from '@mikro-orm/core';
import type { ProductKind } from '../../../rules/catalogue/product-kinds.ts';
import { code, id, name, names, version } from '../columns.ts';
import { Institution } from '../organisation/institution.ts';
import { Organisation } from '../organisation/organisation.ts';
import { Contingent } from '../stock/contingent.ts';
import { ProductFamily } from './product-family.ts';
import { Season } from './season.ts';
import { ShowEvent } from './show-event.ts';

/**
 * A product of a family that is no single entry. Visits, articles and services are counted by themselves: their slots are
 * performances of `event`, drawn from `contingent`. Season tickets and packages are made of lines only.
 */
export const Product = defineEntity({
  name: 'Product',
  tableName: 'product',
  uniques: [{ properties: ['organisation', 'code'] }],
  indexes: [{ properties: ['season'] }],
  checks: [
    {
      name: 'product_kind',
      expression: "kind in ('season-ticket', 'package', 'article', 'service', 'visit')",
    },
  ],
  properties: {
    id: id(),
    institution: () => p.manyToOne(Institution),
    organisation: () => p.manyToOne(Organisation),
    season: () => p.manyToOne(Season),
    family: () => p.manyToOne(ProductFamily),
    kind: p.text().$type<ProductKind>(),
    code: code(),
    name: name(),
    names: names(),
    active: p.boolean().default(true),
    event: () => p.manyToOne(ShowEvent).nullable().deleteRule('no action'),
    contingent: () => p.manyToOne(Contingent).nullable().deleteRule('no action'),
    version: version(),
  },
});
