import { nameOf, type RecordKind, type SettingRecord } from '../frame/records/record-kind.ts';

/** A share of the places set aside for a purpose; without organisation it serves the whole institution. */
export type ContingentRecord = SettingRecord & {
  organisationId: string | null;
  code: string;
  external: boolean;
};

export const contingentKind: RecordKind<ContingentRecord> = {
  resource: 'contingents',
  subject: 'contingent',
  words: 'contingent',
  list: { page: 'frame.page.contingents', to: '/contingents' },
  fields: ['organisationId', 'code', 'name', 'names', 'external'],
  name: nameOf,
};
