import { z } from 'zod';
import { eventList, productFamilyList } from '../../../database/read-models/events.ts';
import type { Queries } from '../../../database/schema.ts';
import { Problem } from '../../problem.ts';
import { followOverbooking } from '../../stock/overbook-stock.ts';
import { Code, Name, NamesByLanguage } from '../fields.ts';
import { ownedBy } from '../owned-by.ts';
import { defineRecord } from '../record-kind.ts';

const familyFields = { code: Code, name: Name, names: NamesByLanguage };

/** Families of products. */
export const productFamilyRecords = defineRecord({
  subject: 'product-family',
  table: 'product_family',
  fields: z.strictObject(familyFields),
  required: ['code', 'name'],
  json: ['names'],
  row: z.object({ id: z.uuid(), ...familyFields, version: z.int() }).meta({ id: 'ProductFamily' }),
  list: productFamilyList,
});

const eventFields = {
  seasonId: z.uuid(),
  activityId: z.uuid(),
  familyId: z.uuid(),
  code: Code,
  name: Name,
  names: NamesByLanguage,
  externalId: z.string().trim().min(1).max(200).nullable(),
};

/** Shows. Their activity belongs to their season; under another one their stock is overbooked as that says. */
export const eventRecords = defineRecord({
  subject: 'event',
  table: 'show_event',
  fields: z.strictObject(eventFields),
  required: ['seasonId', 'activityId', 'familyId', 'code', 'name'],
  fixed: ['seasonId'],
  references: { seasonId: 'season', activityId: 'season_activity', familyId: 'product_family' },
  json: ['names'],
  row: z
    .object({ id: z.uuid(), organisationId: z.uuid(), ...eventFields, version: z.int() })
    .meta({ id: 'Event' }),
  list: eventList,
  derive: async ({ db }, values, before) => {
    const seasonId = before?.seasonId ?? values.seasonId;
    if (typeof values.activityId === 'string') await requireActivityOf(db, seasonId, values.activityId);
    return before === null ? ownedBy(db, 'season', seasonId) : {};
  },
  after: async (verb, _id, { activityId }) => {
    if (typeof activityId === 'string') followOverbooking(verb, activityId);
    return undefined;
  },
});

async function requireActivityOf(db: Queries, seasonId: unknown, activityId: string): Promise<void> {
  const activity = await db
    .selectFrom('season_activity')
    .select('season_id')
    .where('id', '=', activityId)
    .executeTakeFirst();
  if (activity?.season_id === seasonId) return;
  throw new Problem('request.invalid', { errors: [{ path: 'activityId', code: 'field.reference' }] });
}
