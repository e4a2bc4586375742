import { institutionDefaults } from '../../activities/organisation/institution-defaults.ts';
import { setUpInstitution } from '../../activities/organisation/set-up-institution.ts';
import { setUpOrganisation } from '../../activities/organisation/set-up-organisation.ts';
import { newRequestId } from '../../activities/verb.ts';
import type { Locale } from '../../rules/messages/locale.ts';
import { UsageError } from './command.ts';
import { callIn, commandLine, type Databases } from './verbs.ts';

/** An institution and all its organisations. */
export type House = { institutionId: string; organisationIds: string[] };

/**
 * The institution of this code, or the only one there is; null: the database is empty.
 * @throws UsageError when there are several to choose from, or none of this code.
 */
export async function findHouse({ owner }: Databases, code: string | null): Promise<House | null> {
  const institutions = await owner.queries().selectFrom('institution').select(['id', 'code']).execute();
  if (institutions.length === 0 && code === null) return null;
  const fitting = institutions.filter((institution) => code === null || institution.code === code);
  const [found, another] = fitting;
  if (found === undefined || another !== undefined) {
    const codes = institutions.map((institution) => institution.code).sort();
    throw new UsageError(`--institution must be one of: ${codes.join(', ')}.`);
  }
  const organisations = await owner
    .queries()
    .selectFrom('organisation')
    .select('id')
    .where('institution_id', '=', found.id)
    .execute();
  return { institutionId: found.id, organisationIds: organisations.map(({ id }) => id) };
}

/** Makes the first institution with the trade's usual settings, and an organisation in it that is ready to work. */
export async function makeHouse(databases: Databases, name: string, locale: Locale): Promise<House> {
  const { institutionId } = await setUpInstitution(
    { database: databases.owner, actor: commandLine, requestId: newRequestId() },
    { code: 'first', name, locale, demo: false, ...institutionDefaults },
  );
  const { organisationId } = await setUpOrganisation(callIn(databases.application, institutionId), {
    code: 'first',
    name,
    individualAudience: 'INDIVIDUEL',
    structureAudience: 'OCCASIONNELLE',
    contingents: [{ code: 'OPTIONS', names: { fr: 'Options', en: 'Options' } }],
    colleagues: 'nobody',
  });
  return { institutionId, organisationIds: [organisationId] };
}
