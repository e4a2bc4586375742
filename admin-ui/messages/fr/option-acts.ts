/** Words of what is done to an option: what each verb does, its dialogs, the file and the basket of its order. */
export const optionActs = {
  explain: {
    extend:
      'Une date convenue avec le contact : jusqu’à elle nous attendons sa réponse ou, une fois l’option validée, le règlement de sa commande. Les rappels suivent la nouvelle date.',
    place: 'Les places posées sont retenues jusqu’à l’échéance.',
    'due-calculated': 'L’échéance sera calculée à la pose.',
    'due-kept': 'L’échéance du %{due} est conservée.',
    'due-renewed': 'L’échéance du %{due} est passée : une nouvelle sera calculée à la pose.',
    refuse:
      'Nous refusons la demande. Le refus reste réversible tant qu’il n’est pas validé ; les places posées sont rendues aussitôt.',
    withdraw: 'Le contact renonce. L’option est retirée pour de bon et ses places sont rendues aussitôt.',
    confirm: 'Valider l’option : la lettre de confirmation part au contact et une commande est créée.',
    'cancel-refusal':
      'L’option revient à l’état qu’elle avait avant le refus. Si elle était posée, ses places doivent être encore libres.',
    'confirm-refusal': 'Le refus devient définitif et la lettre de refus part au contact.',
    'cancel-confirmation':
      'L’option redevient posée. Si la lettre était partie, une lettre de correction suit.',
    lapse: 'Le délai est passé sans réponse. L’option devient caduque et ses places sont rendues aussitôt.',
    wait: 'L’option attend que des places se libèrent, au plus tard jusqu’à la séance. La lettre de mise en attente part au contact.',
    'leave-waiting': 'L’option quitte la liste d’attente : elle redevient un refus en cours, réversible.',
    firm: 'La pose est ferme : elle ne se modifie plus et le délai de règlement ne la libère plus.',
    cancel:
      'L’option est annulée pour de bon : ses places sont rendues et retirées de la commande. Le contact en est averti.',
    reinstate:
      'L’option est posée de nouveau comme elle l’était ; les places doivent être encore libres. Une échéance passée est recalculée.',
    expire: 'La dernière séance demandée est passée : plus rien ne peut être posé. Aucune lettre ne part.',
    duplicate:
      'Une nouvelle demande reprend le contact, les dates et les quantités ; la demande d’origine reste comme elle est.',
    resume:
      'Charger la commande dans un panier pour la régler. Les places restent commandées ; rien d’autre ne change jusqu’au règlement ou à l’abandon.',
  },
  basket: {
    notice: 'Cette option est dans un panier : sa commande est en cours de reprise.',
    see: 'Voir le panier',
    result: 'Commande de l’option n° %{number} dans le panier.',
  },
  file: {
    label: 'Dossier',
    numbered: 'Dossier n° %{number}',
    isNew: 'Nouveau dossier',
    yes: 'Oui',
    no: 'Non, un dossier ouvert du contact',
    own: 'Le dossier de l’option, n° %{number}',
    choose: 'Dossier',
    none: 'Ce contact n’a pas de dossier ouvert.',
    missing: 'Choisissez le dossier.',
    option: 'Dossier n° %{number}, %{amount}',
  },
  insured: {
    label: 'Commande assurée',
    help: 'Elle est rendue tout entière ou pas du tout, jamais en partie. Une fois assurée, elle le demeure.',
    mark: 'Assurée',
  },
  release: {
    which: 'Que rendre ?',
    all: 'Toutes les lignes',
    some: 'Certaines lignes',
    line: '%{name} : %{count}',
    missing: 'Choisissez au moins une ligne.',
    part: 'Seules ces lignes sont rendues, aussitôt ; l’option garde les autres.',
    partOrdered:
      'Seules ces lignes sont rendues, aussitôt, et quittent la commande ; l’option garde les autres et le contact reçoit une nouvelle confirmation.',
    every: 'Ce sont toutes les lignes : l’option devient caduque.',
    package:
      '« %{name} » fait partie du produit et ne se rend pas sans le reste : tout est rendu et l’option devient caduque.',
    insured: 'La commande est assurée : tout est rendu et l’option devient caduque.',
    submit: 'Rendre ces lignes',
    result: 'Option n° %{number} : %{lines} rendu, le reste est gardé.',
    done: 'Lignes rendues',
  },
  dialog: {
    remainder:
      'Mettre le reste en liste d’attente : %{smart_count} place |||| Mettre le reste en liste d’attente : %{smart_count} places',
    remainderHelp: 'Une nouvelle option attend ces places et la lettre de mise en attente part au contact.',
    duplicateResult: 'Demande n° %{number} enregistrée d’après l’option n° %{from}.',
    sameTariff: 'Comme dans l’option d’origine',
    tariffForAll: 'Sous-catégorie de public',
    extendMissing: 'Indiquez la nouvelle date.',
    extendAt: 'Nouvelle échéance',
    extendedResult: 'Option n° %{number} : échéance le %{due}.',
    onMap: 'Choisir les places sur le plan',
    onMapHelp:
      'Les places de cette séance sont numérotées. Sans choix, l’option reçoit les meilleures places libres.',
    reason: 'Motif',
    reasonHelp: 'Conservé dans l’historique.',
    reasonMissing: 'Indiquez le motif.',
    override: 'Passer outre',
    overrideReason: 'Motif pour passer outre',
    overrideHelp: 'Conservé avec la décision.',
    paymentDueAt: 'À régler avant le',
    paymentDueHelp:
      'Prévue le %{due}, ou avant si la commande du dossier est à régler plus tôt. Une autre date demande un motif.',
    dueAt: 'Échéance convenue',
    dueHelp: 'Heure de la salle (%{city}). Une date convenue remplace l’échéance et demande un motif.',
    performance: 'Séance à poser',
    outsideChoices: 'Cette séance n’est pas dans les choix de la demande : indiquez le motif.',
    quantity: 'Quantité posée',
    requested: 'Demandées : %{count}',
    free: 'Libres : %{count}',
    tooMany: 'Plus que le nombre de places libres',
    nothing: 'Posez au moins une place.',
    defaultTariff: 'Tarif par défaut',
    placedResult: 'Option n° %{number} : %{count} {count?place posée|places posées}, échéance le %{due}.',
    verbResult: 'Option n° %{number} : %{state}.',
    confirmedResult: 'Option n° %{number} validée, commande créée. La lettre part au contact.',
  },
} as const;
