import { defineEntity, p } from '@mikro-orm/core';
import { id, instant, name, version } from '../columns.ts';
import { Institution } from './institution.ts';
import { Operator } from './operator.ts';

/** A look at a list that an operator has kept: conditions, order and columns. Shared, all colleagues find it. */
export const SavedView = defineEntity({
  name: 'SavedView',
  tableName: 'saved_view',
  uniques: [{ properties: ['operator', 'resource', 'name'] }],
  indexes: [{ properties: ['institution', 'resource', 'name'] }],
  properties: {
    id: id(),
    institution: () => p.manyToOne(Institution),
    operator: () => p.manyToOne(Operator).deleteRule('cascade'),
    resource: p.text(),
    name: name(),
    filter: p.json<Record<string, unknown>>().default('{}'),
    sort: p.json<[field: string, direction: 'ASC' | 'DESC']>().nullable(),
    columns: p.json<string[]>().nullable(),
    shared: p.boolean().default(false),
    createdAt: instant().defaultRaw('now()'),
    version: version(),
  },
});
