import { defineEntity, p } from '@mikro-orm/core';
import { id, instant, version } from '../columns.ts';
import { Institution } from '../organisation/institution.ts';
import { Organisation } from '../organisation/organisation.ts';
import { LogicalConfiguration } from '../venues/logical-configuration.ts';
import { Venue } from '../venues/venue.ts';
import { ShowEvent } from './show-event.ts';

/**
 * One playing of a show (French *séance*): an instant, and the time zone of its venue. With a configuration of one of the
 * venue's spaces its categories and seats are those of the configuration.
 */
export const Performance = defineEntity({
  name: 'Performance',
  tableName: 'performance',
  uniques: [{ properties: ['organisation', 'externalId'] }],
  indexes: [{ properties: ['institution', 'startsAt', 'id'] }, { properties: ['event'] }],
  checks: [{ name: 'performance_state', expression: "state in ('open', 'closed', 'cancelled')" }],
  properties: {
    id: id(),
    institution: () => p.manyToOne(Institution),
    organisation: () => p.manyToOne(Organisation),
    event: () => p.manyToOne(ShowEvent),
    venue: () => p.manyToOne(Venue),
    configuration: () => p.manyToOne(LogicalConfiguration).nullable().deleteRule('no action'),
    startsAt: instant(),
    timeZone: p.text(),
    state: p.text().$type<'open' | 'closed' | 'cancelled'>().default('open'),
    externalId: p.text().nullable(),
    /** Who guides a visit. */
    guide: p.text().nullable(),
    version: version(),
  },
});
