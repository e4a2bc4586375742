import type { Locale } from '../../rules/messages/locale.ts';
import type { RolePreset } from '../../rules/organisation/role-presets.ts';
import { newId } from '../new-id.ts';
import { Problem } from '../problem.ts';
import { runVerb, type Verb, type VerbCaller } from '../verb.ts';
import { hashPassword } from './password.ts';

/** A person who works in the console, with the role they hold in each organisation. */
export interface OperatorSetUp {
  email: string;
  name: string;
  password: string;
  locale: Locale;
  demo: boolean;
  roles: { organisationId: string; role: RolePreset }[];
}

/**
 * Makes an operator known by their e-mail, or only gives them the roles they do not hold yet: name and password of one
 * who is there stay as they are, so it may be called again. The password is no part of the history nor of the answer.
 * @throws Problem `record.duplicate` for an e-mail used in another institution, `request.notFound` for a role.
 */
export async function setUpOperator(
  caller: VerbCaller,
  { password, ...input }: OperatorSetUp,
): Promise<{ operatorId: string }> {
  const email = input.email.toLowerCase();
  const passwordHash = await hashPassword(password);
  return runVerb(caller, 'set-up-operator', input, async (verb) => {
    const known = await verb.db
      .selectFrom('operator')
      .select(['id', 'institution_id'])
      .where('email', '=', email)
      .executeTakeFirst();
    if (known !== undefined && known.institution_id !== verb.institutionId) {
      throw new Problem('record.duplicate');
    }
    const operatorId = known?.id ?? newId();
    if (known === undefined) {
      const { name, locale, demo } = input;
      await verb.db
        .insertInto('operator')
        .values({
          id: operatorId,
          institution_id: verb.institutionId,
          email,
          name,
          password_hash: passwordHash,
          locale,
          demo,
        })
        .execute();
      const after = { email, name, locale, demo };
      verb.record({ verb: 'create', subjectType: 'operator', subjectId: operatorId, after });
    }
    for (const held of input.roles) await grantRole(verb, operatorId, held);
    return { operatorId };
  });
}

async function grantRole(
  verb: Verb,
  operatorId: string,
  { organisationId, role }: OperatorSetUp['roles'][number],
): Promise<void> {
  const found = await verb.db
    .selectFrom('role')
    .select('id')
    .where('institution_id', '=', verb.institutionId)
    .where('code', '=', role)
    .executeTakeFirst();
  if (found === undefined) throw new Problem('request.notFound');
  const given = await verb.db
    .insertInto('operator_role')
    .values({
      id: newId(),
      institution_id: verb.institutionId,
      operator_id: operatorId,
      role_id: found.id,
      organisation_id: organisationId,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (given === undefined) return;
  verb.record({
    verb: 'grant-role',
    subjectType: 'operator',
    subjectId: operatorId,
    organisationId,
    after: { role },
  });
}
