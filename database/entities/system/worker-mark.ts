import { defineEntity, p } from '@mikro-orm/core';
import { id, instant } from '../columns.ts';

/**
 * One row for the whole database: how far letters were let out (also kept by the story `mail-guard`), which
 * Temporal namespace is known, and whether all mail is held until a person releases it.
 */
export const WorkerMark = defineEntity({
  name: 'WorkerMark',
  tableName: 'worker_mark',
  checks: [{ name: 'worker_mark_one_row', expression: 'one_row' }],
  uniques: [{ properties: ['oneRow'] }],
  properties: {
    id: id(),
    oneRow: p.boolean().default(true),
    databaseIdentity: p.text().nullable(),
    mailMark: p.integer().default(0),
    mailMarkLetter: p.integer().default(0),
    mailMarkedAt: instant().nullable(),
    namespaceId: p.text().nullable(),
    heldSince: instant().nullable(),
    heldReason: p.text().nullable(),
  },
});
