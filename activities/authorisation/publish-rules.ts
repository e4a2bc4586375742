import { sql } from 'kysely';
import { freshImpactHours } from '../../rules/authorisation/impact.ts';
import { Problem } from '../problem.ts';
import { runVerb, type Verb, type VerbCaller } from '../verb.ts';
import {
  lockRuleSet,
  type RuleSetInput,
  type RuleSetRow,
  ruleSetInForce,
  shownRuleSet,
} from './rule-set-verbs.ts';

/** A version to be published, now or from a date on. */
interface PublishInput extends RuleSetInput {
  /** Left out or past: now. */
  effectiveAt?: string | null;
  reason?: string | null;
}

/**
 * Publishes a simulated version (verb `publish`): it counts from its date on, and the one before it until then. A version
 * that was to come later is replaced.
 * @throws Problem `rules.state`, `rules.impactMissing` (none of this edition against the rules in force, or too old),
 *   `rules.secondPerson` (the setting of the organisation), `request.notFound`, `record.version`.
 */
export async function publishRules(caller: VerbCaller, input: PublishInput): Promise<RuleSetRow> {
  return runVerb(caller, 'publish rule-set', input, async (verb) => {
    const row = await lockRuleSet(verb, 'publish', input);
    await assertSecondPerson(verb, row);
    await assertImpact(verb, row);
    const { effectiveAt } = input;
    const later = typeof effectiveAt === 'string' && Date.parse(effectiveAt) > Date.parse(verb.now);
    return publishFrom(verb, row, later ? effectiveAt : verb.now, input.reason ?? null);
  });
}

/** Makes a locked version count from an instant on. */
export async function publishFrom(
  verb: Verb,
  row: RuleSetRow,
  effectiveAt: string,
  reason: string | null,
  name = 'publish',
): Promise<RuleSetRow> {
  const publisher = verb.actor.type === 'operator' ? verb.actor.id : null;
  await sql`update rule_set set superseded_at = greatest(effective_at, ${effectiveAt}::timestamptz),
      state = case when ${effectiveAt}::timestamptz <= ${verb.now}::timestamptz or effective_at >= ${effectiveAt}::timestamptz
        then 'superseded' else state end, version = version + 1
    where organisation_id = ${row.organisationId} and state = 'published' and id <> ${row.id}
      and (superseded_at is null or superseded_at > ${effectiveAt}::timestamptz)`.execute(verb.db);
  await sql`update rule_set set state = 'published', effective_at = ${effectiveAt}, published_at = ${verb.now},
      published_by_id = ${publisher}, version = version + 1 where id = ${row.id}`.execute(verb.db);
  const after = await shownRuleSet(verb, row.id);
  verb.record({
    verb: name,
    subjectType: 'rule-set',
    subjectId: row.id,
    organisationId: row.organisationId,
    before: { state: row.state },
    after: { state: after.state, number: after.number, effectiveAt, basedOnId: after.basedOnId },
    reason,
  });
  return after;
}

async function assertSecondPerson(verb: Verb, row: RuleSetRow): Promise<void> {
  if (verb.actor.type !== 'operator') return;
  const { rows } = await sql<{
    same: boolean;
  }>`select o.rules_second_person and s.written_by_id = ${verb.actor.id}::uuid as same
    from rule_set s join organisation o on o.id = s.organisation_id where s.id = ${row.id}`.execute(verb.db);
  if (rows[0]?.same === true) throw new Problem('rules.secondPerson');
}

async function assertImpact(verb: Verb, row: RuleSetRow): Promise<void> {
  const against = await ruleSetInForce(verb, row.organisationId, verb.now);
  const { rows } = await sql`select from rule_impact where rule_set_id = ${row.id} and state = 'done'
    and edition = ${row.edition} and against_id is not distinct from ${against}::uuid
    and ended_at > ${verb.now}::timestamptz - make_interval(hours => ${freshImpactHours})`.execute(verb.db);
  if (rows.length === 0) throw new Problem('rules.impactMissing');
}
