import type { ListWords } from '../columns.ts';

/** The French words of the lists about places: occupancy, templates, plans of release, and what was released. */
export const contingentColumns: Pick<
  ListWords['columns'],
  'contingent-templates' | 'release-plans' | 'contingent-releases' | 'performance-gauges'
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
  'performance-gauges': {
    startsAt: 'Date et heure',
    eventCode: 'Code',
    eventName: 'Événement',
    venueName: 'Lieu',
    state: 'État',
    capacity: 'Jauge',
    free: 'Libres',
    held: 'Posées',
    ordered: 'Commandées',
    sold: 'Vendues',
    blocked: 'Bloquées',
    allotted: 'Chez les distributeurs',
    timeZone: 'Fuseau horaire',
    organisationId: 'Organisme',
  },
};

/** The names of these lists. */
export const contingentLists = {
  'contingent-templates': 'Modèles de contingents',
  'release-plans': 'Plans de libération',
  'contingent-releases': 'Libérations',
  'performance-gauges': 'Occupation des séances',
} as const;

/** What history calls what is done about them. */
export const contingentVerbs = {
  'apply-template': 'Appliquer un modèle de contingents',
  'release-places': 'Libérer des places',
  'take-back-release': 'Reprendre une libération',
} as const;

/** What history calls their records. */
export const contingentSubjects = {
  'contingent-template': 'Modèle de contingents',
  'release-plan': 'Plan de libération',
} as const;
