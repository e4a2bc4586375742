import type { LetterWords } from './letter-words.ts';
import { en } from './typeset.ts';

/** The English words of the letters' frame. */
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
  colon: ': ',
  places: ({ places, placesFigure }) => en`${placesFigure}\u00A0${places === 1 ? 'seat' : 'seats'}`,
  occasion: (facts) =>
    facts.severalPerformances
      ? en`“${facts.eventName}”, on the dates shown below`
      : en`“${facts.eventName}” on ${facts.performance} (${facts.venueName})`,
  datedOn: (day) => day,
  reachUs: {
    both: (email, phone) => en`Any questions? Write to us at ${email} or call us on ${phone}.`,
    email: (email) => en`Any questions? Write to us at ${email}.`,
    phone: (phone) => en`Any questions? Call us on ${phone}.`,
  },
  signature: en`The box office`,
  attached: en`This letter is attached as a PDF document.`,
  test: 'TEST',
  pageOf: (page, pages) => en`Page ${page} of ${pages}`,
};
