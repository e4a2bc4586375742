import { sql } from 'kysely';
import { basketStates } from '../../rules/orders/basket-life.ts';
import type { NamedSeat } from '../../rules/stock/named-seat.ts';
import type { Queries } from '../schema.ts';
import { defineList } from './list.ts';
import { choice, instant, integer, text, uuid } from './list-fields.ts';
import { type Scope, scoped } from './scoped.ts';
import { toldName } from './told-name.ts';

/** Baskets, those opened last first, with what is still to be paid in those that are open. */
export const basketList = defineList({
  name: 'baskets',
  table: 'basket',
  sort: ['openedAt', 'DESC'],
  fields: {
    state: choice('basket.state', basketStates),
    organisationId: uuid('basket.organisation_id'),
    orderId: uuid('basket.order_id'),
    orderNumber: integer('customer_order.number', { searched: true }),
    bookingFileId: uuid('customer_order.booking_file_id'),
    contactId: uuid('customer_order.contact_id'),
    contactName: text('contact.name', { searched: true }),
    openedBy: text('basket.opened_by'),
    openedAt: instant('basket.opened_at'),
    abandonAt: instant('basket.abandon_at'),
    endedAt: instant('basket.ended_at', { nullable: true }),
  },
  rows: (db: Queries) =>
    db
      .selectFrom('basket')
      .innerJoin('customer_order', 'customer_order.id', 'basket.order_id')
      .innerJoin('booking_file', 'booking_file.id', 'customer_order.booking_file_id')
      .innerJoin('contact', 'contact.id', 'customer_order.contact_id')
      .innerJoin('organisation', 'organisation.id', 'basket.organisation_id')
      .innerJoin('sales_channel', 'sales_channel.id', 'basket.channel_id')
      .select([
        'basket.id',
        'basket.organisation_id as organisationId',
        'basket.order_id as orderId',
        'customer_order.number as orderNumber',
        'customer_order.insured',
        'customer_order.booking_file_id as bookingFileId',
        'booking_file.number as bookingFileNumber',
        'customer_order.contact_id as contactId',
        'contact.name as contactName',
        'contact.number as contactNumber',
        'sales_channel.name as channelName',
        'basket.state',
        'basket.opened_by as openedBy',
        'basket.opened_at as openedAt',
        'basket.abandon_at as abandonAt',
        'basket.ended_by as endedBy',
        'basket.ended_at as endedAt',
        'basket.paid_cents as paidCents',
        'basket.means',
        'basket.reference',
        'organisation.currency',
        'basket.version',
      ])
      .select(sql<string>`now()`.as('now'))
      .select(
        sql<number>`coalesce((select sum(c.quantity * coalesce(c.price_cents, 0)) from seat_option o
          join claim c on c.source_id = o.id and c.source_type = 'option' and c.counter = 'ordered'
          where o.basket_id = basket.id), 0)::int`.as('dueCents'),
      ),
  present: (row) => row,
});

/** Places of an option in an open basket, with the names people know them by. */
export interface BasketLine {
  placesId: string;
  optionId: string;
  optionNumber: number;
  optionState: 'confirmed' | 'firm';
  performanceId: string;
  eventName: string;
  startsAt: string;
  timeZone: string;
  seatCategoryName: string;
  audienceSubcategoryName: string | null;
  contingentName: string;
  quantity: number;
  priceCents: number;
  seats: NamedSeat[] | null;
}

/** What is in a basket now, by option and line; nothing once it has ended. */
export async function readBasketLines(db: Queries, scope: Scope, basketId: string): Promise<BasketLine[]> {
  const { rows } = await sql<BasketLine>`
    select c.id as "placesId", seat_option.id as "optionId", seat_option.number as "optionNumber",
      seat_option.state as "optionState", p.id as "performanceId", ${toldName(scope, 'show_event', 'e')} as "eventName",
      p.starts_at as "startsAt", p.time_zone as "timeZone", ${toldName(scope, 'seat_category', 'k')} as "seatCategoryName",
      case when u.id is not null then ${toldName(scope, 'audience_subcategory', 'u')} end as "audienceSubcategoryName",
      ${toldName(scope, 'contingent', 'n')} as "contingentName", c.quantity, coalesce(c.price_cents, 0) as "priceCents",
      c.seats
    from seat_option
    join claim c on c.source_id = seat_option.id and c.source_type = 'option' and c.counter = 'ordered'
    join performance p on p.id = c.performance_id
    join show_event e on e.id = p.event_id
    join seat_category k on k.id = c.seat_category_id
    join contingent n on n.id = c.contingent_id
    left join option_line l on l.id = c.line_id
    left join audience_subcategory u on u.id = c.audience_subcategory_id
    where seat_option.basket_id = ${basketId} and ${scoped(scope, 'seat_option')}
    order by seat_option.number, l.position, c.id`.execute(db);
  return rows;
}
