import { shortened } from '../clean-text.ts';
import type { LetterFacts } from '../letter-facts.ts';
import { type LetterBody, type LetterWords, subjectEventLength } from './letter-words.ts';
import { fr } from './typeset.ts';

function places({ places, placesFigure }: LetterFacts): string {
  return fr`${placesFigure}\u00A0${places > 1 ? 'places' : 'place'}`;
}

function subject(title: string, facts: LetterFacts): string {
  return fr`${title} – ${shortened(facts.eventName, subjectEventLength)}`;
}

function occasion(facts: LetterFacts): string {
  return facts.severalPerformances
    ? fr`« ${facts.eventName} », aux dates détaillées ci-dessous`
    : fr`« ${facts.eventName} », le ${facts.performance} (${facts.venueName})`;
}

function confirmation(facts: LetterFacts): LetterBody {
  const title = fr`Confirmation de votre option n° ${facts.optionNumber}`;
  const limit = facts.paymentLimit;
  return {
    subject: subject(title, facts),
    title,
    preview:
      limit === null || facts.nothingToPay
        ? fr`${places(facts)}, ${facts.performance}`
        : fr`${places(facts)}, à régler avant le ${limit}`,
    paragraphs: [
      fr`Nous avons le plaisir de vous confirmer votre option n° ${facts.optionNumber} : ${places(facts)} pour ${occasion(facts)}.`,
      ...payment(facts),
    ],
    callout:
      limit === null || facts.nothingToPay
        ? null
        : {
            text: facts.orderHoldsMore
              ? fr`Commande n° ${facts.orderNumber ?? ''}, à régler avant le ${limit}`
              : fr`À régler avant le ${limit}`,
            figure: facts.orderTotal,
          },
    places: fr`Vos places`,
    showsPrices: true,
    afterwards: [fr`Cette confirmation ne tient pas lieu de billet.`],
  };
}

function payment(facts: LetterFacts): string[] {
  const { orderTotal, orderNumber, paymentLimit, optionNumber } = facts;
  if (orderTotal === null || orderNumber === null) {
    return [];
  }
  if (facts.nothingToPay) {
    return [fr`Ces places font l'objet de la commande n° ${orderNumber} ; aucun règlement n'est attendu.`];
  }
  const order = facts.orderHoldsMore
    ? fr`Ces places rejoignent votre commande n° ${orderNumber}, qui s'élève désormais à ${orderTotal}`
    : fr`Votre commande n° ${orderNumber} s'élève à ${orderTotal}`;
  const asked =
    paymentLimit === null
      ? fr`${order}.`
      : fr`${order}, à régler avant le ${paymentLimit}. Au-delà de cette date, ces places pourraient être remises en vente ; si ce délai vous est difficile à tenir, prévenez-nous : nous chercherons une solution ensemble.`;
  return [
    asked,
    fr`Merci de rappeler lors de votre règlement le numéro de commande ${orderNumber} et le numéro d'option ${optionNumber}. Vos billets seront édités dès sa réception.`,
  ];
}

function refusal(facts: LetterFacts): LetterBody {
  const title = fr`Votre demande d'option n° ${facts.optionNumber}`;
  return {
    subject: subject(fr`Réponse à votre demande d'option n° ${facts.optionNumber}`, facts),
    title,
    preview: fr`Notre réponse à votre demande pour « ${shortened(facts.eventName, subjectEventLength)} »`,
    paragraphs: [
      fr`Nous vous remercions de votre demande de ${places(facts)} pour ${occasion(facts)}, et de l'intérêt que vous portez à notre programmation.`,
      facts.reason.length > 0
        ? fr`Nous aurions aimé vous accueillir. Nous ne pouvons malheureusement pas donner une suite favorable à cette demande, pour le motif que voici.`
        : fr`Nous aurions aimé vous accueillir. Nous ne pouvons malheureusement pas donner une suite favorable à cette demande.`,
    ],
    callout: null,
    places: fr`Votre demande`,
    showsPrices: false,
    afterwards: [
      fr`Nous serions heureux de vous recevoir à une autre occasion : n'hésitez pas à nous consulter, nous regarderons volontiers avec vous une autre date ou une autre catégorie de places.`,
    ],
  };
}

function correction(facts: LetterFacts): LetterBody {
  const title = fr`Correction : votre option n° ${facts.optionNumber}`;
  const confirmed = facts.corrects?.kind === 'confirmation';
  return {
    subject: subject(fr`Correction concernant votre option n° ${facts.optionNumber}`, facts),
    title,
    preview: fr`Notre précédente lettre n'est plus valable`,
    paragraphs: [
      fr`${formerLetter(facts)} n'est plus valable. Nous vous prions de ne pas en tenir compte et de nous excuser de ce changement.`,
      fr`Votre demande de ${places(facts)} pour ${occasion(facts)}, est de nouveau en cours de traitement. Nous vous écrirons dès qu'une décision aura été prise.`,
    ],
    callout: confirmed
      ? { text: fr`Aucun règlement n'est à effectuer pour cette option`, figure: null }
      : null,
    places: fr`Places concernées`,
    showsPrices: false,
    afterwards: confirmed
      ? [
          fr`Si vous avez déjà réglé la commande annoncée par cette lettre, contactez-nous : nous ferons le nécessaire.`,
        ]
      : [],
  };
}

function formerLetter({ corrects, optionNumber }: LetterFacts): string {
  if (corrects === null) {
    return fr`Notre précédente lettre au sujet de votre option n° ${optionNumber}`;
  }
  switch (corrects.kind) {
    case 'confirmation':
      return fr`Notre lettre du ${corrects.issuedOn}, qui confirmait votre option n° ${optionNumber},`;
    case 'refusal':
      return fr`Notre lettre du ${corrects.issuedOn}, qui répondait défavorablement à votre demande d'option n° ${optionNumber},`;
    default:
      return fr`Notre lettre du ${corrects.issuedOn} au sujet de votre option n° ${optionNumber}`;
  }
}

function reminder(facts: LetterFacts): LetterBody {
  const { optionNumber, answerLimit, paymentLimit, orderTotal, orderNumber } = facts;
  const title = fr`Rappel : votre option n° ${optionNumber}`;
  const paying = orderNumber !== null;
  const limit = paying ? paymentLimit : answerLimit;
  const due = paying ? fr`À régler avant le ${limit ?? ''}` : fr`Votre réponse avant le ${limit ?? ''}`;
  return {
    subject: subject(fr`Rappel – option n° ${optionNumber}`, facts),
    title,
    preview: limit === null ? title : due,
    paragraphs: [
      fr`Votre option n° ${optionNumber}, qui porte sur ${places(facts)} pour ${occasion(facts)}, arrive bientôt à échéance.`,
      paying
        ? fr`Votre commande n° ${orderNumber} est à régler avant le ${limit ?? ''}. Au-delà de cette date, ces places pourraient être remises en vente.`
        : fr`Sans réponse de votre part avant le ${limit ?? ''}, ces places pourraient être remises à disposition.`,
      fr`Si ce délai vous est difficile à tenir, prévenez-nous : nous chercherons une solution ensemble.`,
    ],
    callout: limit === null ? null : { text: due, figure: paying ? orderTotal : null },
    places: paying ? fr`Vos places` : fr`Votre demande`,
    showsPrices: paying,
    afterwards: [
      fr`Si vous nous avez déjà répondu, merci de ne pas tenir compte de ce rappel : nos messages se sont croisés.`,
    ],
  };
}

function performanceMoved(facts: LetterFacts): LetterBody {
  const { eventName, moved, performance, venueName, optionNumber } = facts;
  const title = fr`Changement de date : votre option n° ${optionNumber}`;
  const limit = moved?.paymentLimit ?? moved?.answerLimit ?? null;
  const paying = moved !== null && moved.paymentLimit !== null;
  return {
    subject: subject(fr`Changement de date – option n° ${optionNumber}`, facts),
    title,
    preview: fr`Nouvelle date : ${performance}`,
    paragraphs: [
      fr`La séance de « ${eventName} » prévue le ${moved?.from ?? performance} est déplacée. Elle aura lieu le ${performance} (${venueName}).`,
      fr`Votre demande de ${places(facts)} suit la séance à sa nouvelle date ; vous n'avez rien à faire pour la maintenir.`,
      ...(limit === null
        ? []
        : [
            paying
              ? fr`Votre commande est désormais à régler avant le ${limit}.`
              : fr`Nous vous demandons désormais votre réponse avant le ${limit}.`,
          ]),
    ],
    callout: { text: fr`Nouvelle date : ${performance}`, figure: null },
    places: fr`Places concernées`,
    showsPrices: false,
    afterwards: [
      fr`Si cette nouvelle date ne vous convient pas, dites-le-nous : nous chercherons une solution ensemble.`,
    ],
  };
}

function performanceCancelled(facts: LetterFacts): LetterBody {
  const { orderNumber, optionNumber } = facts;
  const title = fr`Séance annulée : votre option n° ${optionNumber}`;
  return {
    subject: subject(fr`Séance annulée – option n° ${optionNumber}`, facts),
    title,
    preview: fr`La séance du ${facts.performance} n'aura pas lieu`,
    paragraphs: [
      fr`Nous avons le regret de vous annoncer que la séance de « ${facts.eventName} » du ${facts.performance} (${facts.venueName}) n'aura pas lieu${facts.reason.length > 0 ? ', pour le motif que voici' : ''}.`,
      fr`Votre option n° ${optionNumber}, qui portait sur ${places(facts)}, est annulée en conséquence.`,
    ],
    callout: { text: fr`Aucun règlement n'est à effectuer pour cette option`, figure: null },
    places: fr`Places concernées`,
    showsPrices: false,
    afterwards: [
      ...(orderNumber === null
        ? []
        : [
            fr`Si vous avez déjà réglé la commande n° ${orderNumber}, contactez-nous : nous ferons le nécessaire.`,
          ]),
      fr`Nous serions heureux de vous recevoir à une autre date : n'hésitez pas à nous consulter.`,
    ],
  };
}

function configurationChanged(facts: LetterFacts): LetterBody {
  const { reseated, optionNumber } = facts;
  const now = reseated?.now ?? 'asked';
  const title = fr`Changement dans la salle : votre option n° ${optionNumber}`;
  return {
    subject: subject(fr`Changement dans la salle – option n° ${optionNumber}`, facts),
    title,
    preview: now === 'seats' ? fr`Vos nouveaux sièges` : fr`La salle est disposée autrement`,
    paragraphs: [
      fr`La salle sera disposée autrement pour « ${facts.eventName} », le ${facts.performance} (${facts.venueName}).`,
      ...seatsNow(facts, now),
    ],
    callout: null,
    places: now === 'asked' ? fr`Votre demande` : fr`Vos places`,
    showsPrices: false,
    afterwards:
      now === 'asked'
        ? []
        : [
            fr`Ni la catégorie ni le prix ne changent. Si ce changement ne vous convient pas, dites-le-nous : nous chercherons une solution ensemble.`,
          ],
  };
}

function seatsNow(facts: LetterFacts, now: 'seats' | 'counted' | 'asked'): string[] {
  const before = facts.reseated?.before ?? [];
  const instead = before.length === 0 ? [] : [fr`Vous aviez : ${before.join(' ; ')}.`];
  switch (now) {
    case 'seats':
      return [
        ...instead,
        before.length === 0
          ? fr`Vos places (${facts.placesFigure}) sont désormais numérotées : vous trouvez vos sièges ci-dessous.`
          : fr`Vos places (${facts.placesFigure}) sont désormais celles que voici.`,
      ];
    case 'counted':
      return [
        ...instead,
        fr`Vos places (${facts.placesFigure}) vous restent réservées, mais ne sont plus numérotées.`,
      ];
    case 'asked':
      return [
        fr`Votre demande de ${places(facts)} reste enregistrée ; vous n'avez rien à faire. Ce que vous aviez demandé n'existe plus sous cette forme : nous vous répondrons en tenant compte de la nouvelle disposition.`,
      ];
  }
}

function reachUs({ organisation: { email, phone } }: LetterFacts): string | null {
  if (email !== null && phone !== null) {
    return fr`Une question ? Écrivez-nous à ${email} ou appelez-nous au ${phone}.`;
  }
  if (email !== null) {
    return fr`Une question ? Écrivez-nous à ${email}.`;
  }
  return phone === null ? null : fr`Une question ? Appelez-nous au ${phone}.`;
}

/** The French words of the letters. */
export const frenchWords: LetterWords = {
  labels: {
    event: 'Spectacle',
    performance: 'Séance',
    venue: 'Lieu',
    option: 'Option',
    order: 'Commande',
    contact: 'Votre n°\u00A0de contact',
    seatCategory: 'Catégorie',
    audienceSubcategory: 'Tarif',
    quantity: 'Places',
    price: 'Prix unitaire',
    amount: 'Montant',
    total: 'Total',
    reason: 'Motif',
    remark: 'Votre remarque',
    barCode: 'Option n°',
  },
  datedOn: ({ issuedOn }) => fr`Le ${issuedOn}`,
  salutation: () => fr`Madame, Monsieur,`,
  reachUs,
  farewell: fr`Nous vous prions d'agréer, Madame, Monsieur, nos salutations les meilleures.`,
  signature: fr`Le service billetterie`,
  attached: fr`Vous trouverez cette lettre en pièce jointe, au format PDF.`,
  pageOf: (page, pages) => fr`Page ${page} sur ${pages}`,
  bodies: {
    confirmation,
    refusal,
    correction,
    reminder,
    'performance-moved': performanceMoved,
    'performance-cancelled': performanceCancelled,
    'configuration-changed': configurationChanged,
  },
};
