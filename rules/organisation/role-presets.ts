import { allRights, functionNames, type Right, type RightFunction, rightsOf } from './right-tree.ts';

/** The roles a new institution starts with; the demo has one operator in each (design section 9). */
export const rolePresetNames = ['administrator', 'operator', 'manager', 'finance'] as const;
export type RolePreset = (typeof rolePresetNames)[number];

const optionRights = functionNames()
  .filter((name) => name.startsWith('options.'))
  .flatMap(rightsOf);

const reading = allRights.filter((right) => right.endsWith(':read'));

const settings: readonly RightFunction[] = [
  'organisation.organisations',
  'catalogue.seasons',
  'catalogue.activities',
  'catalogue.events',
  'catalogue.performances',
  'catalogue.audiences',
  'venues.venues',
  'venues.seat-categories',
  'contacts.contacts',
  'contacts.imports',
  'contacts.access',
  'contacts.collectivity-types',
  'channels.channels',
  'authorisation.limitation-tables',
  'authorisation.option-profiles',
  'authorisation.rules',
  'stock.contingents',
  'stock.stock',
  'stock.gauge-check',
  'distributors.interfaces',
  'distributors.runs',
  'letters.letters',
  'letters.templates',
  'letters.bounces',
  'letters.mail-hold',
];

const people: readonly Right[] = ['organisation.operators:read', 'organisation.roles:read'];

/**
 * The rights of each preset. The administrator has all. The operator lives in options: every option verb, contacts,
 * stock, letters and history to read, gauge-check to run. The manager sets the house up and reads what happens in it.
 * Finance follows orders, accounts and their letters.
 */
export const rolePresets: Readonly<Record<RolePreset, readonly Right[]>> = {
  administrator: allRights,
  operator: unique([
    ...optionRights,
    ...reading.filter((right) => !people.includes(right)),
    'contacts.contacts:create',
    'contacts.contacts:modify',
    'contacts.imports:execute',
    'contacts.access:execute',
    'stock.gauge-check:execute',
    'orders.orders:execute',
    'orders.payment-by-hand:execute',
    'letters.letters:execute',
  ]),
  manager: unique([
    ...reading,
    ...settings.flatMap(rightsOf),
    'options.seats.report:execute',
    'options.products.report:execute',
  ]),
  finance: unique([
    ...reading.filter((right) => !people.includes(right)),
    'orders.orders:execute',
    'orders.payment-by-hand:execute',
    'accounts.accounts:execute',
    'letters.letters:execute',
    'options.seats.report:execute',
    'options.products.report:execute',
  ]),
};

function unique(rights: readonly Right[]): readonly Right[] {
  return [...new Set(rights)];
}
