import { defineEntity, p } from '@mikro-orm/core';
import { code, id, name, names, version } from '../columns.ts';
import { Institution } from '../organisation/institution.ts';
import { AudienceCategory } from './audience-category.ts';

/** A price of an audience category, such as *Tarif option*; `optionDefault` marks the one options take by default. */
export const AudienceSubcategory = defineEntity({
  name: 'AudienceSubcategory',
  tableName: 'audience_subcategory',
  uniques: [
    { properties: ['audienceCategory', 'code'] },
    {
      name: 'audience_subcategory_one_option_default',
      expression:
        'create unique index audience_subcategory_one_option_default on audience_subcategory (audience_category_id) where option_default',
    },
  ],
  properties: {
    id: id(),
    institution: () => p.manyToOne(Institution),
    audienceCategory: () => p.manyToOne(AudienceCategory),
    code: code(),
    name: name(),
    names: names(),
    optionDefault: p.boolean().default(false),
    version: version(),
  },
});
