import { sql } from 'kysely';
import { configurationList } from '../../database/read-models/logical-configurations.ts';
import type { FieldError } from '../problem.ts';
import { Problem } from '../problem.ts';
import { lockRecord, refuse, scopeOf } from '../records/write-record.ts';
import { runVerb, type Verb, type VerbCaller } from '../verb.ts';
import { countSeats, requirePlaces, requireUnused } from './painted-seats.ts';

/** Seats that get one category, by their ids or by where they stand; without category they are not sold. */
export interface Paint {
  seatCategoryId: string | null;
  seatIds?: readonly string[] | undefined;
  /** Whole zones, blocks of them, rows of them. */
  areas?: readonly SeatArea[] | undefined;
}

/** Seats of a zone; of one block, of one row when these are given. */
export interface SeatArea {
  zone: string;
  block?: string | undefined;
  rowLabel?: string | undefined;
}

type Configuration = NonNullable<Awaited<ReturnType<typeof configurationList.one>>>;

/**
 * Gives seats of a numbered configuration their category (verb `paint-seats`), one paint after the other, all or none.
 * Painted as they are, nothing is written and the version stays.
 * @throws Problem `request.notFound`, `record.version`, `record.inUse` once performances name the configuration,
 *   `request.invalid` for a seat of another plan, an area without a seat, a category of another venue or a
 *   configuration by quantity, `configuration.empty` when a valid one would lose its last seat.
 */
export async function paintSeats(
  caller: VerbCaller,
  input: { configurationId: string; version: number | null; paints: readonly Paint[] },
): Promise<Configuration> {
  return runVerb(caller, 'paint-seats', input, async (verb) => {
    const scope = scopeOf(caller);
    const kind = { table: 'logical_configuration', list: configurationList } as const;
    const { configurationId: id, version, paints } = input;
    const before = await lockRecord(verb, kind, scope, { id, version });
    const { planId, venueId } = before;
    if (planId === null) return refused([{ path: 'paints', code: 'configuration.numbered' }]);
    await requireUnused(verb.db, id);
    await requireCategories(verb, venueId, paints);
    let changed = 0;
    for (const [index, paint] of paints.entries()) changed += await apply(verb, id, planId, paint, index);
    if (changed === 0) return before;
    const after = await countSeats(verb.db, verb.institutionId, id);
    await requirePlaces(verb.db, id);
    await verb.db
      .updateTable('logical_configuration')
      .set((update) => ({ version: update('version', '+', 1) }))
      .where('id', '=', id)
      .execute();
    verb.record({
      verb: 'paint-seats',
      subjectType: 'logical-configuration',
      subjectId: id,
      organisationId: before.organisationId,
      before: Object.fromEntries(before.categories.map((each) => [each.seatCategoryId, each.capacity])),
      after,
    });
    return (await configurationList.one(verb.db, scope, id)) ?? before;
  });
}

function refused(errors: readonly FieldError[]): never {
  throw new Problem('request.invalid', { errors: [...errors] });
}

async function requireCategories(verb: Verb, venueId: string, paints: readonly Paint[]): Promise<void> {
  const categories = await verb.db
    .selectFrom('seat_category')
    .select('id')
    .where('venue_id', '=', venueId)
    .execute();
  const known = new Set<string | null>([null, ...categories.map(({ id }) => id)]);
  refuse(
    paints.flatMap(({ seatCategoryId }, index): FieldError[] =>
      known.has(seatCategoryId)
        ? []
        : [{ path: `paints.${index}.seatCategoryId`, code: 'configuration.elsewhere' }],
    ),
  );
}

/** Writes one paint and answers how many seats have another category than before. */
async function apply(
  verb: Verb,
  configurationId: string,
  planId: string,
  { seatCategoryId, seatIds = [], areas = [] }: Paint,
  index: number,
): Promise<number> {
  const path = `paints.${index}`;
  const named = await seatsNamed(verb, planId, seatIds, `${path}.seatIds`);
  const placed = await seatsIn(verb, planId, areas, `${path}.areas`);
  const ids = [...new Set([...named, ...placed])];
  const seats = sql`unnest(${ids}::uuid[]) as wanted (id)`;
  const { rows } =
    seatCategoryId === null
      ? await sql`delete from configuration_seat painted using ${seats}
          where painted.configuration_id = ${configurationId} and painted.seat_id = wanted.id
          returning 1`.execute(verb.db)
      : await sql`insert into configuration_seat as painted (configuration_id, seat_id, seat_category_id, institution_id)
          select ${configurationId}::uuid, wanted.id, ${seatCategoryId}::uuid, ${verb.institutionId}::uuid from ${seats}
          on conflict (configuration_id, seat_id) do update set seat_category_id = excluded.seat_category_id
          where painted.seat_category_id <> excluded.seat_category_id
          returning 1`.execute(verb.db);
  return rows.length;
}

async function seatsNamed(
  verb: Verb,
  planId: string,
  ids: readonly string[],
  path: string,
): Promise<readonly string[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<{ id: string }>`select id from seat
    where plan_id = ${planId} and id = any(${[...ids]}::uuid[])`.execute(verb.db);
  const known = new Set(rows.map(({ id }) => id));
  const strange = ids.findIndex((id) => !known.has(id.toLowerCase()));
  if (strange >= 0) refuse([{ path: `${path}.${strange}`, code: 'field.reference' }]);
  return [...known];
}

async function seatsIn(
  verb: Verb,
  planId: string,
  areas: readonly SeatArea[],
  path: string,
): Promise<string[]> {
  const found: string[] = [];
  for (const [index, { zone, block = null, rowLabel = null }] of areas.entries()) {
    const { rows } = await sql<{
      id: string;
    }>`select id from seat where plan_id = ${planId} and zone = ${zone}
      and (${block}::text is null or block = ${block}) and (${rowLabel}::text is null or row_label = ${rowLabel})
      order by id`.execute(verb.db);
    if (rows.length === 0) refuse([{ path: `${path}.${index}`, code: 'field.reference' }]);
    for (const { id } of rows) found.push(id);
  }
  return found;
}
