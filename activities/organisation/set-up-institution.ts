import { sql } from 'kysely';
import type { Database } from '../../database/database.ts';
import type { Locale } from '../../rules/messages/locale.ts';
import { rolePresetNames, rolePresets } from '../../rules/organisation/role-presets.ts';
import { newId } from '../new-id.ts';
import { type Actor, runVerb, type Verb } from '../verb.ts';
import { addMissing, type Codes } from './missing-rows.ts';
import { type NamedCode, nameColumns } from './named-code.ts';
import { rolePresetTexts } from './role-preset-texts.ts';

/** An audience category with its prices; one of them is the default of options. */
export interface AudienceSetUp extends NamedCode {
  subcategories: (NamedCode & { optionDefault?: boolean })[];
}

/** A kind of collectivity and the audience category its options take. */
export interface CollectivitySetUp extends NamedCode {
  audienceCategory: string | null;
}

/** An institution as it starts. */
export interface InstitutionSetUp {
  code: string;
  name: string;
  locale: Locale;
  demo: boolean;
  families: NamedCode[];
  audiences: AudienceSetUp[];
  collectivityTypes: CollectivitySetUp[];
}

/** Ids by code; a subcategory is known as `CATEGORY/SUBCATEGORY`, a role by its preset. */
export interface InstitutionAnswer {
  institutionId: string;
  families: Codes;
  audienceCategories: Codes;
  audienceSubcategories: Codes;
  collectivityTypes: Codes;
  roles: Codes;
}

/** Who sets an institution up; there is no operator in it yet. */
export interface SetUpCaller {
  /** Opened as the owner: the application's role may not make institutions. */
  database: Database;
  actor: Actor;
  requestId: string;
  now?: string;
}

/**
 * Makes an institution, or what is missing of it: product families, audience categories with their prices, collectivity
 * types, and a role for each preset. What is there already stays as it is, so it may be called again.
 */
export async function setUpInstitution(
  caller: SetUpCaller,
  input: InstitutionSetUp,
): Promise<InstitutionAnswer> {
  const known = await caller.database
    .queries()
    .selectFrom('institution')
    .select('id')
    .where('code', '=', input.code)
    .executeTakeFirst();
  const institutionId = known?.id ?? newId();
  return runVerb({ ...caller, institutionId }, 'set-up-institution', input, async (verb) => {
    if (known === undefined) await insertInstitution(verb, input);
    const families = await addFamilies(verb, input);
    const audienceCategories = await addCategories(verb, input);
    return {
      institutionId,
      families,
      audienceCategories,
      audienceSubcategories: await addSubcategories(verb, input, audienceCategories),
      collectivityTypes: await addCollectivityTypes(verb, input, audienceCategories),
      roles: await addRoles(verb, input),
    };
  });
}

async function insertInstitution(verb: Verb, { code, name, locale, demo }: InstitutionSetUp): Promise<void> {
  await verb.db
    .insertInto('institution')
    .values({ id: verb.institutionId, code, name, locale, demo })
    .execute();
  verb.record({
    verb: 'create',
    subjectType: 'institution',
    subjectId: verb.institutionId,
    after: { code, name, locale, demo },
  });
}

/** Adds the product families that are missing, inside another verb's transaction. */
export async function addFamilies(
  verb: Verb,
  { families, locale }: Pick<InstitutionSetUp, 'families' | 'locale'>,
): Promise<Codes> {
  const { db, institutionId: institution_id } = verb;
  return addMissing(verb, {
    subjectType: 'product-family',
    known: await db
      .selectFrom('product_family')
      .select(['id', 'code'])
      .where('institution_id', '=', institution_id)
      .execute(),
    wanted: families,
    insert: (rows) =>
      db
        .insertInto('product_family')
        .values(rows.map(({ id, wanted }) => ({ id, institution_id, ...nameColumns(wanted, locale) })))
        .execute(),
  });
}

async function addCategories(verb: Verb, { audiences, locale }: InstitutionSetUp): Promise<Codes> {
  const { db, institutionId: institution_id } = verb;
  return addMissing(verb, {
    subjectType: 'audience-category',
    known: await db
      .selectFrom('audience_category')
      .select(['id', 'code'])
      .where('institution_id', '=', institution_id)
      .execute(),
    wanted: audiences.map(({ code, names }) => ({ code, names })),
    insert: (rows) =>
      db
        .insertInto('audience_category')
        .values(rows.map(({ id, wanted }) => ({ id, institution_id, ...nameColumns(wanted, locale) })))
        .execute(),
  });
}

async function addSubcategories(
  verb: Verb,
  { audiences, locale }: InstitutionSetUp,
  categories: Codes,
): Promise<Codes> {
  const { db, institutionId: institution_id } = verb;
  const known = await db
    .selectFrom('audience_subcategory as u')
    .innerJoin('audience_category as c', 'c.id', 'u.audience_category_id')
    .select(['u.id', 'u.code', 'c.code as category'])
    .where('u.institution_id', '=', institution_id)
    .execute();
  const wanted = audiences.flatMap((category) =>
    category.subcategories.map((subcategory) => ({
      ...subcategory,
      code: `${category.code}/${subcategory.code}`,
      columns: {
        ...nameColumns(subcategory, locale),
        audience_category_id: idOf(categories, category.code),
        option_default: subcategory.optionDefault ?? false,
      },
    })),
  );
  return addMissing(verb, {
    subjectType: 'audience-subcategory',
    known: known.map(({ id, code, category }) => ({ id, code: `${category}/${code}` })),
    wanted,
    insert: (rows) =>
      db
        .insertInto('audience_subcategory')
        .values(rows.map(({ id, wanted: { columns } }) => ({ id, institution_id, ...columns })))
        .execute(),
  });
}

async function addCollectivityTypes(
  verb: Verb,
  { collectivityTypes, locale }: InstitutionSetUp,
  categories: Codes,
): Promise<Codes> {
  const { db, institutionId: institution_id } = verb;
  return addMissing(verb, {
    subjectType: 'collectivity-type',
    known: await db
      .selectFrom('collectivity_type')
      .select(['id', 'code'])
      .where('institution_id', '=', institution_id)
      .execute(),
    wanted: collectivityTypes,
    insert: (rows) =>
      db
        .insertInto('collectivity_type')
        .values(
          rows.map(({ id, wanted }) => ({
            id,
            institution_id,
            ...nameColumns(wanted, locale),
            audience_category_id:
              wanted.audienceCategory === null ? null : idOf(categories, wanted.audienceCategory),
          })),
        )
        .execute(),
  });
}

async function addRoles(verb: Verb, { locale }: InstitutionSetUp): Promise<Codes> {
  const { db, institutionId: institution_id } = verb;
  return addMissing(verb, {
    subjectType: 'role',
    known: await db
      .selectFrom('role')
      .select(['id', 'code'])
      .where('institution_id', '=', institution_id)
      .execute(),
    wanted: rolePresetNames.map((code) => ({
      code,
      names: rolePresetTexts[code],
      rights: rolePresets[code],
    })),
    insert: (rows) =>
      db
        .insertInto('role')
        .values(
          rows.map(({ id, wanted }) => ({
            id,
            institution_id,
            ...nameColumns(wanted, locale),
            rights: sql<string[]>`${JSON.stringify(wanted.rights)}::jsonb`,
          })),
        )
        .execute(),
  });
}

function idOf(ids: Codes, code: string): string {
  const id = ids[code];
  if (id === undefined) throw new RangeError(`the institution has no ${code}`);
  return id;
}
