import { defineEntity, p } from '@mikro-orm/core';
import { AudienceCategory } from '../catalogue/audience-category.ts';
import { code, id, name, names, version } from '../columns.ts';
import { Institution } from '../organisation/institution.ts';

/** A kind of collectivity, such as works council or school, with the audience category its options take. */
export const CollectivityType = defineEntity({
  name: 'CollectivityType',
  tableName: 'collectivity_type',
  uniques: [{ properties: ['institution', 'code'] }],
  properties: {
    id: id(),
    institution: () => p.manyToOne(Institution),
    code: code(),
    name: name(),
    names: names(),
    audienceCategory: () => p.manyToOne(AudienceCategory).nullable().deleteRule('no action'),
    version: version(),
  },
});
