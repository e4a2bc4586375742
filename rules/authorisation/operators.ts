import { Operator } from 'json-rules-engine';
import type { RuleOperator } from './rule.ts';

/**
 * Our own operators under the engine's names: no coercion ("5" is not a number) and `in` takes lists only. What does
 * not fit throws, so that the decision is a refusal and never a guess.
 */
const comparisons: Readonly<Record<RuleOperator, (fact: unknown, expected: unknown) => boolean>> = {
  equal: (fact, expected) => fact === expected,
  notEqual: (fact, expected) => fact !== expected,
  in: (fact, expected) => listOf(expected).includes(fact),
  notIn: (fact, expected) => !listOf(expected).includes(fact),
  lessThan: (fact, expected) => numberOf(fact) < numberOf(expected),
  lessThanInclusive: (fact, expected) => numberOf(fact) <= numberOf(expected),
  greaterThan: (fact, expected) => numberOf(fact) > numberOf(expected),
  greaterThanInclusive: (fact, expected) => numberOf(fact) >= numberOf(expected),
};

/** One comparison, as the engine makes it. Throws `TypeError` when the values do not fit the operator. */
export function compare(operator: RuleOperator, fact: unknown, expected: unknown): boolean {
  return comparisons[operator](fact, expected);
}

/** The operators every engine gets in place of its own. */
export const strictOperators: readonly Operator[] = Object.entries(comparisons).map(
  ([name, compare]) => new Operator(name, compare),
);

function listOf(value: unknown): unknown[] {
  if (!Array.isArray(value)) throw new TypeError('expected a list');
  return value;
}

function numberOf(value: unknown): number {
  if (typeof value !== 'number' || Number.isNaN(value)) throw new TypeError('expected a number');
  return value;
}
