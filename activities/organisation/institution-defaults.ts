import type { InstitutionSetUp } from './set-up-institution.ts';

/** The trade's usual product families, audience categories with their prices, and kinds of collectivity. */
export const institutionDefaults: Pick<InstitutionSetUp, 'families' | 'audiences' | 'collectivityTypes'> = {
  families: [
    { code: 'ENTREE', names: { fr: 'Entrée simple', en: 'Single entry' } },
    { code: 'ABONNEMENT', names: { fr: 'Abonnement', en: 'Season ticket' } },
    { code: 'FORFAIT', names: { fr: 'Forfait', en: 'Package' } },
    { code: 'VISITE', names: { fr: 'Visite', en: 'Visit' } },
    { code: 'SERVICE', names: { fr: 'Service', en: 'Service' } },
  ],
  audiences: [
    {
      code: 'INDIVIDUEL',
      names: { fr: 'Individuel', en: 'Individual' },
      subcategories: [
        { code: 'PLEIN', names: { fr: 'Plein tarif', en: 'Full price' } },
        { code: 'REDUIT', names: { fr: 'Réduit', en: 'Reduced' } },
        { code: 'J28', names: { fr: 'Moins de 28 ans', en: 'Under 28' } },
        option(),
      ],
    },
    {
      code: 'ABONNE',
      names: { fr: 'Abonné', en: 'Subscriber' },
      subcategories: [
        { code: 'PLEIN', names: { fr: 'Plein tarif', en: 'Full price' } },
        { code: 'REDUIT', names: { fr: 'Réduit', en: 'Reduced' } },
        option(),
      ],
    },
    {
      code: 'OCCASIONNELLE',
      names: { fr: 'Collectivité occasionnelle', en: 'Occasional group' },
      subcategories: [
        option(),
        { code: 'GROUPE10', names: { fr: 'Groupe 10+', en: 'Group of 10 or more' } },
        { code: 'REDUIT', names: { fr: 'Réduit', en: 'Reduced' } },
      ],
    },
    {
      code: 'ADHERENTE',
      names: { fr: 'Collectivité adhérente', en: 'Member group' },
      subcategories: [
        option(),
        { code: 'GROUPE10', names: { fr: 'Groupe 10+', en: 'Group of 10 or more' } },
        { code: 'J28', names: { fr: 'Moins de 28 ans', en: 'Under 28' } },
      ],
    },
    {
      code: 'SCOLAIRE',
      names: { fr: 'Scolaire', en: 'School' },
      subcategories: [
        option(),
        { code: 'ELEVE', names: { fr: 'Élève', en: 'Pupil' } },
        {
          code: 'ACCOMPAGNATEUR',
          names: { fr: 'Accompagnateur (1 pour 10)', en: 'Accompanying adult (1 for 10)' },
        },
      ],
    },
    {
      code: 'EXONERE',
      names: { fr: 'Exonéré', en: 'Exempt' },
      subcategories: [option(), { code: 'INVITATION', names: { fr: 'Invitation', en: 'Invitation' } }],
    },
  ],
  collectivityTypes: [
    { code: 'CSE', names: { fr: 'CSE', en: 'Works council' }, audienceCategory: 'ADHERENTE' },
    {
      code: 'SCOLAIRE',
      names: { fr: 'Établissement scolaire', en: 'School' },
      audienceCategory: 'SCOLAIRE',
    },
    {
      code: 'TOURISME',
      names: { fr: 'Tour-opérateur / autocariste', en: 'Tour or coach operator' },
      audienceCategory: 'OCCASIONNELLE',
    },
    {
      code: 'ASSOCIATION',
      names: { fr: 'Association', en: 'Association' },
      audienceCategory: 'OCCASIONNELLE',
    },
    {
      code: 'PUBLIQUE',
      names: { fr: 'Collectivité publique', en: 'Public body' },
      audienceCategory: 'OCCASIONNELLE',
    },
  ],
};

/** The price that options take, whoever the contact is. */
function option() {
  return { code: 'OPTION', names: { fr: 'Tarif option', en: 'Option price' }, optionDefault: true };
}
