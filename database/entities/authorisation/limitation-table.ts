import { defineEntity, p } from '@mikro-orm/core';
import { ProductFamily } from '../catalogue/product-family.ts';
import { code, id, name, version } from '../columns.ts';
import { Institution } from '../organisation/institution.ts';
import { Organisation } from '../organisation/organisation.ts';

/**
 * How many places of a product family contacts of some collectivity types may have on option (French *table de
 * limitation d'option*). Each maximum is a number of places; without one there is no limit of that sort. Only a validated
 * table counts. What it covers stands in `limitation_cover`.
 */
export const LimitationTable = defineEntity({
  name: 'LimitationTable',
  tableName: 'limitation_table',
  uniques: [{ properties: ['organisation', 'code'] }],
  checks: [
    { name: 'limitation_table_state', expression: "state in ('draft', 'validated')" },
    {
      name: 'limitation_table_maxima',
      expression: 'least(maximum_per_option, maximum_per_performance, maximum_per_season) >= 0',
    },
  ],
  properties: {
    id: id(),
    institution: () => p.manyToOne(Institution),
    organisation: () => p.manyToOne(Organisation),
    code: code(),
    name: name(),
    family: () => p.manyToOne(ProductFamily),
    maximumPerOption: p.integer().nullable(),
    maximumPerPerformance: p.integer().nullable(),
    maximumPerSeason: p.integer().nullable(),
    state: p.text().$type<'draft' | 'validated'>().default('draft'),
    version: version(),
  },
});
