import { defineEntity, p } from '@mikro-orm/core';
import { instant } from '../columns.ts';
import { Institution } from '../organisation/institution.ts';

/** A write that was done, under its caller's key: the same key and input get the same answer for 7 days. */
export const VerbCall = defineEntity({
  name: 'VerbCall',
  tableName: 'verb_call',
  indexes: [{ properties: ['at'] }],
  properties: {
    institution: () => p.manyToOne(Institution).primary(),
    actor: p.text().primary(),
    requestId: p.text().primary(),
    inputHash: p.text(),
    answer: p.json<unknown>(),
    at: instant().defaultRaw('now()'),
  },
});
