import { z } from 'zod';
import { seatPlanList } from '../../../database/read-models/seat-plans.ts';
import { spaceList } from '../../../database/read-models/spaces.ts';
import { Code, Name } from '../fields.ts';
import { ownedBy } from '../owned-by.ts';
import { defineRecord } from '../record-kind.ts';

const spaceFields = { venueId: z.uuid(), code: Code, name: Name };

/** Halls of a venue. */
export const spaceRecords = defineRecord({
  subject: 'space',
  table: 'space',
  fields: z.strictObject(spaceFields),
  required: ['venueId', 'code', 'name'],
  fixed: ['venueId'],
  references: { venueId: 'venue' },
  row: z
    .object({
      id: z.uuid(),
      organisationId: z.uuid(),
      venueName: z.string(),
      ...spaceFields,
      version: z.int(),
    })
    .meta({ id: 'Space' }),
  list: spaceList,
  derive: async ({ db }, { venueId }, before) => (before === null ? ownedBy(db, 'venue', venueId) : {}),
});

/** Plans of a space: imported, deleted while no configuration is made of them, never changed. */
export const seatPlanRecords = defineRecord({
  subject: 'seat-plan',
  table: 'seat_plan',
  fields: z.strictObject({}),
  required: [],
  row: z
    .object({
      id: z.uuid(),
      organisationId: z.uuid(),
      spaceId: z.uuid(),
      spaceName: z.string(),
      venueId: z.uuid(),
      name: z.string(),
      revision: z.int(),
      seatCount: z.int(),
      width: z.int().meta({ description: 'Centimetres' }),
      height: z.int(),
      importedAt: z.string(),
      categories: z.array(z.object({ name: z.string(), colour: z.string() })),
      zones: z.array(z.string()),
      configurations: z.int().meta({ description: 'Configurations made of this revision' }),
      version: z.int(),
    })
    .meta({ id: 'SeatPlan' }),
  list: seatPlanList,
});
