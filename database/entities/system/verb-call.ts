import { defineEntity, p } from '@mikro-orm/core';
import { instant } from '../columns.ts';
import { Institution } from '../organisation/institution.ts';

/** A write that was done, under its caller's key: the same key and input get the same answer for 7 days. */
export const VerbCall = defineEntity({
  name: 'VerbCall',
  tableName: 'verb_call',
  indexes: [{ properties: ['at'] }],
  properties: {
    institution: () => p.manyToOne(Institution).primary().createForeignKeyConstraint(false),
    actor: p.text().primary(),
    requestId: p.text().primary(),
    inputHash: p.text(),
    /** `json`, not `jsonb`: the same answer again, to the letter. */
    answer: p.json<unknown>().columnType('json'),
    at: instant().defaultRaw('now()'),
  },
});
