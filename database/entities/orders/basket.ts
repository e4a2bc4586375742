import { defineEntity, p } from '@mikro-orm/core';
import type { PaymentMeans } from '../../../rules/orders/basket-life.ts';
import { SalesChannel } from '../channels/sales-channel.ts';
import { cents, id, instant, name, version } from '../columns.ts';
import { Institution } from '../organisation/institution.ts';
import { Organisation } from '../organisation/organisation.ts';
import { Order } from './order.ts';

/**
 * An order that is taken up again to be paid: its validated options, locked until the basket is paid or abandoned. One is
 * open per order. `channel` says after how long it is abandoned; `nextActionAt` is when time does it.
 */
export const Basket = defineEntity({
  name: 'Basket',
  tableName: 'basket',
  indexes: [
    { properties: ['order'] },
    {
      name: 'basket_live',
      expression: "create unique index basket_live on basket (order_id) where state = 'open'",
    },
    {
      name: 'basket_next_action',
      expression:
        'create index basket_next_action on basket (institution_id, next_action_at) where next_action_at is not null',
    },
    {
      name: 'basket_opened',
      expression: 'create index basket_opened on basket (institution_id, opened_at, id)',
    },
  ],
  checks: [
    { name: 'basket_state', expression: "state in ('open', 'paid', 'abandoned')" },
    { name: 'basket_end', expression: "(state = 'open') = (ended_at is null)" },
    {
      name: 'basket_means',
      expression: "means in ('cash', 'cheque', 'card', 'transfer', 'voucher', 'other')",
    },
    { name: 'basket_paid', expression: "paid_cents >= 0 and (state = 'paid') = (means is not null)" },
  ],
  properties: {
    id: id(),
    institution: () => p.manyToOne(Institution),
    organisation: () => p.manyToOne(Organisation),
    order: () => p.manyToOne(Order),
    channel: () => p.manyToOne(SalesChannel),
    state: p.text().$type<'open' | 'paid' | 'abandoned'>().default('open'),
    openedBy: name(),
    openedAt: instant().defaultRaw('now()'),
    abandonAt: instant(),
    nextActionAt: instant().nullable(),
    endedBy: name().nullable(),
    endedAt: instant().nullable(),
    paidCents: cents().default(0),
    means: p.text().$type<PaymentMeans>().nullable(),
    reference: p.text().nullable(),
    version: version(),
  },
});
