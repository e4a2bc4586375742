import type { ListWords } from '../columns.ts';

/** The English words of the lists about places: occupancy, templates, plans of release, and what was released. */
export const contingentColumns: Pick<
  ListWords['columns'],
  'contingent-templates' | 'release-plans' | 'contingent-releases' | 'performance-gauges'
> = {
  'contingent-templates': {
    code: 'Code',
    name: 'Name',
    venueName: 'Venue',
    configurationName: 'Configuration',
    restContingentName: 'Rest to',
    organisationId: 'Organisation',
  },
  'release-plans': {
    name: 'Name',
    targetName: 'For',
    fromContingentName: 'From contingent',
    toContingentName: 'To contingent',
    seatCategoryName: 'Seat category',
    active: 'Active',
    organisationId: 'Organisation',
  },
  'contingent-releases': {
    releasedAt: 'Released on',
    startsAt: 'Performance',
    eventCode: 'Product code',
    eventName: 'Product',
    fromContingentName: 'From contingent',
    toContingentName: 'To contingent',
    quantity: 'Places',
    planName: 'Plan',
    daysBefore: 'Days before',
    actorName: 'By',
    takenBackAt: 'Taken back on',
    takenBackQuantity: 'Places taken back',
    takenBackBy: 'Taken back by',
    organisationId: 'Organisation',
  },
  'performance-gauges': {
    startsAt: 'Date and time',
    eventCode: 'Code',
    eventName: 'Event',
    venueName: 'Venue',
    state: 'State',
    capacity: 'Capacity',
    free: 'Free',
    held: 'Placed',
    ordered: 'Ordered',
    sold: 'Sold',
    blocked: 'Blocked',
    allotted: 'With distributors',
    timeZone: 'Time zone',
    organisationId: 'Organisation',
  },
};

/** The names of these lists. */
export const contingentLists = {
  'contingent-templates': 'Contingent templates',
  'release-plans': 'Release plans',
  'contingent-releases': 'Releases',
  'performance-gauges': 'Occupancy of performances',
} as const;

/** What history calls what is done about them. */
export const contingentVerbs = {
  'apply-template': 'Apply a contingent template',
  'release-places': 'Release places',
  'take-back-release': 'Take a release back',
} as const;

/** What history calls their records. */
export const contingentSubjects = {
  'contingent-template': 'Contingent template',
  'release-plan': 'Release plan',
} as const;
