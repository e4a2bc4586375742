import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compileManagedRules } from '../../../rules/authorisation/compiled-managed-rules.ts';
import { makeBucket } from '../../../rules/authorisation/compiled-rule-set.ts';
import { decideAuthorisation, shippedRuleSet } from '../../../rules/authorisation/decide.ts';
import { conditionHolds } from '../../../rules/authorisation/decisive-leaves.ts';
import { managedFacts } from '../../../rules/authorisation/fact-words.ts';
import {
  type AuthorisationFacts,
  type FactName,
  factDefinitions,
  placeSheets,
} from '../../../rules/authorisation/facts.ts';
import { replay } from '../../../rules/authorisation/impact.ts';
import type { ManagedRule } from '../../../rules/authorisation/managed-rule.ts';
import { managedRuleFaults, parseManagedRules } from '../../../rules/authorisation/parse-managed-rules.ts';
import type {
  AuthorisationRule,
  RuleCondition,
  RuleGroup,
  RuleLeaf,
} from '../../../rules/authorisation/rule.ts';
import { ruleDifferences } from '../../../rules/authorisation/rule-differences.ts';
import { ruleSentence } from '../../../rules/authorisation/rule-sentence.ts';
import { tellReason } from '../../../rules/messages/format.ts';
import { type ManagedMoment, ruleMoments } from '../../../rules/options/life.ts';
import { openFacts } from './support/open-facts.ts';

const schools = '01900000-0000-7000-8000-000000000001';
const saturday = '2016-01-09T19:00:00.000Z';

/** A school that holds places and asks for more on a Saturday evening. */
function school(quantity: number, held: number, more: { typeId?: string | null } = {}): AuthorisationFacts {
  return {
    ...openFacts,
    asked: {
      counted: true,
      contact: { holderId: 'ecole', kind: 'structure', typeId: schools, type: 'Scolaire', ...more },
      channel: 'Guichet',
      places: [
        {
          performance: {
            id: 'soiree',
            event: 'Le Cid',
            startsAt: saturday,
            timeZone: 'Europe/Paris',
            seasonId: 's',
            season: 'Saison 1',
            activityId: 'a',
            activity: 'Spectacle vivant',
          },
          seatCategory: { id: 'cat1', name: 'Catégorie 1' },
          quantity,
          total: quantity,
          free: 100,
          atPerformance: { held, requested: 0 },
          inSeason: { held, requested: 0 },
          profileIds: [],
        },
      ],
    },
  };
}

const sixtyOnSaturdays: ManagedRule = {
  code: 'scolaires-samedi',
  name: 'Scolaires : au plus 60 places le samedi',
  scope: 'collectivity-type',
  scopeId: schools,
  moments: ['request', 'placement'],
  outcome: 'refuse',
  priority: 0,
  validFrom: null,
  validUntil: null,
  messageFr: null,
  messageEn: null,
  conditions: {
    all: [
      { fact: 'place.weekday', operator: 'equal', value: 'saturday' },
      { fact: 'contact.performanceTotal', operator: 'greaterThan', value: 60 },
    ],
  },
};

/** Without what keeps signs of French with their word. */
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');

const own = (...rules: ManagedRule[]) => compileManagedRules({ id: 'v', number: 3, rules });
const decided = (facts: AuthorisationFacts, ...rules: ManagedRule[]) =>
  decideAuthorisation(facts, 'request', shippedRuleSet, { managed: own(...rules) });

describe('a managers’ rule', () => {
  it('refuses a school its 68th place on a Saturday and tells the numbers in both languages', async () => {
    expect((await decided(school(12, 48), sixtyOnSaturdays)).outcome).toBe('authorised');
    const decision = await decided(school(20, 48), sixtyOnSaturdays);
    expect([decision.outcome, decision.ruleSetVersion]).toEqual(['refused', 'shipped-3+3']);
    const told = (locale: 'fr' | 'en') =>
      decision.reasons.map((reason) => plain(tellReason(locale, reason).message));
    expect(told('fr')).toEqual([
      '« Scolaires : au plus 60 places le samedi » : le jour de la séance est samedi ; le total du contact à la séance est 68 (48 détenues, 20 demandées) et dépasse 60.',
    ]);
    expect(told('en')).toEqual([
      '“Scolaires : au plus 60 places le samedi”: the day of the performance is Saturday; the contact’s total at the performance is 68 (48 held, 20 asked for) and exceeds 60.',
    ]);
  });

  it('tells its own text first, with the facts it names', async () => {
    const rule = {
      ...sixtyOnSaturdays,
      messageFr:
        'Les scolaires peuvent détenir 60 places le samedi ; {contact.performanceTotal} au total ici',
    };
    const [reason] = (await decided(school(20, 48), rule)).reasons;
    expect(plain(tellReason('fr', reason!).message)).toMatch(
      /^Les scolaires peuvent détenir 60 places le samedi ; 68 au total ici[.] Le jour de la séance est samedi/,
    );
  });

  it('is for what it is bound to, at its moments, between its dates', async () => {
    expect((await decided(school(70, 0, { typeId: null }), sixtyOnSaturdays)).outcome).toBe('authorised');
    const at = async (moment: 'request' | 'placement' | 'confirmation', rule: ManagedRule) =>
      (await decideAuthorisation(school(70, 0), moment, shippedRuleSet, { managed: own(rule) })).outcome;
    expect(await at('placement', sixtyOnSaturdays)).toBe('refused');
    expect(await at('confirmation', sixtyOnSaturdays)).toBe('authorised');
    const later = { ...sixtyOnSaturdays, validFrom: '2015-09-01T00:00:00.000Z' };
    expect(await at('request', later)).toBe('authorised');
    const inForceAt = '2015-09-02T00:00:00.000Z';
    const asked = { managed: own(later), inForceAt };
    expect((await decideAuthorisation(school(70, 0), 'request', shippedRuleSet, asked)).outcome).toBe(
      'refused',
    );
    expect(await at('request', { ...sixtyOnSaturdays, outcome: 'warn' })).toBe('warned');
  });

  it('of the distribution is decided there, and at no moment of an option', async () => {
    const [rule] = parseManagedRules([{ ...sixtyOnSaturdays, moments: ['distribution'] }]);
    const at = async (moment: ManagedMoment) =>
      (await decideAuthorisation(school(70, 0), moment, shippedRuleSet, { managed: own(rule!) })).outcome;
    expect(await at('distribution')).toBe('refused');
    for (const moment of ruleMoments) expect([moment, await at(moment)]).toEqual([moment, 'authorised']);
  });

  it('refuses when its engine errs', async () => {
    const broken: RuleGroup = { all: [{ fact: 'contact.kind', operator: 'greaterThan', value: 1 }] };
    const decision = await decided(school(1, 0), { ...sixtyOnSaturdays, conditions: broken });
    expect([decision.outcome, decision.reasons[0]?.code]).toEqual(['refused', 'authorisation.engine']);
  });

  it('says what it means in both languages', () => {
    expect(plain(ruleSentence('fr', sixtyOnSaturdays, 'Scolaire'))).toBe(
      'À la demande et à la pose, pour les contacts de type « Scolaire » : refusé si le jour de la séance est samedi et le total du contact à la séance dépasse 60.',
    );
    expect(ruleSentence('en', sixtyOnSaturdays, 'School')).toBe(
      'At request and at placement, for contacts of type “School”: refused if the day of the performance is Saturday and the contact’s total at the performance exceeds 60.',
    );
    const conditions: RuleGroup = {
      any: [
        { not: { fact: 'place.event', operator: 'in', value: ['Le Cid', 'Phèdre'] } },
        {
          all: [
            { fact: 'place.hour', operator: 'lessThan', value: 18 },
            {
              not: {
                any: [
                  { fact: 'place.free', operator: 'greaterThanInclusive', value: 10 },
                  { fact: 'contact.kind', operator: 'equal', value: 'structure' },
                ],
              },
            },
          ],
        },
      ],
    };
    expect(
      plain(
        ruleSentence('fr', {
          ...sixtyOnSaturdays,
          scope: 'all',
          moments: ['placement'],
          outcome: 'warn',
          conditions,
        }),
      ),
    ).toBe(
      'À la pose : un avertissement est donné si l’événement n’est pas « Le Cid » ou « Phèdre » ou (l’heure de la séance est inférieur à 18 et il n’est pas vrai que (le nombre de places libres de la catégorie est d’au moins 10 ou le contact est une structure)).',
    );
  });

  it('differs from another version rule by rule', () => {
    const other = { ...sixtyOnSaturdays, code: 'other' };
    const raised = { ...sixtyOnSaturdays, priority: 2, outcome: 'warn' as const };
    expect(ruleDifferences([sixtyOnSaturdays, other], [raised, { ...other, code: 'new' }])).toMatchObject([
      { code: 'scolaires-samedi', kind: 'changed', fields: ['outcome', 'priority'] },
      { code: 'new', kind: 'added' },
      { code: 'other', kind: 'removed' },
    ]);
    expect(ruleDifferences([sixtyOnSaturdays], [{ ...sixtyOnSaturdays }])).toEqual([]);
  });
});

describe('a rule as it is written', () => {
  const written = (more: Record<string, unknown>) => managedRuleFaults([{ ...sixtyOnSaturdays, ...more }]);
  const leaf = sixtyOnSaturdays.conditions;
  const nested = (depth: number): unknown => (depth === 0 ? leaf : { not: nested(depth - 1) });

  it('is taken as it is', () => {
    expect(parseManagedRules([sixtyOnSaturdays])).toEqual([sixtyOnSaturdays]);
  });

  it.each([
    [
      'conditions.all.1.fact',
      'rule.factUnknown',
      {
        conditions: {
          all: [
            { fact: 'season.open', operator: 'equal', value: true },
            { fact: 'toString', operator: 'equal', value: 1 },
          ],
        },
      },
    ],
    [
      'conditions.all.0.fact',
      'rule.factUnknown',
      { conditions: { all: [{ fact: 'limitation.asked', operator: 'equal', value: 1 }] } },
    ],
    [
      'conditions.all.0.operator',
      'field.choice',
      { conditions: { all: [{ fact: 'place.hour', operator: 'contains', value: 1 }] } },
    ],
    [
      'conditions.all.0.operator',
      'rule.operatorNumber',
      { conditions: { all: [{ fact: 'place.event', operator: 'lessThan', value: 1 }] } },
    ],
    [
      'conditions.all.0.value',
      'rule.valueType',
      { conditions: { all: [{ fact: 'place.hour', operator: 'equal', value: '18' }] } },
    ],
    [
      'conditions.all.0.value',
      'field.choice',
      { conditions: { all: [{ fact: 'place.weekday', operator: 'equal', value: 'samedi' }] } },
    ],
    [
      'conditions.all.0.value',
      'rule.listEmpty',
      { conditions: { all: [{ fact: 'place.event', operator: 'in', value: [] }] } },
    ],
    ['conditions.any', 'rule.groupEmpty', { conditions: { any: [] } }],
    ['conditions', 'rule.groupMissing', { conditions: { fact: 'place.hour', operator: 'equal', value: 1 } }],
    [
      'conditions.all.0',
      'rule.conditionFields',
      { conditions: { all: [{ fact: 'place.hour', operator: 'equal', value: 1, path: '$.x' }] } },
    ],
    ['conditions', 'rule.conditionFields', { conditions: JSON.parse('{"all":[],"__proto__":{"all":[]}}') }],
    [
      'conditions.not.not.not.not.not.not',
      'rule.tooDeep',
      { conditions: { not: { not: { not: { not: { not: { not: { all: [leaf] } } } } } } } },
    ],
    ['conditions.not.not.not.not.not.not', 'rule.tooDeep', { conditions: nested(50) }],
    [
      'conditions.all.0.fact',
      'rule.factUnknown',
      { conditions: JSON.parse('{"all":[{"fact":"__proto__","operator":"equal","value":1}]}') },
    ],
    [
      'conditions.all.0.fact',
      'rule.factUnknown',
      { conditions: { all: [{ fact: '$.contact.performanceTotal', operator: 'equal', value: 1 }] } },
    ],
    [
      'conditions.all.0.value',
      'rule.valueType',
      { conditions: { all: [{ fact: 'place.hour', operator: 'equal', value: { fact: 'place.free' } }] } },
    ],
    ['scopeId', 'field.required', { scopeId: null }],
    ['scopeId', 'rule.scopeTarget', { scope: 'all' }],
    ['moments', 'field.required', { moments: [] }],
    ['outcome', 'field.choice', { outcome: 'allow' }],
    [
      'validUntil',
      'field.tooSmall',
      { validFrom: '2026-02-01T00:00:00Z', validUntil: '2026-01-01T00:00:00Z' },
    ],
    ['messageFr', 'rule.placeholder', { messageFr: 'Non : {constructor}' }],
    ['code', 'field.format', { code: 'a b' }],
    ['colour', 'field.unknown', { colour: 'red' }],
  ])('is told its fault at %s: %s', (path, code, more) => {
    expect(written(more)).toContainEqual({ path: `rules.0.${path}`, code });
  });

  it('is told all its faults at once', () => {
    const faults = managedRuleFaults([
      { ...sixtyOnSaturdays, name: '' },
      { ...sixtyOnSaturdays, outcome: 'x', priority: 1.5 },
    ]);
    expect(faults.map(({ path }) => path)).toEqual(['rules.0.name', 'rules.1.outcome', 'rules.1.priority']);
    expect(managedRuleFaults([sixtyOnSaturdays, sixtyOnSaturdays])).toEqual([
      { path: 'rules.1.code', code: 'rule.codeTwice' },
    ]);
  });
});

const numbers = managedFacts.filter((fact) => factDefinitions[fact].type === 'number');
const leaves: fc.Arbitrary<RuleLeaf> = fc.oneof(
  fc.record({
    fact: fc.constantFrom<FactName>(...numbers),
    operator: fc.constantFrom(
      'lessThan' as const,
      'greaterThan' as const,
      'lessThanInclusive' as const,
      'equal' as const,
    ),
    value: fc.integer({ min: 0, max: 90 }),
  }),
  fc.record({
    fact: fc.constant('place.weekday' as const),
    operator: fc.constantFrom('in' as const, 'notIn' as const),
    value: fc.subarray(['saturday', 'sunday', 'monday'], { minLength: 1 }),
  }),
  fc.record({
    fact: fc.constant('contact.kind' as const),
    operator: fc.constantFrom('equal' as const, 'notEqual' as const),
    value: fc.constantFrom('structure', 'individual'),
  }),
);
const { group } = fc.letrec<{ group: RuleGroup; condition: RuleCondition }>((tie) => ({
  condition: fc.oneof({ depthSize: 'small', withCrossShrink: true }, leaves, tie('group')),
  group: fc.oneof(
    { depthSize: 'small' },
    fc.record({ all: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ not: tie('condition') }),
  ),
}));
const rules = fc
  .array(fc.record({ conditions: group, outcome: fc.constantFrom('refuse' as const, 'warn' as const) }), {
    maxLength: 4,
  })
  .map((made) => made.map((each, at): ManagedRule => ({ ...sixtyOnSaturdays, ...each, code: `r${at}` })));
const facts = fc
  .tuple(fc.integer({ min: 1, max: 80 }), fc.integer({ min: 0, max: 80 }))
  .map(([asked, held]) => school(asked, held));
const ranks = { authorised: 0, warned: 1, refused: 2 };

describe('whatever managers write', () => {
  it('one more refusing rule never allows more', async () => {
    await fc.assert(
      fc.asyncProperty(rules, group, facts, async (some, conditions, asked) => {
        const more = [...some, { ...sixtyOnSaturdays, conditions, code: 'more', outcome: 'refuse' as const }];
        const [before, after] = [await decided(asked, ...some), await decided(asked, ...more)];
        expect(ranks[after.outcome]).toBeGreaterThanOrEqual(ranks[before.outcome]);
      }),
    );
  });

  it('the comparisons told, worked out by hand, give the decision', async () => {
    await fc.assert(
      fc.asyncProperty(rules, facts, async (some, asked) => {
        const decision = await decided(asked, ...some);
        const [sheet] = placeSheets(asked);
        const fired = some.filter(({ conditions }) => conditionHolds(conditions, sheet!.facts));
        const refused = fired.some(({ outcome }) => outcome === 'refuse');
        expect(decision.outcome).toBe(refused ? 'refused' : fired.length > 0 ? 'warned' : 'authorised');
        for (const leaf of decision.leaves.filter(({ scope }) => scope === 'place'))
          expect(leaf.actual).toEqual(sheet!.facts[leaf.fact]);
        const reasons = decision.reasons.map(({ values }) => values.rule);
        expect(new Set(reasons)).toEqual(
          new Set(fired.filter(({ outcome }) => (outcome === 'refuse') === refused).map(({ code }) => code)),
        );
      }),
    );
  });

  it('the engine says of each rule what looking at it by hand says', async () => {
    await fc.assert(
      fc.asyncProperty(group, facts, async (conditions, asked) => {
        const [sheet] = placeSheets(asked);
        const rule: AuthorisationRule = {
          name: 'r',
          scope: 'place',
          moments: ['request'],
          outcome: 'refuse',
          priority: 0,
          validFrom: null,
          validUntil: null,
          reason: { code: 'authorisation.rule', values: {} },
          conditions,
        };
        const [judged] = await makeBucket([rule]).judge(sheet!);
        expect(judged?.fired).toBe(conditionHolds(conditions, sheet!.facts));
      }),
    );
  });

  it('a simulation is deciding again', async () => {
    await fc.assert(
      fc.asyncProperty(rules, rules, facts, async (inForce, draft, asked) => {
        const { before, after, flipped } = await replay(
          { moment: 'request', facts: asked },
          own(...inForce),
          own(...draft),
          asked.now,
        );
        expect(before).toEqual(await decided(asked, ...inForce));
        expect(after).toEqual(await decided(asked, ...draft));
        expect(flipped).toBe(before.outcome !== after.outcome);
      }),
    );
  });

  it('every sentence is whole', () => {
    fc.assert(
      fc.property(group, (conditions) => {
        for (const locale of ['fr', 'en'] as const)
          expect(ruleSentence(locale, { ...sixtyOnSaturdays, conditions }, 'X')).not.toMatch(
            /undefined|[{}]|[a-z][.][a-z]/,
          );
      }),
    );
  });
});
