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

const groupPrefixes: Readonly<Record<GroupName, readonly string[]>> = {
  requests: ['options.requests'],
  seats: ['options.seats.'],
  products: ['options.products.'],
  organisation: ['organisation.'],
  catalogue: ['catalogue.'],
  stock: ['venues.', 'channels.', 'stock.'],
  contacts: ['contacts.'],
  accounts: ['orders.', 'accounts.', 'distributors.'],
  others: ['authorisation.', 'letters.', 'history.'],
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
  functions: functionNames().filter((name) =>
    groupPrefixes[group].some((prefix) => name === prefix || name.startsWith(prefix)),
  ),
}));

/** The key of a function's words: seats and products share theirs. */
export function functionWord(name: RightFunction): FunctionWord {
  return functionWords[name];
}

const functionWords: Readonly<Record<RightFunction, FunctionWord>> = {
  'options.requests': 'options-requests',
  'options.seats.placement': 'placement',
  'options.seats.refusal': 'refusal',
  'options.seats.refusal-cancellation': 'refusal-cancellation',
  'options.seats.order': 'order',
  'options.seats.order-cancellation': 'order-cancellation',
  'options.seats.waiting': 'waiting',
  'options.seats.firm': 'firm',
  'options.seats.firm-cancellation': 'firm-cancellation',
  'options.seats.resumption': 'resumption',
  'options.seats.cancellation': 'cancellation',
  'options.seats.lapse': 'lapse',
  'options.seats.agreed-date': 'agreed-date',
  'options.seats.override': 'override',
  'options.seats.report': 'report',
  'options.products.placement': 'placement',
  'options.products.season-ticket-choices': 'season-ticket-choices',
  'options.products.refusal': 'refusal',
  'options.products.refusal-cancellation': 'refusal-cancellation',
  'options.products.order': 'order',
  'options.products.order-cancellation': 'order-cancellation',
  'options.products.waiting': 'waiting',
  'options.products.firm': 'firm',
  'options.products.firm-cancellation': 'firm-cancellation',
  'options.products.resumption': 'resumption',
  'options.products.cancellation': 'cancellation',
  'options.products.lapse': 'lapse',
  'options.products.agreed-date': 'agreed-date',
  'options.products.override': 'override',
  'options.products.report': 'report',
  'organisation.organisations': 'organisations',
  'organisation.operators': 'operators',
  'organisation.roles': 'roles',
  'catalogue.seasons': 'seasons',
  'catalogue.events': 'events',
  'catalogue.performances': 'performances',
  'catalogue.audiences': 'audiences',
  'venues.venues': 'venues',
  'contacts.contacts': 'contacts',
  'contacts.collectivity-types': 'collectivity-types',
  'channels.channels': 'channels',
  'authorisation.rules': 'rules',
  'stock.contingents': 'contingents',
  'stock.stock': 'stock',
  'stock.gauge-check': 'gauge-check',
  'orders.orders': 'orders',
  'accounts.accounts': 'accounts',
  'distributors.interfaces': 'interfaces',
  'distributors.runs': 'runs',
  'letters.letters': 'letters',
  'letters.mail-hold': 'mail-hold',
  'history.history': 'history',
};
