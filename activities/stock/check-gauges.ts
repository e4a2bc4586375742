import { sql } from 'kysely';
import type { CountedSource, Drift } from '../../database/entities/stock/gauge-check.ts';
import { scoped } from '../../database/read-models/scoped.ts';
import type { Queries } from '../../database/schema.ts';
import { newId } from '../new-id.ts';
import { Problem } from '../problem.ts';
import { scopeOf } from '../records/write-record.ts';
import { runVerb, type VerbCaller } from '../verb.ts';
import { poolDifferencesOf } from './check-pools.ts';
import { seatDifferencesOf } from './check-seats.ts';

/**
 * A finished recount: when, of how many stock rows, every counter that does not say what its claims add up to, every
 * numbered seat that does not agree with its row or its claim, and every pool that is not what its rows and its setting say.
 */
export interface GaugeCheckAnswer {
  checkedAt: string;
  rows: number;
  /** Rows with more taken than their limit, or more promised for good than their capacity: right, but to be looked at. */
  overLimit: number;
  drift: Drift[];
}

const BATCH = 100;

/**
 * Recounts stock rows from the claims that stand in them (verb `gauge-check`), of one performance or of all the caller
 * works for. Each batch of performances is read in one snapshot, so no verb at work shows as a drift.
 * @param progress called between batches: a long recount shows that it lives.
 * @throws Problem `request.notFound` for a performance outside the caller's perimeter.
 */
export async function checkGauges(
  caller: VerbCaller,
  input: { performanceId?: string | null },
  progress?: () => void,
): Promise<GaugeCheckAnswer> {
  const ids = await performanceIds(caller, input.performanceId ?? null);
  let rows = 0;
  let overLimit = 0;
  const drift: Drift[] = [];
  for (let first = 0; first < ids.length; first += BATCH) {
    const counted = await recount(caller, ids.slice(first, first + BATCH));
    rows += counted.rows;
    overLimit += counted.overLimit;
    drift.push(...counted.drift);
    progress?.();
  }
  return runVerb(caller, 'gauge-check', input, async ({ db, institutionId, now }) => {
    await db
      .insertInto('gauge_check')
      .values({
        id: newId(),
        institution_id: institutionId,
        performance_id: input.performanceId ?? null,
        checked_at: now,
        rows,
        over_limit: overLimit,
        drift: sql`${JSON.stringify(drift)}::jsonb`,
      })
      .execute();
    return { checkedAt: now, rows, overLimit, drift };
  });
}

async function performanceIds(caller: VerbCaller, performanceId: string | null): Promise<string[]> {
  const found = await caller.database.read(caller.institutionId, (db) => {
    const reached = db
      .selectFrom('performance')
      .select('id')
      .where(scoped(scopeOf(caller), 'performance'))
      .orderBy('id');
    return (performanceId === null ? reached : reached.where('id', '=', performanceId)).execute();
  });
  if (performanceId !== null && found.length === 0) throw new Problem('request.notFound');
  return found.map(({ id }) => id);
}

type Recount = { rows: number; overLimit: number; drift: Drift[] };

async function recount(caller: VerbCaller, performanceIds: string[]): Promise<Recount> {
  return caller.database.transaction(async (db) => {
    await sql`set transaction isolation level repeatable read, read only`.execute(db);
    await sql`select set_config('placet.institution', ${caller.institutionId}, true)`.execute(db);
    const { count, over } = await db
      .selectFrom('stock')
      .select(({ fn }) => fn.countAll<string>().as('count'))
      .select(
        sql<string>`count(*) filter (where held + ordered + sold + blocked + allotted + recalling
          > capacity + overbooking or ordered + sold + blocked + allotted + recalling > capacity)`.as('over'),
      )
      .where('performance_id', 'in', performanceIds)
      .executeTakeFirstOrThrow();
    const differences = [
      ...(await differencesOf(db, performanceIds)),
      ...(await seatDifferencesOf(db, performanceIds)),
    ];
    const pools = await poolDifferencesOf(db, performanceIds);
    const counted = { rows: Number(count), overLimit: Number(over) };
    if (differences.length === 0) return { ...counted, drift: pools };
    const sources = await sourcesOf(db, differences);
    const drift = differences.map((each) => ({ ...each, sources: sources.get(each.stockId ?? '') ?? [] }));
    return { ...counted, drift: [...drift, ...pools] };
  });
}

async function differencesOf(db: Queries, performanceIds: string[]): Promise<Omit<Drift, 'sources'>[]> {
  const { rows } = await sql<Omit<Drift, 'sources'>>`
    with counted as (
      select m.stock_id,
        sum(m.quantity) filter (where m.counter = 'held' and m.takes_stock) as held,
        sum(m.quantity) filter (where m.counter = 'held' and not m.takes_stock) as tentative,
        sum(m.quantity) filter (where m.counter = 'ordered') as ordered,
        sum(m.quantity) filter (where m.counter = 'sold') as sold,
        sum(m.quantity) filter (where m.counter = 'blocked') as blocked,
        sum(m.quantity) filter (where m.counter = 'allotted') as allotted,
        sum(m.quantity) filter (where m.counter = 'recalling') as recalling
      from stock s join claim m on m.stock_id = s.id
      where s.performance_id = any(${performanceIds}::uuid[]) and m.counter <> 'released'
      group by m.stock_id
    )
    select s.id as "stockId", s.performance_id as "performanceId", s.contingent_id as "contingentId",
      s.seat_category_id as "seatCategoryId", v.counter, v.counted::int as counted, v.stored
    from stock s left join counted c on c.stock_id = s.id
    cross join lateral (values
      ('held', s.held, coalesce(c.held, 0)),
      ('ordered', s.ordered, coalesce(c.ordered, 0)),
      ('sold', s.sold, coalesce(c.sold, 0)),
      ('blocked', s.blocked, coalesce(c.blocked, 0)),
      ('allotted', s.allotted, coalesce(c.allotted, 0)),
      ('recalling', s.recalling, coalesce(c.recalling, 0)),
      ('tentative', s.tentative, coalesce(c.tentative, 0))
    ) v(counter, stored, counted)
    where s.performance_id = any(${performanceIds}::uuid[]) and v.stored <> v.counted
    order by s.id, v.counter`.execute(db);
  return rows;
}

async function sourcesOf(
  db: Queries,
  differences: readonly { stockId: string | null }[],
): Promise<Map<string, CountedSource[]>> {
  const stockIds = [...new Set(differences.flatMap(({ stockId }) => stockId ?? []))];
  const { rows } = await sql<CountedSource & { stockId: string }>`
    select stock_id as "stockId", source_type as source,
      case when counter = 'held' and not takes_stock then 'tentative' else counter end as counter,
      sum(quantity)::int as quantity
    from claim where stock_id = any(${stockIds}::uuid[]) and counter <> 'released'
    group by 1, 2, 3 order by 1, 2, 3`.execute(db);
  const byRow = Map.groupBy(rows, ({ stockId }) => stockId);
  return new Map(
    [...byRow].map(([stockId, sources]) => [
      stockId,
      sources.map(({ source, counter, quantity }) => ({ source, counter, quantity })),
    ]),
  );
}
