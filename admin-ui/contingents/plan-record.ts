import type { KeepUnit, ReleaseMoment, ReleaseStep } from '../../rules/stock/release-steps.ts';
import { nameOf, type RecordKind, type SettingRecord } from '../frame/records/record-kind.ts';

/** A plan of stepped release. */
export type PlanRecord = SettingRecord & {
  organisationId: string;
  activityId: string | null;
  eventId: string | null;
  performanceId: string | null;
  startsAt: string | null;
  timeZone: string | null;
  targetName: string;
  fromContingentId: string;
  fromContingentName: string;
  toContingentId: string;
  toContingentName: string;
  seatCategoryId: string | null;
  seatCategoryName: string | null;
  keepUnit: KeepUnit;
  moment: ReleaseMoment;
  steps: readonly ReleaseStep[];
  active: boolean;
};

/** What a plan may stand for; one of them. */
export const planTargets = ['activityId', 'eventId', 'performanceId'] as const;

export const planKind: RecordKind<PlanRecord> = {
  resource: 'release-plans',
  subject: 'release-plan',
  words: 'releasePlan',
  list: { page: 'frame.page.releasePlans', to: '/release-plans' },
  fields: [
    'name',
    'activityId',
    'eventId',
    'performanceId',
    'fromContingentId',
    'toContingentId',
    'seatCategoryId',
    'keepUnit',
    'moment',
    'steps',
    'active',
  ],
  nullable: ['activityId', 'eventId', 'performanceId', 'seatCategoryId'],
  name: nameOf,
};
