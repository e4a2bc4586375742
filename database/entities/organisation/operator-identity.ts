import { defineEntity, p } from '@mikro-orm/core';
import { id, instant } from '../columns.ts';
import { Institution } from './institution.ts';
import { Operator } from './operator.ts';

/** An operator as an issuer (OpenID Connect) knows them: by subject, which never changes, not by e-mail, which may. */
export const OperatorIdentity = defineEntity({
  name: 'OperatorIdentity',
  tableName: 'operator_identity',
  uniques: [{ properties: ['issuer', 'subject'] }],
  indexes: [{ properties: ['operator'] }],
  properties: {
    id: id(),
    institution: () => p.manyToOne(Institution),
    operator: () => p.manyToOne(Operator).deleteRule('cascade'),
    issuer: p.text(),
    subject: p.text(),
    linkedAt: instant(),
  },
});
