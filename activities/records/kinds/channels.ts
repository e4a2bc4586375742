import { z } from 'zod';
import { channelKinds, contingentList, salesChannelList } from '../../../database/read-models/channels.ts';
import { newId } from '../../new-id.ts';
import type { Verb } from '../../verb.ts';
import { Code, Instant, Name, NamesByLanguage } from '../fields.ts';
import { defineRecord } from '../record-kind.ts';
import { requireRecord, scopeOf } from '../write-record.ts';

const contingentFields = {
  organisationId: z.uuid().nullable(),
  code: Code,
  name: Name,
  names: NamesByLanguage,
  external: z.boolean(),
};

/** Contingents; without organisation one serves the whole institution. */
export const contingentRecords = defineRecord({
  subject: 'contingent',
  table: 'contingent',
  fields: z.strictObject(contingentFields),
  required: ['code', 'name'],
  fixed: ['organisationId'],
  references: { organisationId: 'organisation' },
  json: ['names'],
  row: z.object({ id: z.uuid(), ...contingentFields, version: z.int() }).meta({ id: 'Contingent' }),
  list: contingentList,
});

const Draw = z.strictObject({ contingentId: z.uuid(), rank: z.int().min(0).max(1_000) });

const channelFields = {
  organisationId: z.uuid(),
  code: Code,
  name: Name,
  kind: z.enum(channelKinds),
  individualAudienceCategoryId: z.uuid().nullable(),
  structureAudienceCategoryId: z.uuid().nullable(),
  directOptionDueAt: Instant.nullable(),
  isolatedSeatTrigger: z.int().min(0).max(100_000).nullable().meta({
    description:
      'No seat is left alone while the date has this many free places or more; null: only where nothing else is possible, however many are free',
  }),
  isolatedSeatsAllowed: z.boolean().meta({ description: 'Seats may always be left alone' }),
  abandonDelayMinutes: z.int().min(1).max(1_440).meta({
    description: 'After how many minutes a basket opened through it is abandoned',
  }),
  active: z.boolean(),
  contingents: z.array(Draw).max(200),
};

/** Sales channels, and the contingents they draw from: lowest rank first. */
export const salesChannelRecords = defineRecord({
  subject: 'sales-channel',
  table: 'sales_channel',
  fields: z.strictObject(channelFields),
  required: ['organisationId', 'code', 'name', 'kind'],
  fixed: ['organisationId'],
  references: {
    organisationId: 'organisation',
    individualAudienceCategoryId: 'audience_category',
    structureAudienceCategoryId: 'audience_category',
  },
  apart: ['contingents'],
  row: z.object({ id: z.uuid(), ...channelFields, version: z.int() }).meta({ id: 'SalesChannel' }),
  list: salesChannelList,
  check: ({ contingents }) => {
    const ids =
      channelFields.contingents.safeParse(contingents ?? []).data?.map((draw) => draw.contingentId) ?? [];
    return new Set(ids).size === ids.length ? [] : [{ path: 'contingents', code: 'field.invalid' }];
  },
  after: async (verb, id, { contingents }) => {
    if (contingents !== undefined) await setDraws(verb, id, channelFields.contingents.parse(contingents));
    return [];
  },
});

async function setDraws(
  verb: Verb,
  channelId: string,
  draws: readonly z.infer<typeof Draw>[],
): Promise<void> {
  const scope = scopeOf(verb.caller);
  for (const [position, { contingentId }] of draws.entries()) {
    await requireRecord(verb.db, scope, 'contingent', contingentId, `contingents.${position}.contingentId`);
  }
  await verb.db.deleteFrom('channel_contingent').where('channel_id', '=', channelId).execute();
  if (draws.length === 0) return;
  await verb.db
    .insertInto('channel_contingent')
    .values(
      draws.map(({ contingentId, rank }) => ({
        id: newId(),
        institution_id: verb.institutionId,
        channel_id: channelId,
        contingent_id: contingentId,
        rank,
      })),
    )
    .execute();
}
