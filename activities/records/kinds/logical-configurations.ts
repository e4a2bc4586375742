import { z } from 'zod';
import { configurationList } from '../../../database/read-models/logical-configurations.ts';
import type { Queries } from '../../../database/schema.ts';
import { Problem } from '../../problem.ts';
import { paintFromFile } from '../../venues/paint-from-file.ts';
import { requirePlaces, requireUnused } from '../../venues/painted-seats.ts';
import { writeCapacities } from '../../venues/write-capacities.ts';
import { Code, Name, NamesByLanguage } from '../fields.ts';
import { ownedBy } from '../owned-by.ts';
import { defineRecord, type RecordValues } from '../record-kind.ts';

const Capacity = z.strictObject({ seatCategoryId: z.uuid(), capacity: z.int().min(0).max(1_000_000) });

const fields = {
  spaceId: z.uuid(),
  code: Code,
  name: Name,
  numbered: z.boolean(),
  planId: z.uuid().nullable(),
  state: z.enum(['draft', 'valid']),
  capacities: z
    .array(Capacity)
    .max(200)
    .meta({ description: 'By quantity only: places of each category. A numbered one counts its seats' }),
};

/**
 * Logical configurations of a space. A new numbered one is painted as the file of its plan says, where the file's
 * categories bear the code or the name of the venue's. Once a performance names it, it keeps its categories.
 */
export const configurationRecords = defineRecord({
  subject: 'logical-configuration',
  table: 'logical_configuration',
  fields: z.strictObject(fields),
  required: ['spaceId', 'code', 'name', 'numbered'],
  fixed: ['spaceId', 'numbered', 'planId'],
  references: { spaceId: 'space', planId: 'seat_plan' },
  apart: ['capacities'],
  row: z
    .object({
      id: z.uuid(),
      organisationId: z.uuid(),
      spaceName: z.string(),
      venueId: z.uuid(),
      ...fields,
      planName: z.string().nullable(),
      planRevision: z.int().nullable(),
      planSeats: z.int().nullable(),
      categories: z.array(
        z.object({
          seatCategoryId: z.uuid(),
          rank: z.int(),
          code: z.string(),
          name: z.string(),
          names: NamesByLanguage,
          colour: z.string(),
          optionAllowed: z.boolean(),
          capacity: z.int(),
        }),
      ),
      capacity: z.int().meta({ description: 'Places of all categories' }),
      performances: z.int().meta({ description: 'Performances that name it' }),
      version: z.int(),
    })
    .meta({ id: 'LogicalConfiguration' }),
  list: configurationList,
  check: ({ numbered, planId, capacities }) => [
    ...(numbered === (typeof planId === 'string') ? [] : [fault('planId')]),
    ...(numbered === true && Array.isArray(capacities) && capacities.length > 0 ? [fault('capacities')] : []),
  ],
  derive: async ({ db }, values, before) => {
    if (before === null) {
      await requirePlanOf(db, values);
      return ownedBy(db, 'space', values.spaceId);
    }
    if ('capacities' in values || values.state === 'draft') await requireUnused(db, String(before.id));
    return {};
  },
  after: async (verb, id, values) => {
    const { planId, capacities } = values;
    // a numbered one counts its seats: the empty list that its form sends says nothing
    if (typeof planId === 'string') await paintFromFile(verb, id, planId);
    else if (capacities !== undefined) await writeCapacities(verb, id, fields.capacities.parse(capacities));
    await requirePlaces(verb.db, id);
    return [];
  },
});

function fault(path: string) {
  return { path, code: 'configuration.numbered' };
}

/** @throws Problem `request.invalid` for a plan of another space. */
async function requirePlanOf(db: Queries, { planId, spaceId }: RecordValues): Promise<void> {
  if (typeof planId !== 'string') return;
  const plan = await db
    .selectFrom('seat_plan')
    .select('space_id')
    .where('id', '=', planId)
    .executeTakeFirstOrThrow();
  if (plan.space_id === spaceId) return;
  throw new Problem('request.invalid', { errors: [{ path: 'planId', code: 'configuration.elsewhere' }] });
}
