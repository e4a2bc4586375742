import { sql } from 'kysely';
import { z } from 'zod';
import { ruleSetList } from '../../../database/read-models/rule-sets.ts';
import type { ScopedTable } from '../../../database/read-models/scoped.ts';
import type { ManagedRule, ManagedScope } from '../../../rules/authorisation/managed-rule.ts';
import { managedRuleFaults, parseManagedRules } from '../../../rules/authorisation/parse-managed-rules.ts';
import { afterRuleSetVerb, ruleSetStates } from '../../../rules/authorisation/rule-set-life.ts';
import { newId } from '../../new-id.ts';
import { Problem } from '../../problem.ts';
import type { Verb } from '../../verb.ts';
import { defineRecord, type RecordContext, type RecordValues } from '../record-kind.ts';
import { requireRecord, scopeOf } from '../write-record.ts';

const fields = {
  organisationId: z.uuid(),
  note: z.string().trim().max(500).meta({ description: 'What this version is about' }),
  rules: z
    .array(z.unknown())
    .max(5_000)
    .meta({ description: 'All rules of the version; the conditions are those of json-rules-engine' }),
};
const { rules: _rules, ...shown } = fields;

/**
 * Versions of a house's own rules (issue "Authorisation"). What is written is checked whole, each fault with its place;
 * any change makes a simulated version a draft again, and a published one is never changed.
 */
export const ruleSetRecords = defineRecord({
  subject: 'rule-set',
  table: 'rule_set',
  fields: z.strictObject(fields),
  required: ['organisationId'],
  fixed: ['organisationId'],
  references: { organisationId: 'organisation' },
  apart: ['rules'],
  row: z
    .object({
      id: z.uuid(),
      ...shown,
      number: z.int(),
      state: z.enum(ruleSetStates),
      edition: z.int(),
      basedOnId: z.uuid().nullable(),
      writtenAt: z.string(),
      writtenByName: z.string().nullable(),
      publishedAt: z.string().nullable(),
      publishedByName: z.string().nullable(),
      effectiveAt: z.string().nullable(),
      supersededAt: z.string().nullable(),
      ruleCount: z.int(),
      inForce: z.boolean(),
      version: z.int(),
    })
    .meta({ id: 'RuleSet' }),
  list: ruleSetList,
  check: (values) =>
    values.rules === undefined ? [] : managedRuleFaults(values.rules).map((fault) => ({ ...fault })),
  derive: async (context, values, before) => {
    if (before === null) return madeNow(context, values);
    const state = ruleSetStates.find((known) => known === before.state) ?? 'published';
    if (afterRuleSetVerb(state, 'write') === null) throw new Problem('rules.state');
    if (values.rules === undefined) return {};
    return { ...writtenNow(context), state: 'draft', edition: sql`edition + 1` };
  },
  remember: async (_verb, _id, { before, after }) => ({
    before: withoutRules(before),
    after: withoutRules(after),
  }),
  clear: async (verb, id) => {
    const { state } = await verb.db
      .selectFrom('rule_set')
      .select('state')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    if (afterRuleSetVerb(state, 'delete') === null) throw new Problem('rules.state');
  },
  after: async (verb, id, values) => {
    if (values.rules !== undefined) await writeRules(verb, id, parseManagedRules(values.rules));
    return [];
  },
});

/** History tells that rules were written; the version itself tells which. */
function withoutRules({ rules, ...values }: RecordValues): RecordValues {
  return Array.isArray(rules) ? { ...values, rules: rules.length } : values;
}

async function madeNow(context: RecordContext, values: RecordValues): Promise<RecordValues> {
  // versions of one organisation are counted up one after the other
  const organisationId = String(values.organisationId);
  await sql`select from organisation where id = ${organisationId} for no key update`.execute(context.db);
  const { rows } = await sql<{ number: number }>`select coalesce(max(number), 0) + 1 as number from rule_set
    where organisation_id = ${organisationId}`.execute(context.db);
  return { ...writtenNow(context), number: rows[0]?.number ?? 1 };
}

function writtenNow({ caller, now }: RecordContext): RecordValues {
  return { written_at: now, written_by_id: caller.actor.type === 'operator' ? caller.actor.id : null };
}

const boundTo: Readonly<Record<Exclude<ManagedScope, 'all'>, ScopedTable>> = {
  season: 'season',
  activity: 'season_activity',
  'seat-category': 'seat_category',
  'collectivity-type': 'collectivity_type',
  'option-profile': 'option_profile',
};

/**
 * Puts the rules of a version in place of those it had.
 * @throws Problem `request.notFound` for something a rule is bound to outside wall and perimeter, with its path.
 */
async function writeRules(verb: Verb, ruleSetId: string, rules: readonly ManagedRule[]): Promise<void> {
  const asked = new Set<string>();
  for (const [at, { scope, scopeId }] of rules.entries()) {
    if (scope === 'all' || scopeId === null || asked.has(`${scope} ${scopeId}`)) continue;
    asked.add(`${scope} ${scopeId}`);
    await requireRecord(verb.db, scopeOf(verb.caller), boundTo[scope], scopeId, `rules.${at}.scopeId`);
  }
  await copyRules(verb, ruleSetId, rules);
}

/** The same for rules that stood in a version before: what they are bound to may be gone. */
export async function copyRules(verb: Verb, ruleSetId: string, rules: readonly ManagedRule[]): Promise<void> {
  await sql`delete from managed_rule where rule_set_id = ${ruleSetId}`.execute(verb.db);
  const rows = rules.map((rule, position) => ({
    id: newId(),
    institution_id: verb.institutionId,
    rule_set_id: ruleSetId,
    position,
    code: rule.code,
    name: rule.name,
    scope: rule.scope,
    scope_id: rule.scopeId,
    moments: rule.moments,
    outcome: rule.outcome,
    priority: rule.priority,
    valid_from: rule.validFrom,
    valid_until: rule.validUntil,
    message_fr: rule.messageFr,
    message_en: rule.messageEn,
    conditions: rule.conditions,
  }));
  await sql`insert into managed_rule select * from json_populate_recordset(null::managed_rule, ${JSON.stringify(rows)}::json)`.execute(
    verb.db,
  );
}
