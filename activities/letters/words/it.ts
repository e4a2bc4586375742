import type { LetterWords } from './letter-words.ts';

/** The Italian words of the letters' frame. */
export const italianWords: LetterWords = {
  labels: {
    event: 'Spettacolo',
    performance: 'Rappresentazione',
    venue: 'Luogo',
    option: 'Opzione',
    order: 'Ordine',
    contact: 'Il suo n.\u00A0di contatto',
    seatCategory: 'Categoria',
    audienceSubcategory: 'Tariffa',
    quantity: 'Posti',
    price: 'Prezzo unitario',
    amount: 'Importo',
    total: 'Totale',
    reason: 'Motivo',
    remark: 'La sua osservazione',
    barCode: 'Opzione n.',
  },
  colon: ': ',
  places: ({ places, placesFigure }) => `${placesFigure}\u00A0${places === 1 ? 'posto' : 'posti'}`,
  occasion: (facts) =>
    facts.severalPerformances
      ? `«${facts.eventName}», nelle date indicate qui sotto`
      : `«${facts.eventName}», ${facts.performance} (${facts.venueName})`,
  datedOn: (day) => day,
  reachUs: {
    both: (email, phone) => `Ha una domanda? Ci scriva a ${email} o ci chiami al ${phone}.`,
    email: (email) => `Ha una domanda? Ci scriva a ${email}.`,
    phone: (phone) => `Ha una domanda? Ci chiami al ${phone}.`,
  },
  signature: 'La biglietteria',
  attached: 'Trova questa lettera in allegato in formato PDF.',
  test: 'PROVA',
  pageOf: (page, pages) => `Pagina ${page} di ${pages}`,
};
