import { sql } from 'kysely';
import type { Queries } from '../schema.ts';
import { defineList } from './list.ts';
import { choice, instant, integer, text, uuid } from './list-fields.ts';

/** Orders, with the options that are in them now. */
export const orderList = defineList({
  name: 'orders',
  table: 'customer_order',
  sort: ['createdAt', 'DESC'],
  fields: {
    number: integer('customer_order.number', { searched: true }),
    state: choice('customer_order.state', ['open', 'cancelled']),
    organisationId: uuid('customer_order.organisation_id'),
    contactId: uuid('customer_order.contact_id'),
    contactName: text('contact.name', { searched: true }),
    bookingFileId: uuid('customer_order.booking_file_id'),
    paymentDueAt: instant('customer_order.payment_due_at', { nullable: true }),
    createdAt: instant('customer_order.created_at'),
  },
  rows: (db: Queries) =>
    db
      .selectFrom('customer_order')
      .innerJoin('contact', 'contact.id', 'customer_order.contact_id')
      .select([
        'customer_order.id',
        'customer_order.number',
        'customer_order.state',
        'customer_order.organisation_id as organisationId',
        'customer_order.contact_id as contactId',
        'contact.name as contactName',
        'customer_order.booking_file_id as bookingFileId',
        'customer_order.total_cents as totalCents',
        'customer_order.payment_due_at as paymentDueAt',
        'customer_order.payment_due_rule as paymentDueRule',
        'customer_order.overdue_at as overdueAt',
        'customer_order.created_at as createdAt',
        'customer_order.version',
      ])
      .select(
        sql<
          string[]
        >`array(select o.id::text from seat_option o where o.order_id = customer_order.id order by o.number)`.as(
          'optionIds',
        ),
      ),
  present: (row) => row,
});

/** Files (French *dossiers*) that gather a contact's orders. */
export const bookingFileList = defineList({
  name: 'booking-files',
  table: 'booking_file',
  sort: ['createdAt', 'DESC'],
  fields: {
    number: integer('booking_file.number', { searched: true }),
    organisationId: uuid('booking_file.organisation_id'),
    contactId: uuid('booking_file.contact_id'),
    contactName: text('contact.name', { searched: true }),
    createdAt: instant('booking_file.created_at'),
  },
  rows: (db: Queries) =>
    db
      .selectFrom('booking_file')
      .innerJoin('contact', 'contact.id', 'booking_file.contact_id')
      .select([
        'booking_file.id',
        'booking_file.number',
        'booking_file.organisation_id as organisationId',
        'booking_file.contact_id as contactId',
        'contact.name as contactName',
        'booking_file.created_at as createdAt',
        'booking_file.version',
      ]),
  present: (row) => row,
});
