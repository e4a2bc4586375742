import { defineEntity, p } from '@mikro-orm/core';
import { id, instant, version } from '../columns.ts';
import { Contact } from '../contacts/contact.ts';
import { Institution } from '../organisation/institution.ts';
import { Organisation } from '../organisation/organisation.ts';

/** A file (French *dossier*) that gathers a contact's orders. */
export const BookingFile = defineEntity({
  name: 'BookingFile',
  tableName: 'booking_file',
  uniques: [{ properties: ['institution', 'number'] }],
  indexes: [
    { properties: ['contact'] },
    {
      name: 'booking_file_created',
      expression: 'create index booking_file_created on booking_file (institution_id, created_at, id)',
    },
  ],
  properties: {
    id: id(),
    institution: () => p.manyToOne(Institution),
    organisation: () => p.manyToOne(Organisation),
    number: p.integer().defaultRaw("nextval('booking_file_number')"),
    contact: () => p.manyToOne(Contact),
    createdAt: instant().defaultRaw('now()'),
    version: version(),
  },
});
