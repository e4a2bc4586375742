import { type ReasonCode, reasonCodes } from '../messages/codes.ts';
import { normalInstant } from '../options/calendar.ts';
import { type RuleMoment, ruleMoments } from '../options/life.ts';
import { type FactName, type FactSubject, type RuleScope, ruleScopes, subjectOf } from './facts.ts';
import { parseConditions, readableFact } from './parse-conditions.ts';
import type { AuthorisationRule, RuleSet } from './rule.ts';
import { list, oneOf, RuleFault, record, text } from './rule-fault.ts';

/**
 * A rule set from JSON, every rule checked before the engine ever sees it: known scope, moments, facts of that scope,
 * operators and types, no empty group, bounded depth, a reason that has its texts. Throws `RuleFault`, naming the rule.
 */
export function parseRuleSet(json: unknown): RuleSet {
  const set = record(json, 'rule set');
  const rules = list(set.rules, 'rules').map(parseNamedRule);
  const names = new Set(rules.map((rule) => rule.name));
  if (names.size !== rules.length) throw new RuleFault('two rules have the same name');
  return { version: text(set.version, 'version'), rules };
}

function parseNamedRule(json: unknown): AuthorisationRule {
  const rule = record(json, 'rule');
  const name = text(rule.name, 'rule name');
  try {
    return { name, ...parseRule(rule) };
  } catch (error) {
    if (error instanceof RuleFault)
      throw new RuleFault(`rule ${name}: ${error.message}`, { places: error.places, cause: error });
    throw error;
  }
}

function parseRule(rule: Record<string, unknown>): Omit<AuthorisationRule, 'name'> {
  const scope = oneOf<RuleScope>(rule.scope, ruleScopes, 'scope');
  const moments = list(rule.moments, 'moments').map((each) => oneOf<RuleMoment>(each, ruleMoments, 'moment'));
  if (moments.length === 0) throw new RuleFault('no moment');
  const { priority } = rule;
  if (typeof priority !== 'number' || !Number.isInteger(priority))
    throw new RuleFault('priority is no integer');
  return {
    scope,
    moments,
    outcome: oneOf(rule.outcome, ['refuse', 'warn'] as const, 'outcome'),
    priority,
    validFrom: optionalInstant(rule.validFrom, 'validFrom'),
    validUntil: optionalInstant(rule.validUntil, 'validUntil'),
    reason: parseReason(rule.reason, subjectOf(scope)),
    conditions: parseConditions(rule.conditions, subjectOf(scope)),
  };
}

function parseReason(json: unknown, subject: FactSubject): AuthorisationRule['reason'] {
  const reason = record(json, 'reason');
  const values: Record<string, FactName> = {};
  for (const [name, fact] of Object.entries(record(reason.values, 'reason values'))) {
    values[name] = readableFact(fact, subject);
  }
  const codes: readonly (ReasonCode | 'performance.past')[] = [...reasonCodes, 'performance.past'];
  return { code: oneOf(reason.code, codes, 'reason code'), values };
}

function optionalInstant(value: unknown, what: string): string | null {
  if (value === null) return null;
  try {
    return normalInstant(text(value, what));
  } catch (error) {
    throw new RuleFault(`${what} is no instant`, { cause: error });
  }
}
