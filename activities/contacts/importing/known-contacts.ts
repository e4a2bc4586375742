import { sql } from 'kysely';
import type { Queries } from '../../../database/schema.ts';
import type { KnownContact } from './contact-draft.ts';
import { plainText } from './plain-text.ts';

/** What an import looks things up in: contacts, links, and the lists of the settings. */
export interface KnownThings {
  contacts: KnownContact[];
  /** `kind individual structure` of every link there is or was. */
  links: ReadonlySet<string>;
  collectivityTypes: ReadonlyMap<string, string>;
  audienceCategories: ReadonlyMap<string, string>;
  /** The language of the house's own letters. */
  locale: KnownContact['locale'];
}

/** How a link stands in `KnownThings.links`. */
export function linkKey(kind: 'relay' | 'member', individualId: string, structureId: string): string {
  return `${kind} ${individualId} ${structureId}`;
}

/** Reads everything an import compares its rows with, inside the wall. */
export async function readKnownThings(db: Queries, institutionId: string): Promise<KnownThings> {
  const contacts = await db
    .selectFrom('contact')
    .select(['id', 'number', 'version', 'kind', 'name', 'email', 'phone', 'mobile', 'postcode', 'city'])
    .select(['country', 'locale', 'acceptance', 'reference', 'remark'])
    .select([
      'address_lines as addressLines',
      'structure_type as structureType',
      'collectivity_type_id as collectivityTypeId',
      'audience_category_id as audienceCategoryId',
    ])
    .where('institution_id', '=', institutionId)
    .orderBy('number')
    .execute();
  const links = await db
    .selectFrom('contact_link')
    .select(['kind', 'individual_id', 'structure_id'])
    .where('institution_id', '=', institutionId)
    .execute();
  const { locale } = await db
    .selectFrom('institution')
    .select('locale')
    .where('id', '=', institutionId)
    .executeTakeFirstOrThrow();
  return {
    contacts,
    links: new Set(links.map((link) => linkKey(link.kind, link.individual_id, link.structure_id))),
    collectivityTypes: await namedIds(db, 'collectivity_type', institutionId),
    audienceCategories: await namedIds(db, 'audience_category', institutionId),
    locale,
  };
}

/** Ids by code and by every name, in `plainText`. */
async function namedIds(
  db: Queries,
  table: 'collectivity_type' | 'audience_category',
  institutionId: string,
): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; code: string; name: string; names: Record<string, string> }>`
    select id, code, name, names from ${sql.table(table)} where institution_id = ${institutionId}::uuid order by code`.execute(
    db,
  );
  return new Map(
    rows.flatMap(({ id, code, name, names }) =>
      [...Object.values(names), name, code].map((text): [string, string] => [plainText(text), id]),
    ),
  );
}
