import { sql } from 'kysely';
import { Problem } from '../problem.ts';
import type { Verb } from '../verb.ts';
import { freeSeats } from './move-stock.ts';
import { type OverbookingSettings, overbookStock } from './overbook-stock.ts';

/**
 * Moves capacity between locked stock rows of a performance. A row that gives must cover what is taken of it with what it
 * keeps; overbooking follows the capacity.
 * @throws Problem `stock.insufficient`, with what is free of the rows `told`.
 */
export async function moveCapacities(
  verb: Verb,
  id: string,
  settings: OverbookingSettings,
  deltas: ReadonlyMap<string, number>,
  told: readonly string[] = [...deltas.keys()],
): Promise<void> {
  const percent =
    settings.overbookingAllowed && settings.overbookingBasis === 'quota' ? settings.overbookingPercent : null;
  const moved = [...deltas].filter(([, by]) => by !== 0);
  const ids = moved.map(([stockId]) => stockId);
  const { rows } = await sql`
    with moved as (
      select t.id, w.by, t.capacity + w.by as capacity,
        coalesce(${percent}::int * (t.capacity + w.by) / 100, t.overbooking) as overbooking,
        t.held + t.ordered + t.sold + t.blocked + t.allotted + t.recalling as taken,
        t.ordered + t.sold + t.blocked + t.allotted + t.recalling as firm
      from unnest(${ids}::uuid[], ${moved.map(([, by]) => by)}::int[]) as w (id, by)
      join stock t on t.id = w.id and t.performance_id = ${id}
    )
    update stock t set capacity = m.capacity, overbooking = m.overbooking, version = version + 1,
      ceiling = greatest(m.capacity + m.overbooking, m.taken), firm_ceiling = greatest(m.capacity, m.firm)
    from moved m
    where t.id = m.id and (m.by > 0 or (m.capacity >= m.firm and m.capacity + m.overbooking >= m.taken))
    returning t.id`.execute(verb.db);
  if (rows.length < ids.length)
    throw new Problem('stock.insufficient', { free: await freeSeats(verb.db, told) });
  await overbookStock(verb.db, [id], settings);
}
