import type { RuleGroupType, RuleType } from 'react-querybuilder';
import { type FactValue, isFactName } from '../../../rules/authorisation/facts.ts';
import type { RuleCondition, RuleGroup, RuleLeaf, RuleOperator } from '../../../rules/authorisation/rule.ts';
import { ruleOperators } from '../../../rules/authorisation/rule.ts';

/**
 * Conditions as the builder holds them, and back: nothing is lost on the way. The builder negates groups only; a
 * negation of something else stands in a group marked `bare`.
 */
export type QueryGroup = RuleGroupType<QueryRule> & { bare?: boolean };
export type QueryRule = RuleType<string, string, FactValue | readonly FactValue[]>;

/** The builder's form of conditions. */
export function toQuery(conditions: RuleGroup): QueryGroup {
  if ('all' in conditions) return { combinator: 'and', rules: conditions.all.map(toPart) };
  if ('any' in conditions) return { combinator: 'or', rules: conditions.any.map(toPart) };
  const { not } = conditions;
  if ('fact' in not || 'not' in not)
    return { combinator: 'and', not: true, bare: true, rules: [toPart(not)] };
  return { ...toQuery(not), not: true };
}

function toPart(condition: RuleCondition): QueryGroup | QueryRule {
  if (!('fact' in condition)) return toQuery(condition);
  return { field: condition.fact, operator: condition.operator, value: condition.value };
}

/** Conditions from the builder; null when they name what does not exist. What else is wrong is told by the parser. */
export function fromQuery(query: QueryGroup): RuleGroup | null {
  const parts = query.rules.map(fromPart);
  const conditions = parts.flatMap((part) => part ?? []);
  if (conditions.length < parts.length) return null;
  const [only] = conditions;
  if (query.not === true && query.bare === true && conditions.length === 1 && only !== undefined)
    return { not: only };
  const group: RuleGroup = query.combinator === 'or' ? { any: conditions } : { all: conditions };
  return query.not === true ? { not: group } : group;
}

function fromPart(part: QueryGroup | QueryRule): RuleCondition | null {
  if ('rules' in part) return fromQuery(part);
  return leafOf(part);
}

function leafOf({ field, operator, value }: QueryRule): RuleLeaf | null {
  const known = operatorOf(operator);
  if (!isFactName(field) || known === null) return null;
  return { fact: field, operator: known, value };
}

/** An operator by its name. */
function operatorOf(name: string): RuleOperator | null {
  return ruleOperators.find((operator) => operator === name) ?? null;
}

/** The same with each value a list where its comparison expects one, and else one value. */
export function fitted(query: QueryGroup): QueryGroup {
  return { ...query, rules: query.rules.map((part) => ('rules' in part ? fitted(part) : fittedRule(part))) };
}

function fittedRule(rule: QueryRule): QueryRule {
  const listed = rule.operator === 'in' || rule.operator === 'notIn';
  const { value } = rule;
  if (listed && !isList(value)) return { ...rule, value: value === '' ? [] : [value] };
  return !listed && isList(value) ? { ...rule, value: value[0] ?? '' } : rule;
}

function isList(value: QueryRule['value']): value is readonly FactValue[] {
  return Array.isArray(value);
}
