import { defineEntity, p } from '@mikro-orm/core';
import { code, id, name, names, version } from '../columns.ts';
import { Institution } from '../organisation/institution.ts';
import { Organisation } from '../organisation/organisation.ts';

/** A share of the places set aside for a purpose, such as *Collectivités*. */
export const Contingent = defineEntity({
  name: 'Contingent',
  tableName: 'contingent',
  uniques: [{ properties: ['institution', 'code'] }],
  properties: {
    id: id(),
    institution: () => p.manyToOne(Institution),
    organisation: () => p.manyToOne(Organisation).nullable().deleteRule('no action'),
    code: code(),
    name: name(),
    names: names(),
    external: p.boolean().default(false),
    version: version(),
  },
});
