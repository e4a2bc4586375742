import { type FactName, type FactSubject, type FactValue, factDefinitions, isFactName } from './facts.ts';
import { type RuleCondition, type RuleGroup, type RuleOperator, ruleOperators } from './rule.ts';
import { faultAt, gather, list, oneOf, record, under } from './rule-fault.ts';

/** Groups within groups, and conditions in one group: more than anybody can read. */
const greatestDepth = 6;
const greatestGroup = 50;

/**
 * The conditions of a rule from JSON. The engine takes much on trust: an empty group is true for it, `in` on a text
 * matches parts, "5" is less than 6, paths and references reach anywhere. None of that passes here.
 * Throws `RuleFault` with the place of every fault.
 */
export function parseConditions(json: unknown, subject: FactSubject, path = 'conditions'): RuleGroup {
  const parsed = parseCondition(json, subject, 1, path);
  if ('fact' in parsed) throw faultAt(path, 'rule.groupMissing', 'conditions start with all, any or not');
  return parsed;
}

/** A fact the rules about a subject may read: the option's own, or those of the subject. Throws `RuleFault`. */
export function readableFact(name: unknown, subject: FactSubject, path = ''): FactName {
  if (typeof name !== 'string' || !isFactName(name))
    throw faultAt(path, 'rule.factUnknown', `unknown fact ${String(name)}`);
  const of = factDefinitions[name].subject;
  if (of !== 'option' && of !== subject)
    throw faultAt(path, 'rule.factUnknown', `fact ${name} is not known to the scope ${subject}`);
  return name;
}

function parseCondition(json: unknown, subject: FactSubject, depth: number, path: string): RuleCondition {
  if (depth > greatestDepth) throw faultAt(path, 'rule.tooDeep', `conditions deeper than ${greatestDepth}`);
  const condition = record(json, 'condition', path);
  const keys = Object.keys(condition).sort().join(' ');
  switch (keys) {
    case 'all':
      return { all: parseGroup(condition.all, subject, depth, under(path, 'all')) };
    case 'any':
      return { any: parseGroup(condition.any, subject, depth, under(path, 'any')) };
    case 'not':
      return { not: parseCondition(condition.not, subject, depth + 1, under(path, 'not')) };
    case 'fact operator value':
      return parseLeaf(condition, subject, path);
    default:
      throw faultAt(path, 'rule.conditionFields', `a condition cannot have the fields: ${keys}`);
  }
}

function parseLeaf(
  condition: Record<string, unknown>,
  subject: FactSubject,
  path: string,
): Extract<RuleCondition, { fact: FactName }> {
  const fact = readableFact(condition.fact, subject, under(path, 'fact'));
  const operator = oneOf<RuleOperator>(
    condition.operator,
    ruleOperators,
    'operator',
    under(path, 'operator'),
  );
  return { fact, operator, value: parseExpected(condition.value, fact, operator, path) };
}

function parseGroup(json: unknown, subject: FactSubject, depth: number, path: string): RuleCondition[] {
  const group = list(json, 'group', path);
  if (group.length === 0) throw faultAt(path, 'rule.groupEmpty', 'an empty group');
  if (group.length > greatestGroup)
    throw faultAt(path, 'rule.groupLarge', `a group of more than ${greatestGroup}`);
  return gather(
    group.map((condition, at) => () => parseCondition(condition, subject, depth + 1, under(path, at))),
  );
}

function parseExpected(
  value: unknown,
  fact: FactName,
  operator: RuleOperator,
  leaf: string,
): FactValue | FactValue[] {
  const path = under(leaf, 'value');
  switch (operator) {
    case 'equal':
    case 'notEqual':
      return value === null ? null : scalar(value, fact, path);
    case 'in':
    case 'notIn': {
      const values = list(value, `the value of ${operator}`, path);
      if (values.length === 0) throw faultAt(path, 'rule.listEmpty', `${operator} an empty list`);
      return values.map((item, at) => scalar(item, fact, under(path, at)));
    }
    case 'lessThan':
    case 'lessThanInclusive':
    case 'greaterThan':
    case 'greaterThanInclusive':
      if (factDefinitions[fact].type !== 'number')
        throw faultAt(
          under(leaf, 'operator'),
          'rule.operatorNumber',
          `${operator} needs a number, ${fact} is none`,
        );
      return scalar(value, fact, path);
  }
}

function scalar(value: unknown, fact: FactName, path: string): FactValue {
  const definition = factDefinitions[fact];
  const known = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  if (!known || typeof value !== definition.type || (typeof value === 'number' && !Number.isFinite(value)))
    throw faultAt(path, 'rule.valueType', `${fact} is a ${definition.type}, ${JSON.stringify(value)} is not`);
  if ('choices' in definition && !definition.choices.some((choice) => choice === value))
    throw faultAt(path, 'field.choice', `${fact} is never ${JSON.stringify(value)}`);
  return value;
}
