import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  fitted,
  fromQuery,
  type QueryGroup,
  toQuery,
} from '../../admin-ui/authorisation/studio/rule-query.ts';
import { managedFacts } from '../../rules/authorisation/fact-words.ts';
import { type RuleCondition, type RuleGroup, ruleOperators } from '../../rules/authorisation/rule.ts';

const value = fc.oneof(fc.integer(), fc.boolean(), fc.string(), fc.constant(null));
const leaf = fc.oneof(
  fc.record({
    fact: fc.constantFrom(...managedFacts),
    operator: fc.constantFrom(...ruleOperators.filter((name) => name !== 'in' && name !== 'notIn')),
    value,
  }),
  fc.record({
    fact: fc.constantFrom(...managedFacts),
    operator: fc.constantFrom('in' as const, 'notIn' as const),
    value: fc.array(value, { minLength: 1 }),
  }),
);
const { group } = fc.letrec<{ group: RuleGroup; condition: RuleCondition }>((tie) => ({
  condition: fc.oneof({ depthSize: 'small' }, leaf, tie('group')),
  group: fc.oneof(
    { depthSize: 'small' },
    fc.record({ all: fc.array(tie('condition'), { minLength: 1, maxLength: 4 }) }),
    fc.record({ any: fc.array(tie('condition'), { minLength: 1, maxLength: 4 }) }),
    fc.record({ not: tie('condition') }),
  ),
}));

describe('conditions in the builder', () => {
  it('come back as they went in, also when the builder has had its hands on them', () => {
    fc.assert(
      fc.property(group, (conditions) => {
        expect(fromQuery(toQuery(conditions))).toEqual(conditions);
        // the builder gives every part an id and copies it
        expect(fromQuery(fitted(withIds(toQuery(conditions))))).toEqual(conditions);
      }),
    );
  });

  it('that name what does not exist are none', () => {
    const query: QueryGroup = { combinator: 'and', rules: [{ field: 'moon', operator: 'equal', value: 1 }] };
    expect(fromQuery(query)).toBeNull();
    expect(
      fromQuery({ combinator: 'and', rules: [{ field: 'place.hour', operator: 'like', value: 1 }] }),
    ).toBeNull();
  });

  it('get a list where one is compared with, and one value elsewhere', () => {
    const of = (operator: string, each: number | number[]): QueryGroup => ({
      combinator: 'and',
      rules: [{ field: 'place.hour', operator, value: each }],
    });
    expect(fitted(of('in', 20))).toEqual(of('in', [20]));
    expect(fitted(of('equal', [20, 21]))).toEqual(of('equal', 20));
  });
});

let ids = 0;
function withIds(query: QueryGroup): QueryGroup {
  ids += 1;
  return {
    ...query,
    id: `g${ids}`,
    rules: query.rules.map((part) => ('rules' in part ? withIds(part) : { ...part, id: `r${ids}` })),
  };
}
