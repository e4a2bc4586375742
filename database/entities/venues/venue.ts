import { defineEntity, p } from '@mikro-orm/core';
import { code, id, name, version } from '../columns.ts';
import { Institution } from '../organisation/institution.ts';
import { Organisation } from '../organisation/organisation.ts';

/** A place where performances are played; its time zone rules their clock. */
export const Venue = defineEntity({
  name: 'Venue',
  tableName: 'venue',
  uniques: [{ properties: ['organisation', 'code'] }],
  properties: {
    id: id(),
    institution: () => p.manyToOne(Institution),
    organisation: () => p.manyToOne(Organisation),
    code: code(),
    name: name(),
    timeZone: p.text(),
    addressLines: p.json<string[]>().default('[]'),
    version: version(),
  },
});
