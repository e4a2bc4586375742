import { nameOf, type RecordKind, type SettingRecord } from '../frame/records/record-kind.ts';

export const channelKinds = [
  'back-office',
  'internet-public',
  'internet-company',
  'internet-agency',
  'external',
] as const;

/** A contingent a channel draws from; the lowest rank is drawn first. */
export type Draw = { contingentId: string; rank: number };

/** Where requests come in. */
export type ChannelRecord = SettingRecord & {
  organisationId: string;
  code: string;
  kind: (typeof channelKinds)[number];
  individualAudienceCategoryId: string | null;
  structureAudienceCategoryId: string | null;
  directOptionDueAt: string | null;
  isolatedSeatTrigger: number | null;
  isolatedSeatsAllowed: boolean;
  abandonDelayMinutes: number;
  active: boolean;
  contingents: Draw[];
};

export const channelKind: RecordKind<ChannelRecord> = {
  resource: 'sales-channels',
  subject: 'sales-channel',
  words: 'channel',
  list: { page: 'frame.page.channels', to: '/sales-channels' },
  fields: [
    'organisationId',
    'code',
    'name',
    'kind',
    'individualAudienceCategoryId',
    'structureAudienceCategoryId',
    'directOptionDueAt',
    'isolatedSeatTrigger',
    'isolatedSeatsAllowed',
    'abandonDelayMinutes',
    'active',
    'contingents',
  ],
  nullable: [
    'individualAudienceCategoryId',
    'structureAudienceCategoryId',
    'directOptionDueAt',
    'isolatedSeatTrigger',
  ],
  name: nameOf,
};
