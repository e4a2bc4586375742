import { sql } from 'kysely';
import { poolSize } from '../../../rules/stock/pool.ts';
import { newId } from '../../new-id.ts';
import { Problem } from '../../problem.ts';
import {
  lockStock,
  type OverbookingSettings,
  overbookStock,
  quotaAbove,
} from '../../stock/overbook-stock.ts';
import type { Verb } from '../../verb.ts';
import { inChunks } from './put-records.ts';

/** One performance x category x contingent, as it should stand. */
export interface WantedRow {
  performanceId: string;
  seatCategoryId: string;
  contingentId: string;
  capacity: number;
  settings: OverbookingSettings;
}

/** The overbooking an activity allows. */
export async function overbookingSettings(verb: Verb, activityId: string): Promise<OverbookingSettings> {
  return verb.db
    .selectFrom('season_activity')
    .select([
      'overbooking_allowed as overbookingAllowed',
      'overbooking_basis as overbookingBasis',
      'overbooking_percent as overbookingPercent',
    ])
    .where('id', '=', activityId)
    .executeTakeFirstOrThrow();
}

interface KnownRow {
  id: string;
  performanceId: string;
  seatCategoryId: string;
  contingentId: string;
  capacity: number;
}

/**
 * Writes stock rows and, above them, what each performance has in each category; rows that are not named stay. New
 * capacities of existing rows are written last, under their locks, by the guarded update: a row that has more taken
 * than its new limit only shrinks from then on.
 * `atOnce`: now, for an answer that tells them. Answers the performances of which a capacity was added or changed.
 * @throws Problem `stock.numbered` where a performance's seats are open: its capacities are what its seats add up to.
 */
export async function writeStockRows(
  verb: Verb,
  organisationId: string,
  wanted: readonly WantedRow[],
  { atOnce = false }: { atOnce?: boolean } = {},
): Promise<Set<string>> {
  const inTurn = async (work: () => Promise<void>) => (atOnce ? work() : verb.last(work));
  const known = await readRows(verb, [...new Set(wanted.map(({ performanceId }) => performanceId))]);
  const byKey = new Map(known.map((row) => [keyOf(row), row]));
  const opened = new Set(known.map(({ performanceId }) => performanceId));
  const missing = wanted.filter((row) => !byKey.has(keyOf(row)));
  const resized = wanted.flatMap((row) => {
    const before = byKey.get(keyOf(row));
    return before === undefined || before.capacity === row.capacity ? [] : [{ ...row, id: before.id }];
  });
  await requireUnnumbered(verb, [...missing, ...resized]);
  await insertCategories(verb, missing);
  await inChunks(missing, (rows) => insertRows(verb, rows));
  if (resized.length > 0) await inTurn(() => resize(verb, resized));
  const grown = [...missing, ...resized].filter(({ performanceId }) => opened.has(performanceId));
  for (const rows of Map.groupBy(grown, ({ settings }) => settings).values())
    await inTurn(() => overbookRows(verb, rows));
  for (const [performanceId, rows] of Map.groupBy([...missing, ...resized], (row) => row.performanceId)) {
    const before = rows.flatMap((row) => byKey.get(keyOf(row)) ?? []);
    verb.record({
      verb: 'resize',
      subjectType: 'performance',
      subjectId: performanceId,
      organisationId,
      before: before.length === 0 ? null : { stock: before.map(told) },
      after: { stock: rows.map(told) },
    });
  }
  return new Set([...missing, ...resized].map(({ performanceId }) => performanceId));
}

async function requireUnnumbered(verb: Verb, rows: readonly WantedRow[]): Promise<void> {
  const performances = [...new Set(rows.map(({ performanceId }) => performanceId))];
  if (performances.length === 0) return;
  const numbered = await sql`select 1 from unnest(${performances}::uuid[]) as asked (id)
    where exists (select from performance_seat s where s.performance_id = asked.id) limit 1`.execute(verb.db);
  if (numbered.rows.length > 0) throw new Problem('stock.numbered');
}

function keyOf(row: Pick<WantedRow, 'performanceId' | 'seatCategoryId' | 'contingentId'>): string {
  return `${row.performanceId}/${row.seatCategoryId}/${row.contingentId}`;
}

function told({ seatCategoryId, contingentId, capacity }: Omit<KnownRow, 'id'>) {
  return { seatCategoryId, contingentId, capacity };
}

/** The percentage of a category's whole capacity that its rows may borrow. */
function poolPercent({ settings }: WantedRow): number {
  const { overbookingAllowed, overbookingBasis, overbookingPercent } = settings;
  return overbookingAllowed && overbookingBasis === 'capacity' ? overbookingPercent : 0;
}

/** Categories grow by the capacity of their new rows. */
async function insertCategories(verb: Verb, rows: readonly WantedRow[]): Promise<void> {
  const grouped = Map.groupBy(rows, (row) => `${row.performanceId}/${row.seatCategoryId}`);
  const categories = [...grouped.values()].flatMap(([first, ...rest]) => {
    if (first === undefined) return [];
    const capacity = rest.reduce((sum, row) => sum + row.capacity, first.capacity);
    return [{ first, capacity }];
  });
  await inChunks(categories, (portion) =>
    verb.db
      .insertInto('stock_category')
      .values(
        portion.map(({ first, capacity }) => {
          const pool = poolSize(poolPercent(first), capacity);
          return {
            id: newId(),
            institution_id: verb.institutionId,
            performance_id: first.performanceId,
            seat_category_id: first.seatCategoryId,
            capacity,
            assigned: capacity,
            pool,
            pool_ceiling: pool,
          };
        }),
      )
      .onConflict((conflict) =>
        conflict.columns(['performance_id', 'seat_category_id']).doUpdateSet((row) => ({
          assigned: sql<number>`${row.ref('stock_category.assigned')} + excluded.assigned`,
          capacity: sql<number>`greatest(stock_category.capacity, stock_category.assigned + excluded.assigned)`,
          version: sql<number>`stock_category.version + 1`,
        })),
      )
      .execute(),
  );
}

function insertRows(verb: Verb, rows: readonly WantedRow[]): Promise<unknown> {
  return verb.db
    .insertInto('stock')
    .values(
      rows.map((row) => {
        const overbooking = quotaAbove(row.settings, row.capacity);
        return {
          id: newId(),
          institution_id: verb.institutionId,
          performance_id: row.performanceId,
          seat_category_id: row.seatCategoryId,
          contingent_id: row.contingentId,
          capacity: row.capacity,
          overbooking,
          ceiling: row.capacity + overbooking,
          firm_ceiling: row.capacity,
        };
      }),
    )
    .execute();
}

/** Locks by id, categories before their rows; then what each is allowed above its capacity follows. */
async function resize(verb: Verb, rows: readonly (WantedRow & { id: string })[]): Promise<void> {
  const performances = [...new Set(rows.map(({ performanceId }) => performanceId))];
  await lockStock(verb.db, performances);
  const resized = JSON.stringify(rows.map(({ id, capacity }) => ({ id, capacity })));
  const wanted = sql`jsonb_to_recordset(${resized}::jsonb) as w (id uuid, capacity int)`;
  await sql`
    with planned as (
      select t.performance_id, t.seat_category_id, sum(w.capacity - t.capacity) as change
      from stock t join ${wanted} on w.id = t.id group by 1, 2
    )
    update stock_category c set capacity = c.capacity + p.change, assigned = c.assigned + p.change, version = version + 1
    from planned p where p.performance_id = c.performance_id and p.seat_category_id = c.seat_category_id`.execute(
    verb.db,
  );
  await sql`
    update stock t set capacity = w.capacity,
      ceiling = greatest(w.capacity + overbooking, held + ordered + sold + blocked + allotted + recalling),
      firm_ceiling = greatest(w.capacity, ordered + sold + blocked + allotted + recalling), version = version + 1
    from ${wanted} where t.id = w.id`.execute(verb.db);
}

/** Rows of performances whose stock was open already: their categories have grown or shrunk. */
async function overbookRows(verb: Verb, rows: readonly WantedRow[]): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const performances = [...new Set(rows.map(({ performanceId }) => performanceId))];
  await lockStock(verb.db, performances);
  await overbookStock(verb.db, performances, first.settings);
}

async function readRows(verb: Verb, performanceIds: readonly string[]): Promise<KnownRow[]> {
  return verb.db
    .selectFrom('stock')
    .select(['id', 'performance_id as performanceId', 'seat_category_id as seatCategoryId'])
    .select(['contingent_id as contingentId', 'capacity'])
    .where('performance_id', '=', sql<string>`any(${performanceIds}::uuid[])`)
    .execute();
}
