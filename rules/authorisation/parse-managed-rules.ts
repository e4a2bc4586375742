import { normalInstant } from '../options/calendar.ts';
import { type ManagedMoment, managedMoments } from '../options/life.ts';
import { type ManagedRule, type ManagedScope, managedScopes, scopeKey } from './managed-rule.ts';
import { parseConditions, readableFact } from './parse-conditions.ts';
import {
  type FaultPlace,
  faultAt,
  gather,
  list,
  oneOf,
  RuleFault,
  record,
  text,
  under,
} from './rule-fault.ts';
import { placeholders } from './rule-text.ts';

/** More rules of one scope would be more than a decision may wait for. */
const greatestScope = 250;
const greatestSet = 5_000;
const longestText = 2_000;
const longestName = 200;
const code = /^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$/;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * A house's own rules from JSON, each checked before the engine ever sees it: known facts, operators and types, no empty
 * group, bounded depth, no path, no more of one scope than a decision can bear. Throws `RuleFault` with every fault and
 * its place.
 */
export function parseManagedRules(json: unknown, path = 'rules'): ManagedRule[] {
  const items = list(json, 'rules', path);
  if (items.length > greatestSet) throw faultAt(path, 'field.tooLong', `more than ${greatestSet} rules`);
  const rules = gather(items.map((item, at) => () => parseManagedRule(item, under(path, at))));
  const faults = [...twice(rules, path), ...crowded(rules, path)];
  if (faults.length > 0) throw new RuleFault('rules stand in each other’s way', { places: faults });
  return rules;
}

/** The faults of rules that may be half written; none when they can be taken. */
export function managedRuleFaults(json: unknown): readonly FaultPlace[] {
  try {
    parseManagedRules(json);
    return [];
  } catch (error) {
    if (error instanceof RuleFault) return error.places;
    throw error;
  }
}

const fields = [
  'code',
  'conditions',
  'messageEn',
  'messageFr',
  'moments',
  'name',
  'outcome',
  'priority',
  'scope',
  'scopeId',
  'validFrom',
  'validUntil',
];

function parseManagedRule(json: unknown, path: string): ManagedRule {
  const rule = record(json, 'rule', path);
  const at = (name: string) => under(path, name);
  const parsed: { [Key in keyof ManagedRule]?: ManagedRule[Key] } = {};
  gather<unknown>([
    () => unknownFields(rule, path),
    () => Object.assign(parsed, { code: parseCode(rule.code, at('code')) }),
    () => Object.assign(parsed, { name: shortText(rule.name, at('name')) }),
    () => Object.assign(parsed, parseScope(rule, path)),
    () => Object.assign(parsed, { moments: parseMoments(rule.moments, at('moments')) }),
    () =>
      Object.assign(parsed, {
        outcome: oneOf(rule.outcome, ['refuse', 'warn'] as const, 'outcome', at('outcome')),
      }),
    () => Object.assign(parsed, { priority: parsePriority(rule.priority, at('priority')) }),
    () => Object.assign(parsed, { validFrom: optionalInstant(rule.validFrom, at('validFrom')) }),
    () => Object.assign(parsed, { validUntil: optionalInstant(rule.validUntil, at('validUntil')) }),
    () => Object.assign(parsed, { messageFr: parseMessage(rule.messageFr, at('messageFr')) }),
    () => Object.assign(parsed, { messageEn: parseMessage(rule.messageEn, at('messageEn')) }),
    () => Object.assign(parsed, { conditions: parseConditions(rule.conditions, 'place', at('conditions')) }),
  ]);
  return inOrder(whole(parsed), at('validUntil'));
}

function whole(parsed: { [Key in keyof ManagedRule]?: ManagedRule[Key] }): ManagedRule {
  const { code: named, name, scope, moments, outcome, priority, conditions } = parsed;
  if (
    named === undefined ||
    name === undefined ||
    scope === undefined ||
    moments === undefined ||
    outcome === undefined ||
    priority === undefined ||
    conditions === undefined
  )
    throw new RuleFault('a rule is incomplete');
  return {
    code: named,
    name,
    scope,
    scopeId: parsed.scopeId ?? null,
    moments,
    outcome,
    priority,
    validFrom: parsed.validFrom ?? null,
    validUntil: parsed.validUntil ?? null,
    messageFr: parsed.messageFr ?? null,
    messageEn: parsed.messageEn ?? null,
    conditions,
  };
}

function inOrder(rule: ManagedRule, path: string): ManagedRule {
  const { validFrom, validUntil } = rule;
  if (validFrom !== null && validUntil !== null && Date.parse(validUntil) <= Date.parse(validFrom))
    throw faultAt(path, 'field.tooSmall', 'the end is not after the start');
  return rule;
}

function unknownFields(rule: Record<string, unknown>, path: string): void {
  gather(
    Object.keys(rule)
      .filter((name) => !fields.includes(name))
      .map((name) => () => {
        throw faultAt(under(path, name), 'field.unknown', `unknown field ${name}`);
      }),
  );
}

function parseCode(value: unknown, path: string): string {
  const told = text(value, 'code', path);
  if (!code.test(told)) throw faultAt(path, 'field.format', 'the code is malformed');
  return told;
}

function shortText(value: unknown, path: string): string {
  const told = text(value, 'name', path).trim();
  if (told === '') throw faultAt(path, 'field.required', 'the name is empty');
  if (told.length > longestName) throw faultAt(path, 'field.tooLong', 'the name is too long');
  return told;
}

function parseScope(rule: Record<string, unknown>, path: string): Pick<ManagedRule, 'scope' | 'scopeId'> {
  const scope = oneOf<ManagedScope>(rule.scope, managedScopes, 'scope', under(path, 'scope'));
  const { scopeId = null } = rule;
  const place = under(path, 'scopeId');
  if (scope === 'all') {
    if (scopeId !== null) throw faultAt(place, 'rule.scopeTarget', 'all is bound to nothing');
    return { scope, scopeId: null };
  }
  if (scopeId === null) throw faultAt(place, 'field.required', 'the scope names nothing');
  if (typeof scopeId !== 'string' || !uuid.test(scopeId))
    throw faultAt(place, 'field.format', 'the scope names no record');
  return { scope, scopeId: scopeId.toLowerCase() };
}

function parseMoments(value: unknown, path: string): ManagedMoment[] {
  const moments = list(value, 'moments', path).map((each, at) =>
    oneOf<ManagedMoment>(each, managedMoments, 'moment', under(path, at)),
  );
  if (moments.length === 0) throw faultAt(path, 'field.required', 'no moment');
  return managedMoments.filter((moment) => moments.includes(moment));
}

function parsePriority(value: unknown, path: string): number {
  if (typeof value !== 'number' || !Number.isInteger(value))
    throw faultAt(path, 'field.type', 'priority is no integer');
  if (Math.abs(value) > 1_000)
    throw faultAt(path, value > 0 ? 'field.tooLarge' : 'field.tooSmall', 'priority is beyond bounds');
  return value;
}

function optionalInstant(value: unknown, path: string): string | null {
  if (value === null || value === undefined) return null;
  try {
    return normalInstant(text(value, 'instant', path));
  } catch (error) {
    if (error instanceof RuleFault) throw error;
    throw faultAt(path, 'field.format', 'no instant');
  }
}

function parseMessage(value: unknown, path: string): string | null {
  if (value === null || value === undefined || value === '') return null;
  const told = text(value, 'message', path);
  if (told.length > longestText) throw faultAt(path, 'field.tooLong', 'the text is too long');
  for (const fact of placeholders(told)) {
    try {
      readableFact(fact, 'place', path);
    } catch (cause) {
      const places = [{ path, code: 'rule.placeholder' as const }];
      throw new RuleFault(`the text names ${fact}`, { places, cause });
    }
  }
  return told;
}

function twice(rules: readonly ManagedRule[], path: string): FaultPlace[] {
  return rules.flatMap((rule, at): FaultPlace[] =>
    rules.findIndex((other) => other.code === rule.code) === at
      ? []
      : [{ path: under(under(path, at), 'code'), code: 'rule.codeTwice' }],
  );
}

function crowded(rules: readonly ManagedRule[], path: string): FaultPlace[] {
  const counts = new Map<string, number>();
  return rules.flatMap((rule, at): FaultPlace[] => {
    const key = scopeKey(rule);
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count === greatestScope + 1
      ? [{ path: under(under(path, at), 'scope'), code: 'rule.crowded' }]
      : [];
  });
}
