import {
  type FactName,
  type FactValue,
  factDefinitions,
  isFactName,
  type RuleScope,
  subjectOf,
} from './facts.ts';
import { type RuleCondition, type RuleGroup, type RuleOperator, ruleOperators } from './rule.ts';
import { list, oneOf, RuleFault, record } from './rule-fault.ts';

const greatestDepth = 6;
const greatestGroup = 50;

/**
 * The conditions of a rule from JSON. The engine takes much on trust: an empty group is true for it, `in` on a text
 * matches parts, "5" is less than 6, paths and references reach anywhere. None of that passes here.
 * Throws `RuleFault`.
 */
export function parseConditions(json: unknown, scope: RuleScope): RuleGroup {
  const parsed = parseCondition(json, scope, 1);
  if ('fact' in parsed) throw new RuleFault('conditions start with all, any or not');
  return parsed;
}

/** A fact the rules of a scope may read: the option's own, or those of the scope's subject. Throws `RuleFault`. */
export function readableFact(name: unknown, scope: RuleScope): FactName {
  if (typeof name !== 'string' || !isFactName(name)) throw new RuleFault(`unknown fact ${String(name)}`);
  const { subject } = factDefinitions[name];
  if (subject !== 'option' && subject !== subjectOf(scope)) {
    throw new RuleFault(`fact ${name} is not known to the scope ${scope}`);
  }
  return name;
}

function parseCondition(json: unknown, scope: RuleScope, depth: number): RuleCondition {
  if (depth > greatestDepth) throw new RuleFault(`conditions deeper than ${greatestDepth}`);
  const condition = record(json, 'condition');
  const keys = Object.keys(condition).sort().join(' ');
  switch (keys) {
    case 'all':
      return { all: parseGroup(condition.all, scope, depth) };
    case 'any':
      return { any: parseGroup(condition.any, scope, depth) };
    case 'not':
      return { not: parseCondition(condition.not, scope, depth + 1) };
    case 'fact operator value': {
      const fact = readableFact(condition.fact, scope);
      const operator = oneOf<RuleOperator>(condition.operator, ruleOperators, 'operator');
      return { fact, operator, value: parseExpected(condition.value, fact, operator) };
    }
    default:
      throw new RuleFault(`a condition cannot have the fields: ${keys}`);
  }
}

function parseGroup(json: unknown, scope: RuleScope, depth: number): RuleCondition[] {
  const group = list(json, 'group');
  if (group.length === 0) throw new RuleFault('an empty group');
  if (group.length > greatestGroup) throw new RuleFault(`a group of more than ${greatestGroup}`);
  return group.map((condition) => parseCondition(condition, scope, depth + 1));
}

function parseExpected(value: unknown, fact: FactName, operator: RuleOperator): FactValue | FactValue[] {
  switch (operator) {
    case 'equal':
    case 'notEqual':
      return value === null ? null : scalar(value, fact);
    case 'in':
    case 'notIn': {
      const values = list(value, `the value of ${operator}`);
      if (values.length === 0) throw new RuleFault(`${operator} an empty list`);
      return values.map((item) => scalar(item, fact));
    }
    case 'lessThan':
    case 'lessThanInclusive':
    case 'greaterThan':
    case 'greaterThanInclusive':
      if (factDefinitions[fact].type !== 'number')
        throw new RuleFault(`${operator} needs a number, ${fact} is none`);
      return scalar(value, fact);
  }
}

function scalar(value: unknown, fact: FactName): FactValue {
  const { type } = factDefinitions[fact];
  const known = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  if (!known || typeof value !== type)
    throw new RuleFault(`${fact} is a ${type}, ${JSON.stringify(value)} is not`);
  return value;
}
