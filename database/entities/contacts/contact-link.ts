import { defineEntity, p } from '@mikro-orm/core';
import { day, id, version } from '../columns.ts';
import { Institution } from '../organisation/institution.ts';
import { Contact } from './contact.ts';

/** A dated link between an individual and a structure: relay (acts for it) or member (belongs to it). */
export const ContactLink = defineEntity({
  name: 'ContactLink',
  tableName: 'contact_link',
  indexes: [{ properties: ['individual'] }, { properties: ['structure'] }],
  checks: [
    { name: 'contact_link_kind', expression: "kind in ('relay', 'member')" },
    { name: 'contact_link_days', expression: 'ends_on is null or starts_on <= ends_on' },
  ],
  properties: {
    id: id(),
    institution: () => p.manyToOne(Institution),
    kind: p.text().$type<'relay' | 'member'>(),
    individual: () => p.manyToOne(Contact),
    structure: () => p.manyToOne(Contact),
    startsOn: day().defaultRaw('current_date'),
    endsOn: day().nullable(),
    version: version(),
  },
});
