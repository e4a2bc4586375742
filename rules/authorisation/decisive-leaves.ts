import type { FactValue } from './facts.ts';
import { compare } from './operators.ts';
import type { RuleCondition, RuleLeaf } from './rule.ts';

/** A comparison that counted, and how it went. */
export type DecisiveLeaf = { readonly leaf: RuleLeaf; readonly actual: FactValue; readonly holds: boolean };

type Facts = Readonly<Record<string, FactValue>>;

/** Whether conditions hold, worked out by hand: the engine's own answer, without the engine. */
export function conditionHolds(condition: RuleCondition, facts: Facts): boolean {
  if ('fact' in condition) return compare(condition.operator, facts[condition.fact] ?? null, condition.value);
  if ('all' in condition) return condition.all.every((each) => conditionHolds(each, facts));
  if ('any' in condition) return condition.any.some((each) => conditionHolds(each, facts));
  return !conditionHolds(condition.not, facts);
}

/** The comparisons that made conditions come out as they did: changing any other one alone changes nothing. */
export function decisiveLeaves(condition: RuleCondition, facts: Facts): DecisiveLeaf[] {
  if ('fact' in condition) {
    const actual = facts[condition.fact] ?? null;
    return [{ leaf: condition, actual, holds: compare(condition.operator, actual, condition.value) }];
  }
  if ('not' in condition) return decisiveLeaves(condition.not, facts);
  const holds = conditionHolds(condition, facts);
  const children = 'all' in condition ? condition.all : condition.any;
  const decide = children.filter((each) => conditionHolds(each, facts) === holds);
  return decide.flatMap((each) => decisiveLeaves(each, facts));
}
