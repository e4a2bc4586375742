import { sql } from 'kysely';
import type { Verb } from '../../verb.ts';
import { releasePlaces } from './release-places.ts';

/**
 * Ends locked options as cancelled: their places go back wherever they are, and what was ordered is taken off its order.
 * `causes` names the history row of each option.
 */
export async function endOptions(verb: Verb, causes: ReadonlyMap<string, string>): Promise<void> {
  const ids = [...causes.keys()];
  if (ids.length === 0) return;
  await releasePlaces(verb, causes, 'everywhere');
  await sql`
    update seat_option set state = 'cancelled', placed_quantity = 0, order_id = null, basket_id = null, decided_at = ${verb.now},
      overdue_at = null, next_action_at = null, version = version + 1
    where id = any(${ids}::uuid[])`.execute(verb.db);
}
