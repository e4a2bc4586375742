import { nameOf, type RecordKind, type SettingRecord } from '../frame/records/record-kind.ts';

/** A place where performances are played; its time zone rules their clock. */
export type VenueRecord = SettingRecord & {
  organisationId: string;
  code: string;
  timeZone: string;
  addressLines: string[];
};

export const venueKind: RecordKind<VenueRecord> = {
  resource: 'venues',
  subject: 'venue',
  words: 'venue',
  list: { page: 'frame.page.venues', to: '/venues' },
  fields: ['organisationId', 'code', 'name', 'timeZone', 'addressLines'],
  name: nameOf,
};

/** A seat category of a venue; rank 1 is the best. */
export type CategoryRecord = SettingRecord & {
  venueId: string;
  rank: number;
  code: string;
  colour: string;
  optionAllowed: boolean;
};

export const categoryKind: RecordKind<CategoryRecord> = {
  resource: 'seat-categories',
  subject: 'seat-category',
  words: 'category',
  list: { page: 'frame.page.venues', to: '/venues' },
  parent: { resource: 'venues', field: 'venueId' },
  fields: ['venueId', 'rank', 'code', 'name', 'names', 'colour', 'optionAllowed'],
  name: nameOf,
};
