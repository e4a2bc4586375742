import { defineEntity, p } from '@mikro-orm/core';
import { id, version } from '../columns.ts';
import { Institution } from './institution.ts';

/** How the operators of an institution come in; without a row as it ships: no role asks for a second factor. */
export const SignInSetting = defineEntity({
  name: 'SignInSetting',
  tableName: 'sign_in_setting',
  properties: {
    id: id(),
    institution: () => p.oneToOne(Institution).owner(),
    /** Whoever holds one of these roles signs in with a second factor. */
    secondFactorRoleIds: p.json<string[]>().default('[]'),
    /** Whom the issuer vouches for, and a group gives a role to, becomes an operator at the first sign-in. */
    createsOperators: p.boolean().default(false),
    version: version(),
  },
});
