import type { ChosenKind } from '../../rules/letters/sent-kinds.ts';
import type { DeadlineSettings } from '../../rules/options/deadline-settings.ts';
import { nameOf, type RecordKind, type SettingRecord } from '../frame/records/record-kind.ts';
import { deadlineFields } from './deadline-record.ts';

/** A house of the institution; it signs its letters. */
export type OrganisationRecord = SettingRecord &
  DeadlineSettings & {
    code: string;
    addressLines: string[];
    email: string | null;
    phone: string | null;
    currency: string;
    rulesSecondPerson: boolean;
    letterKinds: ChosenKind[];
  };

export const organisationKind: RecordKind<OrganisationRecord> = {
  resource: 'organisations',
  subject: 'organisation',
  words: 'organisation',
  list: { page: 'frame.page.organisations', to: '/organisations' },
  fields: [
    'code',
    'name',
    'addressLines',
    'email',
    'phone',
    'currency',
    'rulesSecondPerson',
    'letterKinds',
    ...deadlineFields,
  ],
  nullable: ['email', 'phone', 'refusalDays'],
  name: nameOf,
};
