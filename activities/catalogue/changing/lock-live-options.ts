import { sql } from 'kysely';
import { reachedOptions } from '../../../database/reached-options.ts';
import type { Verb } from '../../verb.ts';

/**
 * Locks orders, then the options that performances reach, then the performances: after that no option can join them, and
 * one that just did is seen by the next question.
 */
export async function lockLiveOptions(verb: Verb, performanceIds: readonly string[]): Promise<void> {
  const reached = reachedOptions(performanceIds);
  const options = sql`select 1 from seat_option where id in ${reached} order by id for update`;
  await sql`select 1 from customer_order where id in (select order_id from seat_option where id in ${reached})
    order by id for update`.execute(verb.db);
  await options.execute(verb.db);
  await sql`select 1 from performance where id = any(${[...performanceIds]}::uuid[]) order by id for update`.execute(
    verb.db,
  );
  await options.execute(verb.db);
}
