import { sql } from 'kysely';
import { performanceList } from '../../database/read-models/performances.ts';
import { scoped } from '../../database/read-models/scoped.ts';
import type { Queries } from '../../database/schema.ts';
import { overbookingSettings, writeStockRows } from '../catalogue/writing/stock-rows.ts';
import type { TableRow } from '../contacts/importing/table.ts';
import { Problem } from '../problem.ts';
import { lockRecord, scopeOf } from '../records/write-record.ts';
import { runVerb, type VerbCaller } from '../verb.ts';
import { type ContingentField, recogniseContingents } from './contingent-file/contingent-fields.ts';
import {
  type PerformancePlan,
  planPerformance,
  type Standing,
  type StandingRow,
  type StandingSeat,
} from './contingent-file/plan-performance.ts';
import { type ContingentRow, performanceKey, readContingentRow } from './contingent-file/read-row.ts';
import type { RowFault } from './contingent-file/row-fault.ts';
import { moveWithin } from './move-seats.ts';
import { lockHall } from './seats.ts';

/** What an import of contingents did, or would do, in performances. */
export interface ContingentImport {
  rows: number;
  changed: number;
  unchanged: number;
  /** Performances with a row at fault: nothing of them was changed. */
  rejected: number;
  faults: RowFault[];
}

/** Rows of one performance. */
interface Group {
  key: string;
  performanceId: string;
  rows: ContingentRow[];
}

/** Faults told at most; what is above is counted in `rejected` only. */
const mostTold = 10_000;

/**
 * Imports what contingents have: capacities by quantity, and which seats belong to which contingent. Every performance is
 * one transaction (verb `import-contingents`): all its rows or, with one at fault, none. Rows and seats that are not named
 * stay; the same file again changes nothing.
 * @throws Problem `import.empty` | `import.contingentColumns`, and those of reading `lines`.
 */
export async function importContingents(
  caller: VerbCaller,
  { lines, dryRun }: { lines: AsyncIterable<TableRow>; dryRun: boolean },
): Promise<ContingentImport> {
  const { rows, faults, count, spoiled } = await readRows(lines);
  const found = await groupsOf(caller, rows);
  faults.push(...found.faults);
  const answer = {
    rows: count,
    changed: 0,
    unchanged: 0,
    rejected: found.unknown + [...spoiled].filter((key) => !found.keys.has(key)).length,
  };
  for (const group of found.groups) {
    const plan = await planned(caller, group);
    const whole = plan.faults.length === 0 && !spoiled.has(group.key);
    const outcome = whole ? await takeUp(caller, group, plan, dryRun) : plan;
    faults.push(...outcome.faults);
    if (!whole || outcome.faults.length > 0) answer.rejected += 1;
    else if (plan.cells.length + plan.moves.length > 0) answer.changed += 1;
    else answer.unchanged += 1;
  }
  faults.sort((one, other) => one.line - other.line);
  return { ...answer, faults: faults.slice(0, mostTold) };
}

async function readRows(lines: AsyncIterable<TableRow>) {
  let columns: ReadonlyMap<ContingentField, number> | null = null;
  const rows: ContingentRow[] = [];
  const faults: RowFault[] = [];
  const spoiled = new Set<string>();
  let count = 0;
  for await (const line of lines) {
    if (columns === null) {
      columns = recogniseContingents(line.cells);
      if (columns === null) throw new Problem('import.contingentColumns');
      continue;
    }
    count += 1;
    const read = readContingentRow(line, columns);
    if (read.row !== null) {
      rows.push(read.row);
      continue;
    }
    faults.push(...read.faults);
    if (read.performance !== null) spoiled.add(read.performance);
  }
  if (count === 0) throw new Problem('import.empty');
  return { rows, faults, count, spoiled };
}

/** The performances the rows name by event, day and time on their own clock; rows that name none are told. */
async function groupsOf(
  caller: VerbCaller,
  rows: readonly ContingentRow[],
): Promise<{ groups: Group[]; keys: ReadonlySet<string>; faults: RowFault[]; unknown: number }> {
  const codes = [...new Set(rows.map(({ event }) => event))];
  const played = await caller.database.read(caller.institutionId, (db) =>
    db
      .selectFrom('show_event')
      .leftJoin('performance', 'performance.event_id', 'show_event.id')
      .where('show_event.code', '=', sql<string>`any(${codes}::text[])`)
      .where(scoped(scopeOf(caller), 'show_event'))
      .select(['show_event.code', 'performance.id'])
      .select(
        sql<string>`to_char(performance.starts_at at time zone performance.time_zone, 'YYYY-MM-DD HH24:MI')`.as(
          'startsAt',
        ),
      )
      .execute(),
  );
  const events = new Set(played.map(({ code }) => code));
  const performances = Map.groupBy(played, ({ code, startsAt }) => performanceKey({ event: code, startsAt }));
  const groups: Group[] = [];
  const faults: RowFault[] = [];
  let unknown = 0;
  const named = Map.groupBy(rows, performanceKey);
  for (const [key, part] of named) {
    const [one, another] = performances.get(key) ?? [];
    const performanceId = one?.id ?? null;
    if (performanceId !== null && another === undefined) {
      groups.push({ key, performanceId, rows: part });
      continue;
    }
    unknown += 1;
    for (const { line, event } of part) {
      const known = events.has(event);
      faults.push({
        line,
        column: known ? 'date' : 'event',
        code: !known
          ? 'event.unknown'
          : another === undefined
            ? 'performance.unknown'
            : 'performance.several',
        values: { value: event },
      });
    }
  }
  return { groups, keys: new Set(named.keys()), faults, unknown };
}

async function planned(caller: VerbCaller, { performanceId, rows }: Group): Promise<PerformancePlan> {
  return caller.database.read(caller.institutionId, async (db) =>
    planPerformance(rows, await standingOf(db, performanceId)),
  );
}

/** Does what was planned, looked at again behind the locks. */
async function takeUp(
  caller: VerbCaller,
  { performanceId, rows }: Group,
  seen: PerformancePlan,
  dryRun: boolean,
): Promise<{ faults: RowFault[] }> {
  if (dryRun || seen.cells.length + seen.moves.length === 0) return { faults: [] };
  const requestId = `${caller.requestId}/${performanceId}`;
  const input = { performanceId, cells: seen.cells, moves: seen.moves };
  const done = runVerb({ ...caller, requestId }, 'import-contingents', input, async (verb) => {
    const kind = { table: 'performance', list: performanceList } as const;
    const performance = await lockRecord(verb, kind, scopeOf(caller), { id: performanceId, version: null });
    await lockHall(verb, performanceId, []);
    await sql`select 1 from stock_category where performance_id = ${performanceId} order by id for update`.execute(
      verb.db,
    );
    await sql`select 1 from stock where performance_id = ${performanceId} order by id for no key update`.execute(
      verb.db,
    );
    const plan = planPerformance(rows, await standingOf(verb.db, performanceId));
    if (plan.faults.length > 0) throw new ChangedMeanwhile(plan.faults);
    const settings = await overbookingSettings(verb, performance.activityId);
    await writeStockRows(
      verb,
      performance.organisationId,
      plan.cells.map((cell) => ({ ...cell, performanceId, settings })),
    );
    for (const move of plan.moves) await moveWithin(verb, { ...move, performanceId });
    await sql`update performance set version = version + 1 where id = ${performanceId}`.execute(verb.db);
    return null;
  });
  return done.then(
    () => ({ faults: [] }),
    (failure: unknown) => {
      if (failure instanceof ChangedMeanwhile) return { faults: failure.faults };
      const [first] = rows;
      if (!(failure instanceof Problem) || first === undefined) throw failure;
      return { faults: [{ line: first.line, column: 'date', code: 'performance.changed', values: {} }] };
    },
  );
}

/** What was free when it was planned is not any more. */
class ChangedMeanwhile extends Error {
  readonly faults: RowFault[];
  constructor(faults: RowFault[]) {
    super('the performance changed meanwhile');
    this.faults = faults;
  }
}

async function standingOf(db: Queries, performanceId: string): Promise<Standing> {
  const rows = await sql<StandingRow>`
    select seat_category_id as "seatCategoryId", contingent_id as "contingentId", capacity, overbooking,
      held + ordered + sold + blocked + allotted + recalling as taken,
      ordered + sold + blocked + allotted + recalling as firm
    from stock where performance_id = ${performanceId}`.execute(db);
  const seats = await sql<StandingSeat>`
    select s.seat_id as "seatId", n.guid, t.seat_category_id as "seatCategoryId", t.contingent_id as "contingentId",
      s.claim_id is not null as taken
    from performance_seat s join seat n on n.id = s.seat_id join stock t on t.id = s.stock_id
    where s.performance_id = ${performanceId}`.execute(db);
  const categories = await sql<{ code: string; id: string }>`
    select k.code, k.id from seat_category k join performance p on p.venue_id = k.venue_id
    where p.id = ${performanceId}`.execute(db);
  const contingents = await sql<{ code: string; id: string }>`
    select c.code, c.id from contingent c join performance p on p.id = ${performanceId}
    where c.organisation_id is null or c.organisation_id = p.organisation_id
    order by c.organisation_id nulls first`.execute(db);
  const settings = await sql<Standing['settings']>`
    select a.overbooking_allowed as "overbookingAllowed", a.overbooking_basis as "overbookingBasis",
      a.overbooking_percent as "overbookingPercent"
    from performance p join show_event e on e.id = p.event_id join season_activity a on a.id = e.activity_id
    where p.id = ${performanceId}`.execute(db);
  const [overbooking] = settings.rows;
  if (overbooking === undefined) throw new Problem('request.notFound');
  return {
    rows: rows.rows,
    seats: new Map(seats.rows.map((seat) => [seat.guid, seat])),
    categories: new Map(categories.rows.map(({ code, id }) => [code, id])),
    contingents: new Map(contingents.rows.map(({ code, id }) => [code, id])),
    settings: overbooking,
  };
}
