import { sql } from 'kysely';
import type { FieldError } from '../problem.ts';
import { refuse } from '../records/write-record.ts';
import type { Verb } from '../verb.ts';

/**
 * The places of a configuration by quantity, as they should stand: a category that is not given is taken out.
 * @throws Problem `request.invalid` for a category of another venue or one that stands twice.
 */
export async function writeCapacities(
  verb: Verb,
  configurationId: string,
  capacities: readonly { seatCategoryId: string; capacity: number }[],
): Promise<void> {
  const { rows } = await sql<{ id: string }>`select k.id from seat_category k
    join space on space.venue_id = k.venue_id
    join logical_configuration c on c.space_id = space.id
    where c.id = ${configurationId}`.execute(verb.db);
  const known = new Set(rows.map(({ id }) => id));
  const seen = new Set<string>();
  refuse(
    capacities.flatMap(({ seatCategoryId }, index): FieldError[] => {
      const path = `capacities.${index}.seatCategoryId`;
      const code = seen.has(seatCategoryId) ? 'field.duplicate' : 'configuration.elsewhere';
      const fits = known.has(seatCategoryId) && !seen.has(seatCategoryId);
      seen.add(seatCategoryId);
      return fits ? [] : [{ path, code }];
    }),
  );
  await verb.db
    .deleteFrom('configuration_category')
    .where('configuration_id', '=', configurationId)
    .execute();
  if (capacities.length === 0) return;
  await verb.db
    .insertInto('configuration_category')
    .values(
      capacities.map(({ seatCategoryId, capacity }) => ({
        configuration_id: configurationId,
        seat_category_id: seatCategoryId,
        institution_id: verb.institutionId,
        capacity,
      })),
    )
    .execute();
}
