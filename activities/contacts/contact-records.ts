import { sql } from 'kysely';
import { z } from 'zod';
import { contactLinkList, contactList, structureTypes } from '../../database/read-models/contacts.ts';
import { acceptances } from '../../rules/contacts/acceptance.ts';
import { newId } from '../new-id.ts';
import { type FieldError, Problem } from '../problem.ts';
import { AddressLines, Day, Email, Name } from '../records/fields.ts';
import { defineRecord, type RecordContext, type RecordValues } from '../records/record-kind.ts';
import type { Verb } from '../verb.ts';
import { rememberPersonally } from './personal-values.ts';

const contactLocales = ['fr', 'en', 'de', 'es', 'it'] as const;
const ShortText = z.string().trim().min(1).max(100);
/** A telephone number as people write it: a number that no plan knows is kept too. */
const PhoneText = z.string().trim().min(1).max(60);

const contactFields = {
  kind: z.enum(['individual', 'structure']),
  name: Name,
  email: Email.nullable(),
  phone: PhoneText.nullable(),
  mobile: PhoneText.nullable(),
  locale: z.enum(contactLocales),
  addressLines: AddressLines,
  postcode: ShortText.max(20).nullable(),
  city: ShortText.nullable(),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .nullable(),
  structureType: z.enum(structureTypes).nullable(),
  acceptance: z.enum(acceptances).nullable(),
  collectivityTypeId: z.uuid().nullable(),
  audienceCategoryId: z.uuid().nullable(),
  reference: ShortText.nullable(),
  remark: z.string().trim().max(4_000).nullable(),
  creditCents: z
    .int()
    .min(0)
    .max(1_000_000_000)
    .meta({ description: 'What the house owes them, in cents: above 0 time gives back nothing of theirs' }),
  structureId: z.uuid().nullable(),
};

/**
 * People and structures. A structure made by an operator is an accepted community unless something else is said; only
 * communities have a collectivity type. `structureId` makes a new individual the relay of that structure.
 */
export const contactRecords = defineRecord({
  subject: 'contact',
  table: 'contact',
  fields: z.strictObject(contactFields),
  required: ['kind', 'name'],
  fixed: ['kind', 'structureId'],
  references: {
    collectivityTypeId: 'collectivity_type',
    audienceCategoryId: 'audience_category',
    structureId: 'contact',
  },
  json: ['addressLines'],
  apart: ['structureId'],
  row: z
    .object({
      id: z.uuid(),
      number: z.int(),
      ...contactFields,
      structureName: z.string().nullable(),
      provenance: z.string().nullable().meta({ description: 'Country and postcode' }),
      noLettersReason: z.string().nullable().meta({ description: 'Why they are not written to' }),
      createdAt: z.string(),
      version: z.int(),
    })
    .meta({ id: 'Contact' }),
  list: contactList,
  check: contactFaults,
  derive: contactColumns,
  remember: rememberPersonally,
  after: async (verb, id, { kind, structureId }) => {
    if (kind === 'individual' && typeof structureId === 'string') await makeRelay(verb, id, structureId);
    return [];
  },
});

function contactFaults(values: RecordValues, before: RecordValues | null): FieldError[] {
  const given = (field: string) => values[field] !== undefined && values[field] !== null;
  const wrong = (fields: readonly string[]): FieldError[] =>
    fields.filter(given).map((path) => ({ path, code: 'field.invalid' }));
  if (values.kind === 'individual') return wrong(['structureType', 'acceptance', 'collectivityTypeId']);
  const community = (values.structureType ?? 'community') === 'community';
  const missing = ['structureType', 'acceptance'].filter((path) => before !== null && !given(path));
  return [
    ...wrong(before === null ? ['structureId'] : []),
    ...wrong(community ? [] : ['collectivityTypeId']),
    ...missing.map((path) => ({ path, code: 'field.required' })),
  ];
}

async function contactColumns(
  { db, caller, now }: RecordContext,
  values: RecordValues,
  before: RecordValues | null,
): Promise<RecordValues> {
  if (before !== null) return {};
  const structure = values.kind === 'structure';
  const { locale } = await db
    .selectFrom('institution')
    .select('locale')
    .where('id', '=', caller.institutionId)
    .executeTakeFirstOrThrow();
  return {
    locale: values.locale ?? locale,
    structure_type: structure ? (values.structureType ?? 'community') : null,
    acceptance: structure ? (values.acceptance ?? 'accepted') : null,
    created_at: now,
  };
}

async function makeRelay(verb: Verb, individualId: string, structureId: string): Promise<void> {
  await requireKind(verb.db, structureId, 'structure', 'structureId');
  const id = newId();
  await verb.db
    .insertInto('contact_link')
    .values({
      id,
      institution_id: verb.institutionId,
      kind: 'relay',
      individual_id: individualId,
      structure_id: structureId,
      starts_on: verb.now.slice(0, 10),
    })
    .execute();
  const after = { kind: 'relay', individualId, structureId };
  verb.record({ verb: 'create', subjectType: 'contact-link', subjectId: id, after });
}

/** @throws Problem `request.invalid` when the contact is of the other kind. */
async function requireKind(
  db: RecordContext['db'],
  id: unknown,
  kind: 'individual' | 'structure',
  path: string,
): Promise<void> {
  if (typeof id !== 'string') return;
  const contact = await db.selectFrom('contact').select('kind').where('id', '=', id).executeTakeFirst();
  if (contact?.kind === kind) return;
  throw new Problem('request.invalid', { errors: [{ path, code: 'field.reference' }] });
}

const linkFields = {
  kind: z.enum(['relay', 'member']),
  individualId: z.uuid(),
  structureId: z.uuid(),
  startsOn: Day,
  endsOn: Day.nullable(),
};

/** Dated links: a relay acts for a structure, a member belongs to it; nobody is either twice at the same time. */
export const contactLinkRecords = defineRecord({
  subject: 'contact-link',
  table: 'contact_link',
  fields: z.strictObject(linkFields),
  required: ['kind', 'individualId', 'structureId'],
  fixed: ['individualId', 'structureId'],
  references: { individualId: 'contact', structureId: 'contact' },
  row: z
    .object({
      id: z.uuid(),
      ...linkFields,
      individualName: z.string(),
      structureName: z.string(),
      version: z.int(),
    })
    .meta({ id: 'ContactLink' }),
  list: contactLinkList,
  check: ({ startsOn, endsOn }) =>
    typeof startsOn === 'string' && typeof endsOn === 'string' && endsOn < startsOn
      ? [{ path: 'endsOn', code: 'field.tooSmall' }]
      : [],
  derive: async ({ db, now }, { kind, individualId, structureId, startsOn, endsOn }, before) => {
    if (before !== null) return {};
    await requireKind(db, individualId, 'individual', 'individualId');
    await requireKind(db, structureId, 'structure', 'structureId');
    const first = typeof startsOn === 'string' ? startsOn : now.slice(0, 10);
    const twice =
      await sql`select 1 from contact_link where kind = ${kind} and individual_id = ${individualId}::uuid
      and structure_id = ${structureId}::uuid and (ends_on is null or ends_on >= ${first}::date)
      and starts_on <= coalesce(${endsOn ?? null}::date, 'infinity')`.execute(db);
    if (twice.rows.length > 0) throw new Problem('record.duplicate');
    return { starts_on: first };
  },
});
