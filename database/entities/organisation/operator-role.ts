import { defineEntity, p } from '@mikro-orm/core';
import { id } from '../columns.ts';
import { Institution } from './institution.ts';
import { Operator } from './operator.ts';
import { Organisation } from './organisation.ts';
import { Role } from './role.ts';

/** An operator holds a role in one organisation: this is the perimeter by organisation. */
export const OperatorRole = defineEntity({
  name: 'OperatorRole',
  tableName: 'operator_role',
  uniques: [{ properties: ['operator', 'role', 'organisation'] }],
  properties: {
    id: id(),
    institution: () => p.manyToOne(Institution),
    operator: () => p.manyToOne(Operator).deleteRule('cascade'),
    role: () => p.manyToOne(Role),
    organisation: () => p.manyToOne(Organisation),
    /** Given by a group of the issuer that vouches for the operator, and taken away with it. */
    byGroup: p.boolean().default(false),
  },
});
