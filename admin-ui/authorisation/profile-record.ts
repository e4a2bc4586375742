import { nameOf, type RecordKind, type SettingRecord } from '../frame/records/record-kind.ts';
import type { SettingState } from './limitation-record.ts';

export const profileKinds = ['seats', 'products'] as const;

/** What may be requested through which channels, from when to when; an empty list covers all. */
export type ProfileRecord = SettingRecord & {
  organisationId: string;
  kind: (typeof profileKinds)[number];
  code: string;
  state: SettingState;
  startsOn: string | null;
  endsOn: string | null;
  paymentOn: string | null;
  minimumQuantity: number;
  eventIds: string[];
  performanceIds: string[];
  seatCategoryIds: string[];
  channelIds: string[];
  /** Of a profile for products. */
  productIds: string[];
};

export const profileKind: RecordKind<ProfileRecord> = {
  resource: 'option-profiles',
  subject: 'option-profile',
  words: 'profile',
  list: { page: 'frame.page.profiles', to: '/option-profiles' },
  fields: [
    'organisationId',
    'kind',
    'code',
    'name',
    'names',
    'state',
    'startsOn',
    'endsOn',
    'paymentOn',
    'minimumQuantity',
    'eventIds',
    'performanceIds',
    'seatCategoryIds',
    'channelIds',
    'productIds',
  ],
  nullable: ['startsOn', 'endsOn', 'paymentOn'],
  name: nameOf,
};
