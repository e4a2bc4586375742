import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Database } from '../../database/database.ts';
import type { Locale } from '../../rules/messages/locale.ts';
import { newId } from '../new-id.ts';
import { Problem } from '../problem.ts';
import { newRequestId, runVerb, type Verb } from '../verb.ts';
import { followGroups } from './follow-groups.ts';
import { hashPassword } from './password.ts';

/** Somebody as an issuer (OpenID Connect) vouches for them. */
export interface VouchedPerson {
  issuer: string;
  subject: string;
  name: string;
  /** null: the issuer gives none, or has not seen that it is theirs. */
  email: string | null;
  locale: Locale;
  groups: readonly string[];
}

/** Who comes in, and whether they may. */
export interface SignedInByIssuer {
  operatorId: string;
  /** Nothing is left that they may do: what was taken away stays taken, and they stay out. */
  withoutRole: boolean;
}

/**
 * Finds the operator an issuer vouches for by their subject, or makes one where the institution allows it and a group
 * gives them a role; then their roles follow their groups (verb `sign-in-by-issuer`). With `linkTo` the subject is
 * bound to that operator instead, who asked for it from inside.
 * @throws Problem `issuer.unknown` for whom no operator is made, or a disabled one; `issuer.emailMissing` and
 *   `issuer.emailTaken` when one cannot be made; `issuer.linkedElsewhere` for a subject that is somebody else's.
 */
export async function signInByIssuer(
  database: Database,
  input: { institution: string | null; person: VouchedPerson; linkTo: string | null },
): Promise<SignedInByIssuer> {
  const { person, linkTo } = input;
  const found = await sql<{ id: string | null }>`
    select issuer_institution(${input.institution}::text) as id`.execute(database.queries());
  const institutionId = found.rows[0]?.id;
  if (institutionId === undefined || institutionId === null) throw new Problem('issuer.unknown');
  const caller = {
    database,
    institutionId,
    actor: { type: 'system', id: 'issuer', name: 'OpenID Connect', rights: 'all', organisationIds: 'all' },
    requestId: newRequestId(),
  } as const;
  return runVerb(caller, 'sign-in-by-issuer', { person, linkTo }, async (verb) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`${person.issuer} ${person.subject}`}, 0))`.execute(
      verb.db,
    );
    const known = await operatorOf(verb, person);
    if (linkTo !== null && known !== null && known !== linkTo) throw new Problem('issuer.linkedElsewhere');
    const operatorId = known ?? linkTo ?? (await makeOperator(verb, person));
    if (known === null) await link(verb, operatorId, person);
    await requireEnabled(verb, operatorId);
    await followGroups(verb, operatorId, person.groups);
    const role = await verb.db
      .selectFrom('operator_role')
      .select('id')
      .where('operator_id', '=', operatorId)
      .executeTakeFirst();
    return { operatorId, withoutRole: role === undefined };
  });
}

async function operatorOf({ db }: Verb, { issuer, subject }: VouchedPerson): Promise<string | null> {
  const identity = await db
    .selectFrom('operator_identity')
    .select('operator_id')
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .executeTakeFirst();
  return identity?.operator_id ?? null;
}

async function requireEnabled({ db }: Verb, operatorId: string): Promise<void> {
  const operator = await db
    .selectFrom('operator')
    .select('disabled_at')
    .where('id', '=', operatorId)
    .executeTakeFirst();
  if (operator === undefined || operator.disabled_at !== null) throw new Problem('issuer.unknown');
}

/** Without a password that anybody knows: the issuer is their way in. */
async function makeOperator(verb: Verb, person: VouchedPerson): Promise<string> {
  const { db, institutionId: institution_id } = verb;
  const setting = await db.selectFrom('sign_in_setting').select('creates_operators').executeTakeFirst();
  const given = await db
    .selectFrom('group_role')
    .select('id')
    .where('group_name', 'in', ['', ...person.groups])
    .limit(1)
    .executeTakeFirst();
  if (setting?.creates_operators !== true || given === undefined) throw new Problem('issuer.unknown');
  if (person.email === null) throw new Problem('issuer.emailMissing');
  const { name, locale } = person;
  const email = person.email.toLowerCase();
  const made = await db
    .insertInto('operator')
    .values({
      id: newId(),
      institution_id,
      email,
      name,
      locale,
      demo: false,
      password_hash: await hashPassword(randomBytes(32).toString('base64url')),
    })
    .onConflict((conflict) => conflict.column('email').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (made === undefined) throw new Problem('issuer.emailTaken');
  verb.record({
    verb: 'create',
    subjectType: 'operator',
    subjectId: made.id,
    after: { email, name, locale, issuer: person.issuer },
  });
  return made.id;
}

async function link(verb: Verb, operatorId: string, { issuer, subject }: VouchedPerson): Promise<void> {
  await verb.db
    .insertInto('operator_identity')
    .values({
      id: newId(),
      institution_id: verb.institutionId,
      operator_id: operatorId,
      issuer,
      subject,
      linked_at: verb.now,
    })
    .execute();
  verb.record({
    verb: 'link-identity',
    subjectType: 'operator',
    subjectId: operatorId,
    after: { issuer, subject },
  });
}
