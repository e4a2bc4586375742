import { defineEntity, p } from '@mikro-orm/core';
import { code, id, name, names, version } from '../columns.ts';
import { Institution } from '../organisation/institution.ts';

/** An audience category, such as *Collectivité occasionnelle*. */
export const AudienceCategory = defineEntity({
  name: 'AudienceCategory',
  tableName: 'audience_category',
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
