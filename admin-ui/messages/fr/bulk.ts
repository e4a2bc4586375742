/** Words of verbs done on a selection. */
export const bulk = {
  bar: 'Actions sur la sélection',
  selected: '%{smart_count} option sélectionnée |||| %{smart_count} options sélectionnées',
  clear: 'Tout désélectionner',
  actions: 'Actions',
  verb: '%{verb} (%{count})',
  together: 'Placer ensemble (%{count})',
  nothing: 'Ces options n’ont aucune action en commun avec vos droits et leur état.',
  tooMany: 'Une action groupée porte sur %{max} options au plus : réduisez la sélection.',
  selectAll: 'Sélectionner l’option trouvée |||| Sélectionner les %{smart_count} options trouvées',
  makes: {
    orders:
      '%{placements} {placements?pose|poses} → %{orders} {orders?commande|commandes} pour %{contacts} {contacts?contact|contacts}',
    refusals: '%{smart_count} refus définitif |||| %{smart_count} refus définitifs',
    and: ' ; ',
  },
  run: {
    caption: 'Actions groupées, la dernière d’abord',
    progress: 'Avancement',
    ofProducts: '%{verb} · options de produits',
    byItself:
      'L’action se poursuit d’elle-même, même si vous fermez cette page. Retrouvez-la dans Actions groupées.',
    ended: '%{done} sur %{total} traitées, %{failed} {failed?échec|échecs}',
    more: 'et %{smart_count} autre échec |||| et %{smart_count} autres échecs',
    overrideHelp: 'Facultatif : passe outre les avertissements des règles, conservé avec chaque décision.',
    emptyTitle: 'Aucune action groupée',
    emptyBody: 'Une action sur plus de 200 options se poursuit d’elle-même et se retrouve ici.',
  },
  count: {
    place: '%{smart_count} pose |||| %{smart_count} poses',
    extend: '%{smart_count} prolongation |||| %{smart_count} prolongations',
    validate: '%{smart_count} validation |||| %{smart_count} validations',
    refuse: '%{smart_count} refus |||| %{smart_count} refus',
    'cancel-refusal': '%{smart_count} annulation de refus |||| %{smart_count} annulations de refus',
    'cancel-confirmation':
      '%{smart_count} annulation de validation |||| %{smart_count} annulations de validation',
    lapse: '%{smart_count} caducité |||| %{smart_count} caducités',
    withdraw: '%{smart_count} retrait |||| %{smart_count} retraits',
    wait: '%{smart_count} mise en attente |||| %{smart_count} mises en attente',
    'leave-waiting': '%{smart_count} reprise |||| %{smart_count} reprises',
    firm: '%{smart_count} pose ferme |||| %{smart_count} poses fermes',
    cancel: '%{smart_count} annulation |||| %{smart_count} annulations',
    reinstate: '%{smart_count} rétablissement |||| %{smart_count} rétablissements',
  },
  name: {
    validate: 'Valider',
  },
  explain: {
    place:
      'Chaque option est posée comme elle a été demandée, dans l’ordre de la liste. Les règles et les places libres sont vérifiées une à une. L’échéance de chacune sera calculée à la pose.',
    validate:
      'Valider l’option : la lettre de confirmation part et une commande est créée. Valider un refus en cours : il devient définitif et la lettre de refus part.',
  },
  allPossible: '%{count} : toutes les options le permettent.',
  somePossible: '%{count} : %{smart_count} impossible. |||| %{count} : %{smart_count} impossibles.',
  nonePossible: '%{count} : aucune option ne le permet.',
  why: 'Pourquoi',
  because: '%{reason} (n° %{numbers})',
  left: 'Elles restent comme elles sont.',
  submit: '%{verb} %{smart_count} option |||| %{verb} %{smart_count} options',
  running: '%{done} sur %{total} {total?traitée|traitées}…',
  doneAll: '%{smart_count} option traitée. |||| Les %{smart_count} options sont traitées.',
  doneSome:
    '%{done} sur %{total} traitées, %{smart_count} échec. |||| %{done} sur %{total} traitées, %{smart_count} échecs.',
  results: 'Résultat par option',
  outcome: 'Résultat',
  retry: 'Reprendre l’échec |||| Reprendre les %{smart_count} échecs',
  close: 'Fermer',
  lost: 'La réponse du serveur s’est perdue pour certaines options. Reprenez : rien ne sera fait deux fois.',
} as const;
