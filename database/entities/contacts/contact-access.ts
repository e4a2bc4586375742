import { defineEntity, p } from '@mikro-orm/core';
import { id, instant } from '../columns.ts';
import { Institution } from '../organisation/institution.ts';
import { Contact } from './contact.ts';

/** A one-time link into a contact's own space; only the hash of its token is kept. `relay` acts for the structure. */
export const ContactAccess = defineEntity({
  name: 'ContactAccess',
  tableName: 'contact_access',
  uniques: [{ properties: ['tokenHash'] }],
  indexes: [{ properties: ['contact'] }],
  properties: {
    id: id(),
    institution: () => p.manyToOne(Institution),
    contact: () => p.manyToOne(Contact).deleteRule('cascade'),
    relay: () => p.manyToOne(Contact).nullable().deleteRule('cascade'),
    tokenHash: p.text(),
    createdAt: instant(),
    expiresAt: instant(),
    usedAt: instant().nullable(),
  },
});
