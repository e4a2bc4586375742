import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decideAuthorisation } from '../../../rules/authorisation/decide.ts';
import {
  type Holding,
  type LimitationTable,
  limitationFacts,
  tablesCovering,
  tablesFor,
} from '../../../rules/authorisation/limitations.ts';
import { tellReason } from '../../../rules/messages/format.ts';
import { ruleMoments } from '../../../rules/options/life.ts';
import { openFacts } from './support/open-facts.ts';

const school = { id: 'school', name: 'Établissement scolaire' };
const place = {
  performanceId: 'soiree',
  seasonId: 'saison',
  activityId: 'spectacles',
  eventId: 'cerisaie',
  familyId: 'entree',
};
const performance = {
  ...place,
  startsAt: '2016-01-10T19:00:00.000Z',
  timeZone: 'Europe/Paris',
  seasonName: 'Saison 1',
};

/** OPTIONSCO, with the limits a test sets; what is left out it covers all. */
function optionsco(more: Partial<LimitationTable>): LimitationTable {
  return {
    id: 'optionsco',
    name: 'Option pour les scolaires',
    familyId: 'entree',
    collectivityTypes: [school],
    seasonIds: [],
    activityIds: [],
    eventIds: [],
    seatCategoryIds: [],
    maximumPerOption: null,
    maximumPerPerformance: null,
    maximumPerSeason: null,
    ...more,
  };
}

function holding(more: Partial<Holding>): Holding {
  return { ...place, seatCategoryId: 'cat1', held: 0, requested: 0, own: 0, ...more };
}

const asks = (quantity: number, seatCategoryId = 'cat1') => [{ seatCategoryId, quantity }];

async function decide(table: LimitationTable, quantity: number, holdings: readonly Holding[] = []) {
  const facts = limitationFacts(table, school.id, performance, asks(quantity), holdings);
  return decideAuthorisation({ ...openFacts, limitations: facts === null ? [] : [facts] }, 'placement');
}

const sixtyPerPerformance = optionsco({ maximumPerPerformance: 60 });

describe('a limitation table', () => {
  it('says no in the seed’s words, and how many would pass', async () => {
    const { outcome, reasons } = await decide(sixtyPerPerformance, 20, [holding({ held: 48 })]);
    expect(outcome).toBe('refused');
    const [reason] = reasons;
    expect(reason).toEqual({
      code: 'limitation.performance',
      values: {
        table: 'Option pour les scolaires',
        collectivityType: 'Établissement scolaire',
        limit: 60,
        held: 48,
        requested: 0,
        asked: 20,
        passing: 12,
        startsAt: performance.startsAt,
        timeZone: 'Europe/Paris',
      },
    });
    expect(tellReason('fr', reason!).message).toBe(
      'Les contacts de type « Établissement scolaire » peuvent détenir 60 places par séance ; pour celle du 10/01/2016 20:00, ce contact en détient 48 et en demande 20 (possible : 12 au plus).',
    );
    expect(tellReason('en', reason!).message).toBe(
      'Contacts of type “Établissement scolaire” may hold 60 places per performance; at that of 10/01/2016, 20:00 this contact holds 48 and asks for 20 (possible: 12 at most).',
    );
  });

  it('tells what awaits an answer, and nothing of what cannot pass', async () => {
    const { reasons } = await decide(sixtyPerPerformance, 20, [holding({ held: 48, requested: 12 })]);
    expect(tellReason('fr', reasons[0]!).message).toMatch(
      /en détient 48, attend une réponse pour 12 et en demande 20[.]$/,
    );
  });

  it.each([
    ['per option', 'maximumPerOption', 'limitation.option', 60, []],
    ['per performance', 'maximumPerPerformance', 'limitation.performance', 12, [holding({ held: 48 })]],
    [
      'per season',
      'maximumPerSeason',
      'limitation.season',
      12,
      [holding({ held: 30 }), holding({ held: 18, performanceId: 'matinee' })],
    ],
  ] as const)(
    '%s: one below and at the limit pass, one above does not',
    async (_of, field, code, room, has) => {
      const table = optionsco({ [field]: 60 });
      expect((await decide(table, room - 1, has)).outcome).toBe('authorised');
      expect((await decide(table, room, has)).outcome).toBe('authorised');
      const over = await decide(table, room + 1, has);
      expect(over.reasons.map((reason) => reason.code)).toEqual([code]);
      expect(over.reasons[0]?.values).toMatchObject({ limit: 60, asked: room + 1, passing: room });
    },
  );

  it('of 0 places lets nothing pass', async () => {
    expect((await decide(optionsco({ maximumPerSeason: 0 }), 1)).outcome).toBe('refused');
  });

  it('counts at request and at placement, never at confirmation', async () => {
    const facts = limitationFacts(sixtyPerPerformance, school.id, performance, asks(61), []);
    const outcomes = ruleMoments.map(
      async (moment) => (await decideAuthorisation({ ...openFacts, limitations: [facts!] }, moment)).outcome,
    );
    expect(await Promise.all(outcomes)).toEqual(['refused', 'refused', 'authorised']);
  });

  it('counts the places of its seat categories only, held or asked for', async () => {
    const table = optionsco({ maximumPerPerformance: 60, seatCategoryIds: ['cat2'] });
    expect(limitationFacts(table, school.id, performance, asks(500), [])).toBeNull();
    const facts = limitationFacts(
      table,
      school.id,
      performance,
      [...asks(500), ...asks(13, 'cat2')],
      [holding({ held: 100 }), holding({ held: 48, seatCategoryId: 'cat2' })],
    );
    expect(facts?.perPerformance).toMatchObject({ held: 48, excess: 1, passing: 12 });
  });

  it('counts what is held of other performances by the season only, and only what it covers', () => {
    const table = optionsco({ maximumPerPerformance: 60, maximumPerSeason: 60, eventIds: ['cerisaie'] });
    const facts = limitationFacts(table, school.id, performance, asks(1), [
      holding({ held: 10 }),
      holding({ held: 20, performanceId: 'matinee' }),
      holding({ held: 300, performanceId: 'vagues', eventId: 'vagues' }),
      holding({ held: 300, performanceId: 'hier', seasonId: 'avant' }),
    ]);
    expect(facts?.perPerformance.held).toBe(10);
    expect(facts?.perSeason.held).toBe(30);
  });

  it('covers what it names, and all of what it does not', () => {
    const covering = (more: Partial<LimitationTable>) =>
      tablesCovering([optionsco(more)], place).length === 1;
    expect(covering({})).toBe(true);
    expect(covering({ seasonIds: ['saison'], activityIds: ['spectacles'], eventIds: ['cerisaie'] })).toBe(
      true,
    );
    expect(covering({ seasonIds: ['autre'] })).toBe(false);
    expect(covering({ activityIds: ['visites'] })).toBe(false);
    expect(covering({ eventIds: ['vagues'] })).toBe(false);
    expect(covering({ familyId: 'visite' })).toBe(false);
  });

  it('applies to the types it names, and to no contact without one', () => {
    expect(tablesFor([sixtyPerPerformance], school.id)).toHaveLength(1);
    expect(tablesFor([sixtyPerPerformance], 'cse')).toEqual([]);
    expect(tablesFor([sixtyPerPerformance], null)).toEqual([]);
  });

  it('never stands in the way of placing anew what is held already, or less', async () => {
    const over = [holding({ held: 30, own: 50 })];
    expect((await decide(sixtyPerPerformance, 50, over)).outcome).toBe('authorised');
    expect((await decide(sixtyPerPerformance, 20, over)).outcome).toBe('authorised');
    const more = await decide(sixtyPerPerformance, 51, over);
    expect(more.reasons[0]?.values).toMatchObject({ held: 30, asked: 51, passing: 50 });
  });

  it('says itself what would pass: that passes, and one more does not', async () => {
    const number = fc.integer({ min: 0, max: 80 });
    await fc.assert(
      fc.asyncProperty(
        number,
        number,
        number,
        fc.integer({ min: 1, max: 80 }),
        async (maximum, held, own, asked) => {
          const table = optionsco({ maximumPerSeason: maximum });
          const has = [holding({ held, own })];
          const { perSeason } = limitationFacts(table, school.id, performance, asks(asked), has)!;
          expect(perSeason.passing <= asked && perSeason.passing >= 0).toBe(true);
          if (perSeason.excess === 0) return;
          const passes = async (quantity: number) =>
            (await decide(table, quantity, has)).outcome === 'authorised';
          if (perSeason.passing > 0) expect(await passes(perSeason.passing)).toBe(true);
          expect(await passes(perSeason.passing + 1)).toBe(false);
        },
      ),
    );
  });
});
