import { sql } from 'kysely';
import { optionListOf } from '../../../database/read-models/options.ts';
import type { OptionKind } from '../../../rules/options/rights.ts';
import { Problem } from '../../problem.ts';
import type { Actor, VerbCaller } from '../../verb.ts';
import { type BulkVerb, type BulkWords, bulkActs } from '../bulk-acts.ts';
import { actOnEach, type BulkResult } from '../in-bulk.ts';
import { runActor } from './run-actor.ts';

/** Options done in one step of a run. */
const portion = 50;

type RunRow = {
  id: string;
  verb: BulkVerb;
  kind: OptionKind;
  words: BulkWords;
  attempt: number;
  askedById: string;
  askedByName: string;
};
type Item = { id: string; position: number; version: number | null };

/**
 * Does the next portion of a run; answers whether more is to come. Each option is done under a key made from the run, the
 * attempt and its own id, and an answer is written once: a portion that is done twice counts once.
 * @throws Error while a former try of the portion is still at it: it is tried again.
 * @param isLastTry a failure that no verb spoke is then told of its option, else the whole portion is tried again.
 */
export async function advanceBulkRun(
  caller: VerbCaller,
  { bulkRunId, isLastTry }: { bulkRunId: string; isLastTry: boolean },
  beat: () => void = () => undefined,
): Promise<{ more: boolean }> {
  const { database, institutionId } = caller;
  const run = await readRun(caller, bulkRunId);
  if (run === null) return { more: false };
  const items = await nextItems(caller, run.id);
  if (items.length === 0) {
    await endRun(caller, run.id);
    return { more: false };
  }
  const actor = await runActor(database, run);
  const known = await database.read(institutionId, (db) =>
    optionListOf[run.kind].many(
      db,
      scopeOf(institutionId, actor),
      items.map(({ id }) => id),
    ),
  );
  const words = { orderGroup: run.id, ...run.words };
  const results = await actOnEach(
    { ...caller, actor, requestId: `bulk/${run.id}/${run.attempt}` },
    { kind: run.kind, items, known },
    (one, input, option) => {
      beat();
      return bulkActs[run.verb](one, { ...words, ...input }, option);
    },
    () => (isLastTry ? new Problem('server.error') : null),
  );
  const told = results.filter((result) => isLastTry || !isInFlight(result));
  await writeResults(caller, run, items, told);
  if (told.length < results.length) throw new Error('the same portion is being done by a former try');
  return { more: true };
}

function isInFlight(result: BulkResult): boolean {
  return 'problem' in result && result.problem.code === 'idempotency.inFlight';
}

function scopeOf(institutionId: string, { organisationIds, served }: Actor) {
  return { institutionId, organisationIds, ...(served === undefined ? {} : { served }) };
}

async function readRun({ database, institutionId }: VerbCaller, id: string): Promise<RunRow | null> {
  const { rows } = await database.read(institutionId, (db) =>
    sql<RunRow>`select id, verb, kind, words, attempt, asked_by_id as "askedById", asked_by_name as "askedByName"
      from bulk_run where id = ${id} and state <> 'done'`.execute(db),
  );
  return rows[0] ?? null;
}

async function nextItems({ database, institutionId }: VerbCaller, runId: string): Promise<Item[]> {
  const { rows } = await database.read(institutionId, (db) =>
    sql<Item>`select option_id as id, position, option_version as version from bulk_item
      where run_id = ${runId} and state = 'waiting' order by position limit ${portion}`.execute(db),
  );
  return rows;
}

async function writeResults(
  { database, institutionId }: VerbCaller,
  { id, attempt }: RunRow,
  items: readonly Item[],
  results: readonly BulkResult[],
): Promise<void> {
  const positions = new Map(items.map((item) => [item.id, item.position]));
  const answers = results.map((result) => ({
    position: positions.get(result.id),
    state: 'problem' in result ? 'failed' : 'done',
    answer:
      'problem' in result
        ? { code: result.problem.code, details: result.problem.details }
        : { state: result.answer.state },
  }));
  await database.read(institutionId, (db) =>
    sql`with answered as (
        update bulk_item i set state = a.state, answer = a.answer
        from jsonb_to_recordset(${JSON.stringify(answers)}::jsonb) as a (position int, state text, answer jsonb)
        where i.run_id = ${id} and i.position = a.position and i.state = 'waiting'
          and exists (select from bulk_run r where r.id = ${id} and r.attempt = ${attempt})
        returning i.state
      )
      update bulk_run set state = 'running', version = version + 1, done = done + (select count(*)::int from answered),
        failed = failed + (select count(*)::int from answered where answered.state = 'failed')
      where id = ${id} and attempt = ${attempt} and state <> 'done'`.execute(db),
  );
}

async function endRun({ database, institutionId }: VerbCaller, id: string): Promise<void> {
  await database.read(institutionId, (db) =>
    sql`update bulk_run set state = 'done', ended_at = now(), version = version + 1
      where id = ${id} and state <> 'done'
        and not exists (select from bulk_item where run_id = ${id} and state = 'waiting')`.execute(db),
  );
}
