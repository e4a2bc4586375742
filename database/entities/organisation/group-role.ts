import { defineEntity, p } from '@mikro-orm/core';
import { id } from '../columns.ts';
import { Institution } from './institution.ts';
import { Organisation } from './organisation.ts';
import { Role } from './role.ts';

/** A group of the issuer gives a role in an organisation to who is in it. */
export const GroupRole = defineEntity({
  name: 'GroupRole',
  tableName: 'group_role',
  uniques: [{ name: 'group_role_unique', properties: ['institution', 'groupName', 'role', 'organisation'] }],
  properties: {
    id: id(),
    institution: () => p.manyToOne(Institution),
    groupName: p.text(),
    role: () => p.manyToOne(Role).deleteRule('cascade'),
    organisation: () => p.manyToOne(Organisation).deleteRule('cascade'),
  },
});
