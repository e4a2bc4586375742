import { defineEntity, p } from '@mikro-orm/core';
import { id, instant } from '../columns.ts';
import { Institution } from '../organisation/institution.ts';

/** Who did what to which record, when and why. Append-only, partitioned by month; key `(id, at)`. */
export const History = defineEntity({
  name: 'History',
  tableName: 'history',
  properties: {
    id: id(),
    at: instant().primary(),
    institution: () => p.manyToOne(Institution),
    organisationId: p.uuid().nullable(),
    actorType: p.text().$type<'operator' | 'contact' | 'process' | 'system'>(),
    actorId: p.text(),
    actorName: p.text(),
    verb: p.text(),
    subjectType: p.text(),
    subjectId: p.uuid(),
    before: p.json<unknown>().nullable(),
    after: p.json<unknown>().nullable(),
    reason: p.text().nullable(),
    ruleVersion: p.text().nullable(),
    requestId: p.text(),
  },
});
