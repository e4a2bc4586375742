import type { Queries } from '../schema.ts';
import { defineList } from './list.ts';
import { flag, text, uuid } from './list-fields.ts';

/** Audience categories, shared by the institution. */
export const audienceCategoryList = defineList({
  name: 'audience-categories',
  table: 'audience_category',
  sort: ['name', 'ASC'],
  fields: {
    code: text('audience_category.code', { searched: true }),
    name: text('audience_category.name', { searched: true }),
  },
  rows: (db: Queries) =>
    db
      .selectFrom('audience_category')
      .select([
        'audience_category.id',
        'audience_category.code',
        'audience_category.name',
        'audience_category.names',
        'audience_category.version',
      ]),
  present: (row) => row,
});

/** Audience subcategories: the prices of a category. */
export const audienceSubcategoryList = defineList({
  name: 'audience-subcategories',
  table: 'audience_subcategory',
  sort: ['name', 'ASC'],
  fields: {
    audienceCategoryId: uuid('audience_subcategory.audience_category_id'),
    audienceCategoryName: text('audience_category.name', { searched: true }),
    code: text('audience_subcategory.code', { searched: true }),
    name: text('audience_subcategory.name', { searched: true }),
    optionDefault: flag('audience_subcategory.option_default'),
  },
  rows: (db: Queries) =>
    db
      .selectFrom('audience_subcategory')
      .innerJoin('audience_category', 'audience_category.id', 'audience_subcategory.audience_category_id')
      .select([
        'audience_subcategory.id',
        'audience_subcategory.audience_category_id as audienceCategoryId',
        'audience_category.name as audienceCategoryName',
        'audience_subcategory.code',
        'audience_subcategory.name',
        'audience_subcategory.names',
        'audience_subcategory.option_default as optionDefault',
        'audience_subcategory.version',
      ]),
  present: (row) => row,
});

/** Kinds of collectivity and the audience category their options take. */
export const collectivityTypeList = defineList({
  name: 'collectivity-types',
  table: 'collectivity_type',
  sort: ['name', 'ASC'],
  fields: {
    code: text('collectivity_type.code', { searched: true }),
    name: text('collectivity_type.name', { searched: true }),
    audienceCategoryId: uuid('collectivity_type.audience_category_id', { nullable: true }),
  },
  rows: (db: Queries) =>
    db
      .selectFrom('collectivity_type')
      .select([
        'collectivity_type.id',
        'collectivity_type.code',
        'collectivity_type.name',
        'collectivity_type.names',
        'collectivity_type.audience_category_id as audienceCategoryId',
        'collectivity_type.version',
      ]),
  present: (row) => row,
});
