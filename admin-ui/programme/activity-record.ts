import { nameOf, type RecordKind, type SettingRecord } from '../frame/records/record-kind.ts';
import { deadlineFields, type OwnDeadlines } from '../organisation/deadline-record.ts';

/** A kind of activity of a season, with the parameters of its seat options. */
export type ActivityRecord = SettingRecord &
  OwnDeadlines & {
    organisationId: string;
    seasonId: string;
    code: string;
    seatOptionsAllowed: boolean;
    deductsAvailability: boolean;
    overbookingAllowed: boolean;
    overbookingPercent: number;
    overbookingBasis: 'capacity' | 'quota';
    confirmationDaysAfterPlacement: number | null;
    confirmationDaysBeforePerformance: number | null;
    endPolicy: 'flag' | 'release';
    graceHours: number;
  };

/** What a new activity starts with: the trade's usual settings. */
export const usualActivity = {
  seatOptionsAllowed: true,
  deductsAvailability: true,
  overbookingAllowed: false,
  overbookingPercent: 0,
  overbookingBasis: 'quota',
  confirmationDaysAfterPlacement: 10,
  endPolicy: 'flag',
  graceHours: 0,
} as const;

export const activityKind: RecordKind<ActivityRecord> = {
  resource: 'season-activities',
  subject: 'season-activity',
  words: 'activity',
  list: { page: 'frame.page.seasons', to: '/seasons' },
  parent: { resource: 'seasons', field: 'seasonId' },
  fields: [
    'seasonId',
    'code',
    'name',
    'names',
    'seatOptionsAllowed',
    'deductsAvailability',
    'overbookingAllowed',
    'overbookingPercent',
    'overbookingBasis',
    'confirmationDaysAfterPlacement',
    'confirmationDaysBeforePerformance',
    'endPolicy',
    'graceHours',
    ...deadlineFields,
  ],
  nullable: ['confirmationDaysAfterPlacement', 'confirmationDaysBeforePerformance', ...deadlineFields],
  name: nameOf,
};
