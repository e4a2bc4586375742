import { defineEntity, p } from '@mikro-orm/core';
import { code, id, name, names, version } from '../columns.ts';
import { Institution } from '../organisation/institution.ts';

/** A family of products: single entries, season tickets, packages, services, visits. */
export const ProductFamily = defineEntity({
  name: 'ProductFamily',
  tableName: 'product_family',
  uniques: [{ properties: ['institution', 'code'] }],
  properties: {
    id: id(),
    institution: () => p.manyToOne(Institution),
    code: code(),
    name: name(),
    names: names(),
    version: version(),
  },
});
