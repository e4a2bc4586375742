import { defineEntity, p } from '@mikro-orm/core';
import { id, instant } from '../columns.ts';
import { Institution } from '../organisation/institution.ts';
import { Contact } from './contact.ts';

/**
 * Somebody who is in their own space. Only hashes are kept: of the cookie's secret, and of the address the link went to, so
 * that another address, or none, ends the session. `relay` acts for the structure.
 */
export const ContactSession = defineEntity({
  name: 'ContactSession',
  tableName: 'contact_session',
  uniques: [{ properties: ['tokenHash'] }],
  indexes: [{ properties: ['contact'] }],
  properties: {
    id: id(),
    institution: () => p.manyToOne(Institution),
    contact: () => p.manyToOne(Contact).deleteRule('cascade'),
    relay: () => p.manyToOne(Contact).nullable().deleteRule('cascade'),
    tokenHash: p.text(),
    emailHash: p.text(),
    openedAt: instant(),
    expiresAt: instant(),
  },
});
