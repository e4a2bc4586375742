import { defineEntity, p } from '@mikro-orm/core';
import { id, instant } from '../columns.ts';
import { Institution } from './institution.ts';
import { Operator } from './operator.ts';

/** How an operator likes the console: theme, language, columns of a list. The last write wins. */
export const OperatorPreference = defineEntity({
  name: 'OperatorPreference',
  tableName: 'operator_preference',
  uniques: [{ properties: ['operator', 'name'] }],
  properties: {
    id: id(),
    institution: () => p.manyToOne(Institution),
    operator: () => p.manyToOne(Operator).deleteRule('cascade'),
    name: p.text(),
    value: p.json<unknown>(),
    changedAt: instant(),
  },
});
