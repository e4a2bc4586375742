import { defineEntity, p } from '@mikro-orm/core';
import { cents, count, id, instant, version } from '../columns.ts';
import { Contact } from '../contacts/contact.ts';
import { Institution } from '../organisation/institution.ts';
import { Organisation } from '../organisation/organisation.ts';
import { BookingFile } from './booking-file.ts';

/**
 * One order per contact and file. It lives while operations remain in it. `nextActionAt` is the instant at which time itself
 * looks whether it is paid (grace included), `overdueAt` when it found that it was not. `basketId` is the basket it is in while
 * that is open: then time looks at the basket, not at the order. `soldQuantity` places of it are paid for; it is `paid` when
 * none is left to be.
 */
export const Order = defineEntity({
  name: 'Order',
  tableName: 'customer_order',
  uniques: [{ properties: ['institution', 'number'] }],
  indexes: [
    { properties: ['contact'] },
    { properties: ['bookingFile'] },
    {
      name: 'customer_order_next_action',
      expression:
        'create index customer_order_next_action on customer_order (institution_id, next_action_at) where next_action_at is not null',
    },
  ],
  checks: [
    { name: 'customer_order_state', expression: "state in ('open', 'paid', 'cancelled')" },
    { name: 'customer_order_total', expression: 'total_cents >= 0' },
    { name: 'customer_order_sold', expression: 'paid_cents >= 0 and sold_quantity >= 0' },
    { name: 'customer_order_end_policy', expression: "end_policy in ('flag', 'release')" },
  ],
  properties: {
    id: id(),
    institution: () => p.manyToOne(Institution),
    organisation: () => p.manyToOne(Organisation),
    number: p.integer().defaultRaw("nextval('order_number')"),
    contact: () => p.manyToOne(Contact),
    bookingFile: () => p.manyToOne(BookingFile),
    state: p.text().$type<'open' | 'paid' | 'cancelled'>().default('open'),
    totalCents: cents().default(0),
    paidCents: cents().default(0),
    soldQuantity: count(),
    basketId: p.uuid().nullable(),
    paymentDueAt: instant().nullable(),
    paymentDueRule: p.text().nullable(),
    endPolicy: p.text().$type<'flag' | 'release'>().default('flag'),
    graceHours: p.integer().default(0),
    overdueAt: instant().nullable(),
    nextActionAt: instant().nullable(),
    createdAt: instant().defaultRaw('now()'),
    /** Insured against what keeps its contact away: it is released whole or not at all. */
    insured: p.boolean().default(false),
    version: version(),
  },
});
