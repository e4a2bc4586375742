import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decideAuthorisation, problemOf, shippedRuleSet } from '../../../rules/authorisation/decide.ts';
import type { AuthorisationFacts } from '../../../rules/authorisation/facts.ts';
import { parseRuleSet } from '../../../rules/authorisation/parse-rule-set.ts';
import type { RuleSet } from '../../../rules/authorisation/rule.ts';
import { tellReason } from '../../../rules/messages/format.ts';
import { type RuleMoment, ruleMoments } from '../../../rules/options/life.ts';
import { openFacts } from './support/open-facts.ts';

const open = openFacts;
const performance = open.performances[0]!;
const seatCategory = open.seatCategories[0]!;
const start = performance.startsAt;

const structure = (acceptance: 'pending' | 'refused' | 'suspended') => ({
  structure: { name: 'Comité des Tilleuls', acceptance },
});

/** What is wrong, the reason given, and the moments at which it counts. */
const refusals: readonly (readonly [string, Partial<AuthorisationFacts>, string, readonly RuleMoment[]])[] = [
  [
    'the season is not open',
    { season: { name: 'S', open: false } },
    'season.notOpen',
    ['request', 'placement'],
  ],
  [
    'the season takes no options on products',
    { season: { name: 'S', open: true, productOptionsAllowed: false } },
    'season.productOptionsNotAllowed',
    ['request', 'placement'],
  ],
  [
    'the activity takes no options',
    { activity: { name: 'Visites', seatOptionsAllowed: false } },
    'activity.optionsNotAllowed',
    ['request', 'placement'],
  ],
  [
    'one of the seat categories takes no options',
    { seatCategories: [seatCategory, { id: 'pmr', name: 'PMR', optionAllowed: false }] },
    'seatCategory.optionsNotAllowed',
    ['request', 'placement'],
  ],
  ['the performance has just begun', { now: start }, 'performance.past', ruleMoments],
  [
    'the performance is cancelled',
    { performances: [{ ...performance, state: 'cancelled' }] },
    'performance.cancelled',
    ruleMoments,
  ],
  [
    'the performance is closed',
    { performances: [{ ...performance, state: 'closed' }] },
    'performance.notOpen',
    ['request', 'placement'],
  ],
  ['the structure is pending', structure('pending'), 'structure.pending', ruleMoments],
  ['the structure was refused', structure('refused'), 'structure.refused', ruleMoments],
  ['the structure is suspended', structure('suspended'), 'structure.suspended', ruleMoments],
];

/** Lets the event loop turn, so that decisions begin while others are half done or just ending. */
async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await Promise.resolve();
}

describe('what the shipped rules decide', () => {
  it.each(ruleMoments)('nothing speaks against an ordinary option at %s', async (moment) => {
    const decision = await decideAuthorisation(open, moment);
    expect(decision).toMatchObject({ outcome: 'authorised', reasons: [], failure: null });
    expect(problemOf(decision)).toBeNull();
    expect(await decideAuthorisation({ ...open, structure: null }, moment)).toMatchObject({
      outcome: 'authorised',
    });
  });

  it.each(refusals)('%s: refused', async (_case, facts, code, moments) => {
    for (const moment of ruleMoments) {
      const decision = await decideAuthorisation({ ...open, ...facts }, moment);
      const counts = moments.includes(moment);
      expect([moment, decision.outcome]).toEqual([moment, counts ? 'refused' : 'authorised']);
      expect(decision.reasons.map((reason) => reason.code)).toEqual(counts ? [code] : []);
      for (const reason of decision.reasons) {
        expect(tellReason('fr', reason).message).not.toMatch(/[{}—]/);
        expect(tellReason('en', reason).message).not.toMatch(/[{}—]/);
      }
    }
  });

  it('every shipped rule has its case', () => {
    const told = new Set([...refusals.map(([, , code]) => code), 'deadline.collides']);
    // those of limitation tables and profiles have theirs in files of their own
    const elsewhere = /^(limitation|profile)[.]/;
    const codes = shippedRuleSet.rules
      .map((rule) => rule.reason.code)
      .filter((code) => !elsewhere.test(code));
    expect(new Set(codes)).toEqual(told);
  });

  it('warns when the notice cannot be given, at placement', async () => {
    const facts = { ...open, notice: { hours: 24, collides: true } };
    const decision = await decideAuthorisation(facts, 'placement');
    expect(decision).toMatchObject({ outcome: 'warned', reasons: [{ code: 'deadline.collides' }] });
    expect(problemOf(decision)).toBe('authorisation.warned');
    expect(await decideAuthorisation(facts, 'request')).toMatchObject({ outcome: 'authorised' });
  });

  it('a refusal wins over a warning', async () => {
    const facts = { ...open, ...structure('suspended'), notice: { hours: 24, collides: true } };
    const decision = await decideAuthorisation(facts, 'placement');
    expect(decision.reasons.map((reason) => reason.code)).toEqual(['structure.suspended']);
    expect(problemOf(decision)).toBe('authorisation.refused');
  });

  it('evaluates all rules and tells every reason, the past performance first', async () => {
    const facts: AuthorisationFacts = {
      ...open,
      now: start,
      season: { name: 'Saison 1', open: false },
      seatCategories: [
        { ...seatCategory, optionAllowed: false },
        { id: 'cat1b', name: 'Catégorie 1', optionAllowed: false },
      ],
    };
    const decision = await decideAuthorisation(facts, 'request');
    expect(decision.reasons).toEqual([
      { code: 'performance.past', values: { startsAt: start, timeZone: 'Europe/Paris' } },
      { code: 'season.notOpen', values: { season: 'Saison 1' } },
      { code: 'seatCategory.optionsNotAllowed', values: { seatCategory: 'Catégorie 1' } },
    ]);
    expect(problemOf(decision)).toBe('performance.past');
  });

  it('keeps every comparison with the fact, what was expected and the result', async () => {
    const { leaves, ruleSetVersion } = await decideAuthorisation(
      { ...open, ...structure('pending') },
      'placement',
    );
    expect(ruleSetVersion).toBe(shippedRuleSet.version);
    expect(leaves.map((leaf) => leaf.rule).toSorted()).toEqual(
      shippedRuleSet.rules
        .filter(({ moments, scope }) => moments.includes('placement') && scope !== 'collectivity-type')
        .map((rule) => rule.name)
        .toSorted(),
    );
    expect(leaves).toContainEqual({
      rule: 'structure-pending',
      scope: 'structure',
      subjectId: null,
      fact: 'structure.acceptance',
      operator: 'equal',
      expected: 'pending',
      actual: 'pending',
      result: true,
    });
    expect(leaves).toContainEqual(
      expect.objectContaining({
        rule: 'performance-past',
        subjectId: 'soiree',
        actual: false,
        result: false,
      }),
    );
  });

  it('says the same with 200 decisions at once as with one after the other', async () => {
    const random = fc.record({
      season: fc.record({ name: fc.constant('S'), open: fc.boolean() }),
      activity: fc.record({ name: fc.constant('A'), seatOptionsAllowed: fc.boolean() }),
      acceptance: fc.constantFrom('pending' as const, 'accepted' as const, 'refused' as const),
      moment: fc.constantFrom(...ruleMoments),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(random, { minLength: 200, maxLength: 200, size: 'max' }), async (cases) => {
        const ask = ({ acceptance, moment, ...facts }: (typeof cases)[number]) =>
          decideAuthorisation({ ...open, ...facts, structure: { name: 'C', acceptance } }, moment);
        const together = await Promise.all(
          cases.map(async (each, index) => {
            await turns(index);
            return ask(each);
          }),
        );
        for (const [index, each] of cases.entries()) expect(together[index]).toEqual(await ask(each));
      }),
      { numRuns: 3 },
    );
  });
});

describe('rules of a house', () => {
  const rule = {
    name: 'large-groups',
    scope: 'season',
    moments: ['request'],
    outcome: 'warn',
    priority: 5,
    validFrom: null,
    validUntil: null,
    reason: { code: 'season.notOpen', values: { season: 'season.name' } },
    conditions: { any: [{ fact: 'notice.hours', operator: 'greaterThan', value: 12 }] },
  };
  const house = (more: object = {}) => parseRuleSet({ version: 'house-1', rules: [{ ...rule, ...more }] });

  it('read all, any and not', async () => {
    const conditions = {
      all: [
        {
          any: [
            { fact: 'season.name', operator: 'in', value: ['Saison 1', 'Saison 2'] },
            { fact: 'season.open', operator: 'equal', value: false },
          ],
        },
        { not: { fact: 'structure.acceptance', operator: 'equal', value: null } },
      ],
    };
    const decision = await decideAuthorisation(open, 'request', house({ conditions }));
    expect(decision).toMatchObject({ outcome: 'warned', ruleSetVersion: 'house-1' });
    expect(decision.leaves.map((leaf) => [leaf.fact, leaf.result])).toEqual([
      ['season.name', true],
      ['season.open', false],
      ['structure.acceptance', false],
    ]);
    const alone = await decideAuthorisation({ ...open, structure: null }, 'request', house({ conditions }));
    expect(alone.outcome).toBe('authorised');
  });

  it.each([
    ['not yet in force', { validFrom: '2015-07-23T14:00:00.001Z' }, 'authorised'],
    ['in force from this very instant', { validFrom: '2015-07-23T14:00:00.000Z' }, 'warned'],
    ['in force until later', { validUntil: '2015-07-23T14:00:00.001Z' }, 'warned'],
    ['no longer in force', { validUntil: '2015-07-23T14:00:00.000Z' }, 'authorised'],
  ])('%s', async (_case, more, outcome) => {
    expect((await decideAuthorisation(open, 'request', house(more))).outcome).toBe(outcome);
  });

  it.each([
    ['an unknown fact', { conditions: { all: [{ fact: 'moon.full', operator: 'equal', value: true }] } }],
    [
      'a number that is a text',
      { conditions: { all: [{ fact: 'season.name', operator: 'lessThan', value: 6 }] } },
    ],
    [
      'a list that is a text',
      { conditions: { all: [{ fact: 'season.name', operator: 'in', value: 'Saison 123' }] } },
    ],
  ])('that slipped past the check with %s refuse', async (_case, more) => {
    const broken: RuleSet = JSON.parse(JSON.stringify({ version: 'broken', rules: [{ ...rule, ...more }] }));
    const decision = await decideAuthorisation(open, 'request', broken);
    expect(decision).toMatchObject({
      outcome: 'refused',
      reasons: [{ code: 'authorisation.engine', values: {} }],
    });
    expect(decision.failure).not.toBeNull();
    expect(problemOf(decision)).toBe('authorisation.refused');
  });
});
