import type { Right, RightAction, RightFunction } from './right-tree.ts';

/** The function that governs each resource of the API. */
export const resourceFunctions = {
  organisations: 'organisation.organisations',
  operators: 'organisation.operators',
  roles: 'organisation.roles',
  seasons: 'catalogue.seasons',
  'season-activities': 'catalogue.activities',
  'product-families': 'catalogue.events',
  events: 'catalogue.events',
  products: 'catalogue.events',
  performances: 'catalogue.performances',
  'performance-gauges': 'stock.stock',
  'audience-categories': 'catalogue.audiences',
  'audience-subcategories': 'catalogue.audiences',
  venues: 'venues.venues',
  'seat-categories': 'venues.seat-categories',
  spaces: 'venues.venues',
  'seat-plans': 'venues.venues',
  'logical-configurations': 'venues.venues',
  contacts: 'contacts.contacts',
  'collectivity-types': 'contacts.collectivity-types',
  'sales-channels': 'channels.channels',
  'option-profiles': 'authorisation.option-profiles',
  'limitation-tables': 'authorisation.limitation-tables',
  'rule-sets': 'authorisation.rules',
  contingents: 'stock.contingents',
  'contingent-templates': 'stock.contingents',
  'release-plans': 'stock.contingents',
  'contingent-releases': 'stock.stock',
  options: 'options.seats.requests',
  'product-options': 'options.products.requests',
  'waiting-list-entries': 'options.seats.requests',
  orders: 'orders.orders',
  'booking-files': 'orders.orders',
  baskets: 'orders.orders',
  'waiting-accounts': 'accounts.accounts',
  invoices: 'accounts.accounts',
  'distributor-interfaces': 'distributors.interfaces',
  'distributor-runs': 'distributors.runs',
  letters: 'letters.letters',
  'letter-templates': 'letters.templates',
  history: 'history.history',
} as const satisfies Record<string, RightFunction>;

export type Resource = keyof typeof resourceFunctions;

/** The right an action on a resource needs. */
export function resourceRight(resource: Resource, action: RightAction): Right {
  return `${resourceFunctions[resource]}:${action}`;
}
