import { sql } from 'kysely';
import { z } from 'zod';
import { contingentTemplateList } from '../../../database/read-models/contingent-templates.ts';
import { newId } from '../../new-id.ts';
import { type FieldError, Problem } from '../../problem.ts';
import type { Verb } from '../../verb.ts';
import { Code, Name } from '../fields.ts';
import { ownedBy } from '../owned-by.ts';
import { defineRecord, type RecordValues } from '../record-kind.ts';
import { refuse, requireRecord, scopeOf } from '../write-record.ts';

const share = {
  seatCategoryId: z.uuid(),
  contingentId: z.uuid(),
  quantity: z.int().min(0).max(1_000_000).nullish().meta({ description: 'Places; one of the three' }),
  percent: z
    .int()
    .min(0)
    .max(100)
    .nullish()
    .meta({ description: 'Of the places of the category, rounded down; one of the three' }),
  seatIds: z
    .array(z.uuid())
    .max(2_000)
    .nullish()
    .meta({ description: 'Seats of the configuration; one of the three' }),
};
const Share = z.strictObject(share);
type Share = z.output<typeof Share>;

const fields = {
  venueId: z.uuid(),
  configurationId: z
    .uuid()
    .nullable()
    .meta({ description: 'Only performances of this configuration; named seats need one' }),
  restContingentId: z.uuid().meta({ description: 'Receives what the shares leave of their categories' }),
  code: Code,
  name: Name,
  shares: z.array(Share).min(1).max(200),
};

/** Templates of contingents: how the places of a performance are dealt, for many performances at once. */
export const contingentTemplateRecords = defineRecord({
  subject: 'contingent-template',
  table: 'contingent_template',
  fields: z.strictObject(fields),
  required: ['venueId', 'restContingentId', 'code', 'name', 'shares'],
  fixed: ['venueId', 'configurationId'],
  references: {
    venueId: 'venue',
    configurationId: 'logical_configuration',
    restContingentId: 'contingent',
  },
  apart: ['shares'],
  row: z
    .object({
      id: z.uuid(),
      organisationId: z.uuid(),
      venueName: z.string(),
      configurationName: z.string().nullable(),
      restContingentName: z.string(),
      ...fields,
      version: z.int(),
    })
    .meta({ id: 'ContingentTemplate' }),
  list: contingentTemplateList,
  check: shareFaults,
  derive: async ({ db }, values, before) => {
    if (before !== null) return {};
    const { configurationId, venueId } = values;
    if (typeof configurationId === 'string') {
      const found = await db
        .selectFrom('logical_configuration')
        .innerJoin('space', 'space.id', 'logical_configuration.space_id')
        .select('space.venue_id as venueId')
        .where('logical_configuration.id', '=', configurationId)
        .executeTakeFirstOrThrow();
      if (found.venueId !== venueId) refuse([{ path: 'configurationId', code: 'configuration.elsewhere' }]);
    }
    return ownedBy(db, 'venue', venueId);
  },
  after: async (verb, id, { shares }) => {
    if (shares !== undefined) await writeShares(verb, id, fields.shares.parse(shares));
    return [];
  },
});

function shareFaults({ shares, restContingentId, configurationId }: RecordValues): FieldError[] {
  const parsed = fields.shares.safeParse(shares).data ?? [];
  const seen = new Set<string>();
  const percents = new Map<string, number>();
  const named = new Set<string>();
  return parsed.flatMap((each, at): FieldError[] => {
    const { seatCategoryId, contingentId, quantity, percent, seatIds } = each;
    const path = `shares.${at}`;
    const faults: FieldError[] = [];
    const kinds = [quantity, percent, seatIds].filter((kind) => kind !== undefined && kind !== null).length;
    if (kinds !== 1) faults.push({ path: `${path}.quantity`, code: 'template.shareKind' });
    if (contingentId === restContingentId)
      faults.push({ path: `${path}.contingentId`, code: 'template.restNamed' });
    const key = `${seatCategoryId}/${contingentId}`;
    if (seen.has(key)) faults.push({ path: `${path}.contingentId`, code: 'field.duplicate' });
    seen.add(key);
    const sum = (percents.get(seatCategoryId) ?? 0) + (percent ?? 0);
    percents.set(seatCategoryId, sum);
    if (sum > 100) faults.push({ path: `${path}.percent`, code: 'template.percent' });
    if (seatIds && typeof configurationId !== 'string')
      faults.push({ path: `${path}.seatIds`, code: 'template.seatsNeedPlan' });
    for (const [position, seatId] of (seatIds ?? []).entries()) {
      if (named.has(seatId)) faults.push({ path: `${path}.seatIds.${position}`, code: 'field.duplicate' });
      named.add(seatId);
    }
    return faults;
  });
}

async function writeShares(verb: Verb, templateId: string, shares: readonly Share[]): Promise<void> {
  const scope = scopeOf(verb.caller);
  const { venue_id: venueId, configuration_id: configurationId } = await verb.db
    .selectFrom('contingent_template')
    .select(['venue_id', 'configuration_id'])
    .where('id', '=', templateId)
    .executeTakeFirstOrThrow();
  const categories = await verb.db
    .selectFrom('seat_category')
    .select('id')
    .where('venue_id', '=', venueId)
    .execute();
  const there = new Set(categories.map(({ id }) => id));
  refuse(
    shares.flatMap(({ seatCategoryId }, at) =>
      there.has(seatCategoryId) ? [] : [{ path: `shares.${at}.seatCategoryId`, code: 'field.reference' }],
    ),
  );
  for (const [at, { contingentId }] of shares.entries())
    await requireRecord(verb.db, scope, 'contingent', contingentId, `shares.${at}.contingentId`);
  await requireSeats(verb, configurationId, shares);
  await verb.db.deleteFrom('template_share').where('template_id', '=', templateId).execute();
  await verb.db
    .insertInto('template_share')
    .values(
      shares.map(({ seatCategoryId, contingentId, quantity, percent, seatIds }, position) => ({
        id: newId(),
        institution_id: verb.institutionId,
        template_id: templateId,
        position,
        seat_category_id: seatCategoryId,
        contingent_id: contingentId,
        quantity: quantity ?? null,
        percent: percent ?? null,
        seat_ids: seatIds ? sql<string[]>`${JSON.stringify(seatIds)}::jsonb` : null,
      })),
    )
    .execute();
}

/** Every named seat stands in its category of the configuration. */
async function requireSeats(
  verb: Verb,
  configurationId: string | null,
  shares: readonly Share[],
): Promise<void> {
  const named = shares.flatMap(({ seatCategoryId, seatIds }, at) =>
    (seatIds ?? []).map((seatId, position) => ({
      path: `shares.${at}.seatIds.${position}`,
      seatId,
      seatCategoryId,
    })),
  );
  if (named.length === 0) return;
  const { rows } = await sql<{ seatId: string; seatCategoryId: string }>`
    select seat_id as "seatId", seat_category_id as "seatCategoryId" from configuration_seat
    where configuration_id = ${configurationId}::uuid and seat_id = any(${named.map(({ seatId }) => seatId)}::uuid[])`.execute(
    verb.db,
  );
  const known = new Set(rows.map((row) => `${row.seatId}/${row.seatCategoryId}`));
  const strange = named.filter((seat) => !known.has(`${seat.seatId.toLowerCase()}/${seat.seatCategoryId}`));
  if (strange.length > 0)
    throw new Problem('request.invalid', {
      errors: strange.slice(0, 50).map(({ path }) => ({ path, code: 'field.reference' })),
    });
}
