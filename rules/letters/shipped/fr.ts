import type { ShippedTexts } from './shipped-texts.ts';

const settle = 'contactez-nous : nous ferons le nécessaire.';
const nothingDue = "Aucun règlement n'est à effectuer pour cette option";

/** The French texts of the letters, as they are shipped. */
export const frenchTexts: ShippedTexts = {
  acknowledgement: {
    subject: "Votre demande d'option n° {{optionNumber}} – {{shortEvent}}",
    title: "Votre demande d'option n° {{optionNumber}}",
    preview: 'Nous avons bien reçu votre demande',
    opening: `Nous avons bien reçu, le {{requestedOn}}, votre demande d'option n° {{optionNumber}} : {{places}} pour {{occasion}}. Nous vous en remercions.

Notre service l'examine et vous écrira dès qu'une décision aura été prise. Aucune place n'est encore réservée à votre intention.`,
    placesHeading: 'Votre demande',
  },
  placement: {
    subject: 'Votre option n° {{optionNumber}} est posée – {{shortEvent}}',
    title: 'Votre option n° {{optionNumber}} est posée',
    preview: '{{places}}{{#if answerLimit}}, à confirmer avant le {{answerLimit}}{{/if}}',
    opening: `Nous vous réservons {{places}} pour {{occasion}}, au titre de votre option n° {{optionNumber}}.

{{#if answerLimit}}Nous vous demandons votre réponse avant le {{answerLimit}}. Au-delà de cette date, ces places pourraient être remises en vente ; si ce délai vous est difficile à tenir, prévenez-nous : nous chercherons une solution ensemble.{{/if}}`,
    placesHeading: 'Vos places',
    showsPrices: true,
    callout: '{{#if answerLimit}}À confirmer avant le {{answerLimit}}{{/if}}',
    closing: "Aucun règlement n'est attendu avant notre confirmation.",
  },
  waiting: {
    subject: "Votre option n° {{optionNumber}} est en liste d'attente – {{shortEvent}}",
    title: "Votre option n° {{optionNumber}} est en liste d'attente",
    preview: 'Nous vous écrirons si des places se libèrent',
    opening: `Vous nous avez demandé {{places}} pour {{occasion}}. Nous n'avons pas pu vous les attribuer pour l'instant : votre option n° {{optionNumber}} est inscrite sur la liste d'attente de cette séance.

Si des places se libèrent, nous vous écrirons. D'ici là, aucune place ne vous est réservée et vous n'avez rien à faire.`,
    placesHeading: 'Votre demande',
    closing:
      'Si vous ne souhaitez plus attendre, ou si une autre date vous convient, dites-le-nous : nous regarderons volontiers avec vous ce qui est disponible.',
  },
  confirmation: {
    subject: 'Confirmation de votre option n° {{optionNumber}} – {{shortEvent}}',
    title: 'Confirmation de votre option n° {{optionNumber}}',
    preview:
      '{{places}}, {{#if paymentLimit}}à régler avant le {{paymentLimit}}{{else}}{{performance}}{{/if}}',
    opening: `Nous avons le plaisir de vous confirmer votre option n° {{optionNumber}} : {{places}} pour {{occasion}}.

{{#if nothingToPay}}
Ces places font l'objet de la commande n° {{orderNumber}} ; aucun règlement n'est attendu.
{{else}}{{#if orderTotal}}
{{#if orderHoldsMore}}Ces places rejoignent votre commande n° {{orderNumber}}, qui s'élève désormais à {{orderTotal}}{{else}}Votre commande n° {{orderNumber}} s'élève à {{orderTotal}}{{/if}}{{#if paymentLimit}}, à régler avant le {{paymentLimit}}. Au-delà de cette date, ces places pourraient être remises en vente ; si ce délai vous est difficile à tenir, prévenez-nous : nous chercherons une solution ensemble.{{else}}.{{/if}}

Merci de rappeler lors de votre règlement le numéro de commande {{orderNumber}} et le numéro d'option {{optionNumber}}. Vos billets seront édités dès sa réception.
{{/if}}{{/if}}`,
    placesHeading: 'Vos places',
    showsPrices: true,
    callout:
      '{{#if paymentLimit}}{{#if orderHoldsMore}}Commande n° {{orderNumber}}, à régler avant le {{paymentLimit}}{{else}}À régler avant le {{paymentLimit}}{{/if}}{{/if}}',
    calloutFigure: '{{#if paymentLimit}}{{orderTotal}}{{/if}}',
    closing: 'Cette confirmation ne tient pas lieu de billet.',
  },
  reminder: {
    subject: 'Rappel – option n° {{optionNumber}} – {{shortEvent}}',
    title: 'Rappel : votre option n° {{optionNumber}}',
    preview:
      '{{#if paymentLimit}}À régler avant le {{paymentLimit}}{{else}}{{#if answerLimit}}À confirmer avant le {{answerLimit}}{{/if}}{{/if}}',
    opening: `Nous vous rappelons votre option n° {{optionNumber}} : {{places}} pour {{occasion}}.

{{#if paymentLimit}}
Votre commande n° {{orderNumber}}, qui s'élève à {{orderTotal}}, est à régler avant le {{paymentLimit}}.
{{else}}{{#if answerLimit}}
Nous vous demandons votre réponse avant le {{answerLimit}}.
{{/if}}{{/if}}

Au-delà de cette date, ces places pourraient être remises en vente ; si ce délai vous est difficile à tenir, prévenez-nous : nous chercherons une solution ensemble.`,
    placesHeading: '{{#if orderNumber}}Vos places{{else}}Votre demande{{/if}}',
    showsPrices: true,
    callout:
      '{{#if paymentLimit}}À régler avant le {{paymentLimit}}{{else}}{{#if answerLimit}}À confirmer avant le {{answerLimit}}{{/if}}{{/if}}',
    calloutFigure: '{{#if paymentLimit}}{{orderTotal}}{{/if}}',
    closing:
      'Si votre réponse ou votre règlement nous est parvenu entre-temps, merci de ne pas tenir compte de ce rappel.',
  },
  refusal: {
    subject: "Réponse à votre demande d'option n° {{optionNumber}} – {{shortEvent}}",
    title: "Votre demande d'option n° {{optionNumber}}",
    preview: 'Notre réponse à votre demande pour « {{shortEvent}} »',
    opening: `Nous vous remercions de votre demande de {{places}} pour {{occasion}}, et de l'intérêt que vous portez à notre programmation.

Nous aurions aimé vous accueillir. Nous ne pouvons malheureusement pas donner une suite favorable à cette demande{{#if reason}}, pour le motif que voici{{/if}}.`,
    placesHeading: 'Votre demande',
    closing:
      "Nous serions heureux de vous recevoir à une autre occasion : n'hésitez pas à nous consulter, nous regarderons volontiers avec vous une autre date ou une autre catégorie de places.",
  },
  correction: {
    subject: 'Correction concernant votre option n° {{optionNumber}} – {{shortEvent}}',
    title: 'Correction : votre option n° {{optionNumber}}',
    preview: "Notre précédente lettre n'est plus valable",
    opening: `{{#if correctsConfirmation}}Notre lettre du {{formerLetterDate}}, qui confirmait votre option n° {{optionNumber}},{{else}}{{#if correctsRefusal}}Notre lettre du {{formerLetterDate}}, qui répondait défavorablement à votre demande d'option n° {{optionNumber}},{{else}}{{#if formerLetterDate}}Notre lettre du {{formerLetterDate}}{{else}}Notre précédente lettre{{/if}} au sujet de votre option n° {{optionNumber}}{{/if}}{{/if}} n'est plus valable. Nous vous prions de ne pas en tenir compte et de nous excuser de ce changement.

Votre demande de {{places}} pour {{occasion}}, est de nouveau en cours de traitement. Nous vous écrirons dès qu'une décision aura été prise.`,
    placesHeading: 'Places concernées',
    callout: `{{#if correctsConfirmation}}${nothingDue}{{/if}}`,
    closing: `{{#if correctsConfirmation}}Si vous avez déjà réglé la commande annoncée par cette lettre, ${settle}{{/if}}`,
  },
  lapse: {
    subject: 'Votre option n° {{optionNumber}} est caduque – {{shortEvent}}',
    title: 'Votre option n° {{optionNumber}} est caduque',
    preview: 'Les places ne vous sont plus réservées',
    opening: `Votre option n° {{optionNumber}}, qui portait sur {{places}} pour {{occasion}}, n'est plus valable{{#if reason}}, pour le motif que voici{{/if}} : les places ne vous sont plus réservées.`,
    placesHeading: 'Places concernées',
    callout: nothingDue,
    closing: `{{#if orderNumber}}Si vous avez déjà réglé la commande n° {{orderNumber}}, ${settle}{{/if}}

Si ces places vous intéressent toujours, dites-le-nous : nous regarderons avec vous ce qui reste disponible.`,
  },
  'performance-moved': {
    subject: 'Changement de date – option n° {{optionNumber}} – {{shortEvent}}',
    title: 'Changement de date : votre option n° {{optionNumber}}',
    preview: 'Nouvelle date : {{performance}}',
    opening: `La séance de « {{event}} » prévue le {{formerDate}} est déplacée. Elle aura lieu le {{performance}} ({{venue}}).

Votre demande de {{places}} suit la séance à sa nouvelle date ; vous n'avez rien à faire pour la maintenir.

{{#if newPaymentLimit}}
Votre commande est désormais à régler avant le {{newPaymentLimit}}.
{{else}}{{#if newAnswerLimit}}
Nous vous demandons désormais votre réponse avant le {{newAnswerLimit}}.
{{/if}}{{/if}}`,
    placesHeading: 'Places concernées',
    callout: 'Nouvelle date : {{performance}}',
    closing:
      'Si cette nouvelle date ne vous convient pas, dites-le-nous : nous chercherons une solution ensemble.',
  },
  'performance-cancelled': {
    subject: 'Séance annulée – option n° {{optionNumber}} – {{shortEvent}}',
    title: 'Séance annulée : votre option n° {{optionNumber}}',
    preview: "La séance du {{performance}} n'aura pas lieu",
    opening: `Nous avons le regret de vous annoncer que la séance de « {{event}} » du {{performance}} ({{venue}}) n'aura pas lieu{{#if reason}}, pour le motif que voici{{/if}}.

{{#if optionStands}}Dans votre option n° {{optionNumber}}, ce qui portait sur cette séance ({{places}}) est annulé en conséquence. Le reste de votre option n° {{optionNumber}} est maintenu ; vous n'avez rien à faire.{{else}}Votre option n° {{optionNumber}}, qui portait sur {{places}}, est annulée en conséquence.{{/if}}`,
    placesHeading: 'Places concernées',
    callout: `{{#unless optionStands}}${nothingDue}{{/unless}}`,
    closing: `{{#if orderNumber}}Si vous avez déjà réglé la commande n° {{orderNumber}}, ${settle}{{/if}}

Nous serions heureux de vous recevoir à une autre date : n'hésitez pas à nous consulter.`,
  },
  'configuration-changed': {
    subject: 'Changement dans la salle – option n° {{optionNumber}} – {{shortEvent}}',
    title: 'Changement dans la salle : votre option n° {{optionNumber}}',
    preview: '{{#if seatsNumbered}}Vos nouveaux sièges{{else}}La salle est disposée autrement{{/if}}',
    opening: `La salle sera disposée autrement pour « {{event}} », le {{performance}} ({{venue}}).

{{#if formerSeats}}Vous aviez : {{formerSeats}}.{{/if}}

{{#if seatsNumbered}}
{{#if formerSeats}}Vos places ({{placesCount}}) sont désormais celles que voici.{{else}}Vos places ({{placesCount}}) sont désormais numérotées : vous trouvez vos sièges ci-dessous.{{/if}}
{{else}}{{#if seatsCounted}}
Vos places ({{placesCount}}) vous restent réservées, mais ne sont plus numérotées.
{{else}}
Votre demande de {{places}} reste enregistrée ; vous n'avez rien à faire. Ce que vous aviez demandé n'existe plus sous cette forme : nous vous répondrons en tenant compte de la nouvelle disposition.
{{/if}}{{/if}}`,
    placesHeading:
      '{{#if seatsNumbered}}Vos places{{else}}{{#if seatsCounted}}Vos places{{else}}Votre demande{{/if}}{{/if}}',
    closing:
      '{{#if seatsNumbered}}Ni la catégorie ni le prix ne changent. Si ce changement ne vous convient pas, dites-le-nous : nous chercherons une solution ensemble.{{else}}{{#if seatsCounted}}Ni la catégorie ni le prix ne changent. Si ce changement ne vous convient pas, dites-le-nous : nous chercherons une solution ensemble.{{/if}}{{/if}}',
  },
};
