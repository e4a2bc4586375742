import type { LetterWords } from './letter-words.ts';
import { fr } from './typeset.ts';

/** The French words of the letters' frame. */
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
  colon: '\u00A0: ',
  places: ({ places, placesFigure }) => fr`${placesFigure}\u00A0${places > 1 ? 'places' : 'place'}`,
  occasion: (facts) =>
    facts.severalPerformances
      ? fr`« ${facts.eventName} », aux dates détaillées ci-dessous`
      : fr`« ${facts.eventName} », le ${facts.performance} (${facts.venueName})`,
  datedOn: (day) => fr`Le ${day}`,
  reachUs: {
    both: (email, phone) => fr`Une question ? Écrivez-nous à ${email} ou appelez-nous au ${phone}.`,
    email: (email) => fr`Une question ? Écrivez-nous à ${email}.`,
    phone: (phone) => fr`Une question ? Appelez-nous au ${phone}.`,
  },
  signature: fr`Le service billetterie`,
  attached: fr`Vous trouverez cette lettre en pièce jointe, au format PDF.`,
  test: 'ESSAI',
  pageOf: (page, pages) => fr`Page ${page} sur ${pages}`,
};
