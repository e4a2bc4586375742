import { sql } from 'kysely';
import type { PlanSeat } from '../../rules/venues/plan-seat.ts';
import { newId } from '../new-id.ts';
import type { Verb } from '../verb.ts';

/** Seats written by one statement. */
const batch = 5_000;

/** Writes the seats of a new plan. Their ids rise in the order of the plan. */
export async function insertSeats(verb: Verb, planId: string, seats: readonly PlanSeat[]): Promise<void> {
  for (let first = 0; first < seats.length; first += batch) {
    const rows = seats.slice(first, first + batch);
    const texts = (of: (seat: PlanSeat) => string) => sql`${rows.map(of)}::text[]`;
    const integers = (of: (seat: PlanSeat) => number) => sql`${rows.map(of)}::int[]`;
    const flags = (of: (seat: PlanSeat) => boolean) => sql`${rows.map(of)}::boolean[]`;
    const columns = [
      sql`${rows.map(() => newId())}::uuid[]`,
      texts(({ guid }) => guid),
      texts(({ zone }) => zone),
      texts(({ block }) => block),
      texts(({ rowLabel }) => rowLabel),
      integers(({ rowOrder }) => rowOrder),
      texts(({ number }) => number),
      integers(({ place }) => place),
      integers(({ run }) => run),
      integers(({ x }) => x),
      integers(({ y }) => y),
      texts(({ category }) => category),
      flags(({ wheelchair }) => wheelchair),
      flags(({ companion }) => companion),
      flags(({ restrictedView }) => restrictedView),
      flags(({ aisle }) => aisle),
    ];
    await sql`insert into seat (institution_id, plan_id, id, guid, zone, block, row_label, row_order, number, place, run, x, y,
        category, wheelchair, companion, restricted_view, aisle)
      select ${verb.institutionId}::uuid, ${planId}::uuid, told.* from unnest(${sql.join(columns)}) as told`.execute(
      verb.db,
    );
  }
}
