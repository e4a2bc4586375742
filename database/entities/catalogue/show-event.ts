import { defineEntity, p } from '@mikro-orm/core';
import { code, id, name, names, version } from '../columns.ts';
import { Institution } from '../organisation/institution.ts';
import { Organisation } from '../organisation/organisation.ts';
import { ProductFamily } from './product-family.ts';
import { Season } from './season.ts';
import { SeasonActivity } from './season-activity.ts';

/** A show of a season (French *manifestation*), played in one or more performances. */
export const ShowEvent = defineEntity({
  name: 'ShowEvent',
  tableName: 'show_event',
  uniques: [{ properties: ['organisation', 'code'] }, { properties: ['organisation', 'externalId'] }],
  indexes: [
    {
      name: 'show_event_name',
      expression: 'create index show_event_name on show_event (institution_id, name, id)',
    },
  ],
  properties: {
    id: id(),
    institution: () => p.manyToOne(Institution),
    organisation: () => p.manyToOne(Organisation),
    season: () => p.manyToOne(Season),
    activity: () => p.manyToOne(SeasonActivity),
    family: () => p.manyToOne(ProductFamily),
    code: code(),
    name: name(),
    names: names(),
    externalId: p.text().nullable(),
    version: version(),
  },
});
