import { functionNames, type RightFunction } from '../../rules/options/rights.ts';
import { nameOf, type RecordKind, type SettingRecord } from '../frame/records/record-kind.ts';
import type { later } from '../messages/fr/later.ts';

/** A set of rights, each `<function>:<action>`. */
export type RoleRecord = SettingRecord & { code: string; rights: string[] };

export const roleKind: RecordKind<RoleRecord> = {
  resource: 'roles',
  subject: 'role',
  words: 'role',
  list: { page: 'frame.page.roles', to: '/roles' },
  fields: ['code', 'name', 'names', 'rights'],
  name: nameOf,
};

type Words = (typeof later)['settings']['role'];
type GroupName = keyof Words['group'];
type FunctionWord = keyof Words['functions'];

const groupFunctions: Readonly<Record<GroupName, RegExp>> = {
  requests: /^options[.]requests$/,
  seats: /^options[.]seats[.]/,
  products: /^options[.]products[.]/,
  organisation: /^organisation[.]/,
  catalogue: /^catalogue[.]/,
  stock: /^(venues|channels|stock)[.]/,
  contacts: /^contacts[.]/,
  accounts: /^(orders|accounts|distributors)[.]/,
  others: /^(authorisation|letters|history)[.]/,
};

const groupNames = [
  'requests',
  'seats',
  'products',
  'organisation',
  'catalogue',
  'stock',
  'contacts',
  'accounts',
  'others',
] as const;

/** The functions of the tree, in groups, in the order of the work. */
export const functionGroups = groupNames.map((group) => ({
  group,
  functions: functionNames().filter((name) => groupFunctions[group].test(name)),
}));

const functionWords: readonly FunctionWord[] = [
  'requests',
  'placement',
  'refusal',
  'refusal-cancellation',
  'order',
  'order-cancellation',
  'waiting',
  'firm',
  'firm-cancellation',
  'resumption',
  'cancellation',
  'lapse',
  'agreed-date',
  'override',
  'report',
  'season-ticket-choices',
  'organisations',
  'operators',
  'roles',
  'seasons',
  'events',
  'performances',
  'audiences',
  'venues',
  'contacts',
  'collectivity-types',
  'channels',
  'rules',
  'contingents',
  'stock',
  'gauge-check',
  'orders',
  'accounts',
  'interfaces',
  'runs',
  'letters',
  'mail-hold',
  'history',
];

/** The key of a function's words, which is the last part of its name: seats and products share theirs. */
export function functionWord(name: RightFunction): FunctionWord | undefined {
  const last = name.split('.').at(-1);
  return functionWords.find((word) => word === last);
}
