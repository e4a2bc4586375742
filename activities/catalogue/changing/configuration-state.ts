import { sql } from 'kysely';
import type { AffectedRow } from '../../../database/read-models/affected-options.ts';
import { configurationList } from '../../../database/read-models/logical-configurations.ts';
import type { Scope } from '../../../database/read-models/scoped.ts';
import { toldName } from '../../../database/read-models/told-name.ts';
import type { Queries } from '../../../database/schema.ts';
import { compareInstants } from '../../../rules/options/calendar.ts';
import { changeConfiguration } from '../../../rules/options/configuration-change/change-configuration.ts';
import type {
  ConfigurationOutcome,
  FormerSeat,
  NewSeat,
  SeatedOption,
  TakenPlaces,
} from '../../../rules/options/configuration-change/places.ts';
import type { Overbooking } from '../../../rules/stock/pool.ts';
import { Problem } from '../../problem.ts';

/** A stock row of the performance as it stands. */
interface StandingRow {
  stockId: string;
  seatCategoryId: string;
  seatCategoryName: string;
  contingentId: string;
  contingentName: string;
  capacity: number;
  overbooking: number;
  taken: number;
}

/** Another configuration worked out for a performance. */
export interface DrawnConfiguration {
  target: NonNullable<Awaited<ReturnType<typeof configurationList.one>>>;
  rows: StandingRow[];
  pools: { seatCategoryId: string; pool: number }[];
  formerSeats: FormerSeat[];
  newSeats: NewSeat[];
  outcome: ConfigurationOutcome;
  nameOf: (id: string) => string;
}

interface ChangedPerformance {
  id: string;
  venueId: string;
  configurationId: string | null;
  activityId: string;
  startsAt: string;
}

/**
 * Works out what another configuration makes of a performance's places, as they stand.
 * @throws Problem `performance.past`, `request.invalid` (`configurationId`: `field.reference`, `configuration.elsewhere`,
 *   `configuration.draft`, `configuration.same`).
 */
export async function drawConfiguration(
  db: Queries,
  scope: Scope,
  performance: ChangedPerformance,
  options: readonly AffectedRow[],
  { configurationId, now }: { configurationId: string; now: string },
): Promise<DrawnConfiguration> {
  if (compareInstants(performance.startsAt, now) <= 0) throw new Problem('performance.past');
  const target = await configurationList.one(db, scope, configurationId);
  const code = faultOf(target, performance);
  if (code !== null || target === null)
    throw new Problem('request.invalid', {
      errors: [{ path: 'configurationId', code: code ?? 'field.reference' }],
    });
  const { id } = performance;
  const rows = await standingRows(db, scope, id);
  const pools = await db
    .selectFrom('stock_category')
    .select(['seat_category_id as seatCategoryId', 'pool'])
    .where('performance_id', '=', id)
    .execute();
  const formerSeats = await readFormerSeats(db, id);
  const numbered = target.numbered && rows.length > 0;
  const newSeats = numbered ? await readNewSeats(db, target.id) : [];
  const outcome = changeConfiguration({
    numbered,
    categories: target.categories,
    seats: newSeats,
    formerSeats,
    formerRows: rows,
    claims: await readClaims(
      db,
      id,
      options.map((option) => option.id),
    ),
    options: await readOptions(db, id, options),
    overbooking: await overbookingOf(db, performance.activityId),
  });
  const names = new Map([
    ...target.categories.map(({ seatCategoryId, name, names: told }) => {
      const inLocale = scope.locale === undefined ? undefined : told[scope.locale];
      return [seatCategoryId, inLocale || name] as const;
    }),
    ...rows.flatMap(
      (row) =>
        [
          [row.seatCategoryId, row.seatCategoryName],
          [row.contingentId, row.contingentName],
        ] as const,
    ),
  ]);
  return {
    target,
    rows,
    pools,
    formerSeats,
    newSeats,
    outcome,
    nameOf: (sought) => names.get(sought) ?? sought,
  };
}

function faultOf(
  target: DrawnConfiguration['target'] | null,
  { venueId, configurationId }: ChangedPerformance,
): string | null {
  if (target === null) return 'field.reference';
  if (target.venueId !== venueId) return 'configuration.elsewhere';
  if (target.state === 'draft') return 'configuration.draft';
  return target.id === configurationId ? 'configuration.same' : null;
}

async function standingRows(db: Queries, scope: Scope, performanceId: string): Promise<StandingRow[]> {
  const { rows } = await sql<StandingRow>`
    select t.id as "stockId", t.seat_category_id as "seatCategoryId", ${toldName(scope, 'seat_category', 'k')} as "seatCategoryName",
      t.contingent_id as "contingentId", ${toldName(scope, 'contingent', 'c')} as "contingentName", t.capacity, t.overbooking,
      t.held + t.ordered + t.sold + t.blocked + t.allotted + t.recalling as taken
    from stock t join seat_category k on k.id = t.seat_category_id join contingent c on c.id = t.contingent_id
    where t.performance_id = ${performanceId} order by k.rank, t.id`.execute(db);
  return rows;
}

/** A seat is the same in all revisions of its plan: those of one name in one space. */
const seatKey = sql<string>`plan.space_id || '/' || plan.name || '/' || named.guid`;

async function readFormerSeats(db: Queries, performanceId: string): Promise<FormerSeat[]> {
  const { rows } = await sql<FormerSeat>`
    select s.seat_id as id, ${seatKey} as key, t.seat_category_id as "seatCategoryId", t.contingent_id as "contingentId",
      named.zone, named.block, named.row_label as "rowLabel", named.number, named.wheelchair, named.companion
    from performance_seat s join stock t on t.id = s.stock_id
    join seat named on named.id = s.seat_id join seat_plan plan on plan.id = named.plan_id
    where s.performance_id = ${performanceId} order by s.seat_id`.execute(db);
  return rows;
}

async function readNewSeats(db: Queries, configurationId: string): Promise<NewSeat[]> {
  const { rows } = await sql<NewSeat>`
    select named.id, ${seatKey} as key, s.seat_category_id as "seatCategoryId", k.rank as "categoryRank", named.zone,
      named.block, named.row_label as "rowLabel", named.number, named.row_order as "rowOrder", named.place, named.run,
      named.x, named.y, named.wheelchair, named.companion, named.restricted_view as "restrictedView"
    from configuration_seat s join seat_category k on k.id = s.seat_category_id
    join seat named on named.id = s.seat_id join seat_plan plan on plan.id = named.plan_id
    where s.configuration_id = ${configurationId} order by named.id`.execute(db);
  return rows;
}

/** Live claims in the order they were made; those of options out of reach are told apart. */
async function readClaims(
  db: Queries,
  performanceId: string,
  optionIds: readonly string[],
): Promise<TakenPlaces[]> {
  const { rows } = await sql<TakenPlaces>`
    select id, case when source_type = 'option' and source_id = any(${[...optionIds]}::uuid[]) then 'option'
        when source_type = 'option' then 'other' when source_type = 'block' then 'block' else 'sale' end as source,
      source_id as "optionId", line_id as "lineId", seat_category_id as "seatCategoryId", contingent_id as "contingentId",
      quantity, counter, takes_stock as "takesStock", seats
    from claim where performance_id = ${performanceId} and counter <> 'released' order by id`.execute(db);
  return rows;
}

async function readOptions(
  db: Queries,
  performanceId: string,
  options: readonly AffectedRow[],
): Promise<SeatedOption[]> {
  const { rows } = await sql<Pick<SeatedOption, 'id' | 'contingentIds' | 'askedCategoryIds'>>`
    select o.id,
      coalesce((select json_agg(x.contingent_id order by x.rank) from channel_contingent x
        where x.channel_id = o.channel_id), '[]') as "contingentIds",
      coalesce((select json_agg(distinct l.seat_category_id) from option_line l
        where l.option_id = o.id and l.performance_id = ${performanceId}), '[]') as "askedCategoryIds"
    from seat_option o where o.id = any(${options.map(({ id }) => id)}::uuid[])`.execute(db);
  const asked = new Map(rows.map((row) => [row.id, row]));
  return options.map(({ id, state, refusedFrom, number, placedAt }) => ({
    id,
    state,
    refusedFrom,
    number,
    placedAt,
    contingentIds: asked.get(id)?.contingentIds ?? [],
    askedCategoryIds: asked.get(id)?.askedCategoryIds ?? [],
  }));
}

async function overbookingOf(db: Queries, activityId: string): Promise<Overbooking | null> {
  const activity = await db
    .selectFrom('season_activity')
    .select([
      'overbooking_allowed as allowed',
      'overbooking_basis as basis',
      'overbooking_percent as percent',
    ])
    .where('id', '=', activityId)
    .executeTakeFirstOrThrow();
  return activity.allowed ? { basis: activity.basis, percent: activity.percent } : null;
}
