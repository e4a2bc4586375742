import type { AuthorisationFacts } from '../../../../rules/authorisation/facts.ts';

/** An ordinary option that nothing speaks against. */
export const openFacts: AuthorisationFacts = {
  now: '2015-07-23T14:00:00.000Z',
  season: { name: 'Saison 1', open: true },
  activity: { name: 'Spectacle vivant', seatOptionsAllowed: true },
  structure: { name: 'Comité des Tilleuls', acceptance: 'accepted' },
  notice: { hours: 24, collides: false },
  performances: [
    { id: 'soiree', startsAt: '2016-01-10T19:00:00.000Z', timeZone: 'Europe/Paris', state: 'open' },
  ],
  seatCategories: [{ id: 'cat1', name: 'Catégorie 1', optionAllowed: true }],
  limitations: [],
  profiles: [],
  asked: null,
};
