import { sql } from 'kysely';
import { z } from 'zod';
import { readSignInSettings, type SignInSettings } from '../../database/read-models/sign-in-settings.ts';
import { newId } from '../new-id.ts';
import { Problem } from '../problem.ts';
import { requireRightsIn } from '../records/kinds/operators.ts';
import { requireRecord, scopeOf } from '../records/write-record.ts';
import { runVerb, type Verb, type VerbCaller } from '../verb.ts';

const GroupRole = z.strictObject({
  group: z.string().trim().min(1).max(200),
  roleId: z.uuid(),
  organisationId: z.uuid(),
});

/** How the operators of an institution come in. */
export const SignInInput = z.strictObject({
  secondFactorRoleIds: z.array(z.uuid()).max(100),
  createsOperators: z.boolean(),
  groupRoles: z.array(GroupRole).max(500),
});
type SignInInput = z.output<typeof SignInInput>;
type GroupRole = SignInInput['groupRoles'][number];

/**
 * Sets how operators come in (verb `set-sign-in`): roles that ask for a second factor, what groups of the issuer give,
 * whether it makes operators. Groups of organisations out of the caller's reach stay. What no group gives any more is
 * taken from those whom a group gave it to.
 * @throws Problem `record.version`, `request.notFound` with the path for a role or organisation out of reach,
 *   `request.forbidden` for a role with rights the caller does not hold.
 */
export async function setSignIn(
  caller: VerbCaller,
  input: { version: number | null; values: SignInInput },
): Promise<SignInSettings> {
  return runVerb(caller, 'set-sign-in', input, async (verb) => {
    const { db, institutionId } = verb;
    const scope = scopeOf(caller);
    await sql`select pg_advisory_xact_lock(hashtextextended(${`sign-in ${institutionId}`}, 0))`.execute(db);
    const before = await readSignInSettings(db, scope);
    if (input.version !== null && input.version !== before.version)
      throw new Problem('record.version', { current: before });
    const { secondFactorRoleIds, createsOperators, groupRoles } = input.values;
    for (const [position, roleId] of secondFactorRoleIds.entries())
      await requireRecord(db, scope, 'role', roleId, `secondFactorRoleIds.${position}`);
    await changeGroups(verb, before.groupRoles, groupRoles);
    const columns = {
      second_factor_role_ids: sql<string[]>`${JSON.stringify([...new Set(secondFactorRoleIds)])}::jsonb`,
      creates_operators: createsOperators,
    };
    const { id } = await db
      .insertInto('sign_in_setting')
      .values({ id: newId(), institution_id: institutionId, ...columns, version: 1 })
      .onConflict((conflict) =>
        conflict
          .column('institution_id')
          .doUpdateSet({ ...columns, version: sql<number>`sign_in_setting.version + 1` }),
      )
      .returning('id')
      .executeTakeFirstOrThrow();
    const after = await readSignInSettings(db, scope);
    verb.record({ verb: 'change', subjectType: 'sign-in-setting', subjectId: id, before, after });
    return after;
  });
}

const keyOf = ({ group, roleId, organisationId }: GroupRole) => `${roleId} ${organisationId} ${group}`;

async function changeGroups(
  verb: Verb,
  before: readonly GroupRole[],
  wanted: readonly GroupRole[],
): Promise<void> {
  const { db, caller, institutionId } = verb;
  const wantedKeys = new Set(wanted.map(keyOf));
  for (const gone of before.filter((row) => !wantedKeys.has(keyOf(row)))) {
    await db
      .deleteFrom('group_role')
      .where('group_name', '=', gone.group)
      .where('role_id', '=', gone.roleId)
      .where('organisation_id', '=', gone.organisationId)
      .execute();
  }
  const known = new Set(before.map(keyOf));
  for (const [position, row] of wanted.entries()) {
    if (known.has(keyOf(row))) continue;
    known.add(keyOf(row));
    const scope = scopeOf(caller);
    await requireRecord(
      db,
      scope,
      'organisation',
      row.organisationId,
      `groupRoles.${position}.organisationId`,
    );
    await requireRecord(db, scope, 'role', row.roleId, `groupRoles.${position}.roleId`);
    const { rights } = await db
      .selectFrom('role')
      .select('rights')
      .where('id', '=', row.roleId)
      .executeTakeFirstOrThrow();
    requireRightsIn(caller, row.organisationId, rights);
    await db
      .insertInto('group_role')
      .values({
        id: newId(),
        institution_id: institutionId,
        group_name: row.group,
        role_id: row.roleId,
        organisation_id: row.organisationId,
      })
      .execute();
  }
  await sql`delete from operator_role held where held.by_group and not exists (
    select from group_role g where g.role_id = held.role_id and g.organisation_id = held.organisation_id)`.execute(
    db,
  );
}
