import { nameOf, type RecordKind, type SettingRecord } from '../frame/records/record-kind.ts';

/** A setting counts once it is validated. */
export const settingStates = ['draft', 'validated'] as const;
export type SettingState = (typeof settingStates)[number];

/** How many places contacts of some collectivity types may have; an empty list covers all. */
export type LimitationRecord = SettingRecord & {
  organisationId: string;
  code: string;
  familyId: string;
  collectivityTypeIds: string[];
  seasonIds: string[];
  activityIds: string[];
  eventIds: string[];
  seatCategoryIds: string[];
  maximumPerOption: number | null;
  maximumPerPerformance: number | null;
  maximumPerSeason: number | null;
  state: SettingState;
};

export const limitationKind: RecordKind<LimitationRecord> = {
  resource: 'limitation-tables',
  subject: 'limitation-table',
  words: 'limitation',
  list: { page: 'frame.page.limitations', to: '/limitation-tables' },
  fields: [
    'organisationId',
    'code',
    'name',
    'familyId',
    'collectivityTypeIds',
    'seasonIds',
    'activityIds',
    'eventIds',
    'seatCategoryIds',
    'maximumPerOption',
    'maximumPerPerformance',
    'maximumPerSeason',
    'state',
  ],
  nullable: ['maximumPerOption', 'maximumPerPerformance', 'maximumPerSeason'],
  name: nameOf,
};
