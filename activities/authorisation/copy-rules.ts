import { readRules } from '../options/managed-rules.ts';
import { Problem } from '../problem.ts';
import { copyRules, ruleSetRecords } from '../records/kinds/rule-sets.ts';
import { addRecord } from '../records/write-record.ts';
import { runVerb, type Verb, type VerbCaller } from '../verb.ts';
import { publishFrom } from './publish-rules.ts';
import { lockRuleSet, type RuleSetInput, type RuleSetRow, shownRuleSet } from './rule-set-verbs.ts';

/**
 * Makes a draft with the rules of a version (verb `copy`).
 * @throws Problem `request.notFound`.
 */
export async function copyRuleSet(caller: VerbCaller, input: RuleSetInput): Promise<RuleSetRow> {
  return runVerb(caller, 'copy rule-set', input, async (verb) => {
    const row = await lockRuleSet(verb, 'copy', input);
    return versionLike(verb, row.organisationId, row.id);
  });
}

/** The version in force that is undone, and the one whose rules come back. */
interface RollBackInput extends RuleSetInput {
  /** Left out: the version it took the place of. Null: none of the house's own rules. */
  toId?: string | null;
  reason: string;
}

/**
 * Goes back to the rules of an older version (verb `roll-back`), at once: as a new version, so that nothing that was in
 * force is lost. No impact is asked for: it undoes what does harm.
 * @throws Problem `rules.empty` when the version is not in force, `request.notFound`, `record.version`.
 */
export async function rollBackRules(caller: VerbCaller, input: RollBackInput): Promise<RuleSetRow> {
  return runVerb(caller, 'roll-back rule-set', input, async (verb) => {
    const row = await lockRuleSet(verb, 'roll-back', input);
    if (!row.inForce) throw new Problem('rules.empty');
    const toId = input.toId === undefined ? await replacedBy(verb, row) : input.toId;
    if (toId !== null) await assertSameHouse(verb, row, toId);
    const made = await versionLike(verb, row.organisationId, toId);
    return publishFrom(verb, made, verb.now, input.reason, 'roll-back');
  });
}

/** The version that counted until this one did. */
async function replacedBy(verb: Verb, row: RuleSetRow): Promise<string | null> {
  const before = await verb.db
    .selectFrom('rule_set')
    .select('id')
    .where('organisation_id', '=', row.organisationId)
    .where('superseded_at', '=', row.effectiveAt)
    .where('id', '<>', row.id)
    .orderBy('number', 'desc')
    .executeTakeFirst();
  return before?.id ?? null;
}

async function assertSameHouse(verb: Verb, row: RuleSetRow, toId: string): Promise<void> {
  const to = await shownRuleSet(verb, toId);
  if (to.organisationId !== row.organisationId || to.effectiveAt === null)
    throw new Problem('request.notFound', { errors: [{ path: 'toId', code: 'field.reference' }] });
}

/** A new draft with the rules of a version, or with none. */
async function versionLike(verb: Verb, organisationId: string, id: string | null): Promise<RuleSetRow> {
  const { id: madeId } = await addRecord(verb, ruleSetRecords, { organisationId });
  if (id === null) return shownRuleSet(verb, madeId);
  await verb.db.updateTable('rule_set').set({ based_on_id: id }).where('id', '=', madeId).execute();
  await copyRules(verb, madeId, await readRules(verb.ask, id));
  return shownRuleSet(verb, madeId);
}
