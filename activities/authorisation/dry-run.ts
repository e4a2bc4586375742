import { sql } from 'kysely';
import { scoped } from '../../database/read-models/scoped.ts';
import { compileManagedRules } from '../../rules/authorisation/compiled-managed-rules.ts';
import { type Decision, decideAuthorisation, shippedRuleSet } from '../../rules/authorisation/decide.ts';
import type { AuthorisationFacts } from '../../rules/authorisation/facts.ts';
import type { AskedPlaces } from '../../rules/authorisation/limitations.ts';
import { profileFacts } from '../../rules/authorisation/profiles.ts';
import { type ManagedMoment, ruleMoments } from '../../rules/options/life.ts';
import { readChoices } from '../options/choices.ts';
import { limitsOn } from '../options/limits.ts';
import { managedRules, readRules, rulesInForce } from '../options/managed-rules.ts';
import { type RequestInput, resolveRequest } from '../options/new-option.ts';
import { readLines } from '../options/option-lines.ts';
import { type PerformanceFacts, performanceFacts } from '../options/performance-facts.ts';
import { placementDue } from '../options/placement-due.ts';
import { productFacts } from '../options/products/product-facts.ts';
import { authorisationFacts } from '../options/rules-question.ts';
import { Problem } from '../problem.ts';
import { scopeOf } from '../records/write-record.ts';
import { runVerb, type Verb, type VerbCaller } from '../verb.ts';
import { shownRuleSet } from './rule-set-verbs.ts';

/**
 * A request made up at the moment of a rule, or an option that is there: at a moment with what is known now, without one
 * as it was last decided.
 */
type DryRunInput = { ruleSetId: string } & (
  | { optionId: string; moment: ManagedMoment | null }
  | {
      moment: ManagedMoment;
      request: Pick<RequestInput, 'contactId' | 'performanceId' | 'lines' | 'channelId'>;
    }
);

/** What the rules in force say, and what the version would say, of which places. */
export interface DryRun extends Pick<Asked, 'moment' | 'quantity'> {
  performances: readonly { id: string; startsAt: string; timeZone: string }[];
  inForce: Decision<ManagedMoment>;
  version: Decision<ManagedMoment>;
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
    const { moment, quantity, facts } = await asked(verb, input);
    const managed = await inForceNow(verb, row.organisationId);
    const decide = (own: typeof managed) =>
      decideAuthorisation(facts, moment, shippedRuleSet, { managed: own });
    return {
      moment,
      quantity,
      performances: facts.performances.map(({ id, startsAt, timeZone }) => ({ id, startsAt, timeZone })),
      inForce: await decide(managed),
      version: await decide(version),
    };
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

type Asked = { moment: ManagedMoment; quantity: number; facts: AuthorisationFacts };

function asked(verb: Verb, input: DryRunInput): Promise<Asked> {
  if (!('optionId' in input)) return madeUp(verb, input);
  const { optionId, moment } = input;
  return moment === null ? asLastDecided(verb, optionId) : optionNow(verb, optionId, moment);
}

function noOption(): Problem {
  return new Problem('request.notFound', { errors: [{ path: 'optionId', code: 'field.reference' }] });
}

async function asLastDecided(verb: Verb, optionId: string): Promise<Asked> {
  const { rows } = await sql<{ moment: string | null; facts: AuthorisationFacts | null; quantity: number }>`
    select authorisation ->> 'moment' as moment, authorisation -> 'facts' as facts,
      coalesce(placed_quantity, requested_quantity) as quantity from seat_option
    where id = ${optionId} and ${scoped(scopeOf(verb.caller), 'seat_option')}`.execute(verb.db);
  const [row] = rows;
  const moment = ruleMoments.find((known) => known === row?.moment);
  if (moment === undefined || !row?.facts) throw noOption();
  return { moment, facts: row.facts, quantity: row.quantity };
}

type OptionNow = {
  performanceId: string;
  productId: string | null;
  contactId: string;
  structureId: string | null;
  channelId: string;
  origin: 'request' | 'direct';
  profilePaymentOn: string | null;
  currentDueAt: string | null;
};

/** An option as the verb of a moment would ask the rules about it now: its choices at request, else what it has. */
async function optionNow(verb: Verb, optionId: string, moment: ManagedMoment): Promise<Asked> {
  const { rows } = await sql<OptionNow>`
    select performance_id as "performanceId", product_id as "productId", contact_id as "contactId", structure_id as "structureId",
      channel_id as "channelId", origin, profile_payment_on as "profilePaymentOn",
      confirmation_due_at as "currentDueAt"
    from seat_option where id = ${optionId} and ${scoped(scopeOf(verb.caller), 'seat_option')}`.execute(
    verb.db,
  );
  const [option] = rows;
  if (option === undefined) throw noOption();
  const { performanceId: first, contactId, structureId, channelId } = option;
  const choices = moment === 'request' ? await readChoices(verb.db, optionId) : [{ performanceId: first }];
  const product = option.productId === null ? null : await productFacts(verb, option.productId);
  const performances: PerformanceFacts[] = [];
  for (const { performanceId } of choices)
    performances.push(
      await performanceFacts(verb, { performanceId, contactId, structureId, channelId }, product),
    );
  const { lines, granted } = await readLines(verb.ask, optionId);
  const live = granted.filter(({ counter }) => counter !== 'released');
  const requested = lines.map(({ seatCategoryId, requestedQuantity: quantity }) => ({
    seatCategoryId,
    quantity,
  }));
  const places = moment === 'request' || live.length === 0 ? requested : live;
  return known(verb, { moment, performances, lines: places, optionId, dated: option });
}

async function madeUp(
  verb: Verb,
  { moment, request }: { moment: ManagedMoment; request: RequestInput },
): Promise<Asked> {
  const { choices } = await resolveRequest(verb, request);
  const { lines } = request;
  const dated = { origin: 'request', profilePaymentOn: null, currentDueAt: null } as const;
  return known(verb, { moment, performances: choices, lines, optionId: null, dated });
}

/** All that is known now of places, whatever the rules in force would have had read. */
async function known(
  verb: Verb,
  question: {
    moment: ManagedMoment;
    performances: readonly PerformanceFacts[];
    lines: readonly AskedPlaces[];
    optionId: string | null;
    dated: Parameters<typeof placementDue>[1];
  },
): Promise<Asked> {
  const { moment, performances, lines, optionId, dated } = question;
  const collides =
    moment === 'placement' && performances.some((each) => placementDue(verb.now, dated, each, null).collides);
  const limitations = await limitsOn(verb, {
    performances,
    lines,
    optionId,
    moment,
    lock: 'none',
    counted: true,
  });
  const { facts } = authorisationFacts(verb.now, performances, {
    categoryIds: lines.map(({ seatCategoryId }) => seatCategoryId),
    collides,
    limitations,
    profiles: moment === 'request' ? profileFacts(performances, lines, verb.now) : [],
  });
  return { moment, facts, quantity: lines.reduce((sum, { quantity }) => sum + quantity, 0) };
}
