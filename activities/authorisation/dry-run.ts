import { sql } from 'kysely';
import { scoped } from '../../database/read-models/scoped.ts';
import { compileManagedRules } from '../../rules/authorisation/compiled-managed-rules.ts';
import { type Decision, decideAuthorisation, shippedRuleSet } from '../../rules/authorisation/decide.ts';
import type { AuthorisationFacts } from '../../rules/authorisation/facts.ts';
import { profileFacts } from '../../rules/authorisation/profiles.ts';
import { type RuleMoment, ruleMoments } from '../../rules/options/life.ts';
import { limitsOn } from '../options/limits.ts';
import { managedRules, readRules, rulesInForce } from '../options/managed-rules.ts';
import { type RequestInput, resolveRequest } from '../options/new-option.ts';
import type { PerformanceFacts } from '../options/performance-facts.ts';
import { authorisationFacts } from '../options/rules-question.ts';
import { Problem } from '../problem.ts';
import { scopeOf } from '../records/write-record.ts';
import { runVerb, type Verb, type VerbCaller } from '../verb.ts';
import { shownRuleSet } from './rule-set-verbs.ts';

/** A request made up at the moment of a rule, or an option that is there. */
type DryRunInput = { ruleSetId: string } & (
  | { optionId: string }
  | { moment: RuleMoment; request: Pick<RequestInput, 'contactId' | 'performanceId' | 'lines' | 'channelId'> }
);

/** What the rules in force say, and what the version would say. */
export interface DryRun {
  moment: RuleMoment;
  inForce: Decision;
  version: Decision;
}

/**
 * Tries a version of the rules on one request; nothing is written and nothing taken.
 * @throws Problem `request.notFound` (also for an option without stored facts) and those of a request.
 */
export async function dryRun(caller: VerbCaller, input: DryRunInput): Promise<DryRun> {
  return runVerb(caller, 'dry-run rule-set', input, async (verb) => {
    const row = await shownRuleSet(verb, input.ruleSetId);
    const rules = await readRules(verb.ask, row.id);
    const version = compileManagedRules({ id: row.id, number: row.number, rules });
    const asked = 'optionId' in input ? await ofOption(verb, input.optionId) : await madeUp(verb, input);
    const managed = await inForceNow(verb, row.organisationId);
    const decide = (own: typeof managed) =>
      decideAuthorisation(asked.facts, asked.moment, shippedRuleSet, { managed: own });
    return { moment: asked.moment, inForce: await decide(managed), version: await decide(version) };
  });
}

async function inForceNow(verb: Verb, organisationId: string) {
  const { rows } = await sql<{
    id: string;
    number: number;
    effectiveAt: string;
    supersededAt: string | null;
  }>`
    select id, number, effective_at as "effectiveAt", superseded_at as "supersededAt" from rule_set
    where organisation_id = ${organisationId} and effective_at is not null`.execute(verb.db);
  const published = rulesInForce(rows, verb.now);
  return published === null ? null : managedRules(verb, published);
}

type Asked = { moment: RuleMoment; facts: AuthorisationFacts };

async function ofOption(verb: Verb, optionId: string): Promise<Asked> {
  const { rows } = await sql<{ moment: string | null; facts: AuthorisationFacts | null }>`
    select authorisation ->> 'moment' as moment, authorisation -> 'facts' as facts from seat_option
    where id = ${optionId} and ${scoped(scopeOf(verb.caller), 'seat_option')}`.execute(verb.db);
  const [row] = rows;
  const moment = ruleMoments.find((known) => known === row?.moment);
  if (moment === undefined || !row?.facts)
    throw new Problem('request.notFound', { errors: [{ path: 'optionId', code: 'field.reference' }] });
  return { moment, facts: row.facts };
}

async function madeUp(
  verb: Verb,
  { moment, request }: { moment: RuleMoment; request: RequestInput },
): Promise<Asked> {
  const { choices } = await resolveRequest(verb, request);
  const { lines } = request;
  const performances: readonly PerformanceFacts[] = choices;
  const limitations = await limitsOn(verb, {
    performances,
    lines,
    optionId: null,
    moment,
    lock: 'none',
    counted: true,
  });
  const { facts } = authorisationFacts(verb.now, performances, {
    categoryIds: lines.map(({ seatCategoryId }) => seatCategoryId),
    collides: false,
    limitations,
    profiles: moment === 'request' ? profileFacts(performances, lines, verb.now) : [],
  });
  return { moment, facts };
}
