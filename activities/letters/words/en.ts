import { shortened } from '../clean-text.ts';
import type { LetterFacts } from '../letter-facts.ts';
import { type LetterBody, type LetterWords, subjectEventLength } from './letter-words.ts';
import { en } from './typeset.ts';

function places({ places, placesFigure }: LetterFacts): string {
  return en`${placesFigure}\u00A0${places === 1 ? 'seat' : 'seats'}`;
}

function subject(title: string, facts: LetterFacts): string {
  return en`${title} – ${shortened(facts.eventName, subjectEventLength)}`;
}

function occasion(facts: LetterFacts): string {
  return facts.severalPerformances
    ? en`“${facts.eventName}”, on the dates shown below`
    : en`“${facts.eventName}” on ${facts.performance} (${facts.venueName})`;
}

function confirmation(facts: LetterFacts): LetterBody {
  const title = en`Confirmation of your option no. ${facts.optionNumber}`;
  const limit = facts.paymentLimit;
  return {
    subject: subject(title, facts),
    title,
    preview:
      limit === null || facts.nothingToPay
        ? en`${places(facts)}, ${facts.performance}`
        : en`${places(facts)}, payment due before ${limit}`,
    paragraphs: [
      en`We are delighted to confirm your option no. ${facts.optionNumber}: ${places(facts)} for ${occasion(facts)}.`,
      ...payment(facts),
    ],
    callout:
      limit === null || facts.nothingToPay
        ? null
        : {
            text: facts.orderHoldsMore
              ? en`Order no. ${facts.orderNumber ?? ''}, payment due before ${limit}`
              : en`Payment due before ${limit}`,
            figure: facts.orderTotal,
          },
    places: en`Your seats`,
    showsPrices: true,
    afterwards: [en`This confirmation is not a ticket.`],
  };
}

function payment(facts: LetterFacts): string[] {
  const { orderTotal, orderNumber, paymentLimit, optionNumber } = facts;
  if (orderTotal === null || orderNumber === null) {
    return [];
  }
  if (facts.nothingToPay) {
    return [en`These seats are on your order no. ${orderNumber}; there is nothing to pay.`];
  }
  const order = facts.orderHoldsMore
    ? en`These seats are added to your order no. ${orderNumber}, which now comes to ${orderTotal}`
    : en`Your order no. ${orderNumber} comes to ${orderTotal}`;
  const asked =
    paymentLimit === null
      ? en`${order}.`
      : en`${order}, due before ${paymentLimit}. After that date we may have to put these seats back on sale; if this is difficult for you, please let us know and we will look for a solution together.`;
  return [
    asked,
    en`When you pay, please quote order number ${orderNumber} and option number ${optionNumber}. Your tickets will be issued as soon as your payment reaches us.`,
  ];
}

function refusal(facts: LetterFacts): LetterBody {
  const title = en`Your option request no. ${facts.optionNumber}`;
  return {
    subject: subject(en`Our reply to your option request no. ${facts.optionNumber}`, facts),
    title,
    preview: en`Our reply to your request for “${shortened(facts.eventName, subjectEventLength)}”`,
    paragraphs: [
      en`Thank you for your request for ${places(facts)} for ${occasion(facts)}, and for your interest in our programme.`,
      facts.reason.length > 0
        ? en`We would have loved to welcome you. Unfortunately we are unable to grant this request, for the following reason.`
        : en`We would have loved to welcome you. Unfortunately we are unable to grant this request.`,
    ],
    callout: null,
    places: en`Your request`,
    showsPrices: false,
    afterwards: [
      en`We would be glad to welcome you on another occasion: do get in touch, and we will gladly look with you at another date or another seat category.`,
    ],
  };
}

function correction(facts: LetterFacts): LetterBody {
  const title = en`Correction: your option no. ${facts.optionNumber}`;
  const confirmed = facts.corrects?.kind === 'confirmation';
  return {
    subject: subject(en`Correction to your option no. ${facts.optionNumber}`, facts),
    title,
    preview: en`Our previous letter is no longer valid`,
    paragraphs: [
      en`${formerLetter(facts)} is no longer valid. Please disregard it, and accept our apologies for this change.`,
      en`Your request for ${places(facts)} for ${occasion(facts)} is being looked at again. We will write to you as soon as a decision has been made.`,
    ],
    callout: confirmed ? { text: en`No payment is due for this option`, figure: null } : null,
    places: en`Seats concerned`,
    showsPrices: false,
    afterwards: confirmed
      ? [
          en`If you have already paid for the order announced in that letter, please contact us and we will put it right.`,
        ]
      : [],
  };
}

function formerLetter({ corrects, optionNumber }: LetterFacts): string {
  if (corrects === null) {
    return en`Our previous letter about your option no. ${optionNumber}`;
  }
  switch (corrects.kind) {
    case 'confirmation':
      return en`Our letter of ${corrects.issuedOn} confirming your option no. ${optionNumber}`;
    case 'refusal':
      return en`Our letter of ${corrects.issuedOn} declining your option request no. ${optionNumber}`;
    default:
      return en`Our letter of ${corrects.issuedOn} about your option no. ${optionNumber}`;
  }
}

function reminder(facts: LetterFacts): LetterBody {
  const { optionNumber, answerLimit, paymentLimit, orderTotal, orderNumber } = facts;
  const title = en`Reminder: your option no. ${optionNumber}`;
  const paying = orderNumber !== null;
  const limit = paying ? paymentLimit : answerLimit;
  const due = paying ? en`Payment due before ${limit ?? ''}` : en`Your answer before ${limit ?? ''}`;
  return {
    subject: subject(en`Reminder – option no. ${optionNumber}`, facts),
    title,
    preview: limit === null ? title : due,
    paragraphs: [
      en`Your option no. ${optionNumber}, for ${places(facts)} for ${occasion(facts)}, is soon due.`,
      paying
        ? en`Your order no. ${orderNumber} is due before ${limit ?? ''}. After that date we may have to put these seats back on sale.`
        : en`Unless we hear from you before ${limit ?? ''}, we may have to release these seats.`,
      en`If this is difficult for you, please let us know and we will look for a solution together.`,
    ],
    callout: limit === null ? null : { text: due, figure: paying ? orderTotal : null },
    places: paying ? en`Your seats` : en`Your request`,
    showsPrices: paying,
    afterwards: [
      en`If you have answered already, please disregard this reminder: our messages have crossed.`,
    ],
  };
}

function performanceMoved(facts: LetterFacts): LetterBody {
  const { eventName, moved, performance, venueName, optionNumber } = facts;
  const title = en`Change of date: your option no. ${optionNumber}`;
  const limit = moved?.paymentLimit ?? moved?.answerLimit ?? null;
  const paying = moved !== null && moved.paymentLimit !== null;
  return {
    subject: subject(en`Change of date – option no. ${optionNumber}`, facts),
    title,
    preview: en`New date: ${performance}`,
    paragraphs: [
      en`The performance of “${eventName}” planned for ${moved?.from ?? performance} has been moved. It will take place on ${performance} (${venueName}).`,
      en`Your request for ${places(facts)} follows the performance to its new date; you need not do anything to keep it.`,
      ...(limit === null
        ? []
        : [
            paying
              ? en`Your order is now due before ${limit}.`
              : en`We now ask for your answer before ${limit}.`,
          ]),
    ],
    callout: { text: en`New date: ${performance}`, figure: null },
    places: en`Seats concerned`,
    showsPrices: false,
    afterwards: [
      en`If the new date does not suit you, please let us know and we will look for a solution together.`,
    ],
  };
}

function performanceCancelled(facts: LetterFacts): LetterBody {
  const { orderNumber, optionNumber } = facts;
  const title = en`Performance cancelled: your option no. ${optionNumber}`;
  return {
    subject: subject(en`Performance cancelled – option no. ${optionNumber}`, facts),
    title,
    preview: en`The performance of ${facts.performance} will not take place`,
    paragraphs: [
      en`We are sorry to tell you that the performance of “${facts.eventName}” on ${facts.performance} (${facts.venueName}) will not take place${facts.reason.length > 0 ? ', for the following reason' : ''}.`,
      en`Your option no. ${optionNumber}, for ${places(facts)}, is cancelled in consequence.`,
    ],
    callout: { text: en`Nothing is to be paid for this option`, figure: null },
    places: en`Seats concerned`,
    showsPrices: false,
    afterwards: [
      ...(orderNumber === null
        ? []
        : [
            en`If you have already paid order no. ${orderNumber}, please contact us and we will put it right.`,
          ]),
      en`We would be glad to welcome you on another date: do get in touch.`,
    ],
  };
}

function configurationChanged(facts: LetterFacts): LetterBody {
  const { reseated, optionNumber } = facts;
  const now = reseated?.now ?? 'asked';
  const title = en`Change in the hall: your option no. ${optionNumber}`;
  return {
    subject: subject(en`Change in the hall – option no. ${optionNumber}`, facts),
    title,
    preview: now === 'seats' ? en`Your new seats` : en`The hall is laid out differently`,
    paragraphs: [
      en`The hall will be laid out differently for “${facts.eventName}” on ${facts.performance} (${facts.venueName}).`,
      ...seatsNow(facts, now),
    ],
    callout: null,
    places: now === 'asked' ? en`Your request` : en`Your seats`,
    showsPrices: false,
    afterwards:
      now === 'asked'
        ? []
        : [
            en`Neither the category nor the price changes. If this does not suit you, please let us know and we will look for a solution together.`,
          ],
  };
}

function seatsNow(facts: LetterFacts, now: 'seats' | 'counted' | 'asked'): string[] {
  const before = facts.reseated?.before ?? [];
  const instead = before.length === 0 ? [] : [en`You had: ${before.join('; ')}.`];
  switch (now) {
    case 'seats':
      return [
        ...instead,
        before.length === 0
          ? en`Your places (${facts.placesFigure}) are numbered from now on: you find your seats below.`
          : en`Your places (${facts.placesFigure}) are now those shown below.`,
      ];
    case 'counted':
      return [...instead, en`Your places (${facts.placesFigure}) remain yours, but are no longer numbered.`];
    case 'asked':
      return [
        en`Your request for ${places(facts)} stands; you need not do anything. What you had asked for is not there any more in that form: we will answer with the new layout in mind.`,
      ];
  }
}

function reachUs({ organisation: { email, phone } }: LetterFacts): string | null {
  if (email !== null && phone !== null) {
    return en`Any questions? Write to us at ${email} or call us on ${phone}.`;
  }
  if (email !== null) {
    return en`Any questions? Write to us at ${email}.`;
  }
  return phone === null ? null : en`Any questions? Call us on ${phone}.`;
}

/** The English words of the letters. */
export const englishWords: LetterWords = {
  labels: {
    event: 'Event',
    performance: 'Performance',
    venue: 'Venue',
    option: 'Option',
    order: 'Order',
    contact: 'Your contact no.',
    seatCategory: 'Category',
    audienceSubcategory: 'Price',
    quantity: 'Seats',
    price: 'Unit price',
    amount: 'Amount',
    total: 'Total',
    reason: 'Reason',
    remark: 'Your remark',
    barCode: 'Option no.',
  },
  datedOn: ({ issuedOn }) => en`${issuedOn}`,
  salutation: ({ contact }) => en`Dear ${contact.name},`,
  reachUs,
  farewell: en`Yours sincerely,`,
  signature: en`The box office`,
  attached: en`This letter is attached as a PDF document.`,
  pageOf: (page, pages) => en`Page ${page} of ${pages}`,
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
