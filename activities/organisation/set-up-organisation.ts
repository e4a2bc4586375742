import { sql } from 'kysely';
import type { Names } from '../../database/entities/columns.ts';
import type { Locale } from '../../rules/messages/locale.ts';
import { newId } from '../new-id.ts';
import { runVerb, type Verb, type VerbCaller } from '../verb.ts';
import { addMissing, type Codes } from './missing-rows.ts';
import { type NamedCode, nameColumns } from './named-code.ts';

/** An organisation as it starts, ready to work. Codes are those of the institution. */
export interface OrganisationSetUp {
  code: string;
  name: string;
  addressLines?: string[];
  email?: string | null;
  phone?: string | null;
  currency?: string;
  /** Audience categories that serve contacts without one of their own, in the operators' channel. */
  individualAudience: string | null;
  structureAudience: string | null;
  /** What the operators' channel draws from, in this order; definitions belong to the institution. */
  contingents: NamedCode[];
  /** Whose roles in the institution's other organisations also hold in a new one. */
  colleagues: 'everyone' | 'administrators' | 'nobody';
}

/** Ids of the organisation, its operators' channel, and the contingents by code. */
export interface OrganisationAnswer {
  organisationId: string;
  channelId: string;
  contingents: Codes;
}

/**
 * Makes an organisation, or what is missing of it: its back-office channel with the contingents it draws from, and a
 * profile open to all requests through it. What is there already stays as it is, so it may be called again.
 */
export function setUpOrganisation(caller: VerbCaller, input: OrganisationSetUp): Promise<OrganisationAnswer> {
  return runVerb(caller, 'set-up-organisation', input, (verb) => addOrganisation(verb, input));
}

/** The same inside another verb's transaction. */
export async function addOrganisation(verb: Verb, input: OrganisationSetUp): Promise<OrganisationAnswer> {
  const { locale } = await verb.db
    .selectFrom('institution')
    .select('locale')
    .where('id', '=', verb.institutionId)
    .executeTakeFirstOrThrow();
  const organisationId = await findOrganisation(verb, input.code);
  const id = organisationId ?? (await insertOrganisation(verb, input));
  const contingents = await addContingents(verb, input.contingents, locale);
  const channelId = (await findBackOffice(verb, id)) ?? (await insertBackOffice(verb, id, input, locale));
  await drawFrom(
    verb,
    channelId,
    input.contingents.flatMap(({ code }) => contingents[code] ?? []),
  );
  if (organisationId === undefined) await shareRoles(verb, id, input.colleagues);
  return { organisationId: id, channelId, contingents };
}

async function findOrganisation(verb: Verb, code: string): Promise<string | undefined> {
  const found = await verb.db
    .selectFrom('organisation')
    .select('id')
    .where('institution_id', '=', verb.institutionId)
    .where('code', '=', code)
    .executeTakeFirst();
  return found?.id;
}

async function insertOrganisation(verb: Verb, input: OrganisationSetUp): Promise<string> {
  const { code, name, addressLines = [], email = null, phone = null, currency = 'EUR' } = input;
  const id = newId();
  await verb.db
    .insertInto('organisation')
    .values({
      id,
      institution_id: verb.institutionId,
      code,
      name,
      address_lines: sql<string[]>`${JSON.stringify(addressLines)}::jsonb`,
      email,
      phone,
      currency,
    })
    .execute();
  const after = { code, name, addressLines, email, phone, currency };
  verb.record({ verb: 'create', subjectType: 'organisation', subjectId: id, organisationId: id, after });
  return id;
}

async function addContingents(verb: Verb, contingents: NamedCode[], locale: Locale): Promise<Codes> {
  const { db, institutionId: institution_id } = verb;
  return addMissing(verb, {
    subjectType: 'contingent',
    known: await db
      .selectFrom('contingent')
      .select(['id', 'code'])
      .where('institution_id', '=', institution_id)
      .execute(),
    wanted: contingents,
    insert: (rows) =>
      db
        .insertInto('contingent')
        .values(rows.map(({ id, wanted }) => ({ id, institution_id, ...nameColumns(wanted, locale) })))
        .execute(),
  });
}

async function findBackOffice(verb: Verb, organisationId: string): Promise<string | undefined> {
  const found = await verb.db
    .selectFrom('sales_channel')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('kind', '=', 'back-office')
    .orderBy('code')
    .executeTakeFirst();
  return found?.id;
}

const backOfficeNames = { fr: 'Back-office', en: 'Back office' };

async function insertBackOffice(
  verb: Verb,
  organisationId: string,
  input: OrganisationSetUp,
  locale: Locale,
): Promise<string> {
  const id = newId();
  const after = {
    code: 'BACK-OFFICE',
    name: backOfficeNames[locale],
    kind: 'back-office' as const,
    individual_audience_category_id: await findAudience(verb, input.individualAudience),
    structure_audience_category_id: await findAudience(verb, input.structureAudience),
  };
  await verb.db
    .insertInto('sales_channel')
    .values({ id, institution_id: verb.institutionId, organisation_id: organisationId, ...after })
    .execute();
  verb.record({ verb: 'create', subjectType: 'sales-channel', subjectId: id, organisationId, after });
  for (const profile of openProfiles) await insertOpenProfile(verb, organisationId, id, locale, profile);
  return id;
}

/** What operators may request: seats, and products; each until somebody says otherwise. */
const openProfiles = [
  { kind: 'seats', code: 'OPEN', names: { fr: 'Profil ouvert', en: 'Open profile' } },
  {
    kind: 'products',
    code: 'OPEN-PRODUCTS',
    names: { fr: 'Profil ouvert pour les produits', en: 'Open profile for products' },
  },
] as const;

/** Everything, at any time. */
async function insertOpenProfile(
  verb: Verb,
  organisationId: string,
  channelId: string,
  locale: Locale,
  { kind, code, names: told }: (typeof openProfiles)[number],
): Promise<void> {
  const { institutionId: institution_id } = verb;
  const id = newId();
  const after = {
    kind,
    code,
    name: told[locale],
    state: 'validated' as const,
  };
  const names = sql<Names>`${JSON.stringify(told)}::jsonb`;
  await verb.db
    .insertInto('option_profile')
    .values({ id, institution_id, organisation_id: organisationId, names, ...after })
    .execute();
  await verb.db
    .insertInto('option_profile_cover')
    .values({ id: newId(), institution_id, option_profile_id: id, channel_id: channelId })
    .execute();
  verb.record({
    verb: 'create',
    subjectType: 'option-profile',
    subjectId: id,
    organisationId,
    after: { ...after, names: told, channelIds: [channelId] },
  });
}

async function findAudience(verb: Verb, code: string | null): Promise<string | null> {
  if (code === null) return null;
  const found = await verb.db
    .selectFrom('audience_category')
    .select('id')
    .where('institution_id', '=', verb.institutionId)
    .where('code', '=', code)
    .executeTakeFirst();
  return found?.id ?? null;
}

/** The channel draws from these contingents, after those it draws from already. */
async function drawFrom(verb: Verb, channelId: string, contingentIds: readonly string[]): Promise<void> {
  const known = await verb.db
    .selectFrom('channel_contingent')
    .select(['contingent_id', 'rank'])
    .where('channel_id', '=', channelId)
    .execute();
  const lowest = Math.max(0, ...known.map(({ rank }) => rank));
  const missing = contingentIds.filter((id) => !known.some(({ contingent_id }) => contingent_id === id));
  if (missing.length === 0) return;
  await verb.db
    .insertInto('channel_contingent')
    .values(
      missing.map((contingent_id, at) => ({
        id: newId(),
        institution_id: verb.institutionId,
        channel_id: channelId,
        contingent_id,
        rank: lowest + at + 1,
      })),
    )
    .execute();
}

async function shareRoles(
  verb: Verb,
  organisationId: string,
  colleagues: OrganisationSetUp['colleagues'],
): Promise<void> {
  if (colleagues === 'nobody') return;
  const shared = await sql<{ operatorId: string; role: string }>`
    with held as (
      select distinct g.operator_id, g.role_id, r.code
      from operator_role g join role r on r.id = g.role_id
      where g.institution_id = ${verb.institutionId} and (${colleagues === 'everyone'} or r.code = 'administrator')
    ), given as (
      insert into operator_role (institution_id, operator_id, role_id, organisation_id)
      select ${verb.institutionId}::uuid, operator_id, role_id, ${organisationId}::uuid from held
    )
    select operator_id as "operatorId", code as role from held order by operator_id, code`.execute(verb.db);
  for (const { operatorId, role } of shared.rows) {
    verb.record({
      verb: 'grant-role',
      subjectType: 'operator',
      subjectId: operatorId,
      organisationId,
      after: { role },
    });
  }
}
