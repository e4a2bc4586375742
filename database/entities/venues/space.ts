import { defineEntity, p } from '@mikro-orm/core';
import { code, id, name, version } from '../columns.ts';
import { Institution } from '../organisation/institution.ts';
import { Organisation } from '../organisation/organisation.ts';
import { Venue } from './venue.ts';

/** A hall of a venue (French *espace*), such as *Grande salle*. Its organisation is its venue's. */
export const Space = defineEntity({
  name: 'Space',
  tableName: 'space',
  uniques: [{ properties: ['venue', 'code'] }],
  properties: {
    id: id(),
    institution: () => p.manyToOne(Institution),
    organisation: () => p.manyToOne(Organisation),
    venue: () => p.manyToOne(Venue),
    code: code(),
    name: name(),
    version: version(),
  },
});
