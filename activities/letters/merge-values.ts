import type { MergeValues } from '../../rules/letters/merge-fields.ts';
import { shortened } from './clean-text.ts';
import type { LetterFacts } from './letter-facts.ts';
import { type LetterWords, subjectEventLength } from './words/letter-words.ts';

/** What the names in a letter's text stand for in this letter; what it does not have is empty. */
export function mergeValues(facts: LetterFacts, words: LetterWords): MergeValues {
  const { corrects, moved, reseated } = facts;
  const formerSeats = (reseated?.before ?? []).join(facts.locale === 'fr' ? ' ; ' : '; ');
  const fields: MergeValues['fields'] = {
    contactName: facts.contact.name,
    structureName: facts.contact.structureName ?? '',
    contactNumber: facts.contact.number,
    organisation: facts.organisation.name,
    date: facts.issuedOn,
    optionNumber: facts.optionNumber,
    requestedOn: facts.requestedOn,
    event: facts.eventName,
    shortEvent: shortened(facts.eventName, subjectEventLength),
    performance: facts.performance,
    venue: facts.venueName,
    occasion: words.occasion(facts),
    places: words.places(facts),
    placesCount: facts.placesFigure,
    answerLimit: facts.answerLimit ?? '',
    orderNumber: facts.orderNumber ?? '',
    orderTotal: facts.orderTotal ?? '',
    paymentLimit: facts.paymentLimit ?? '',
    formerLetterDate: corrects?.issuedOn ?? '',
    formerDate: moved?.from ?? facts.performance,
    newAnswerLimit: moved?.answerLimit ?? '',
    newPaymentLimit: moved?.paymentLimit ?? '',
    formerSeats,
  };
  return {
    fields,
    conditions: {
      structureName: fields.structureName !== '',
      answerLimit: fields.answerLimit !== '',
      orderNumber: fields.orderNumber !== '',
      orderTotal: fields.orderTotal !== '',
      paymentLimit: fields.paymentLimit !== '',
      nothingToPay: facts.nothingToPay,
      orderHoldsMore: facts.orderHoldsMore,
      severalPerformances: facts.severalPerformances,
      reason: facts.reason.length > 0,
      correctsConfirmation: corrects?.kind === 'confirmation',
      correctsRefusal: corrects?.kind === 'refusal',
      formerLetterDate: corrects !== null,
      newAnswerLimit: fields.newAnswerLimit !== '',
      newPaymentLimit: fields.newPaymentLimit !== '',
      formerSeats: formerSeats !== '',
      seatsNumbered: reseated?.now === 'seats',
      seatsCounted: reseated?.now === 'counted',
      optionStands: facts.stands,
    },
  };
}
