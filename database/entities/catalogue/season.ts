import { defineEntity, p } from '@mikro-orm/core';
import { code, day, id, name, names, version } from '../columns.ts';
import { Institution } from '../organisation/institution.ts';
import { Organisation } from '../organisation/organisation.ts';

/**
 * A season of an organisation, with the five parameters of its product options (seed 004 « Options produits autorisées »):
 * allowed, deducts availability, overbooking and its percentage, days after placement, days before the performance.
 */
export const Season = defineEntity({
  name: 'Season',
  tableName: 'season',
  uniques: [{ properties: ['organisation', 'code'] }],
  checks: [
    { name: 'season_days', expression: 'starts_on <= ends_on' },
    {
      name: 'season_product_overbooking_percent',
      expression: 'product_overbooking_percent between 0 and 100',
    },
    { name: 'season_product_days_after', expression: 'product_days_after_placement between 0 and 366' },
    { name: 'season_product_days_before', expression: 'product_days_before_performance between 0 and 366' },
  ],
  properties: {
    id: id(),
    institution: () => p.manyToOne(Institution),
    organisation: () => p.manyToOne(Organisation),
    code: code(),
    name: name(),
    names: names(),
    startsOn: day(),
    endsOn: day(),
    open: p.boolean().default(true),
    productOptionsAllowed: p.boolean().default(false),
    productDeductsAvailability: p.boolean().default(true),
    productOverbookingAllowed: p.boolean().default(false),
    productOverbookingPercent: p.integer().default(0),
    productDaysAfterPlacement: p.integer().nullable(),
    productDaysBeforePerformance: p.integer().nullable(),
    version: version(),
  },
});
