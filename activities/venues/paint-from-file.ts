import { sql } from 'kysely';
import type { Verb } from '../verb.ts';
import { countSeats } from './painted-seats.ts';

/**
 * Gives the seats of a new configuration the categories that the file of its plan names, where one of the venue bears
 * that code or, failing that, that name in any language. Seats of other categories stay without.
 */
export async function paintFromFile(verb: Verb, configurationId: string, planId: string): Promise<void> {
  await sql`insert into configuration_seat (configuration_id, seat_id, seat_category_id, institution_id)
    select ${configurationId}::uuid, seat.id, matched.id, seat.institution_id
    from seat join (
      select distinct on (told.category) told.category, k.id
      from (select distinct category from seat where plan_id = ${planId}) told
      join seat_plan plan on plan.id = ${planId}
      join space on space.id = plan.space_id
      join seat_category k on k.venue_id = space.venue_id and (
        lower(k.code) = lower(told.category) or lower(k.name) = lower(told.category)
        or exists (select from jsonb_each_text(k.names) named where lower(named.value) = lower(told.category)))
      order by told.category, lower(k.code) = lower(told.category) desc, k.rank, k.id
    ) matched on matched.category = seat.category
    where seat.plan_id = ${planId} order by seat.id`.execute(verb.db);
  await countSeats(verb.db, verb.institutionId, configurationId);
}
