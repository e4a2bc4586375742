import type { ListWords } from '../columns.ts';

/** The English words of the lists about contingents: templates, plans of release, and what was released. */
export const contingentColumns: Pick<
  ListWords['columns'],
  'contingent-templates' | 'release-plans' | 'contingent-releases'
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
};
