import { defineEntity, p } from '@mikro-orm/core';
import type { AccessSnapshot } from '../../../rules/letters/access-letter.ts';
import type { LetterKind, LetterSnapshot } from '../../../rules/letters/letter-snapshot.ts';
import type { LetterState } from '../../../rules/letters/letter-states.ts';
import { id, instant, version } from '../columns.ts';
import { Contact } from '../contacts/contact.ts';
import { SeatOption } from '../options/seat-option.ts';
import { Order } from '../orders/order.ts';
import { Institution } from '../organisation/institution.ts';
import { Organisation } from '../organisation/organisation.ts';

/**
 * A letter owed to somebody because of one history row, with the snapshot of what it says.
 * The same cause, kind and recipient never owe two.
 */
export const Letter = defineEntity({
  name: 'Letter',
  tableName: 'letter',
  uniques: [{ properties: ['causeHistoryId', 'kind', 'recipient'] }, { properties: ['number'] }],
  indexes: [
    { properties: ['option'] },
    { properties: ['institution', 'createdAt', 'id'] },
    {
      name: 'letter_owed',
      expression:
        "create index letter_owed on letter (institution_id, created_at) where state in ('owed', 'sending')",
    },
    {
      name: 'letter_failed',
      expression:
        "create index letter_failed on letter (institution_id, created_at) where state in ('failed', 'bounced')",
    },
  ],
  checks: [
    {
      name: 'letter_state',
      expression: "state in ('owed', 'sending', 'sent', 'failed', 'superseded', 'bounced')",
    },
  ],
  properties: {
    id: id(),
    institution: () => p.manyToOne(Institution),
    organisation: () => p.manyToOne(Organisation),
    number: p.integer().defaultRaw("nextval('letter_number')"),
    causeHistoryId: p.uuid(),
    kind: p.text().$type<LetterKind>(),
    recipient: p.text(),
    contact: () => p.manyToOne(Contact),
    option: () => p.manyToOne(SeatOption).nullable().deleteRule('no action'),
    order: () => p.manyToOne(Order).nullable().deleteRule('no action'),
    state: p.text().$type<LetterState>().default('owed'),
    /** Sent to whoever tries a text: no letter that anybody was owed. */
    test: p.boolean().default(false),
    snapshot: p.json<LetterSnapshot | AccessSnapshot>(),
    subject: p.text().nullable(),
    messageId: p.text().nullable(),
    failure: p.text().nullable(),
    createdAt: instant(),
    sentAt: instant().nullable(),
    version: version(),
  },
});
