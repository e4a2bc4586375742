import type { Catalogue } from './codes.ts';

/** The French texts. */
export const fr: Catalogue = {
  problems: {
    'request.invalid': {
      title: 'Demande incorrecte',
      detail: 'Certaines informations manquent ou ne sont pas valables. Les champs concernés sont indiqués.',
    },
    'request.unauthenticated': { title: 'Connexion nécessaire', detail: 'Connectez-vous pour continuer.' },
    'request.forbidden': {
      title: 'Droit insuffisant',
      detail: 'Vous n’avez pas le droit nécessaire pour cette action.',
    },
    'request.notFound': {
      title: 'Introuvable',
      detail: 'Cet élément n’existe pas ou n’est pas dans votre périmètre.',
    },
    'request.methodNotAllowed': {
      title: 'Action non prévue',
      detail: 'Cette adresse n’accepte pas cette action.',
    },
    'request.tooLarge': {
      title: 'Demande trop volumineuse',
      detail: 'La demande dépasse la taille acceptée.',
    },
    'request.unsupportedType': {
      title: 'Format non accepté',
      detail: 'Le contenu doit être envoyé au format JSON.',
    },
    'option.state': {
      title: 'Action impossible dans cet état',
      detail: 'Possible seulement quand {verb:when}.',
    },
    'stock.insufficient': {
      title: 'Places insuffisantes',
      detail: 'Il ne reste pas assez de places pour cette demande. Rien n’a été modifié.',
    },
    'record.inUse': {
      title: 'Élément utilisé',
      detail: 'Cet élément est utilisé : ce changement n’est pas possible.',
    },
    'record.duplicate': {
      title: 'Élément déjà présent',
      detail: 'Un élément avec le même code ou le même nom existe déjà.',
    },
    'record.version': {
      title: 'Modifié entre-temps',
      detail: 'Cet élément a été modifié depuis que vous l’avez ouvert. Rechargez-le puis recommencez.',
    },
    'record.versionRequired': {
      title: 'Version nécessaire',
      detail: 'Indiquez la version de l’élément dans l’en-tête If-Match.',
    },
    'authorisation.refused': {
      title: 'Non autorisé par les règles',
      detail: 'Les règles en vigueur refusent cette action. Les raisons sont indiquées.',
    },
    'authorisation.warned': {
      title: 'Confirmation nécessaire',
      detail: 'Les règles en vigueur avertissent avant cette action. Confirmez-la en indiquant un motif.',
    },
    'rules.state': {
      title: 'Impossible dans cet état',
      detail: 'Une version publiée ne change plus, et seule une version dont l’impact est calculé se publie.',
    },
    'rules.impactMissing': {
      title: 'Impact à calculer',
      detail:
        'Calculez l’impact de cette version telle qu’elle est, sur les règles en vigueur, avant de la publier.',
    },
    'rules.secondPerson': {
      title: 'Une autre personne doit publier',
      detail: 'Votre organisme demande que la personne qui publie ne soit pas celle qui a écrit les règles.',
    },
    'rules.empty': {
      title: 'Rien à annuler',
      detail: 'Aucune version des règles n’est en vigueur.',
    },
    'performance.past': {
      title: 'Séance passée',
      detail: 'La séance a commencé le {startsAt:instant} : cette action n’est plus possible.',
    },
    'price.missing': {
      title: 'Tarif absent',
      detail:
        'Aucun tarif de la grille de cette séance ne correspond à la ligne. Choisissez une sous-catégorie de public.',
    },
    'twin.itself': {
      title: 'Même option',
      detail: 'Une option ne peut pas être jumelle d’elle-même.',
    },
    'twin.taken': {
      title: 'Déjà jumelle',
      detail: 'L’une des deux options a déjà une jumelle. Séparez-les d’abord.',
    },
    'motive.required': { title: 'Motif nécessaire', detail: 'Indiquez le motif de cette action.' },
    'deadline.agreedPast': {
      title: 'Échéance passée',
      detail: 'L’échéance convenue, le {agreedAt:instant}, est déjà passée.',
    },
    'deadline.agreedAfterPerformance': {
      title: 'Échéance trop tardive',
      detail:
        'L’échéance convenue, le {agreedAt:instant}, est après le début de la séance, le {startsAt:instant}.',
    },
    'contingent.notForChannel': {
      title: 'Contingent non accessible',
      detail: 'La filière de vente ne puise pas dans ce contingent.',
    },
    'contingent.none': {
      title: 'Aucun contingent',
      detail: 'La filière de vente n’a aucun contingent pour cette séance et cette catégorie de place.',
    },
    'order.inBasket': {
      title: 'Commande dans un panier',
      detail:
        'Cette commande est en cours de reprise dans un panier ouvert par {openedBy}. Elle sera libre quand le panier sera réglé ou abandonné, au plus tard le {abandonAt:instant}.',
    },
    'order.nothingToPay': {
      title: 'Rien à régler',
      detail: 'La commande {number} n’a plus d’option validée ou ferme à régler.',
    },
    'basket.paid': {
      title: 'Panier déjà réglé',
      detail: '{endedBy} a enregistré le règlement de ce panier le {endedAt:instant}. Rien n’a été changé.',
    },
    'basket.abandoned': {
      title: 'Panier abandonné',
      detail:
        'Ce panier a été abandonné par {endedBy} le {endedAt:instant} : ses options sont validées ou fermes comme avant. Reprenez de nouveau la commande.',
    },
    'basket.empty': {
      title: 'Panier vide',
      detail: 'Il ne reste aucune option dans ce panier. Abandonnez-le.',
    },
    'payment.whole': {
      title: 'Règlement entier',
      detail: 'L’option {number} porte sur un produit : elle se règle entière, ou pas du tout.',
    },
    'order.insured': {
      title: 'Commande assurée',
      detail:
        'Cette commande est assurée : une partie n’en est pas rendue. Gardez le reste dans la commande.',
    },
    'payment.amount': {
      title: 'Montant inexact',
      detail:
        'Ce qui est vendu revient à {due:money}, et non {given:money}. Changez le montant, ou ce qui est réglé.',
    },
    'file.closed': {
      title: 'Dossier clos',
      detail:
        'Plus rien n’est à régler dans le dossier {number}. Choisissez un dossier ouvert, ou un nouveau dossier.',
    },
    'file.otherContact': {
      title: 'Dossier d’un autre contact',
      detail:
        'Un dossier réunit les commandes d’un seul contact. Choisissez un dossier du contact de l’option.',
    },
    'channel.none': {
      title: 'Aucune filière de vente',
      detail: 'L’organisme de cette séance n’a pas de filière de vente pour les opérateurs.',
    },
    'letter.state': {
      title: 'Envoi impossible',
      detail: 'Ce courrier ne peut pas être envoyé de nouveau dans son état actuel.',
    },
    'idempotency.mismatch': {
      title: 'Clé déjà utilisée',
      detail: 'Cette clé d’idempotence a déjà servi pour une autre demande.',
    },
    'idempotency.inFlight': {
      title: 'Demande en cours',
      detail: 'La même demande est en cours de traitement. Réessayez dans un instant.',
    },
    'list.range': {
      title: 'Plage refusée',
      detail:
        'Une liste donne au plus {maximum} {maximum?ligne|lignes} à la fois, jusqu’à la {reach}ᵉ. Au-delà, continuez avec le curseur.',
    },
    'list.filter': {
      title: 'Filtre inconnu',
      detail: 'Le filtre « {field} » n’existe pas ou sa valeur n’est pas valable.',
    },
    'list.sort': { title: 'Tri inconnu', detail: 'La liste ne se trie pas sur « {field} ».' },
    'rate.limited': {
      title: 'Trop de tentatives',
      detail: 'Trop de tentatives. Réessayez dans {seconds} {seconds?seconde|secondes}.',
    },
    'export.busy': {
      title: 'Exports en cours',
      detail: 'D’autres exports sont en cours. Réessayez dans {seconds} {seconds?seconde|secondes}.',
    },
    'session.signIn': { title: 'Connexion refusée', detail: 'Adresse e-mail ou mot de passe incorrect.' },
    'issuer.unavailable': {
      title: 'Service de connexion injoignable',
      detail:
        'Le service qui vérifie votre identité ne répond pas. Réessayez, ou connectez-vous par mot de passe.',
    },
    'issuer.refused': {
      title: 'Connexion non vérifiée',
      detail: 'La réponse du service de connexion n’a pas pu être vérifiée. Recommencez la connexion.',
    },
    'issuer.unknown': {
      title: 'Compte inconnu',
      detail: 'Aucun compte d’opérateur actif ne correspond. Demandez-en un à un administrateur.',
    },
    'issuer.noRole': {
      title: 'Aucun rôle',
      detail: 'Vos groupes ne donnent aucun rôle dans Placet. Demandez-en un à un administrateur.',
    },
    'issuer.emailMissing': {
      title: 'Adresse e-mail manquante',
      detail:
        'Le service de connexion ne donne pas d’adresse e-mail vérifiée : le compte ne peut pas être créé.',
    },
    'issuer.emailTaken': {
      title: 'Adresse e-mail déjà utilisée',
      detail:
        'Un compte existe déjà avec cette adresse. Connectez-vous par mot de passe, puis reliez-le depuis la sécurité du compte.',
    },
    'issuer.linkedElsewhere': {
      title: 'Identité déjà reliée',
      detail: 'Cette identité est déjà reliée à un autre compte d’opérateur.',
    },
    'session.stepGone': {
      title: 'Connexion à recommencer',
      detail: 'La seconde étape n’a pas été faite à temps. Recommencez la connexion.',
    },
    'session.confirm': {
      title: 'Mot de passe nécessaire',
      detail: 'Votre connexion date de plus d’un quart d’heure : confirmez votre mot de passe.',
    },
    'session.password': {
      title: 'Mot de passe incorrect',
      detail: 'Ce n’est pas le mot de passe de votre compte.',
    },
    'secondFactor.code': {
      title: 'Code refusé',
      detail: 'Ce code est incorrect, a expiré ou a déjà servi. Attendez le suivant.',
    },
    'secondFactor.none': {
      title: 'Pas de second facteur',
      detail: 'Ce compte n’a pas de second facteur, ou son enregistrement n’a pas été commencé.',
    },
    'secondFactor.enrolled': {
      title: 'Second facteur déjà en place',
      detail: 'Ce compte a déjà un second facteur. Retirez-le avant d’en enregistrer un autre.',
    },
    'secondFactor.required': {
      title: 'Second facteur exigé',
      detail: 'Un rôle de ce compte exige un second facteur : il ne peut pas être retiré.',
    },
    'secondFactor.sealed': {
      title: 'Second facteur illisible',
      detail:
        'La clé du serveur a changé. Demandez à un administrateur de réinitialiser votre second facteur.',
    },
    'session.csrf': {
      title: 'Demande d’origine inconnue',
      detail: 'L’en-tête X-Requested-With: placet est nécessaire pour modifier des données.',
    },
    'bulk.tooMany': {
      title: 'Sélection trop grande',
      detail: 'Une action groupée porte sur {max} options au plus. Réduisez la sélection.',
    },
    'placement.busy': {
      title: 'Propositions en cours',
      detail: 'D’autres listes sont en cours de calcul. Réessayez dans {seconds} {seconds?seconde|secondes}.',
    },
    'placement.tooLong': {
      title: 'Calcul trop long',
      detail:
        'La proposition n’est pas prête après {seconds} {seconds?seconde|secondes}. Rien n’est posé ; réduisez la sélection.',
    },
    'contact.acceptance': {
      title: 'Acceptation impossible à changer ainsi',
      detail: 'L’acceptation de cette structure ne permet pas cette action. Rechargez la fiche.',
    },
    'access.link': {
      title: 'Ce lien n’ouvre plus rien',
      detail: 'Il a déjà servi, ou plus de 30 minutes ont passé. Demandez-en un nouveau.',
    },
    'access.notPossible': {
      title: 'Lien d’accès impossible à envoyer',
      detail: 'Ce contact ne peut pas entrer dans son espace en ligne.',
    },
    'option.treated': {
      title: 'Demande déjà prise en charge',
      detail:
        'Votre demande est prise en charge : elle ne peut plus être modifiée ni retirée en ligne. Contactez-nous.',
    },
    'online.refused': {
      title: 'Demande impossible',
      detail: 'Votre demande n’a pas été transmise.',
    },
    'import.unreadable': {
      title: 'Fichier illisible',
      detail:
        'Ce fichier n’est ni un classeur XLSX ni un fichier CSV lisible. Enregistrez-le de nouveau en XLSX ou en CSV.',
    },
    'import.empty': {
      title: 'Fichier vide',
      detail: 'Ce fichier ne contient aucune ligne sous sa ligne de titres.',
    },
    'import.tooLarge': {
      title: 'Fichier trop volumineux',
      detail:
        'Ce fichier, ou ce qu’il contient une fois décompressé, dépasse la taille acceptée. Découpez-le.',
    },
    'import.tooManyRows': {
      title: 'Trop de lignes',
      detail: 'Un import porte sur {max} lignes au plus. Découpez le fichier.',
    },
    'import.mapping': {
      title: 'Colonnes à vérifier',
      detail: 'Indiquez la colonne du nom, et chaque champ une seule fois.',
    },
    'import.contingentColumns': {
      title: 'Colonnes à vérifier',
      detail:
        'Le fichier doit avoir une colonne Événement, Date, Heure et Contingent, et Capacité ou Place, chacune une seule fois.',
    },
    'plan.unreadable': {
      title: 'Plan illisible',
      detail:
        'Ce fichier n’est pas un plan de salle JSON : il s’arrête d’être lisible ligne {line}, colonne {column}.',
    },
    'plan.tooLarge': {
      title: 'Plan trop volumineux',
      detail: 'Un fichier de plan pèse {megabytes} Mo au plus.',
    },
    'plan.tooDeep': {
      title: 'Plan illisible',
      detail: 'Ce fichier emboîte plus de {max} niveaux : ce n’est pas un plan de salle.',
    },
    'plan.tooManySeats': {
      title: 'Trop de places',
      detail: 'Un plan compte {max} places au plus. Rien n’a été importé.',
    },
    'plan.invalid': {
      title: 'Plan à corriger',
      detail: 'Défauts trouvés : {count} (au plus {max} sont indiqués). Rien n’a été importé.',
    },
    'configuration.empty': {
      title: 'Configuration sans place',
      detail: 'Attribuez au moins une place à une catégorie avant de valider la configuration.',
    },
    'performance.state': {
      title: 'Séance annulée',
      detail: 'La séance est annulée, et cela ne se défait pas : elle n’est plus ni rouverte ni changée.',
    },
    'performance.previewStale': {
      title: 'Aperçu dépassé',
      detail:
        'Des options de la séance ont changé depuis l’aperçu. Rien n’a été fait : relisez le nouvel aperçu.',
    },
    'configuration.unfit': {
      title: 'Options sans place',
      detail:
        'Options qui ne trouvent pas de place dans la configuration : {count}. Rien n’a été fait : reprenez leur pose, ou choisissez une autre configuration.',
    },
    'configuration.promisedUnfit': {
      title: 'Places promises sans place',
      detail:
        'Places validées, réglées ou vendues ailleurs qui ne tiennent pas dans la configuration : {count}. Elles ne sont jamais reprises d’office : rien n’a été fait.',
    },
    'configuration.promisedMoves': {
      title: 'Options validées à replacer',
      detail:
        'Options validées ou réglées dont les sièges changeraient : {count}. Rien n’a été fait : acceptez-le, ou choisissez une autre configuration.',
    },
    'performance.notNumbered': {
      title: 'Séance sans plan de salle',
      detail: 'La séance n’a pas de configuration numérotée : elle n’a pas de places à ouvrir.',
    },
    'seats.open': {
      title: 'Places déjà ouvertes',
      detail: 'Les places de cette séance sont déjà ouvertes. Rien n’a été modifié.',
    },
    'stock.numbered': {
      title: 'Séance numérotée',
      detail: 'Les capacités d’une séance numérotée sont celles de ses places : elles ne se saisissent pas.',
    },
    'sale.recorded': {
      title: 'Vente déjà enregistrée',
      detail:
        'La vente {reference} de {seller} est déjà enregistrée pour cette séance. Rien n’a été modifié.',
    },
    'sale.cancelled': {
      title: 'Vente déjà annulée',
      detail: 'Cette vente externe a déjà été annulée. Rien n’a été modifié.',
    },
    'template.refused': {
      title: 'Modèle non appliqué',
      detail: 'Rien n’a été modifié sur cette séance.',
    },
    'release.takenBack': {
      title: 'Libération déjà reprise',
      detail: 'Cette libération a déjà été reprise : elle ne se reprend qu’une fois.',
    },
    'release.nothingFree': {
      title: 'Plus rien à reprendre',
      detail: 'Aucune des places libérées n’est encore libre.',
    },
    'verb.notBuilt': {
      title: 'Action non prise en charge',
      detail: 'L’action « {verb:verb} » n’est pas encore possible.',
    },
    'mail.held': {
      title: 'Courrier retenu',
      detail:
        'La base de données semble plus ancienne que le courrier déjà envoyé. Rien ne part avant qu’une personne ne le décide.',
    },
    'text.state': {
      title: 'Impossible dans cet état',
      detail: 'Seul un brouillon s’écrit, se supprime ou se publie ; seul le texte en vigueur se retire.',
    },
    'preview.busy': {
      title: 'Aperçus en cours',
      detail: 'D’autres aperçus se préparent. Réessayez dans {seconds} secondes.',
    },
    'server.unavailable': {
      title: 'Service momentanément indisponible',
      detail: 'Le service ne répond pas pour le moment. Réessayez dans un instant.',
    },
    'server.error': {
      title: 'Erreur inattendue',
      detail: 'Une erreur inattendue s’est produite. Rien n’a été modifié.',
    },
  },
  reasons: {
    'order.locked': 'La commande de cette option est en cours de reprise dans un panier.',
    'order.counterOperation': 'Une option réglée s’annule par une contre-opération sur sa commande.',
    'performance.ahead': 'La séance n’a pas encore eu lieu : elle est prévue le {startsAt:instant}.',
    'season.notOpen': 'La saison « {season} » n’est pas ouverte.',
    'activity.optionsNotAllowed': 'L’activité « {activity} » n’autorise pas les options de places.',
    'season.productOptionsNotAllowed': 'La saison « {season} » n’autorise pas les options de produits.',
    'seatCategory.optionsNotAllowed': 'La catégorie de place « {seatCategory} » n’autorise pas les options.',
    'performance.cancelled': 'La séance du {startsAt:instant} est annulée.',
    'performance.notOpen': 'La séance du {startsAt:instant} n’est pas ouverte aux options.',
    'structure.pending': 'La structure « {structure} » n’est pas encore acceptée.',
    'structure.refused': 'La structure « {structure} » a été refusée.',
    'structure.suspended': 'La structure « {structure} » est suspendue.',
    'profile.none': 'La filière « {channel} » n’a aucun profil d’option en cours de validité.',
    'profile.notCovered':
      'Aucun profil d’option de la filière « {channel} » ne couvre la catégorie « {seatCategory} » pour la séance du {startsAt:instant}.',
    'profile.minimum':
      'Catégorie « {seatCategory} » : au minimum {minimum} {minimum?place|places} par demande ; celle-ci en compte {asked}.',
    'limitation.option':
      'Les contacts de type « {collectivityType} » peuvent avoir {limit} {limit?place|places} par option ; celle-ci en compte {asked}[ (possible : {passing} au plus)].',
    'limitation.performance':
      'Les contacts de type « {collectivityType} » peuvent détenir {limit} {limit?place|places} par séance ; pour celle du {startsAt:instant}, ce contact en détient {held}[, attend une réponse pour {requested}] et en demande {asked}[ (possible : {passing} au plus)].',
    'limitation.season':
      'Les contacts de type « {collectivityType} » peuvent détenir {limit} {limit?place|places} par saison ; pour « {season} », ce contact en détient {held}[, attend une réponse pour {requested}] et en demande {asked}[ (possible : {passing} au plus)].',
    'deadline.collides':
      'Le délai minimal de {noticeHours} {noticeHours?heure|heures} pour répondre dépasse le début de la séance.',
    'authorisation.rule': '{text:told}',
    'authorisation.engine': 'Les règles n’ont pas pu être évaluées ; par prudence la réponse est non.',
    'stock.line':
      'Catégorie « {seatCategory} » : {requested} {requested?place voulue|places voulues}, {free} {free?libre|libres}.',
    'placement.otherPerformance': 'La séance n’est pas parmi les choix du contact : indiquez le motif.',
    'performance.liveOptions':
      'Options en cours sur cette séance : {count}. Changez la séance depuis le bouton « Actions » de sa page.',
    'performance.seatsOpen':
      'Places ouvertes de cette séance : {count}. Changez sa configuration depuis le bouton « Actions » de sa page.',
    'seat.taken': 'Place déjà prise : {where}, place {number}.',
    'seats.noneFit':
      'Aucun placement pour {quantity} {quantity?personne|personnes} : il reste {free} {free?place|places}, dont {together} côte à côte au plus.',
    'performance.begun': 'La séance du {startsAt:instant} a commencé.',
    'template.otherVenue': 'La séance se joue dans un autre lieu que celui du modèle.',
    'template.otherConfiguration': 'La séance n’a pas la configuration du modèle.',
    'template.noStock': 'Aucune place ouverte en {seatCategory}.',
    'template.noSeats':
      'Le modèle nomme des places de {seatCategory}, et cette séance n’a pas de places numérotées.',
    'template.tooMany':
      '{seatCategory} : le modèle et les autres contingents demandent {wanted} {wanted?place|places}, la séance en a {capacity}.',
    'template.held':
      '{contingent}, {seatCategory} : {taken} {taken?place est prise|places sont prises}, il n’en resterait que {after}.',
    'template.seatsUnknown': '{seatCategory} : places nommées qui ne sont pas à cette séance : {count}.',
    'template.seatsTaken': '{seatCategory} : places à changer de contingent qui sont prises : {count}.',
    'operator.self': 'Personne ne peut désactiver son propre compte.',
    'online.minimum': 'Demandez au moins {minimum} {minimum?place|places} en {seatCategory}.',
    'online.category':
      'La catégorie {seatCategory} ne se demande pas en ligne pour la séance du {startsAt:instant}.',
    'online.anyCategory': 'La catégorie {seatCategory} ne se demande pas en option.',
    'online.performance': 'La séance du {startsAt:instant} ne prend plus de demande.',
    'online.limit': 'C’est plus de places que vous ne pouvez en demander[ (possible : {passing} au plus)].',
    'online.other': 'Cette demande ne peut pas être prise en ligne. Contactez-nous.',
    'access.noAddress': 'Il n’a pas d’adresse e-mail.',
    'access.noChannel':
      'Aucune filière en ligne n’est ouverte à ce contact, ou la structure n’est pas acceptée, ou le relais n’est plus lié.',
    'usedBy.activities': 'Activités de la saison : {count}.',
    'usedBy.audienceSubcategories': 'Sous-catégories de public : {count}.',
    'usedBy.channels': 'Filières de vente qui s’en servent : {count}.',
    'usedBy.collectivityTypes': 'Types de collectivité qui s’en servent : {count}.',
    'usedBy.configurations': 'Configurations logiques qui en dépendent : {count}.',
    'usedBy.contactLinks': 'Liens entre contacts : {count}.',
    'usedBy.contacts': 'Contacts concernés : {count}.',
    'usedBy.contingents': 'Contingents de cet organisme : {count}.',
    'usedBy.events': 'Événements qui s’y rattachent : {count}.',
    'usedBy.letters': 'Lettres envoyées ou dues : {count}.',
    'usedBy.limitationTables': 'Tables de limitation qui le nomment : {count}.',
    'usedBy.operators': 'Opérateurs qui ont ce rôle : {count}.',
    'usedBy.optionProfiles': 'Profils d’option qui le nomment : {count}.',
    'usedBy.options': 'Options qui s’y rapportent : {count}.',
    'usedBy.orders': 'Commandes ou dossiers : {count}.',
    'usedBy.performances': 'Séances qui s’y rattachent : {count}.',
    'usedBy.prices': 'Tarifs saisis dans des grilles : {count}.',
    'usedBy.products': 'Produits qui s’en servent : {count}.',
    'usedBy.releasePlans': 'Plans de libération : {count}.',
    'usedBy.releases': 'Libérations faites : {count}.',
    'usedBy.seasons': 'Saisons de cet organisme : {count}.',
    'usedBy.seatCategories': 'Catégories de place de ce lieu : {count}.',
    'usedBy.seatPlans': 'Plans de cet espace : {count}.',
    'usedBy.spaces': 'Espaces de ce lieu : {count}.',
    'usedBy.stock': 'Lignes de stock ouvertes : {count}.',
    'usedBy.templates': 'Modèles de contingents : {count}.',
    'usedBy.venues': 'Lieux de cet organisme : {count}.',
  },
  fields: {
    'field.required': 'Ce champ est obligatoire.',
    'field.unknown': 'Ce champ n’existe pas.',
    'field.type': 'La valeur n’est pas du type attendu.',
    'field.format': 'La valeur n’a pas la forme attendue.',
    'field.tooShort': 'La valeur est trop courte.',
    'field.tooLong': 'La valeur est trop longue.',
    'field.tooSmall': 'La valeur est trop petite.',
    'field.tooLarge': 'La valeur est trop grande.',
    'field.choice': 'La valeur n’est pas parmi les choix possibles.',
    'field.reference': 'L’élément désigné n’existe pas.',
    'field.duplicate': 'Cet élément est nommé deux fois.',
    'field.invalid': 'La valeur n’est pas valable.',
    'field.taken': 'Cette valeur est déjà prise.',
    'plan.noSeat': 'Ce plan n’a aucune place.',
    'plan.guidTwice': 'Une autre place porte déjà cet identifiant.',
    'plan.labelTwice': 'Une autre place de ce rang porte déjà ce numéro.',
    'plan.categoryUnknown': 'Cette catégorie n’est pas dans la liste des catégories du plan.',
    'configuration.elsewhere': 'Cet élément appartient à un autre lieu ou à un autre espace.',
    'configuration.draft': 'Cette configuration n’est pas encore validée.',
    'configuration.capacities': 'Les jauges de cette configuration ne sont pas celles de la séance.',
    'configuration.numbered':
      'Une configuration numérotée a un plan et compte ses places ; une configuration en quantité a des jauges et pas de plan.',
    'seats.dealt': 'Le stock est déjà ouvert : ses contingents reçoivent les places.',
    'seats.notOpen': 'Les places de cette séance ne sont pas ouvertes.',
    'seat.otherCategory': 'Place d’une autre catégorie.',
    'seat.tooMany': 'Davantage de places désignées que la quantité.',
    'product.mandatory': 'Cette ligne fait partie du produit : sa quantité suit celle du produit.',
    'product.choice': 'Choisissez la séance ou le créneau.',
    'product.whole':
      'Les lignes obligatoires vont ensemble, pour le même nombre d’unités, et les autres n’en dépassent pas le compte.',
    'product.inactive': 'Ce produit n’est plus proposé.',
    'seat.alreadyTaken': 'Place déjà prise.',
    'seat.notBlocked': 'Place qui n’est pas bloquée.',
    'seat.otherContingent': 'Place d’un autre contingent.',
    'start.past': 'Date déjà passée.',
    'start.same': 'C’est la date actuelle de la séance.',
    'configuration.same': 'C’est la configuration actuelle de la séance.',
    'template.shareKind': 'Indiquez un nombre, un pourcentage ou des places : un seul des trois.',
    'template.percent': 'Les pourcentages de cette catégorie dépassent 100.',
    'template.restNamed': 'Le contingent qui reçoit le reste n’a pas de part à lui.',
    'template.seatsNeedPlan': 'Des places ne se nomment que pour une configuration numérotée.',
    'release.daysOrder': 'Les jours doivent diminuer d’une étape à l’autre.',
    'release.keepOrder': 'Ce qui est gardé ne peut pas augmenter d’une étape à l’autre.',
    'release.afterPerformance': 'La fin du jour de la séance tombe après la séance.',
    'release.sameContingent': 'Les places libérées vont à un autre contingent.',
    'release.target': 'Choisissez une activité, un événement ou une séance : un seul des trois.',
    'release.overlaps': 'Un autre plan libère déjà ce contingent pour la même cible.',
    'rule.factUnknown': 'Cette donnée n’existe pas ou ne peut pas être lue ici.',
    'rule.operatorNumber': 'Cette comparaison n’a de sens qu’avec un nombre.',
    'rule.valueType': 'La valeur n’est pas du type de la donnée.',
    'rule.listEmpty': 'Indiquez au moins une valeur.',
    'rule.groupEmpty': 'Un groupe sans condition serait toujours vrai : ajoutez-en une.',
    'rule.groupLarge': 'Un groupe compte au plus 50 conditions.',
    'rule.groupMissing': 'Les conditions commencent par un groupe : toutes, une au moins, ou aucune.',
    'rule.tooDeep': 'Au plus six groupes les uns dans les autres.',
    'rule.conditionFields':
      'Une condition est un groupe (all, any, not) ou une comparaison (fact, operator, value), et rien d’autre.',
    'rule.codeTwice': 'Deux règles ont le même code.',
    'rule.scopeTarget': 'Cette portée ne va pas avec cet élément.',
    'rule.crowded': 'Trop de règles pour une même portée : au plus 250.',
    'rule.placeholder': 'Le texte cite entre accolades une donnée qui n’existe pas.',
    'text.unknownField':
      'Ce nom n’existe pas dans ce genre de lettre[ : « {name} »][, ligne {line}, caractère {column}].',
    'text.unknownCondition':
      'Cette condition n’existe pas dans ce genre de lettre[ : « {name} »][, ligne {line}, caractère {column}].',
    'text.unguarded':
      'Cette valeur peut manquer : entourez-la d’une condition qui la garantit[ (« {name} »)][, ligne {line}, caractère {column}].',
    'text.unclosedBlock':
      'Cette condition n’est pas refermée[ : « {name} »][, ligne {line}, caractère {column}].',
    'text.unexpectedTag':
      'Rien n’est ouvert à cet endroit, ou autre chose l’est[ : « {name} »][, ligne {line}, caractère {column}].',
    'text.unclosedTag':
      'Des accolades ne sont pas refermées, ou pas ouvertes[, ligne {line}, caractère {column}].',
    'text.tooDeep': 'Au plus quatre conditions les unes dans les autres[, ligne {line}, caractère {column}].',
    'text.markup':
      'Le texte ne contient ni HTML ni script[ : « {name} »][, ligne {line}, caractère {column}].',
    'text.lineBreak': 'Cette partie tient sur une ligne[, ligne {line}, caractère {column}].',
  },
};
