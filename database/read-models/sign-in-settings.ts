import type { Queries } from '../schema.ts';
import { type Scope, scoped } from './scoped.ts';

/** How the operators of an institution come in; `version` 0: nobody has said anything yet. */
export interface SignInSettings {
  secondFactorRoleIds: string[];
  createsOperators: boolean;
  /** Of the organisations within reach. */
  groupRoles: { group: string; roleId: string; organisationId: string }[];
  version: number;
}

/** The settings of the reader's institution, as it ships where nothing was set. */
export async function readSignInSettings(db: Queries, scope: Scope): Promise<SignInSettings> {
  const setting = await db
    .selectFrom('sign_in_setting')
    .select(['second_factor_role_ids', 'creates_operators', 'version'])
    .where(scoped(scope, 'sign_in_setting'))
    .executeTakeFirst();
  const groupRoles = await db
    .selectFrom('group_role')
    .select(['group_name as group', 'role_id as roleId', 'organisation_id as organisationId'])
    .where(scoped(scope, 'group_role'))
    .orderBy('group_name')
    .orderBy('id')
    .execute();
  return {
    secondFactorRoleIds: setting?.second_factor_role_ids ?? [],
    createsOperators: setting?.creates_operators ?? false,
    groupRoles,
    version: setting?.version ?? 0,
  };
}
