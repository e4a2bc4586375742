/** Words of the settings that decide who may ask for what. */
export const rules = {
  state: { draft: 'Brouillon', validated: 'Validé' },
  kind: { seats: 'Places (entrées simples)', products: 'Produits (autres familles)' },
  all: 'Tout',
  noType: 'Aucun type',
  noLimit: 'Sans limite',
  covered: 'Ce qui est couvert',
  maxima: 'Places au plus',
  placesUnit: 'places',
  perOption: '%{count} par option',
  perPerformance: '%{count} par séance',
  perSeason: '%{count} par saison',
  validity: 'Validité',
  always: 'Toujours',
  from: 'À partir du %{from}',
  until: 'Jusqu’au %{to}',
  fromTo: 'Du %{from} au %{to}',
  limitationNote:
    'Une table validée compte à la demande et à la pose. Sont comptées les places posées, validées et vendues du contact ; à la demande, aussi ses autres demandes sans réponse. Un contact sans type de collectivité n’est soumis à aucune table.',
  profileNote:
    'Un profil validé compte à la demande seulement, jamais à la pose. Plusieurs profils valables s’additionnent ; sans aucun profil, une filière ne peut rien demander.',
  duplicate: {
    submit: 'Dupliquer',
    title: 'Dupliquer « %{name} » ?',
    body: 'Un brouillon identique est créé, sous un autre code. Vous pouvez le modifier avant de le valider.',
    done: 'Brouillon créé : %{name}.',
  },
  validate: {
    submit: 'Valider',
    title: 'Valider « %{name} » ?',
    body: 'Ce paramètre compte dès maintenant pour les nouvelles demandes et poses. Rien de ce qui est déjà posé ne change.',
    done: 'Validé : %{name}.',
  },
  help: {
    types: 'Les contacts de ces types. Sans type, la table ne peut pas être validée.',
    maxima: 'Vide : sans limite de cette sorte. Il en faut au moins une pour valider la table.',
    covered: 'Une liste vide couvre tout. Plusieurs listes remplies se restreignent l’une l’autre.',
    state: 'Un brouillon ne compte pas.',
    kind: 'Les options de places, ou celles des autres familles de produits.',
    minimum: 'Par catégorie de place choisie.',
    validity:
      'Jours entiers, à l’heure du lieu ; vide : sans limite. La date de paiement est donnée aux demandes faites sous ce profil.',
  },
} as const;
