import { letterKinds } from '../../rules/letters/letter-snapshot.ts';
import { type LetterState, letterStates } from '../../rules/letters/letter-states.ts';
import type { Queries } from '../schema.ts';
import { defineList } from './list.ts';
import { choice, instant, integer, text, uuid } from './list-fields.ts';
import { type Scope, scoped } from './scoped.ts';

/** Letters owed, on their way and gone, newest first. */
export const letterList = defineList({
  name: 'letters',
  table: 'letter',
  sort: ['createdAt', 'DESC'],
  fields: {
    number: integer('letter.number', { searched: true }),
    kind: choice('letter.kind', letterKinds),
    state: choice('letter.state', letterStates),
    organisationId: uuid('letter.organisation_id'),
    optionId: uuid('letter.option_id', { nullable: true }),
    orderId: uuid('letter.order_id', { nullable: true }),
    contactId: uuid('letter.contact_id'),
    to: text('letter.recipient', { searched: true }),
    createdAt: instant('letter.created_at'),
    sentAt: instant('letter.sent_at', { nullable: true }),
  },
  rows: (db: Queries) =>
    db
      .selectFrom('letter')
      .innerJoin('contact', 'contact.id', 'letter.contact_id')
      .leftJoin('seat_option', 'seat_option.id', 'letter.option_id')
      .leftJoin('performance', 'performance.id', 'seat_option.performance_id')
      .leftJoin('show_event', 'show_event.id', 'performance.event_id')
      .leftJoin('customer_order', 'customer_order.id', 'letter.order_id')
      .where('letter.test', '=', false)
      .select([
        'letter.id',
        'letter.number',
        'letter.kind',
        'letter.state',
        'letter.recipient as to',
        'letter.subject',
        'letter.message_id as messageId',
        'letter.organisation_id as organisationId',
        'letter.option_id as optionId',
        'seat_option.number as optionNumber',
        'show_event.name as eventName',
        'letter.order_id as orderId',
        'customer_order.number as orderNumber',
        'letter.contact_id as contactId',
        'contact.name as contactName',
        'contact.number as contactNumber',
        'letter.failure',
        'letter.created_at as createdAt',
        'letter.sent_at as sentAt',
        'letter.version',
      ]),
  present: (row) => row,
});

/** The bytes of a letter as they were made before its first conversation; null while they are not made. */
export async function readLetterContent(
  db: Queries,
  scope: Scope,
  id: string,
): Promise<{ html: string; message: Uint8Array; document: Uint8Array; optionNumber: number | null } | null> {
  const found = await db
    .selectFrom('letter')
    .innerJoin('letter_content', (join) =>
      join
        .onRef('letter_content.letter_id', '=', 'letter.id')
        .onRef('letter_content.at', '=', 'letter.created_at'),
    )
    .leftJoin('seat_option', 'seat_option.id', 'letter.option_id')
    .select([
      'letter_content.html',
      'letter_content.message',
      'letter_content.document',
      'seat_option.number as optionNumber',
    ])
    .where('letter.id', '=', id)
    .where('letter.kind', '<>', 'access') // what opens a contact's own space is shown to nobody else
    .where(scoped(scope, 'letter'))
    .executeTakeFirst();
  return found ?? null;
}

/** How far a letter sent to try a text has come; null when there is none within reach. */
export async function readLetterTest(
  db: Queries,
  scope: Scope,
  id: string,
): Promise<{ id: string; to: string; state: LetterState; failure: string | null } | null> {
  const found = await db
    .selectFrom('letter')
    .select(['letter.id', 'letter.recipient as to', 'letter.state', 'letter.failure'])
    .where('letter.id', '=', id)
    .where('letter.test', '=', true)
    .where(scoped(scope, 'letter'))
    .executeTakeFirst();
  return found ?? null;
}
