/** The words for the settings of who may ask for what. */
export const authorisationWords = {
  fr: {
    columns: {
      'limitation-tables': {
        code: 'Code',
        name: 'Nom',
        familyId: 'Famille de produits',
        maximumPerOption: 'Places par option, au plus',
        maximumPerPerformance: 'Places par séance, au plus',
        maximumPerSeason: 'Places par saison, au plus',
        state: 'État',
        organisationId: 'Organisme',
      },
      'option-profiles': {
        code: 'Code',
        name: 'Nom',
        kind: 'Nature',
        startsOn: 'Valable du',
        endsOn: 'Valable au',
        paymentOn: 'Date de paiement',
        minimumQuantity: 'Quantité minimale',
        state: 'État',
        organisationId: 'Organisme',
      },
    },
    choices: {
      profileKind: { seats: 'Places', products: 'Produits' },
      settingState: { draft: 'Brouillon', validated: 'Validé' },
    },
    verbs: {
      simulate: 'Calculer l’impact de règles',
      publish: 'Publier des règles',
      'roll-back': 'Revenir sur des règles',
    },
    subjects: {
      'limitation-table': 'Table de limitation',
      'option-profile': 'Profil d’option',
      'rule-set': 'Règles de la maison',
    },
  },
  en: {
    columns: {
      'limitation-tables': {
        code: 'Code',
        name: 'Name',
        familyId: 'Product family',
        maximumPerOption: 'Places per option, at most',
        maximumPerPerformance: 'Places per performance, at most',
        maximumPerSeason: 'Places per season, at most',
        state: 'State',
        organisationId: 'Organisation',
      },
      'option-profiles': {
        code: 'Code',
        name: 'Name',
        kind: 'Kind',
        startsOn: 'Valid from',
        endsOn: 'Valid until',
        paymentOn: 'Payment date',
        minimumQuantity: 'Minimum quantity',
        state: 'State',
        organisationId: 'Organisation',
      },
    },
    choices: {
      profileKind: { seats: 'Seats', products: 'Products' },
      settingState: { draft: 'Draft', validated: 'Validated' },
    },
    verbs: {
      simulate: 'Compute the impact of rules',
      publish: 'Publish rules',
      'roll-back': 'Roll rules back',
    },
    subjects: {
      'limitation-table': 'Limitation table',
      'option-profile': 'Option profile',
      'rule-set': 'Rules of the house',
    },
  },
} as const;
