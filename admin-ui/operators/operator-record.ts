import { nameOf, type RecordKind, type SettingRecord } from '../frame/records/record-kind.ts';

/** A role an operator holds in one organisation. */
export type Holding = { roleId: string; organisationId: string };

/** A person who works in the console; never their password. */
export type OperatorRecord = SettingRecord & {
  email: string;
  locale: 'fr' | 'en';
  disabled: boolean;
  demo: boolean;
  roles: Holding[];
  everyAudience: boolean;
  audienceCategoryIds: string[];
  everyFamily: boolean;
  familyIds: string[];
};

export const operatorKind: RecordKind<OperatorRecord> = {
  resource: 'operators',
  subject: 'operator',
  words: 'operator',
  list: { page: 'frame.page.operators', to: '/operators' },
  fields: [
    'name',
    'email',
    'locale',
    'roles',
    'everyAudience',
    'audienceCategoryIds',
    'everyFamily',
    'familyIds',
  ],
  name: nameOf,
};

const letters = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const groups = 4;
const groupLength = 5;

/** A password nobody can guess, in groups that can be read out: no letter looks like another. */
export function newPassword(): string {
  const picked = Array.from({ length: groups * groupLength }, () => letters.charAt(below(letters.length)));
  return Array.from({ length: groups }, (_, group) =>
    picked.slice(group * groupLength, (group + 1) * groupLength).join(''),
  ).join('-');
}

/** A number below `limit`, each as likely as the others. */
function below(limit: number): number {
  const whole = Math.floor(256 / limit) * limit;
  for (;;) {
    const [byte = 255] = crypto.getRandomValues(new Uint8Array(1));
    if (byte < whole) return byte % limit;
  }
}
