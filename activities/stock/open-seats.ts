import { sql } from 'kysely';
import { performanceList } from '../../database/read-models/performances.ts';
import { overbookingSettings, writeStockRows } from '../catalogue/writing/stock-rows.ts';
import type { FieldError } from '../problem.ts';
import { Problem } from '../problem.ts';
import { requireNoLiveOption } from '../records/kinds/performances.ts';
import { lockRecord, refuse, requireRecord, scopeOf } from '../records/write-record.ts';
import { runVerb, type Verb, type VerbCaller } from '../verb.ts';

/** Where the seats of a performance go while its stock is not open: one contingent, others for some categories. */
export interface OpenSeatsInput {
  performanceId: string;
  version: number | null;
  contingentId?: string | null;
  categories?: readonly { seatCategoryId: string; contingentId: string }[] | null;
}

type Performance = NonNullable<Awaited<ReturnType<typeof performanceList.one>>>;

/**
 * Opens the numbered seats of a performance (verb `open-seats`): each seat of its configuration counts in one stock row,
 * and each row's capacity is the number of its seats. Stock that is open already keeps its rows, and the seats of a
 * category are dealt to them in the order of the plan. From then on capacities change by moving seats only.
 * @throws Problem `request.notFound`, `record.version`, `performance.notNumbered`, `seats.open`, `record.inUse` for a
 *   performance with live options, `request.invalid`: `field.required` (no contingent for a category), `seats.dealt` (a
 *   contingent where stock is open), `configuration.capacities` (stock that does not add up to the seats).
 */
export async function openSeats(
  caller: VerbCaller,
  input: OpenSeatsInput,
): Promise<{ version: number; seats: number }> {
  return runVerb(caller, 'open-seats', input, async (verb) => {
    const kind = { table: 'performance', list: performanceList } as const;
    const { performanceId: id, version } = input;
    const performance = await lockRecord(verb, kind, scopeOf(caller), { id, version });
    const counted = await seatsByCategory(verb, performance);
    await requireNoLiveOption(verb.db, id);
    await openStock(verb, performance, counted, input);
    const seats = await insertSeats(verb, performance);
    verb.record({
      verb: 'open-seats',
      subjectType: 'performance',
      subjectId: id,
      organisationId: performance.organisationId,
      after: { seats, configurationId: performance.configurationId },
    });
    const changed = await verb.db
      .updateTable('performance')
      .set((update) => ({ version: update('version', '+', 1) }))
      .where('id', '=', id)
      .returning('version')
      .executeTakeFirstOrThrow();
    return { version: changed.version, seats };
  });
}

async function seatsByCategory(
  verb: Verb,
  { id, configurationId }: Performance,
): Promise<Map<string, number>> {
  const { rows } = await sql<{ seatCategoryId: string; seats: number }>`
    select seat_category_id as "seatCategoryId", count(*)::int as seats
    from configuration_seat where configuration_id = ${configurationId}::uuid group by 1 order by 1`.execute(
    verb.db,
  );
  if (rows.length === 0) throw new Problem('performance.notNumbered');
  const open = await sql`select 1 from performance_seat where performance_id = ${id} limit 1`.execute(
    verb.db,
  );
  if (open.rows.length > 0) throw new Problem('seats.open');
  return new Map(rows.map((row) => [row.seatCategoryId, row.seats]));
}

async function openStock(
  verb: Verb,
  performance: Performance,
  counted: ReadonlyMap<string, number>,
  { contingentId = null, categories }: OpenSeatsInput,
): Promise<void> {
  const open = await verb.db
    .selectFrom('stock')
    .select(({ fn }) => ['seat_category_id', fn.sum<string>('capacity').as('capacity')])
    .where('performance_id', '=', performance.id)
    .groupBy('seat_category_id')
    .execute();
  if (open.length > 0) {
    if (contingentId !== null) refuse([{ path: 'contingentId', code: 'seats.dealt' }]);
    if (categories) refuse([{ path: 'categories', code: 'seats.dealt' }]);
    const capacities = new Map(open.map((row) => [row.seat_category_id, Number(row.capacity)]));
    const all = [...new Set([...counted.keys(), ...capacities.keys()])];
    const differs = all.some((category) => (counted.get(category) ?? 0) !== (capacities.get(category) ?? 0));
    if (differs) refuse([{ path: 'configurationId', code: 'configuration.capacities' }]);
    return;
  }
  const given = await contingentsOf(verb, counted, contingentId, categories ?? []);
  const settings = await overbookingSettings(verb, performance.activityId);
  const rows = [...counted].flatMap(([seatCategoryId, capacity]) => {
    const chosen = given.get(seatCategoryId);
    if (chosen === undefined) return [];
    return [{ performanceId: performance.id, seatCategoryId, contingentId: chosen, capacity, settings }];
  });
  await writeStockRows(verb, performance.organisationId, rows);
}

/** The contingent of each category, within reach. */
async function contingentsOf(
  verb: Verb,
  counted: ReadonlyMap<string, number>,
  contingentId: string | null,
  categories: readonly { seatCategoryId: string; contingentId: string }[],
): Promise<Map<string, string>> {
  const scope = scopeOf(verb.caller);
  const named = new Map<string, string>();
  const errors: FieldError[] = [];
  for (const [index, each] of categories.entries()) {
    const path = `categories.${index}.seatCategoryId`;
    if (!counted.has(each.seatCategoryId)) errors.push({ path, code: 'field.reference' });
    if (named.has(each.seatCategoryId)) errors.push({ path, code: 'field.duplicate' });
    named.set(each.seatCategoryId, each.contingentId);
  }
  if (contingentId === null && [...counted.keys()].some((category) => !named.has(category)))
    errors.push({ path: 'contingentId', code: 'field.required' });
  refuse(errors);
  if (contingentId !== null) await requireRecord(verb.db, scope, 'contingent', contingentId, 'contingentId');
  for (const [index, each] of categories.entries())
    await requireRecord(verb.db, scope, 'contingent', each.contingentId, `categories.${index}.contingentId`);
  return new Map(
    [...counted.keys()].flatMap((category) => {
      const chosen = named.get(category) ?? contingentId;
      return chosen === null ? [] : [[category, chosen] as const];
    }),
  );
}

/** One statement: the n-th seats of a category to its first row, the next ones to the next row. */
async function insertSeats(verb: Verb, { id, configurationId }: Performance): Promise<number> {
  const { numAffectedRows } = await sql`
    insert into performance_seat (performance_id, seat_id, institution_id, stock_id)
    select ${id}::uuid, seat.seat_id, seat.institution_id, dealt.id
    from (
      select seat_id, seat_category_id, institution_id,
        row_number() over (partition by seat_category_id order by seat_id) as nth
      from configuration_seat where configuration_id = ${configurationId}::uuid
    ) seat
    join (
      select id, seat_category_id, capacity, sum(capacity) over (partition by seat_category_id order by id) as upto
      from stock where performance_id = ${id}
    ) dealt on dealt.seat_category_id = seat.seat_category_id
      and seat.nth > dealt.upto - dealt.capacity and seat.nth <= dealt.upto`.execute(verb.db);
  return Number(numAffectedRows ?? 0n);
}
