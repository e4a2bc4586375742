import { defineEntity, p } from '@mikro-orm/core';
import { code, id, name, names, version } from '../columns.ts';
import { Institution } from './institution.ts';

/** A set of rights, each written `<function>:<read|create|modify|delete|execute>` (seed 004: L C M S E). */
export const Role = defineEntity({
  name: 'Role',
  tableName: 'role',
  uniques: [{ properties: ['institution', 'code'] }],
  properties: {
    id: id(),
    institution: () => p.manyToOne(Institution),
    code: code(),
    name: name(),
    names: names(),
    rights: p.json<string[]>().default('[]'),
    version: version(),
  },
});
