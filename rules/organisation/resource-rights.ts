import type { Right, RightAction, RightFunction } from '../options/rights.ts';

/** The function that governs each resource of the API. */
export const resourceFunctions = {
  organisations: 'organisation.organisations',
  operators: 'organisation.operators',
  roles: 'organisation.roles',
  seasons: 'catalogue.seasons',
  'season-activities': 'catalogue.seasons',
  'product-families': 'catalogue.events',
  events: 'catalogue.events',
  performances: 'catalogue.performances',
  'audience-categories': 'catalogue.audiences',
  'audience-subcategories': 'catalogue.audiences',
  venues: 'venues.venues',
  'seat-categories': 'venues.venues',
  spaces: 'venues.venues',
  'seat-plans': 'venues.venues',
  'logical-configurations': 'venues.venues',
  contacts: 'contacts.contacts',
  'collectivity-types': 'contacts.collectivity-types',
  'sales-channels': 'channels.channels',
  'option-profiles': 'authorisation.rules',
  'limitation-tables': 'authorisation.rules',
  'rule-sets': 'authorisation.rules',
  contingents: 'stock.contingents',
  'contingent-templates': 'stock.contingents',
  'release-plans': 'stock.contingents',
  'contingent-releases': 'stock.stock',
  options: 'options.requests',
  'waiting-list-entries': 'options.requests',
  'bulk-runs': 'options.requests',
  orders: 'orders.orders',
  'booking-files': 'orders.orders',
  'waiting-accounts': 'accounts.accounts',
  invoices: 'accounts.accounts',
  'distributor-interfaces': 'distributors.interfaces',
  'distributor-runs': 'distributors.runs',
  letters: 'letters.letters',
  history: 'history.history',
} as const satisfies Record<string, RightFunction>;

export type Resource = keyof typeof resourceFunctions;

/** The right an action on a resource needs. */
export function resourceRight(resource: Resource, action: RightAction): Right {
  return `${resourceFunctions[resource]}:${action}`;
}
