import type { Locale } from '../../rules/messages/locale.ts';
import { importWords } from './import-programme-words.ts';
import type { Databases } from './verbs.ts';

/** Which institution was asked for: by its code, or by the code of one of its organisations. */
export type InstitutionWish = { institution: string | null; organisation?: string | null; locale: Locale };

/** The institution asked for; else the demo's; else the only one. @throws with a sentence for who typed it. */
export async function chooseInstitution(
  { owner }: Databases,
  { institution: wanted, organisation = null, locale }: InstitutionWish,
): Promise<string> {
  const words = importWords[locale];
  const all = await owner
    .queries()
    .selectFrom('institution')
    .select(['id', 'code', 'demo'])
    .orderBy('code')
    .execute();
  const codes = all.map(({ code }) => code).join(', ');
  if (wanted !== null) {
    const found = all.find(({ code }) => code === wanted);
    if (found === undefined) throw new Error(words.unknownInstitution(wanted, codes));
    return found.id;
  }
  if (organisation !== null) return ofOrganisation(owner, organisation, words.unknownOrganisation);
  const demo = all.find((institution) => institution.demo);
  if (demo !== undefined) return demo.id;
  const [only, ...others] = all;
  if (only === undefined) throw new Error(words.noInstitution);
  if (others.length > 0) throw new Error(words.whichInstitution(codes));
  return only.id;
}

async function ofOrganisation(
  owner: Databases['owner'],
  code: string,
  unknown: (code: string, known: string) => string,
): Promise<string> {
  const all = await owner
    .queries()
    .selectFrom('organisation')
    .select(['code', 'institution_id'])
    .orderBy('code')
    .execute();
  const [found, another] = new Set(
    all.filter((each) => each.code === code).map(({ institution_id }) => institution_id),
  );
  if (found === undefined || another !== undefined)
    throw new Error(unknown(code, all.map((each) => each.code).join(', ')));
  return found;
}
