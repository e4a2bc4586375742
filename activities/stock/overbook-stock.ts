import { sql } from 'kysely';
import type { Queries } from '../../database/schema.ts';
import { quotaOverbooking } from '../../rules/stock/counters.ts';
import type { ActivitySettings } from '../catalogue/writing/programme-input.ts';
import type { Verb } from '../verb.ts';

/** What of an activity decides how far options may go above a capacity. */
export type OverbookingSettings = Pick<
  ActivitySettings,
  'overbookingAllowed' | 'overbookingBasis' | 'overbookingPercent'
>;

/** What options may take above the capacity of a row of their own: its share under the quota's basis, else nothing. */
export function quotaAbove(
  { overbookingAllowed, overbookingBasis, overbookingPercent }: OverbookingSettings,
  capacity: number,
): number {
  return overbookingAllowed && overbookingBasis === 'quota'
    ? quotaOverbooking(overbookingPercent, capacity)
    : 0;
}

/** Locks the stock of performances: categories, then rows, each by id. */
export async function lockStock(db: Queries, performanceIds: readonly string[]): Promise<void> {
  const wanted = sql`any(${[...performanceIds]}::uuid[])`;
  await sql`select 1 from stock_category where performance_id = ${wanted} order by id for no key update`.execute(
    db,
  );
  await sql`select 1 from stock where performance_id = ${wanted} order by id for no key update`.execute(db);
}

/**
 * Lets the locked stock of performances be overbooked as their activity says (`overbook` in `rules/stock/pool.ts`). What
 * is taken stays taken: a row over its new limit, a pool that lends more than it holds, only shrink.
 */
export async function overbookStock(
  db: Queries,
  performanceIds: readonly string[],
  { overbookingAllowed, overbookingBasis, overbookingPercent }: OverbookingSettings,
): Promise<void> {
  const percent = overbookingAllowed ? overbookingPercent : 0;
  await sql`select overbook_stock(${[...performanceIds]}::uuid[], ${overbookingBasis === 'capacity'}, ${percent})`.execute(
    db,
  );
}

/** After a change of an activity: the stock of all its performances follows, right before the commit. */
export function followOverbooking(verb: Verb, activityId: string): void {
  verb.last(async () => {
    const settings = await verb.db
      .selectFrom('season_activity')
      .select([
        'overbooking_allowed as overbookingAllowed',
        'overbooking_basis as overbookingBasis',
        'overbooking_percent as overbookingPercent',
      ])
      .where('id', '=', activityId)
      .executeTakeFirstOrThrow();
    const shows = performancesOf(verb)
      .where('show_event.activity_id', '=', activityId)
      .where('show_event.kind', '=', 'show');
    await overbookAll(verb, await shows.execute(), settings);
  });
}

/** After a change of a season's product options: what its products count by themselves follows, right before the commit. */
export function followProductOverbooking(verb: Verb, seasonId: string): void {
  verb.last(async () => {
    const { overbookingAllowed, overbookingPercent } = await verb.db
      .selectFrom('season')
      .select([
        'product_overbooking_allowed as overbookingAllowed',
        'product_overbooking_percent as overbookingPercent',
      ])
      .where('id', '=', seasonId)
      .executeTakeFirstOrThrow();
    const others = performancesOf(verb)
      .where('show_event.season_id', '=', seasonId)
      .where('show_event.kind', '<>', 'show');
    const settings = { overbookingAllowed, overbookingPercent, overbookingBasis: 'quota' as const };
    await overbookAll(verb, await others.execute(), settings);
  });
}

function performancesOf(verb: Verb) {
  return verb.db
    .selectFrom('performance')
    .innerJoin('show_event', 'show_event.id', 'performance.event_id')
    .select('performance.id');
}

async function overbookAll(
  verb: Verb,
  performances: readonly { id: string }[],
  settings: Parameters<typeof overbookStock>[2],
): Promise<void> {
  const ids = performances.map(({ id }) => id);
  await lockStock(verb.db, ids);
  await overbookStock(verb.db, ids, settings);
}
