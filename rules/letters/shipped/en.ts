import type { ShippedTexts } from './shipped-texts.ts';

const settle = 'please contact us and we will put it right.';

/** The English texts of the letters, as they are shipped. */
export const englishTexts: ShippedTexts = {
  acknowledgement: {
    subject: 'Your option request no. {{optionNumber}} – {{shortEvent}}',
    title: 'Your option request no. {{optionNumber}}',
    preview: 'We have received your request',
    opening: `On {{requestedOn}} we received your option request no. {{optionNumber}}: {{places}} for {{occasion}}. Thank you for it.

We are looking at it and will write to you as soon as a decision has been made. No seats are held for you yet.`,
    placesHeading: 'Your request',
  },
  placement: {
    subject: 'Your option no. {{optionNumber}} is placed – {{shortEvent}}',
    title: 'Your option no. {{optionNumber}} is placed',
    preview: '{{places}}{{#if answerLimit}}, to be confirmed before {{answerLimit}}{{/if}}',
    opening: `We are holding {{places}} for {{occasion}} for you under your option no. {{optionNumber}}.

{{#if answerLimit}}We ask for your answer before {{answerLimit}}. After that date we may have to put these seats back on sale; if this is difficult for you, please let us know and we will look for a solution together.{{/if}}`,
    placesHeading: 'Your seats',
    showsPrices: true,
    callout: '{{#if answerLimit}}To be confirmed before {{answerLimit}}{{/if}}',
    closing: 'No payment is due before our confirmation.',
  },
  waiting: {
    subject: 'Your option no. {{optionNumber}} is on the waiting list – {{shortEvent}}',
    title: 'Your option no. {{optionNumber}} is on the waiting list',
    preview: 'We will write to you if seats become available',
    opening: `You asked us for {{places}} for {{occasion}}. We have not been able to grant them for now: your option no. {{optionNumber}} is on the waiting list of this performance.

If seats become available, we will write to you. Until then no seats are held for you, and there is nothing you need to do.`,
    placesHeading: 'Your request',
    closing:
      'If you would rather not wait, or if another date would suit you, please let us know and we will gladly look with you at what is available.',
  },
  confirmation: {
    subject: 'Confirmation of your option no. {{optionNumber}} – {{shortEvent}}',
    title: 'Confirmation of your option no. {{optionNumber}}',
    preview:
      '{{places}}, {{#if paymentLimit}}payment due before {{paymentLimit}}{{else}}{{performance}}{{/if}}',
    opening: `We are delighted to confirm your option no. {{optionNumber}}: {{places}} for {{occasion}}.

{{#if nothingToPay}}
These seats are on your order no. {{orderNumber}}; there is nothing to pay.
{{else}}{{#if orderTotal}}
{{#if orderHoldsMore}}These seats are added to your order no. {{orderNumber}}, which now comes to {{orderTotal}}{{else}}Your order no. {{orderNumber}} comes to {{orderTotal}}{{/if}}{{#if paymentLimit}}, due before {{paymentLimit}}. After that date we may have to put these seats back on sale; if this is difficult for you, please let us know and we will look for a solution together.{{else}}.{{/if}}

When you pay, please quote order number {{orderNumber}} and option number {{optionNumber}}. Your tickets will be issued as soon as your payment reaches us.
{{/if}}{{/if}}`,
    placesHeading: 'Your seats',
    showsPrices: true,
    callout:
      '{{#if paymentLimit}}{{#if orderHoldsMore}}Order no. {{orderNumber}}, payment due before {{paymentLimit}}{{else}}Payment due before {{paymentLimit}}{{/if}}{{/if}}',
    calloutFigure: '{{#if paymentLimit}}{{orderTotal}}{{/if}}',
    closing: 'This confirmation is not a ticket.',
  },
  reminder: {
    subject: 'Reminder – option no. {{optionNumber}} – {{shortEvent}}',
    title: 'Reminder: your option no. {{optionNumber}}',
    preview:
      '{{#if paymentLimit}}Payment due before {{paymentLimit}}{{else}}{{#if answerLimit}}To be confirmed before {{answerLimit}}{{/if}}{{/if}}',
    opening: `This is a reminder of your option no. {{optionNumber}}: {{places}} for {{occasion}}.

{{#if paymentLimit}}
Your order no. {{orderNumber}}, which comes to {{orderTotal}}, is due before {{paymentLimit}}.
{{else}}{{#if answerLimit}}
We ask for your answer before {{answerLimit}}.
{{/if}}{{/if}}

After that date we may have to put these seats back on sale; if this is difficult for you, please let us know and we will look for a solution together.`,
    placesHeading: '{{#if orderNumber}}Your seats{{else}}Your request{{/if}}',
    showsPrices: true,
    callout:
      '{{#if paymentLimit}}Payment due before {{paymentLimit}}{{else}}{{#if answerLimit}}To be confirmed before {{answerLimit}}{{/if}}{{/if}}',
    calloutFigure: '{{#if paymentLimit}}{{orderTotal}}{{/if}}',
    closing: 'If your answer or your payment has reached us meanwhile, please disregard this reminder.',
  },
  refusal: {
    subject: 'Our reply to your option request no. {{optionNumber}} – {{shortEvent}}',
    title: 'Your option request no. {{optionNumber}}',
    preview: 'Our reply to your request for “{{shortEvent}}”',
    opening: `Thank you for your request for {{places}} for {{occasion}}, and for your interest in our programme.

We would have loved to welcome you. Unfortunately we are unable to grant this request{{#if reason}}, for the following reason{{/if}}.`,
    placesHeading: 'Your request',
    closing:
      'We would be glad to welcome you on another occasion: do get in touch, and we will gladly look with you at another date or another seat category.',
  },
  correction: {
    subject: 'Correction to your option no. {{optionNumber}} – {{shortEvent}}',
    title: 'Correction: your option no. {{optionNumber}}',
    preview: 'Our previous letter is no longer valid',
    opening: `{{#if correctsConfirmation}}Our letter of {{formerLetterDate}} confirming your option no. {{optionNumber}}{{else}}{{#if correctsRefusal}}Our letter of {{formerLetterDate}} declining your option request no. {{optionNumber}}{{else}}{{#if formerLetterDate}}Our letter of {{formerLetterDate}}{{else}}Our previous letter{{/if}} about your option no. {{optionNumber}}{{/if}}{{/if}} is no longer valid. Please disregard it, and accept our apologies for this change.

Your request for {{places}} for {{occasion}} is being looked at again. We will write to you as soon as a decision has been made.`,
    placesHeading: 'Seats concerned',
    callout: '{{#if correctsConfirmation}}No payment is due for this option{{/if}}',
    closing: `{{#if correctsConfirmation}}If you have already paid for the order announced in that letter, ${settle}{{/if}}`,
  },
  lapse: {
    subject: 'Your option no. {{optionNumber}} has lapsed – {{shortEvent}}',
    title: 'Your option no. {{optionNumber}} has lapsed',
    preview: 'The seats are no longer held for you',
    opening: `Your option no. {{optionNumber}}, for {{places}} for {{occasion}}, is no longer valid{{#if reason}}, for the following reason{{/if}}: the seats are no longer held for you.`,
    placesHeading: 'Seats concerned',
    callout: 'Nothing is to be paid for this option',
    closing: `{{#if orderNumber}}If you have already paid order no. {{orderNumber}}, ${settle}{{/if}}

If you are still interested in these seats, please let us know and we will look with you at what is available.`,
  },
  'performance-moved': {
    subject: 'Change of date – option no. {{optionNumber}} – {{shortEvent}}',
    title: 'Change of date: your option no. {{optionNumber}}',
    preview: 'New date: {{performance}}',
    opening: `The performance of “{{event}}” planned for {{formerDate}} has been moved. It will take place on {{performance}} ({{venue}}).

Your request for {{places}} follows the performance to its new date; you need not do anything to keep it.

{{#if newPaymentLimit}}
Your order is now due before {{newPaymentLimit}}.
{{else}}{{#if newAnswerLimit}}
We now ask for your answer before {{newAnswerLimit}}.
{{/if}}{{/if}}`,
    placesHeading: 'Seats concerned',
    callout: 'New date: {{performance}}',
    closing:
      'If the new date does not suit you, please let us know and we will look for a solution together.',
  },
  'performance-cancelled': {
    subject: 'Performance cancelled – option no. {{optionNumber}} – {{shortEvent}}',
    title: 'Performance cancelled: your option no. {{optionNumber}}',
    preview: 'The performance of {{performance}} will not take place',
    opening: `We are sorry to tell you that the performance of “{{event}}” on {{performance}} ({{venue}}) will not take place{{#if reason}}, for the following reason{{/if}}.

{{#if optionStands}}What your option no. {{optionNumber}} had for this performance ({{places}}) is cancelled in consequence. The rest of your option no. {{optionNumber}} stands; you need not do anything to keep it.{{else}}Your option no. {{optionNumber}}, for {{places}}, is cancelled in consequence.{{/if}}`,
    placesHeading: 'Seats concerned',
    callout: '{{#unless optionStands}}Nothing is to be paid for this option{{/unless}}',
    closing: `{{#if orderNumber}}If you have already paid order no. {{orderNumber}}, ${settle}{{/if}}

We would be glad to welcome you on another date: do get in touch.`,
  },
  'configuration-changed': {
    subject: 'Change in the hall – option no. {{optionNumber}} – {{shortEvent}}',
    title: 'Change in the hall: your option no. {{optionNumber}}',
    preview: '{{#if seatsNumbered}}Your new seats{{else}}The hall is laid out differently{{/if}}',
    opening: `The hall will be laid out differently for “{{event}}” on {{performance}} ({{venue}}).

{{#if formerSeats}}You had: {{formerSeats}}.{{/if}}

{{#if seatsNumbered}}
{{#if formerSeats}}Your places ({{placesCount}}) are now those shown below.{{else}}Your places ({{placesCount}}) are numbered from now on: you find your seats below.{{/if}}
{{else}}{{#if seatsCounted}}
Your places ({{placesCount}}) remain yours, but are no longer numbered.
{{else}}
Your request for {{places}} stands; you need not do anything. What you had asked for is not there any more in that form: we will answer with the new layout in mind.
{{/if}}{{/if}}`,
    placesHeading:
      '{{#if seatsNumbered}}Your seats{{else}}{{#if seatsCounted}}Your seats{{else}}Your request{{/if}}{{/if}}',
    closing:
      '{{#if seatsNumbered}}Neither the category nor the price changes. If this does not suit you, please let us know and we will look for a solution together.{{else}}{{#if seatsCounted}}Neither the category nor the price changes. If this does not suit you, please let us know and we will look for a solution together.{{/if}}{{/if}}',
  },
};
