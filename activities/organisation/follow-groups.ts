import { newId } from '../new-id.ts';
import type { Verb } from '../verb.ts';

/**
 * Gives an operator the roles of their groups and takes away those that a group gave and none gives any more. Roles
 * given by a person stay as they are.
 */
export async function followGroups(verb: Verb, operatorId: string, groups: readonly string[]): Promise<void> {
  const { db, institutionId: institution_id } = verb;
  const wanted = await db
    .selectFrom('group_role')
    .innerJoin('role', 'role.id', 'group_role.role_id')
    .select(['role_id', 'organisation_id', 'role.code'])
    .distinct()
    .where('group_name', 'in', ['', ...groups]) // no group is called nothing
    .execute();
  const held = await db
    .selectFrom('operator_role')
    .innerJoin('role', 'role.id', 'operator_role.role_id')
    .select(['operator_role.id', 'role_id', 'organisation_id', 'by_group', 'role.code'])
    .where('operator_id', '=', operatorId)
    .execute();
  const keyOf = (row: { role_id: string; organisation_id: string }) =>
    `${row.role_id} ${row.organisation_id}`;
  const told = (name: string, row: { code: string; organisation_id: string }) =>
    verb.record({
      verb: name,
      subjectType: 'operator',
      subjectId: operatorId,
      organisationId: row.organisation_id,
      after: { role: row.code },
    });
  const wantedKeys = new Set(wanted.map(keyOf));
  for (const row of held.filter((one) => one.by_group && !wantedKeys.has(keyOf(one)))) {
    await db.deleteFrom('operator_role').where('id', '=', row.id).execute();
    told('withdraw-role', row);
  }
  const heldKeys = new Set(held.map(keyOf));
  for (const row of wanted.filter((one) => !heldKeys.has(keyOf(one)))) {
    const { role_id, organisation_id } = row;
    await db
      .insertInto('operator_role')
      .values({
        id: newId(),
        institution_id,
        operator_id: operatorId,
        role_id,
        organisation_id,
        by_group: true,
      })
      .execute();
    told('grant-role', row);
  }
}
