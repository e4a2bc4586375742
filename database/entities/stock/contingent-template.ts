import { defineEntity, p } from '@mikro-orm/core';
import { code, id, name, version } from '../columns.ts';
import { Institution } from '../organisation/institution.ts';
import { Organisation } from '../organisation/organisation.ts';
import { LogicalConfiguration } from '../venues/logical-configuration.ts';
import { Venue } from '../venues/venue.ts';
import { Contingent } from './contingent.ts';

/**
 * How the places of a performance are dealt to contingents, for all performances of a venue or of one configuration. What
 * its shares leave of a category they name is for `restContingent`; a contingent nobody names keeps what it has.
 */
export const ContingentTemplate = defineEntity({
  name: 'ContingentTemplate',
  tableName: 'contingent_template',
  uniques: [{ properties: ['venue', 'code'] }],
  properties: {
    id: id(),
    institution: () => p.manyToOne(Institution),
    organisation: () => p.manyToOne(Organisation),
    venue: () => p.manyToOne(Venue),
    configuration: () => p.manyToOne(LogicalConfiguration).nullable().deleteRule('no action'),
    restContingent: () => p.manyToOne(Contingent),
    code: code(),
    name: name(),
    version: version(),
  },
});
