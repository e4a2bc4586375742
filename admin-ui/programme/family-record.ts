import { nameOf, type RecordKind, type SettingRecord } from '../frame/records/record-kind.ts';

/** A family of products. */
export type FamilyRecord = SettingRecord & { code: string };

export const familyKind: RecordKind<FamilyRecord> = {
  resource: 'product-families',
  subject: 'product-family',
  words: 'family',
  list: { page: 'frame.page.families', to: '/product-families' },
  fields: ['code', 'name', 'names'],
  name: nameOf,
};
