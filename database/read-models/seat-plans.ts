import { sql } from 'kysely';
import type { PlanLayout } from '../../rules/venues/plan-layout.ts';
import type { PlanSeat, SeatPlanDraft } from '../../rules/venues/plan-seat.ts';
import type { Queries } from '../schema.ts';
import { defineList } from './list.ts';
import { instant, integer, text, uuid } from './list-fields.ts';
import { type Scope, scoped } from './scoped.ts';

/** Plans of the spaces, each in one revision. */
export const seatPlanList = defineList({
  name: 'seat-plans',
  table: 'seat_plan',
  sort: ['importedAt', 'DESC'],
  fields: {
    organisationId: uuid('seat_plan.organisation_id'),
    spaceId: uuid('seat_plan.space_id'),
    name: text('seat_plan.name', { searched: true }),
    revision: integer('seat_plan.revision'),
    seatCount: integer('seat_plan.seat_count'),
    importedAt: instant('seat_plan.imported_at'),
  },
  rows: (db: Queries) =>
    db
      .selectFrom('seat_plan')
      .innerJoin('space', 'space.id', 'seat_plan.space_id')
      .select([
        'seat_plan.id',
        'seat_plan.organisation_id as organisationId',
        'seat_plan.space_id as spaceId',
        'space.name as spaceName',
        'space.venue_id as venueId',
        'seat_plan.name',
        'seat_plan.revision',
        'seat_plan.seat_count as seatCount',
        'seat_plan.width',
        'seat_plan.height',
        'seat_plan.imported_at as importedAt',
        sql<{ name: string; colour: string }[]>`seat_plan.layout -> 'categories'`.as('categories'),
        sql<string[]>`(select coalesce(json_agg(zone ->> 'name' order by position), '[]')
          from jsonb_array_elements(seat_plan.layout -> 'zones') with ordinality as told (zone, position))`.as(
          'zones',
        ),
        sql<number>`(select count(*)::int from logical_configuration c where c.plan_id = seat_plan.id)`.as(
          'configurations',
        ),
        'seat_plan.version',
      ]),
  present: (row) => row,
});

/** A plan with all its seats, in their order; null out of reach. */
export async function readSeatPlanDraft(
  db: Queries,
  scope: Scope,
  planId: string,
): Promise<SeatPlanDraft | null> {
  const plan = await db
    .selectFrom('seat_plan')
    .select(['name', 'width', 'height', 'layout'])
    .where('id', '=', planId)
    .where(scoped(scope, 'seat_plan'))
    .executeTakeFirst();
  if (plan === undefined) return null;
  const rows =
    await sql<PlanSeat>`select guid, zone, block, row_label as "rowLabel", row_order as "rowOrder", number, place,
      run, x, y, category, wheelchair, companion, restricted_view as "restrictedView", aisle
    from seat where plan_id = ${planId} and ${scoped(scope, 'seat')} order by id`.execute(db);
  return { ...plan, seats: rows.rows };
}

/**
 * The seats of a plan for a map, told by column: the n-th entry of each list is of the n-th seat, in the order of the plan.
 * `row` points into `rows`, `category` into `categories` (-1: none). `attributes` adds up 1 wheelchair, 2 companion,
 * 4 restricted view, 8 aisle.
 */
export interface SeatColumns {
  planId: string;
  width: number;
  height: number;
  layout: PlanLayout;
  rows: { zone: string; block: string; label: string; order: number }[];
  categories: { id: string; code: string; name: string; colour: string; rank: number }[];
  seats: {
    id: string[];
    row: number[];
    number: string[];
    place: number[];
    run: number[];
    x: number[];
    y: number[];
    attributes: number[];
    category: number[];
  };
}

/** A seat on its way into the columns. */
interface MapSeat {
  id: string;
  zone: string;
  block: string;
  row_label: string;
  row_order: number;
  number: string;
  place: number;
  run: number;
  x: number;
  y: number;
  attributes: number;
  category_id: string | null;
}

/** The seats of a plan, without categories; null out of reach. */
export async function readPlanSeats(db: Queries, scope: Scope, planId: string): Promise<SeatColumns | null> {
  const plan = await planOf(db, scope, planId);
  return plan === null ? null : inColumns(plan, await seatsOf(db, scope, planId, null), []);
}

/** The seats of a numbered configuration with their categories, best first; null out of reach or by quantity. */
export async function readConfigurationSeats(
  db: Queries,
  scope: Scope,
  configurationId: string,
): Promise<SeatColumns | null> {
  const configuration = await db
    .selectFrom('logical_configuration')
    .select('plan_id')
    .where('id', '=', configurationId)
    .where(scoped(scope, 'logical_configuration'))
    .executeTakeFirst();
  const planId = configuration?.plan_id ?? null;
  const plan = planId === null ? null : await planOf(db, scope, planId);
  if (plan === null) return null;
  const categories = await db
    .selectFrom('configuration_category as c')
    .innerJoin('seat_category as k', 'k.id', 'c.seat_category_id')
    .select(['k.id', 'k.code', 'k.name', 'k.colour', 'k.rank'])
    .where('c.configuration_id', '=', configurationId)
    .where(scoped(scope, 'configuration_category', 'c'))
    .orderBy('k.rank')
    .orderBy('k.id')
    .execute();
  return inColumns(plan, await seatsOf(db, scope, plan.id, configurationId), categories);
}

async function planOf(db: Queries, scope: Scope, planId: string) {
  const plan = await db
    .selectFrom('seat_plan')
    .select(['id', 'width', 'height', 'layout'])
    .where('id', '=', planId)
    .where(scoped(scope, 'seat_plan'))
    .executeTakeFirst();
  return plan ?? null;
}

async function seatsOf(
  db: Queries,
  scope: Scope,
  planId: string,
  configurationId: string | null,
): Promise<MapSeat[]> {
  const { rows } =
    await sql<MapSeat>`select seat.id, zone, block, row_label, row_order, number, place, run, x, y,
      wheelchair::int + 2 * companion::int + 4 * restricted_view::int + 8 * aisle::int as attributes,
      painted.seat_category_id as category_id
    from seat left join configuration_seat painted
      on painted.configuration_id = ${configurationId}::uuid and painted.seat_id = seat.id
    where seat.plan_id = ${planId} and ${scoped(scope, 'seat')} order by seat.id`.execute(db);
  return rows;
}

function inColumns(
  { id, width, height, layout }: { id: string; width: number; height: number; layout: PlanLayout },
  found: readonly MapSeat[],
  categories: SeatColumns['categories'],
): SeatColumns {
  const rows: SeatColumns['rows'] = [];
  const rowIndex = new Map<string, number>();
  const categoryIndex = new Map(categories.map((category, index) => [category.id, index]));
  const row = found.map(({ zone, block, row_label: label, row_order: order }) => {
    const key = JSON.stringify([zone, block, label]);
    const known = rowIndex.get(key);
    if (known !== undefined) return known;
    rowIndex.set(key, rows.length);
    return rows.push({ zone, block, label, order }) - 1;
  });
  return {
    planId: id,
    width,
    height,
    layout,
    rows,
    categories,
    seats: {
      id: found.map((seat) => seat.id),
      row,
      number: found.map(({ number }) => number),
      place: found.map(({ place }) => place),
      run: found.map(({ run }) => run),
      x: found.map(({ x }) => x),
      y: found.map(({ y }) => y),
      attributes: found.map(({ attributes }) => attributes),
      category: found.map(({ category_id: category }) =>
        category === null ? -1 : (categoryIndex.get(category) ?? -1),
      ),
    },
  };
}
