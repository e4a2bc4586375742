import { defineEntity, p } from '@mikro-orm/core';
import { id, instant } from '../columns.ts';

/** Why all mail is held; see `activities/mail-guard/judge-mark.ts`. */
export type HeldReason = 'moved' | 'older' | 'other' | 'asked';

/**
 * One row for the whole database: how far letters were let out (also kept by the story `mail-guard`), which
 * Temporal namespace is known, and whether all mail is held until a person releases it. `mailMark` counts the
 * advances, `mailMarkLetter` is the highest letter number they cover; `known…` is what the story knew when mail was held.
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
    heldReason: p.text().$type<HeldReason>().nullable(),
    knownIdentity: p.text().nullable(),
    knownMark: p.integer().nullable(),
    knownLetter: p.integer().nullable(),
  },
});
