import { nameOf, type RecordKind, type SettingRecord } from '../frame/records/record-kind.ts';

/** A set of rights, each `<function>:<action>`. */
export type RoleRecord = SettingRecord & {
  code: string;
  rights: string[];
  /** The organisations in which somebody holds it. */
  organisationIds: string[];
};

export const roleKind: RecordKind<RoleRecord> = {
  resource: 'roles',
  subject: 'role',
  words: 'role',
  list: { page: 'frame.page.roles', to: '/roles' },
  fields: ['code', 'name', 'names', 'rights'],
  name: nameOf,
};
