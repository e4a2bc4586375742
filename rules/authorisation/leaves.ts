import type { RuleResult } from 'json-rules-engine';
import type { FactSheet, FactValue } from './facts.ts';
import type { RuleCondition, RuleLeaf } from './rule.ts';

/** One comparison as it went: kept with the decision, so that every "no" can be explained later. */
export type LeafResult = {
  fact: string;
  operator: string;
  expected: FactValue | readonly FactValue[];
  actual: FactValue;
  result: boolean;
};

/** The engine's own shape of an evaluated condition, as far as we read it. */
type Evaluated =
  | RuleResult['conditions']
  | NonNullable<Extract<RuleResult['conditions'], { not: unknown }>['not']>;

/**
 * The comparisons of a rule in the order written. The engine answers a tree of the same shape; a comparison it did not
 * make is an error, not a missing line.
 */
export function leafResults(conditions: RuleCondition, evaluated: Evaluated, sheet: FactSheet): LeafResult[] {
  const written = writtenLeaves(conditions);
  const results = evaluatedLeaves(evaluated);
  if (written.length !== results.length) throw new Error('the engine answered other conditions than asked');
  return written.map((leaf, index) => {
    const result = results[index];
    const actual = sheet.facts[leaf.fact];
    if (result === undefined || actual === undefined) throw new Error(`fact ${leaf.fact} was not compared`);
    return { fact: leaf.fact, operator: leaf.operator, expected: leaf.value, actual, result };
  });
}

/** The comparisons of a rule in the order written. */
export function writtenLeaves(condition: RuleCondition): RuleLeaf[] {
  if ('fact' in condition) return [condition];
  if ('all' in condition) return condition.all.flatMap(writtenLeaves);
  if ('any' in condition) return condition.any.flatMap(writtenLeaves);
  return writtenLeaves(condition.not);
}

function evaluatedLeaves(condition: Evaluated): (boolean | undefined)[] {
  if ('all' in condition) return condition.all.flatMap(evaluatedLeaves);
  if ('any' in condition) return condition.any.flatMap(evaluatedLeaves);
  if ('not' in condition) return evaluatedLeaves(condition.not);
  return [condition.result];
}
