import { nameOf, type RecordKind, type SettingRecord } from '../frame/records/record-kind.ts';

/** A show, a visit, a workshop: what performances are performances of. */
export type EventRecord = SettingRecord & {
  organisationId: string;
  seasonId: string;
  activityId: string;
  familyId: string;
  code: string;
  externalId: string | null;
};

export const eventKind: RecordKind<EventRecord> = {
  resource: 'events',
  subject: 'event',
  words: 'event',
  list: { page: 'frame.page.events', to: '/events' },
  fields: ['seasonId', 'activityId', 'familyId', 'code', 'name', 'names', 'externalId'],
  nullable: ['externalId'],
  name: nameOf,
};
