import type { LetterWords } from './letter-words.ts';

/** The German words of the letters' frame. */
export const germanWords: LetterWords = {
  labels: {
    event: 'Stück',
    performance: 'Vorstellung',
    venue: 'Ort',
    option: 'Option',
    order: 'Bestellung',
    contact: 'Ihre Kontaktnummer',
    seatCategory: 'Kategorie',
    audienceSubcategory: 'Tarif',
    quantity: 'Plätze',
    price: 'Einzelpreis',
    amount: 'Betrag',
    total: 'Summe',
    reason: 'Grund',
    remark: 'Ihre Bemerkung',
    barCode: 'Option Nr.',
  },
  colon: ': ',
  places: ({ places, placesFigure }) => `${placesFigure}\u00A0${places === 1 ? 'Platz' : 'Plätze'}`,
  occasion: (facts) =>
    facts.severalPerformances
      ? `„${facts.eventName}“ an den unten genannten Terminen`
      : `„${facts.eventName}“ (${facts.performance}, ${facts.venueName})`,
  datedOn: (day) => day,
  reachUs: {
    both: (email, phone) =>
      `Haben Sie Fragen? Schreiben Sie uns an ${email} oder rufen Sie uns an: ${phone}.`,
    email: (email) => `Haben Sie Fragen? Schreiben Sie uns an ${email}.`,
    phone: (phone) => `Haben Sie Fragen? Rufen Sie uns an: ${phone}.`,
  },
  signature: 'Ihr Kartenbüro',
  attached: 'Dieses Schreiben finden Sie als PDF-Dokument im Anhang.',
  test: 'TEST',
  pageOf: (page, pages) => `Seite ${page} von ${pages}`,
};
