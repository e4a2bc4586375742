import { sql } from 'kysely';
import type { Queries } from '../schema.ts';
import { defineList } from './list.ts';
import { choice, instant, integer, text, uuid } from './list-fields.ts';
import { type Scope, scoped } from './scoped.ts';
import { toldName } from './told-name.ts';

/** What a file is, by its orders: `open` while one of them is to be paid, and before its first. */
const fileStates = ['open', 'paid', 'cancelled'] as const;

/**
 * Files (French *dossiers*) that gather a contact's orders, with what these come to. The totals are those of all orders in
 * the file.
 */
export const bookingFileList = defineList({
  name: 'booking-files',
  table: 'booking_file',
  sort: ['createdAt', 'DESC'],
  fields: {
    number: integer('booking_file.number', { searched: true }),
    state: choice('standing.state', fileStates, { sortable: false }),
    organisationId: uuid('booking_file.organisation_id'),
    contactId: uuid('booking_file.contact_id'),
    contactNumber: integer('contact.number'),
    contactName: text('contact.name', { searched: true }),
    createdAt: instant('booking_file.created_at'),
  },
  rows: (db: Queries) =>
    db
      .selectFrom('booking_file')
      .innerJoin('contact', 'contact.id', 'booking_file.contact_id')
      .innerJoin('organisation', 'organisation.id', 'booking_file.organisation_id')
      .innerJoinLateral(
        (from) =>
          from
            .selectFrom('customer_order')
            .whereRef('customer_order.booking_file_id', '=', 'booking_file.id')
            .select([
              sql<(typeof fileStates)[number]>`case when count(*) = 0 or bool_or(state = 'open') then 'open'
                when bool_or(state = 'paid') then 'paid' else 'cancelled' end`.as('state'),
              sql<number>`coalesce(sum(total_cents), 0)::int`.as('total_cents'),
              sql<number>`coalesce(sum(paid_cents), 0)::int`.as('paid_cents'),
              sql<string | null>`min(payment_due_at) filter (where state = 'open')`.as('payment_due_at'),
              sql<boolean>`coalesce(bool_or(insured), false)`.as('insured'),
            ])
            .as('standing'),
        (join) => join.onTrue(),
      )
      .select([
        'booking_file.id',
        'booking_file.number',
        'booking_file.organisation_id as organisationId',
        'booking_file.contact_id as contactId',
        'contact.name as contactName',
        'contact.number as contactNumber',
        'standing.state',
        'standing.total_cents as totalCents',
        'standing.paid_cents as paidCents',
        'standing.payment_due_at as paymentDueAt',
        'standing.insured',
        'organisation.currency',
        'booking_file.created_at as createdAt',
        'booking_file.version',
      ])
      .select(
        sql<number>`(select count(*)::int from seat_option o where o.booking_file_id = booking_file.id)`.as(
          'optionCount',
        ),
      ),
  present: (row) => row,
});

/** One movement of a file's orders, with the names people know it by. Money in cents; quantities below 0 are counter-operations. */
export interface FileOperation {
  id: string;
  at: string;
  kind: 'order' | 'counter';
  orderId: string;
  orderNumber: number;
  optionId: string;
  optionNumber: number;
  eventName: string;
  startsAt: string;
  timeZone: string;
  seatCategoryName: string;
  audienceSubcategoryName: string | null;
  quantity: number;
  priceCents: number;
  amountCents: number;
}

/** Operations told at once. */
const mostOperations = 1_000;

/** The operations of a file's orders in the order they were written; null when the file is out of reach. */
export async function readFileOperations(
  db: Queries,
  scope: Scope,
  bookingFileId: string,
): Promise<FileOperation[] | null> {
  const file = await bookingFileList.one(db, scope, bookingFileId);
  if (file === null) return null;
  const { rows } = await sql<FileOperation>`
    select operation.id, operation.at, operation.kind, d.id as "orderId", d.number as "orderNumber",
      o.id as "optionId", o.number as "optionNumber", ${toldName(scope, 'show_event', 'e')} as "eventName",
      p.starts_at as "startsAt", p.time_zone as "timeZone", ${toldName(scope, 'seat_category', 'k')} as "seatCategoryName",
      case when u.id is not null then ${toldName(scope, 'audience_subcategory', 'u')} end as "audienceSubcategoryName",
      operation.quantity, operation.price_cents as "priceCents", operation.amount_cents as "amountCents"
    from operation
    join customer_order d on d.id = operation.order_id
    join seat_option o on o.id = operation.option_id
    join performance p on p.id = operation.performance_id
    join show_event e on e.id = p.event_id
    join seat_category k on k.id = operation.seat_category_id
    left join audience_subcategory u on u.id = operation.audience_subcategory_id
    where d.booking_file_id = ${bookingFileId} and ${scoped(scope, 'operation')}
    order by operation.at, operation.id limit ${mostOperations}`.execute(db);
  return rows;
}
