import { sql } from 'kysely';
import { newId } from '../../new-id.ts';
import { Problem } from '../../problem.ts';
import { columnOf } from '../../records/record-kind.ts';
import type { Verb } from '../../verb.ts';
import { type ContactChange, rememberAllPersonally } from '../personal-values.ts';
import type { KnownContact } from './contact-draft.ts';
import type { ImportPlan, PlannedRow } from './plan-import.ts';

/** Rows written by one statement. */
const atOnce = 500;

/**
 * Writes a plan: new contacts, changes, links, each with its line of history as if it had been typed. Answers the
 * numbers of the new contacts by id.
 * @throws Problem `record.version` when a contact was changed by somebody else meanwhile: nothing is left then.
 */
export async function writeImport(
  verb: Verb,
  { taken }: ImportPlan,
  locale: KnownContact['locale'],
): Promise<Map<string, number>> {
  const created = taken.filter(({ outcome }) => outcome === 'created');
  const changed = taken.filter(
    ({ outcome, values }) => outcome === 'updated' && Object.keys(values).length > 0,
  );
  const numbers = new Map<string, number>();
  for (const rows of inPortions(created)) {
    for (const { id, number } of await insertContacts(verb, rows, locale)) numbers.set(id, number);
  }
  for (const row of changed) await changeContact(verb, row);
  for (const rows of inPortions([...created, ...changed])) await recordRows(verb, rows);
  for (const rows of inPortions(taken.filter(({ link }) => link !== null))) await insertLinks(verb, rows);
  return numbers;
}

function* inPortions(rows: readonly PlannedRow[]): Generator<PlannedRow[]> {
  for (let at = 0; at < rows.length; at += atOnce) yield rows.slice(at, at + atOnce);
}

async function insertContacts(verb: Verb, rows: readonly PlannedRow[], locale: KnownContact['locale']) {
  const values = rows.map(({ contactId, kind, name, values: given }) => ({
    id: contactId,
    institution_id: verb.institutionId,
    kind,
    name,
    email: given.email ?? null,
    phone: given.phone ?? null,
    mobile: given.mobile ?? null,
    locale: localeOf(given.locale) ?? localeOf(locale) ?? 'fr',
    address_lines: sql<string[]>`${JSON.stringify(given.addressLines ?? [])}::jsonb`,
    postcode: given.postcode ?? null,
    city: given.city ?? null,
    country: given.country ?? null,
    structure_type: kind === 'structure' ? (structureTypeOf(given.structureType) ?? 'community') : null,
    acceptance: kind === 'structure' ? ('accepted' as const) : null,
    collectivity_type_id: given.collectivityTypeId ?? null,
    audience_category_id: given.audienceCategoryId ?? null,
    reference: given.reference ?? null,
    remark: given.remark ?? null,
  }));
  return verb.db.insertInto('contact').values(values).returning(['id', 'number']).execute();
}

const locales = ['fr', 'en', 'de', 'es', 'it'] as const;
const structureTypes = ['community', 'agency', 'producer', 'other'] as const;

function localeOf(text: string | undefined) {
  return locales.find((known) => known === text);
}

function structureTypeOf(text: string | null | undefined) {
  return structureTypes.find((known) => known === text);
}

async function changeContact({ db }: Verb, { known, values }: PlannedRow): Promise<void> {
  if (known === null) return;
  const sets = Object.entries(values).map(([field, value]) =>
    field === 'addressLines'
      ? sql`address_lines = ${JSON.stringify(value)}::jsonb`
      : sql`${sql.ref(columnOf(field))} = ${value}`,
  );
  const { rows } = await sql`update contact set ${sql.join([...sets, sql`version = version + 1`])}
    where id = ${known.id} and version = ${known.version} returning id`.execute(db);
  if (rows.length === 0) throw new Problem('record.version');
}

async function recordRows(verb: Verb, rows: readonly PlannedRow[]): Promise<void> {
  const changes = rows.map(({ contactId, kind, known, values }): ContactChange => {
    const before = new Map<string, unknown>(Object.entries(known ?? {}));
    return {
      contactId,
      before: Object.fromEntries(
        known === null ? [] : Object.keys(values).map((field) => [field, before.get(field) ?? null]),
      ),
      after: known === null ? { kind, ...values } : values,
    };
  });
  const remembered = await rememberAllPersonally(verb, changes);
  for (const [index, { contactId, known }] of rows.entries()) {
    const change = remembered[index];
    verb.record({
      verb: known === null ? 'create' : 'change',
      subjectType: 'contact',
      subjectId: contactId,
      ...(known === null ? {} : { before: change?.before }),
      after: change?.after,
    });
  }
}

async function insertLinks(verb: Verb, rows: readonly PlannedRow[]): Promise<void> {
  const links = rows.flatMap(({ contactId, link }) =>
    link === null
      ? []
      : [{ id: newId(), kind: link.kind, individual_id: contactId, structure_id: link.structureId }],
  );
  const rowsOfLinks = links.map((link) => ({
    ...link,
    institution_id: verb.institutionId,
    starts_on: verb.now.slice(0, 10),
  }));
  await verb.db.insertInto('contact_link').values(rowsOfLinks).execute();
  for (const { id, kind, individual_id: individualId, structure_id: structureId } of links) {
    const after = { kind, individualId, structureId };
    verb.record({ verb: 'create', subjectType: 'contact-link', subjectId: id, after });
  }
}
