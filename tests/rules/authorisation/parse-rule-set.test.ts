import { describe, expect, it } from '@jest/globals';
import { parseRuleSet } from '../../../rules/authorisation/parse-rule-set.ts';
import { RuleFault } from '../../../rules/authorisation/rule-fault.ts';

const leaf = { fact: 'season.open', operator: 'equal', value: true };
const rule = {
  name: 'a-rule',
  scope: 'season',
  moments: ['request'],
  outcome: 'refuse',
  priority: 1,
  validFrom: null,
  validUntil: null,
  reason: { code: 'season.notOpen', values: { season: 'season.name' } },
  conditions: { all: [leaf] },
};
const parsed = (more: object) => parseRuleSet({ version: '1', rules: [{ ...rule, ...more }] });
const nested = (depth: number): object => (depth === 0 ? leaf : { not: nested(depth - 1) });

describe('a rule before it is compiled', () => {
  it('is taken when it is sound', () => {
    expect(parsed({})).toEqual({ version: '1', rules: [rule] });
    expect(parsed({ validFrom: '2026-01-01T00:00:00Z' }).rules[0]?.validFrom).toBe(
      '2026-01-01T00:00:00.000Z',
    );
  });

  it.each([
    ['an empty group, which the engine takes for true', { conditions: { all: [] } }, /empty group/],
    ['an empty any', { conditions: { any: [] } }, /empty group/],
    ['a bare comparison', { conditions: leaf }, /start with/],
    ['a path into a fact', { conditions: { all: [{ ...leaf, path: '$.x' }] } }, /cannot have the fields/],
    ['parameters', { conditions: { all: [{ ...leaf, params: {} }] } }, /cannot have the fields/],
    [
      'a reference to another condition',
      { conditions: { all: [{ condition: 'other' }] } },
      /cannot have the fields/,
    ],
    ['a group that is two', { conditions: { all: [leaf], any: [leaf] } }, /cannot have the fields/],
    [
      'a value taken from a fact',
      { conditions: { all: [{ ...leaf, value: { fact: 'season.name' } }] } },
      /is not/,
    ],
    ['an unknown fact', { conditions: { all: [{ ...leaf, fact: 'moon.full' }] } }, /unknown fact/],
    [
      'a fact inherited from objects',
      { conditions: { all: [{ ...leaf, fact: 'toString' }] } },
      /unknown fact/,
    ],
    [
      'a fact of another scope',
      { conditions: { all: [{ ...leaf, fact: 'performance.past' }] } },
      /not known to the scope/,
    ],
    ['an unknown operator', { conditions: { all: [{ ...leaf, operator: 'contains' }] } }, /unknown operator/],
    [
      'a decorated operator',
      { conditions: { all: [{ ...leaf, operator: 'not:equal' }] } },
      /unknown operator/,
    ],
    [
      'a number that is a text',
      { conditions: { all: [{ fact: 'notice.hours', operator: 'lessThan', value: '5' }] } },
      /is not/,
    ],
    [
      'an order of texts',
      { conditions: { all: [{ fact: 'season.name', operator: 'lessThan', value: 'b' }] } },
      /needs a number/,
    ],
    [
      '"in" a text',
      { conditions: { all: [{ fact: 'season.name', operator: 'in', value: 'Saison 123' }] } },
      /no list/,
    ],
    [
      '"in" nothing',
      { conditions: { all: [{ fact: 'season.name', operator: 'in', value: [] }] } },
      /empty list/,
    ],
    ['too deep a tree', { conditions: nested(7) }, /deeper/],
    ['too wide a group', { conditions: { all: Array.from({ length: 51 }, () => leaf) } }, /more than 50/],
    ['an unknown scope', { scope: 'weather' }, /unknown scope/],
    ['no moment', { moments: [] }, /no moment/],
    ['an unknown moment', { moments: ['later'] }, /unknown moment/],
    ['an unknown outcome', { outcome: 'allow' }, /unknown outcome/],
    ['a priority that is no integer', { priority: '1' }, /priority/],
    ['a date that is none', { validFrom: 'tomorrow' }, /validFrom/],
    ['a reason without a text', { reason: { code: 'because', values: {} } }, /unknown reason code/],
    [
      'a reason with a value from nowhere',
      { reason: { code: 'season.notOpen', values: { a: 'x' } } },
      /unknown fact/,
    ],
  ])('is turned away with %s', (_case, more, why) => {
    expect(() => parsed(more)).toThrow(RuleFault);
    expect(() => parsed(more)).toThrow(why);
    expect(() => parsed(more)).toThrow(/^rule a-rule: /);
  });

  it.each([null, [], 'rules', { version: '1' }, { version: '', rules: [] }, { version: '1', rules: [{}] }])(
    '%j is no rule set',
    (json) => {
      expect(() => parseRuleSet(json)).toThrow(RuleFault);
    },
  );

  it('has a name of its own', () => {
    expect(() => parseRuleSet({ version: '1', rules: [rule, rule] })).toThrow(/same name/);
  });
});
