import { sql } from 'kysely';
import type { Verb } from '../../verb.ts';

/**
 * Locks orders, then the options of performances, then the performances: after that no option can join them, and one
 * that just did is seen by the next question.
 */
export async function lockLiveOptions(verb: Verb, performanceIds: readonly string[]): Promise<void> {
  const ids = sql`any(${[...performanceIds]}::uuid[])`;
  await sql`select 1 from customer_order where id in (select order_id from seat_option where performance_id = ${ids})
    order by id for update`.execute(verb.db);
  await sql`select 1 from seat_option where performance_id = ${ids} order by id for update`.execute(verb.db);
  await sql`select 1 from performance where id = ${ids} order by id for update`.execute(verb.db);
  await sql`select 1 from seat_option where performance_id = ${ids} order by id for update`.execute(verb.db);
}
