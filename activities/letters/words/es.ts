import type { LetterWords } from './letter-words.ts';

/** The Spanish words of the letters' frame. */
export const spanishWords: LetterWords = {
  labels: {
    event: 'Espectáculo',
    performance: 'Función',
    venue: 'Lugar',
    option: 'Opción',
    order: 'Pedido',
    contact: 'Su n.º\u00A0de contacto',
    seatCategory: 'Categoría',
    audienceSubcategory: 'Tarifa',
    quantity: 'Localidades',
    price: 'Precio unitario',
    amount: 'Importe',
    total: 'Total',
    reason: 'Motivo',
    remark: 'Su observación',
    barCode: 'Opción n.º',
  },
  colon: ': ',
  places: ({ places, placesFigure }) => `${placesFigure}\u00A0${places === 1 ? 'localidad' : 'localidades'}`,
  occasion: (facts) =>
    facts.severalPerformances
      ? `«${facts.eventName}», en las fechas indicadas más abajo`
      : `«${facts.eventName}», el ${facts.performance} (${facts.venueName})`,
  datedOn: (day) => day,
  reachUs: {
    both: (email, phone) => `¿Alguna pregunta? Escríbanos a ${email} o llámenos al ${phone}.`,
    email: (email) => `¿Alguna pregunta? Escríbanos a ${email}.`,
    phone: (phone) => `¿Alguna pregunta? Llámenos al ${phone}.`,
  },
  signature: 'El servicio de taquilla',
  attached: 'Encontrará esta carta adjunta en formato PDF.',
  test: 'PRUEBA',
  pageOf: (page, pages) => `Página ${page} de ${pages}`,
};
