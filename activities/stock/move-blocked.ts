import { sql } from 'kysely';
import { Problem } from '../problem.ts';
import type { Verb } from '../verb.ts';
import { freeSeats } from './move-stock.ts';

/** By how many places the counter `blocked` of a stock row changes. */
export interface BlockedMove {
  stockId: string;
  quantity: number;
}

/**
 * Moves places into `blocked` or out of it, after everything else the verb writes: what raises it raises firm, so that
 * limit and capacity must both cover it (design section 4); what lowers it always passes.
 * @throws Problem `stock.insufficient` with what is free.
 */
export function moveBlocked(verb: Verb, moves: readonly BlockedMove[]): void {
  const ids = moves.map(({ stockId }) => stockId);
  verb.last(async () => {
    await sql`select 1 from stock where id = any(${ids}::uuid[]) order by id for no key update`.execute(
      verb.db,
    );
    const { rows } = await sql`
      with wanted as (
        select t.id, w.quantity, t.capacity, t.capacity + t.overbooking as most,
          t.ordered + t.sold + t.blocked + t.allotted + t.recalling + w.quantity as firm,
          t.held + t.ordered + t.sold + t.blocked + t.allotted + t.recalling + w.quantity as taken
        from unnest(${ids}::uuid[], ${moves.map(({ quantity }) => quantity)}::int[]) as w (id, quantity)
        join stock t on t.id = w.id
      )
      update stock t set blocked = blocked + w.quantity, ceiling = greatest(w.most, w.taken),
        firm_ceiling = greatest(w.capacity, w.firm), version = version + 1
      from wanted w
      where t.id = w.id and (w.quantity <= 0 or (w.taken <= w.most and w.firm <= w.capacity))
      returning t.id`.execute(verb.db);
    if (rows.length < moves.length)
      throw new Problem('stock.insufficient', { free: await freeSeats(verb.db, ids) });
  });
}
