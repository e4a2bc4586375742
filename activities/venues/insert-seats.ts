import { sql } from 'kysely';
import type { Verb } from '../verb.ts';
import { type PackedPlan, seatColumns } from './seat-plan-file/pack-plan.ts';

/** Writes the seats of a new plan. */
export async function insertSeats(
  { db, institutionId }: Verb,
  planId: string,
  { batches }: PackedPlan,
): Promise<void> {
  const names = sql.join(Object.keys(seatColumns).map((name) => sql.ref(name)));
  const types = Object.values(seatColumns).map((type) => sql.raw(`${type}[]`));
  for (const columns of batches) {
    const told = sql.join(columns.map((column, index) => sql`${column}::${types[index]}`));
    await sql`insert into seat (institution_id, plan_id, ${names})
      select ${institutionId}::uuid, ${planId}::uuid, told.* from unnest(${told}) as told`.execute(db);
  }
}
