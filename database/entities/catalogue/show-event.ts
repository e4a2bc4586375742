import { defineEntity, p } from '@mikro-orm/core';
import { code, id, name, names, version } from '../columns.ts';
import { Institution } from '../organisation/institution.ts';
import { Organisation } from '../organisation/organisation.ts';
import { ProductFamily } from './product-family.ts';
import { Season } from './season.ts';
import { SeasonActivity } from './season-activity.ts';

/**
 * A show of a season (French *manifestation*), played in one or more performances. Of kind `visit` its performances are the
 * slots of a product's visits; of kind `article` one performance stands for what there is of an article.
 */
export const ShowEvent = defineEntity({
  name: 'ShowEvent',
  tableName: 'show_event',
  uniques: [{ properties: ['organisation', 'code'] }, { properties: ['organisation', 'externalId'] }],
  checks: [{ name: 'show_event_kind', expression: "kind in ('show', 'visit', 'article')" }],
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
    kind: p.text().$type<'show' | 'visit' | 'article'>().default('show'),
    version: version(),
  },
});
