import type { AuthorisationFacts } from '../../../rules/authorisation/facts.ts';
import type { ManagedRule } from '../../../rules/authorisation/managed-rule.ts';

const id = (of: number, at: number) =>
  `019000${String(of).padStart(2, '0')}-0000-7000-8000-${String(at).padStart(12, '0')}`;
const scopes = ['season', 'activity', 'seat-category', 'collectivity-type', 'option-profile'] as const;

/** So many rules of a house, spread over seasons, activities, categories, types and profiles; none of them refuses. */
export function rulesOf(count: number): ManagedRule[] {
  // a house has some seasons and activities, many categories and profiles: about as many of each as it has rules for
  const spread = [4, 8, 40, 20, 28];
  return Array.from({ length: count }, (_, at): ManagedRule => {
    const of = at % scopes.length;
    return {
      code: `r${at}`,
      name: `Règle ${at}`,
      scope: scopes[of] ?? 'season',
      scopeId: id(of, Math.floor(at / scopes.length) % (spread[of] ?? 1)),
      moments: at % 3 === 0 ? ['request'] : ['request', 'placement'],
      outcome: at % 4 === 0 ? 'warn' : 'refuse',
      priority: at % 10,
      validFrom: null,
      validUntil: null,
      messageFr: null,
      messageEn: null,
      conditions: {
        all: [
          { fact: 'contact.performanceTotal', operator: 'greaterThan', value: 100_000 + at },
          {
            any: [
              { fact: 'place.weekday', operator: 'in', value: ['saturday', 'sunday'] },
              { fact: 'place.daysAhead', operator: 'lessThan', value: 10 },
            ],
          },
        ],
      },
    };
  });
}

/** The facts of a decision, other ones for each number. */
export function factsOf(at: number): AuthorisationFacts {
  const performance = { id: 'p', startsAt: '2027-01-09T19:00:00.000Z', timeZone: 'Europe/Paris' };
  return {
    now: '2026-11-01T10:00:00.000Z',
    season: { name: 'Saison', open: true },
    activity: { name: 'Spectacle vivant', seatOptionsAllowed: true },
    structure: { name: 'Structure', acceptance: 'accepted' },
    notice: { hours: 24, collides: false },
    performances: [{ ...performance, state: 'open' }],
    seatCategories: [{ id: id(2, at % 40), name: 'Catégorie', optionAllowed: true }],
    limitations: [],
    profiles: [],
    asked: {
      counted: true,
      contact: { holderId: 'h', kind: 'structure', typeId: id(3, at % 20), type: 'Type' },
      channel: 'Guichet',
      places: [
        {
          performance: {
            ...performance,
            event: 'E',
            seasonId: id(0, at % 4),
            season: 'Saison',
            activityId: id(1, at % 8),
            activity: 'A',
          },
          seatCategory: { id: id(2, at % 40), name: 'Catégorie' },
          quantity: 1 + (at % 50),
          total: 1 + (at % 50),
          free: 100,
          atPerformance: { held: at % 90_000, requested: 0 },
          inSeason: { held: at % 90_000, requested: 0 },
          profileIds: [id(4, at % 28)],
        },
      ],
    },
  };
}
