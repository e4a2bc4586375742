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
    state: choice('customer_order.state', ['open', 'paid', 'cancelled']),
    organisationId: uuid('customer_order.organisation_id'),
    contactId: uuid('customer_order.contact_id'),
    contactName: text('contact.name', { searched: true }),
    contactNumber: integer('contact.number'),
    bookingFileId: uuid('customer_order.booking_file_id'),
    bookingFileNumber: integer('booking_file.number'),
    basketId: uuid('customer_order.basket_id', { nullable: true }),
    paymentDueAt: instant('customer_order.payment_due_at', { nullable: true }),
    createdAt: instant('customer_order.created_at'),
  },
  rows: (db: Queries) =>
    db
      .selectFrom('customer_order')
      .innerJoin('contact', 'contact.id', 'customer_order.contact_id')
      .innerJoin('booking_file', 'booking_file.id', 'customer_order.booking_file_id')
      .innerJoin('organisation', 'organisation.id', 'customer_order.organisation_id')
      .select([
        'customer_order.id',
        'customer_order.number',
        'customer_order.state',
        'customer_order.organisation_id as organisationId',
        'customer_order.contact_id as contactId',
        'contact.name as contactName',
        'contact.number as contactNumber',
        'customer_order.booking_file_id as bookingFileId',
        'booking_file.number as bookingFileNumber',
        'customer_order.basket_id as basketId',
        'customer_order.total_cents as totalCents',
        'customer_order.paid_cents as paidCents',
        'organisation.currency',
        'customer_order.payment_due_at as paymentDueAt',
        'customer_order.payment_due_rule as paymentDueRule',
        'customer_order.overdue_at as overdueAt',
        'customer_order.insured',
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
