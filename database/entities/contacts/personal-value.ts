import { defineEntity, p } from '@mikro-orm/core';
import { id, instant } from '../columns.ts';
import { Institution } from '../organisation/institution.ts';
import { Contact } from './contact.ts';

/** A former or present value of a contact's field, kept apart from the history so that it can be shredded. */
export const PersonalValue = defineEntity({
  name: 'PersonalValue',
  tableName: 'personal_value',
  indexes: [{ properties: ['contact'] }],
  properties: {
    id: id(),
    institution: () => p.manyToOne(Institution),
    contact: () => p.manyToOne(Contact).deleteRule('cascade'),
    field: p.text(),
    value: p.text().nullable(),
    at: instant().defaultRaw('now()'),
  },
});
