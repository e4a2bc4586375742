import { sql } from 'kysely';
import type { Verb } from '../../verb.ts';

/**
 * The one choice of locked options on products is the earliest of the performances they ask for that take place: after one
 * of these moved or was cancelled it may be another.
 */
export async function followChoices(verb: Verb, optionIds: readonly string[]): Promise<void> {
  await sql`
    update option_choice c set performance_id = first.performance_id
    from (select distinct on (l.option_id) l.option_id, p.id as performance_id
        from option_line l join seat_option o on o.id = l.option_id join performance p on p.id = l.performance_id
        where l.option_id = any(${[...optionIds]}::uuid[]) and o.kind = 'product'
        order by l.option_id, p.state = 'cancelled', p.starts_at, p.id) first
    where c.option_id = first.option_id and c.rank = 0 and c.performance_id <> first.performance_id`.execute(
    verb.db,
  );
}
