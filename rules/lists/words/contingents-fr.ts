import type { ListWords } from '../columns.ts';

/** The French words of the lists about contingents: templates, plans of release, and what was released. */
export const contingentColumns: Pick<
  ListWords['columns'],
  'contingent-templates' | 'release-plans' | 'contingent-releases'
> = {
  'contingent-templates': {
    code: 'Code',
    name: 'Nom',
    venueName: 'Lieu',
    configurationName: 'Configuration',
    restContingentName: 'Reste pour',
    organisationId: 'Organisme',
  },
  'release-plans': {
    name: 'Nom',
    targetName: 'Pour',
    fromContingentName: 'Du contingent',
    toContingentName: 'Au contingent',
    seatCategoryName: 'Catégorie de place',
    active: 'Actif',
    organisationId: 'Organisme',
  },
  'contingent-releases': {
    releasedAt: 'Libérées le',
    startsAt: 'Séance',
    eventCode: 'Code du produit',
    eventName: 'Produit',
    fromContingentName: 'Du contingent',
    toContingentName: 'Au contingent',
    quantity: 'Places',
    planName: 'Plan',
    daysBefore: 'Jours avant',
    actorName: 'Par',
    takenBackAt: 'Reprises le',
    takenBackQuantity: 'Places reprises',
    takenBackBy: 'Reprises par',
    organisationId: 'Organisme',
  },
};
