import { sql } from 'kysely';
import type { Queries } from '../../database/schema.ts';
import { processId } from '../../rules/processes.ts';

/** `overdue`: what its own wake-up should have served two minutes ago. `all`: everything a story should be waiting for. */
export type Extent = 'overdue' | 'all';

/** Runs one batch behind the wall of an institution: in a transaction of its own, or inside a verb's. */
export type RunBatch = <T>(work: (db: Queries) => Promise<T>) => Promise<T>;

type Batch = { count: number; at: string | null; id: string | null };

const BATCH = 500;

/** Wakes the stories of one institution's options, those due soonest first. Answers how many. */
export function wakeOptions(run: RunBatch, institutionId: string, extent: Extent): Promise<number> {
  return wakeDue(run, institutionId, extent, 'seat_option', processId.option(''));
}

/** The same of its orders, whose payment is looked for. */
export function wakeOrders(run: RunBatch, institutionId: string, extent: Extent): Promise<number> {
  return wakeDue(run, institutionId, extent, 'customer_order', processId.reservation(''));
}

/** The same of its baskets, which are abandoned. */
export function wakeBaskets(run: RunBatch, institutionId: string, extent: Extent): Promise<number> {
  return wakeDue(run, institutionId, extent, 'basket', processId.basket(''));
}

function wakeDue(
  run: RunBatch,
  institutionId: string,
  extent: Extent,
  table: 'seat_option' | 'customer_order' | 'basket',
  prefix: string,
): Promise<number> {
  const overdue = extent === 'overdue' ? sql`and next_action_at < now() - interval '2 minutes'` : sql``;
  return inBatches(
    run,
    (at, id) => sql<Batch>`
    with batch as (
      select id, next_action_at as at from ${sql.table(table)}
      where next_action_at is not null ${overdue} and (next_action_at, id) > (${at}::timestamptz, ${id}::uuid)
      order by next_action_at, id limit ${BATCH}
    ), woken as (
      select wake(${prefix}::text || id, ${institutionId}) from (select id from batch order by id) ordered
    )
    select (select count(*)::int from woken) as count, last.at, last.id
    from (select 1) one left join (select at, id from batch order by at desc, id desc limit 1) last on true`,
  );
}

/**
 * Wakes the stories of one institution's letters that are owed or being sent. An overdue letter is woken two minutes
 * after it was owed and every ten minutes from then on: its story may well be trying.
 */
export function wakeLetters(run: RunBatch, institutionId: string, extent: Extent): Promise<number> {
  const overdue =
    extent === 'overdue' ? sql`and floor(extract(epoch from now() - created_at) / 60)::int % 10 = 2` : sql``;
  return inBatches(
    run,
    (at, id) => sql<Batch>`
    with batch as (
      select id, created_at as at from letter
      where state in ('owed', 'sending') ${overdue} and (created_at, id) > (${at}::timestamptz, ${id}::uuid)
      order by created_at, id limit ${BATCH}
    ), woken as (
      select wake(${processId.letter('')}::text || id, ${institutionId}) from (select id from batch order by id) ordered
    )
    select (select count(*)::int from woken) as count, last.at, last.id
    from (select 1) one left join (select at, id from batch order by at desc, id desc limit 1) last on true`,
  );
}

/** Wakes the stories of one institution's impacts that are not worked out yet, two minutes after they were asked for. */
export async function wakeImpacts(run: RunBatch, institutionId: string): Promise<number> {
  const { rows } = await run((db) =>
    sql`select wake(${processId.impact('')}::text || id, ${institutionId}) from rule_impact
      where state in ('waiting', 'running') and asked_at < now() - interval '2 minutes'`.execute(db),
  );
  return rows.length;
}

/** Wakes the stories of one institution's verbs on large selections that are not through, two minutes after they were asked for. */
export async function wakeBulkRuns(run: RunBatch, institutionId: string): Promise<number> {
  const { rows } = await run((db) =>
    sql`select wake(${processId.bulk('')}::text || id, ${institutionId}) from bulk_run
      where state <> 'done' and asked_at < now() - interval '2 minutes'`.execute(db),
  );
  return rows.length;
}

type Question = { execute(db: Queries): Promise<{ rows: Batch[] }> };

async function inBatches(run: RunBatch, batchAfter: (at: string, id: string) => Question): Promise<number> {
  let total = 0;
  let after = { at: '-infinity', id: '00000000-0000-0000-0000-000000000000' };
  for (;;) {
    const { rows } = await run((db) => batchAfter(after.at, after.id).execute(db));
    const [batch] = rows;
    total += batch?.count ?? 0;
    if (batch === undefined || batch.at === null || batch.id === null || batch.count < BATCH) return total;
    after = { at: batch.at, id: batch.id };
  }
}
