import type { Database } from '../../database/database.ts';
import { statement } from '../../database/statement.ts';
import {
  type CompiledManagedRules,
  compileManagedRules,
} from '../../rules/authorisation/compiled-managed-rules.ts';
import type { ManagedRule } from '../../rules/authorisation/managed-rule.ts';
import type { Verb } from '../verb.ts';

/** A published version of a house's own rules, and from when to when it counts. */
export interface PublishedRules {
  id: string;
  number: number;
  effectiveAt: string;
  supersededAt: string | null;
}

/** Versions a process remembers, compiled. */
const most = 50;

const remembered = new WeakMap<Database, Map<string, Promise<CompiledManagedRules>>>();

/** The version that counts at an instant. */
export function rulesInForce(published: readonly PublishedRules[], at: string): PublishedRules | null {
  const now = Date.parse(at);
  return (
    published.find(
      ({ effectiveAt, supersededAt }) =>
        Date.parse(effectiveAt) <= now && (supersededAt === null || now < Date.parse(supersededAt)),
    ) ?? null
  );
}

/**
 * A version's rules, ready to judge. A published version never changes, so a process reads and compiles it once; which
 * one counts is part of what `catalogueFacts` remembers.
 */
export function managedRules(
  { ask, caller: { database } }: Pick<Verb, 'ask' | 'caller'>,
  { id, number }: PublishedRules,
): Promise<CompiledManagedRules> {
  const known = remembered.get(database) ?? new Map<string, Promise<CompiledManagedRules>>();
  remembered.set(database, known);
  const found = known.get(id);
  if (found !== undefined) return found;
  const made = readRules(ask, id).then((rules) => compileManagedRules({ id, number, rules }));
  if (known.size >= most) known.clear();
  known.set(id, made);
  made.catch(() => known.delete(id)); // asked again by whoever comes next
  return made;
}

/** The rules of a version, in the order written. */
export function readRules(ask: Verb['ask'], ruleSetId: string): Promise<ManagedRule[]> {
  return ask(statement<ManagedRule>`
    select code, name, scope, scope_id as "scopeId", moments, outcome, priority, valid_from as "validFrom",
      valid_until as "validUntil", message_fr as "messageFr", message_en as "messageEn", conditions
    from managed_rule where rule_set_id = ${ruleSetId} order by position`);
}
