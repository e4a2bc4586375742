import { nameOf, type RecordKind, type SettingRecord } from '../frame/records/record-kind.ts';

/** An audience category, such as *Collectivité occasionnelle*. */
export type AudienceRecord = SettingRecord & { code: string };

export const audienceKind: RecordKind<AudienceRecord> = {
  resource: 'audience-categories',
  subject: 'audience-category',
  words: 'audience',
  list: { page: 'frame.page.audiences', to: '/audience-categories' },
  fields: ['code', 'name', 'names'],
  name: nameOf,
};

/** A price of an audience category, such as *Tarif option*. */
export type SubcategoryRecord = SettingRecord & {
  audienceCategoryId: string;
  audienceCategoryName: string;
  code: string;
  optionDefault: boolean;
};

export const subcategoryKind: RecordKind<SubcategoryRecord> = {
  resource: 'audience-subcategories',
  subject: 'audience-subcategory',
  words: 'subcategory',
  list: { page: 'frame.page.audiences', to: '/audience-categories' },
  parent: { resource: 'audience-categories', field: 'audienceCategoryId' },
  fields: ['audienceCategoryId', 'code', 'name', 'names', 'optionDefault'],
  name: nameOf,
};

/** A kind of collectivity and the audience category its options take. */
export type CollectivityRecord = SettingRecord & { code: string; audienceCategoryId: string | null };

export const collectivityKind: RecordKind<CollectivityRecord> = {
  resource: 'collectivity-types',
  subject: 'collectivity-type',
  words: 'collectivity',
  list: { page: 'frame.page.collectivityTypes', to: '/collectivity-types' },
  fields: ['code', 'name', 'names', 'audienceCategoryId'],
  nullable: ['audienceCategoryId'],
  name: nameOf,
};
