import { sql } from 'kysely';
import { afterRuleSetVerb, type RuleSetVerb } from '../../rules/authorisation/rule-set-life.ts';
import { Problem } from '../problem.ts';
import { ruleSetRecords } from '../records/kinds/rule-sets.ts';
import type { RecordKind } from '../records/record-kind.ts';
import { lockRecord, scopeOf } from '../records/write-record.ts';
import type { Verb } from '../verb.ts';

/** A version as its list shows it. */
export type RuleSetRow = typeof ruleSetRecords extends RecordKind<infer Row> ? Row : never;

/** Which version, in the version of the record its caller saw. */
export interface RuleSetInput {
  id: string;
  version?: number | null;
}

/**
 * Locks the organisation's rules and the version, and asks its life whether a verb is possible.
 * @throws Problem `request.notFound`, `record.version`, `rules.state`.
 */
export async function lockRuleSet(verb: Verb, name: RuleSetVerb, input: RuleSetInput): Promise<RuleSetRow> {
  const scope = scopeOf(verb.caller);
  const seen = await ruleSetRecords.list.one(verb.db, scope, input.id);
  if (seen === null) throw new Problem('request.notFound');
  // one of an organisation's versions is published at a time
  await sql`select from organisation where id = ${seen.organisationId} for no key update`.execute(verb.db);
  const row = await lockRecord(verb, ruleSetRecords, scope, {
    id: input.id,
    version: input.version ?? null,
  });
  if (afterRuleSetVerb(row.state, name) === null) throw new Problem('rules.state');
  return row;
}

/** The version that counts at an instant; null when none does. */
export async function ruleSetInForce(verb: Verb, organisationId: string, at: string): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`select id from rule_set
    where organisation_id = ${organisationId} and effective_at <= ${at}
      and (superseded_at is null or superseded_at > ${at})`.execute(verb.db);
  return rows[0]?.id ?? null;
}

/** The version as it stands after a verb. */
export async function shownRuleSet(verb: Verb, id: string): Promise<RuleSetRow> {
  const row = await ruleSetRecords.list.one(verb.db, scopeOf(verb.caller), id);
  if (row === null) throw new Problem('request.notFound');
  return row;
}
