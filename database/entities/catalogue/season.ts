import { defineEntity, p } from '@mikro-orm/core';
import { code, day, id, name, names, version } from '../columns.ts';
import { Institution } from '../organisation/institution.ts';
import { Organisation } from '../organisation/organisation.ts';

/** A season of an organisation. Its product-option parameters arrive with product options. */
export const Season = defineEntity({
  name: 'Season',
  tableName: 'season',
  uniques: [{ properties: ['organisation', 'code'] }],
  checks: [{ name: 'season_days', expression: 'starts_on <= ends_on' }],
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
    version: version(),
  },
});
