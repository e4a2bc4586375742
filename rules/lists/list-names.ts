/** The lists that people may take away as a file and keep views of, by the names of their resources. */
export const listNames = [
  'options',
  'product-options',
  'orders',
  'booking-files',
  'baskets',
  'letters',
  'contacts',
  'contact-links',
  'collectivity-types',
  'performances',
  'performance-gauges',
  'events',
  'seasons',
  'season-activities',
  'product-families',
  'products',
  'audience-categories',
  'audience-subcategories',
  'venues',
  'seat-categories',
  'contingents',
  'contingent-templates',
  'release-plans',
  'contingent-releases',
  'sales-channels',
  'limitation-tables',
  'option-profiles',
  'rule-sets',
  'organisations',
  'operators',
  'roles',
  'history',
] as const;
export type ListName = (typeof listNames)[number];

/** True when there is a list of that name. */
export function isListName(name: string): name is ListName {
  return listNames.some((known) => known === name);
}
