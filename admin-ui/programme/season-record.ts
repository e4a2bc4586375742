import { nameOf, type RecordKind, type SettingRecord } from '../frame/records/record-kind.ts';

/** A season of an organisation. */
export type SeasonRecord = SettingRecord & {
  organisationId: string;
  code: string;
  startsOn: string;
  endsOn: string;
  open: boolean;
  productOptionsAllowed: boolean;
  productDeductsAvailability: boolean;
  productOverbookingAllowed: boolean;
  productOverbookingPercent: number;
  productDaysAfterPlacement: number | null;
  productDaysBeforePerformance: number | null;
};

export const seasonKind: RecordKind<SeasonRecord> = {
  resource: 'seasons',
  subject: 'season',
  words: 'season',
  list: { page: 'frame.page.seasons', to: '/seasons' },
  fields: [
    'organisationId',
    'code',
    'name',
    'names',
    'startsOn',
    'endsOn',
    'open',
    'productOptionsAllowed',
    'productDeductsAvailability',
    'productOverbookingAllowed',
    'productOverbookingPercent',
    'productDaysAfterPlacement',
    'productDaysBeforePerformance',
  ],
  nullable: ['productDaysAfterPlacement', 'productDaysBeforePerformance'],
  name: nameOf,
};
