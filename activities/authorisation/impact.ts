import { setTimeout as rest } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Database } from '../../database/database.ts';
import {
  type CompiledManagedRules,
  compileManagedRules,
} from '../../rules/authorisation/compiled-managed-rules.ts';
import type { AuthorisationFacts } from '../../rules/authorisation/facts.ts';
import {
  counted,
  explained,
  type ImpactCounts,
  type ImpactFlip,
  type ImpactPosition,
  keptFlips,
  noImpact,
  replay,
} from '../../rules/authorisation/impact.ts';
import { countedFacts } from '../../rules/authorisation/place-facts.ts';
import type { RuleMoment } from '../../rules/options/life.ts';
import { processId } from '../../rules/processes.ts';
import { newId } from '../new-id.ts';
import { readRules } from '../options/managed-rules.ts';
import { runVerb, type VerbCaller } from '../verb.ts';
import { lockRuleSet, type RuleSetInput, ruleSetInForce } from './rule-set-verbs.ts';

/** A version to be replayed on so many of the last requests, and on every live option. */
interface ImpactInput extends RuleSetInput {
  requests: number;
}

/**
 * Asks for the impact of a version (verb `simulate`); a story works it out. One that was still being worked out ends.
 * @throws Problem `rules.state`, `request.notFound`, `record.version`.
 */
export async function startImpact(caller: VerbCaller, input: ImpactInput): Promise<{ impactId: string }> {
  return runVerb(caller, 'simulate rule-set', input, async (verb) => {
    const row = await lockRuleSet(verb, 'simulate', input);
    await sql`update rule_impact set state = 'cancelled', ended_at = ${verb.now}, version = version + 1
      where rule_set_id = ${row.id} and state in ('waiting', 'running')`.execute(verb.db);
    const impactId = newId();
    await verb.db
      .insertInto('rule_impact')
      .values({
        id: impactId,
        institution_id: verb.institutionId,
        organisation_id: row.organisationId,
        rule_set_id: row.id,
        edition: row.edition,
        against_id: await ruleSetInForce(verb, row.organisationId, verb.now),
        at: verb.now,
        requests: input.requests,
        counts: sql<ImpactCounts>`${JSON.stringify(noImpact)}::jsonb`,
        asked_by_id: verb.actor.type === 'operator' ? verb.actor.id : null,
        asked_at: verb.now,
      })
      .execute();
    verb.wake(processId.impact(impactId));
    return { impactId };
  });
}

/**
 * Ends the working out of an impact (verb `cancel-impact`); one that has ended stays as it is.
 * @throws Problem `request.notFound`.
 */
export async function cancelImpact(caller: VerbCaller, input: RuleSetInput): Promise<{ cancelled: boolean }> {
  return runVerb(caller, 'cancel-impact', input, async (verb) => {
    const row = await lockRuleSet(verb, 'simulate', { id: input.id });
    const { rows } = await sql`update rule_impact set state = 'cancelled', ended_at = ${verb.now},
      version = version + 1 where rule_set_id = ${row.id} and state in ('waiting', 'running') returning id`.execute(
      verb.db,
    );
    return { cancelled: rows.length > 0 };
  });
}

/** Decisions replayed in one step: a second or two of work. */
const batch = 1_000;
/** Decisions between two rests. */
const turn = 8;
/** A rest is so many times as long as the work before it: people who place options meanwhile hardly notice. */
const restShare = 3;

type ImpactRow = {
  id: string;
  organisationId: string;
  ruleSetId: string;
  edition: number;
  againstId: string | null;
  at: string;
  state: string;
  requests: number;
  counts: ImpactCounts;
  flips: ImpactFlip[];
  position: ImpactPosition | null;
  version: number;
};

/** A decision to be replayed, with what people know it by. */
type Stored = {
  id: string;
  at: string;
  optionId: string | null;
  optionNumber: number | null;
  contactName: string;
  quantity: number;
  moment: RuleMoment | null;
  facts: AuthorisationFacts | null;
};

/**
 * Works out the next part of an impact; answers whether more is to come. Each part is written with the place where the
 * next one begins, so a part that is done twice counts once.
 */
export async function advanceImpact(
  caller: VerbCaller,
  input: { impactId: string },
  beat: () => void = () => undefined,
): Promise<{ more: boolean }> {
  const { database, institutionId } = caller;
  const impact = await readRow(database, institutionId, input.impactId);
  if (impact === null || (impact.state !== 'waiting' && impact.state !== 'running')) return { more: false };
  const stored = await nextStored(database, institutionId, impact);
  if (stored === null) {
    await finish(caller, impact);
    return { more: false };
  }
  const against =
    impact.againstId === null ? null : await compiled(database, institutionId, impact.againstId, null);
  const version = await compiled(database, institutionId, impact.ruleSetId, impact.edition);
  let { counts, flips } = impact;
  const of = stored.position.of === 'requests' ? 'request' : 'option';
  let since = performance.now();
  for (const [at, row] of stored.rows.entries()) {
    if (at % turn === 0) {
      beat();
      await rest(restShare * (performance.now() - since));
      since = performance.now();
    }
    const told = await replayStored(row, of, against, version, impact.at);
    counts = counted(counts, of, told.became);
    if (told.flip !== null && flips.length < keptFlips) flips = [...flips, told.flip];
  }
  await database.read(institutionId, (db) =>
    sql`update rule_impact set state = 'running', done = done + ${stored.rows.length},
        total = greatest(total, ${stored.total ?? 0}, done + ${stored.rows.length}),
        counts = ${JSON.stringify(counts)}::jsonb, flips = ${JSON.stringify(flips)}::jsonb,
        position = ${JSON.stringify(stored.position)}::jsonb, version = version + 1
      where id = ${impact.id} and version = ${impact.version} and state in ('waiting', 'running')`.execute(
      db,
    ),
  );
  return { more: true };
}

async function replayStored(
  { moment, facts, ...row }: Stored,
  of: 'request' | 'option',
  against: CompiledManagedRules | null,
  version: CompiledManagedRules,
  at: string,
): Promise<{ became: ImpactFlip['after']['outcome'] | 'same' | 'untold'; flip: ImpactFlip | null }> {
  const place = facts?.asked?.places[0];
  if (moment === null || facts === null || place === undefined) return { became: 'untold', flip: null };
  const counts = [against, version].some((rules) => rules?.reads(moment, countedFacts) ?? false);
  if (counts && facts.asked?.counted !== true) return { became: 'untold', flip: null };
  const { before, after, flipped } = await replay({ moment, facts }, against, version, at);
  if (!flipped) return { became: 'same', flip: null };
  const { event, startsAt, timeZone } = place.performance;
  return {
    became: after.outcome,
    flip: {
      id: row.id,
      of,
      optionId: row.optionId,
      optionNumber: row.optionNumber,
      contactName: row.contactName,
      event,
      startsAt,
      timeZone,
      quantity: row.quantity,
      moment,
      before: explained(before),
      after: explained(after),
    },
  };
}

async function readRow(database: Database, institutionId: string, id: string): Promise<ImpactRow | null> {
  const { rows } = await database.read(institutionId, (db) =>
    sql<ImpactRow>`select id, organisation_id as "organisationId", rule_set_id as "ruleSetId", edition,
      against_id as "againstId", at, state, requests, counts, flips, position, version
      from rule_impact where id = ${id}`.execute(db),
  );
  return rows[0] ?? null;
}

type Part = { rows: Stored[]; position: ImpactPosition; total: number | null };

/** The requests of the past, the last first, then the live options; null when all have been replayed. */
async function nextStored(
  database: Database,
  institutionId: string,
  impact: ImpactRow,
): Promise<Part | null> {
  const { position } = impact;
  if (position === null || position.of === 'requests') {
    const seen = position?.of === 'requests' ? position.seen : 0;
    const rows = await storedRequests(
      database,
      institutionId,
      impact,
      Math.min(batch, impact.requests - seen),
    );
    const last = rows.at(-1);
    if (last !== undefined) {
      return {
        rows,
        position: { of: 'requests', at: last.at, id: last.id, seen: seen + rows.length },
        total: position === null ? await countAll(database, institutionId, impact) : null,
      };
    }
  }
  const after = position?.of === 'options' ? position.id : '00000000-0000-0000-0000-000000000000';
  const rows = await liveOptions(database, institutionId, impact, after);
  const last = rows.at(-1);
  return last === undefined ? null : { rows, position: { of: 'options', id: last.id }, total: null };
}

async function storedRequests(
  database: Database,
  institutionId: string,
  { organisationId, position }: ImpactRow,
  limit: number,
): Promise<Stored[]> {
  if (limit <= 0) return [];
  const before =
    position?.of === 'requests'
      ? sql`and (d.at, d.id) < (${position.at}::timestamptz, ${position.id}::uuid)`
      : sql``;
  const { rows } = await database.read(institutionId, (db) =>
    sql<Stored>`select d.id, d.at, d.option_id as "optionId", o.number as "optionNumber", c.name as "contactName",
        coalesce(o.requested_quantity, (d.facts #>> '{asked,places,0,total}')::int, 0) as quantity,
        'request' as moment, d.facts
      from decided_request d join contact c on c.id = d.contact_id left join seat_option o on o.id = d.option_id
      where d.organisation_id = ${organisationId} ${before}
      order by d.at desc, d.id desc limit ${limit}`.execute(db),
  );
  return rows;
}

/** Options that hold or await places, with the facts of their last decision. */
async function liveOptions(
  database: Database,
  institutionId: string,
  { organisationId }: ImpactRow,
  after: string,
): Promise<Stored[]> {
  const { rows } = await database.read(institutionId, (db) =>
    sql<Stored>`select o.id, o.requested_at as at, o.id as "optionId", o.number as "optionNumber",
        c.name as "contactName", coalesce(o.placed_quantity, o.requested_quantity) as quantity,
        o.authorisation ->> 'moment' as moment, o.authorisation -> 'facts' as facts
      from seat_option o join contact c on c.id = o.contact_id
      where o.organisation_id = ${organisationId} and o.state in ('requested', 'placed', 'waiting', 'offered', 'confirmed')
        and o.id > ${after}::uuid
      order by o.id limit ${batch}`.execute(db),
  );
  return rows;
}

async function countAll(
  database: Database,
  institutionId: string,
  { organisationId, requests }: ImpactRow,
): Promise<number> {
  const { rows } = await database.read(institutionId, (db) =>
    sql<{ total: number }>`select
      (select count(*) from (select from decided_request where organisation_id = ${organisationId} limit ${requests}) d)::int
      + (select count(*) from seat_option where organisation_id = ${organisationId}
          and state in ('requested', 'placed', 'waiting', 'offered', 'confirmed'))::int as total`.execute(db),
  );
  return rows[0]?.total ?? 0;
}

const remembered = new WeakMap<Database, Map<string, CompiledManagedRules>>();

/** A version's rules compiled, remembered for the parts to come; a draft by its edition. */
async function compiled(
  database: Database,
  institutionId: string,
  id: string,
  edition: number | null,
): Promise<CompiledManagedRules> {
  const known = remembered.get(database) ?? new Map<string, CompiledManagedRules>();
  remembered.set(database, known);
  const key = `${id}/${edition}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  const rules = await database.transaction(async (_db, { ask, send }) => {
    send(sql`select set_config('placet.institution', ${institutionId}, true)`);
    return readRules(ask, id);
  });
  const made = compileManagedRules({ id, number: 0, rules });
  if (known.size >= 10) known.clear();
  known.set(key, made);
  return made;
}

/** All decisions have been replayed: the version is simulated, unless it was written meanwhile. */
function finish(caller: VerbCaller, { id, ruleSetId, edition, organisationId }: ImpactRow): Promise<null> {
  return runVerb(caller, 'end-impact', { id }, async (verb) => {
    const ended = await verb.db
      .updateTable('rule_impact')
      .set({ state: 'done', ended_at: verb.now, version: sql`version + 1` })
      .where('id', '=', id)
      .where('state', 'in', ['waiting', 'running'])
      .returning(['done', 'counts'])
      .executeTakeFirst();
    if (ended === undefined) return null;
    const simulated = await verb.db
      .updateTable('rule_set')
      .set({ state: 'simulated', version: sql`version + 1` })
      .where('id', '=', ruleSetId)
      .where('edition', '=', edition)
      .where('state', 'in', ['draft', 'simulated'])
      .returning('id')
      .executeTakeFirst();
    if (simulated !== undefined) {
      verb.record({
        verb: 'simulate',
        subjectType: 'rule-set',
        subjectId: ruleSetId,
        organisationId,
        after: { state: 'simulated', decisions: ended.done },
      });
    }
    return null;
  });
}
