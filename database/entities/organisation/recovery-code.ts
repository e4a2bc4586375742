import { defineEntity, p } from '@mikro-orm/core';
import { id } from '../columns.ts';
import { Institution } from './institution.ts';
import { Operator } from './operator.ts';

/** A code on paper that stands in once for an authenticator that was lost; the row goes when it is used. */
export const RecoveryCode = defineEntity({
  name: 'RecoveryCode',
  tableName: 'recovery_code',
  indexes: [{ properties: ['operator'] }],
  properties: {
    id: id(),
    institution: () => p.manyToOne(Institution),
    operator: () => p.manyToOne(Operator).deleteRule('cascade'),
    codeHash: p.text().hidden(),
  },
});
