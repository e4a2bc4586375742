import { defineEntity, p } from '@mikro-orm/core';
import type { DuePlan } from '../../../rules/options/deadlines.ts';
import { Performance } from '../catalogue/performance.ts';
import { Product } from '../catalogue/product.ts';
import { SalesChannel } from '../channels/sales-channel.ts';
import { day, id, instant, version } from '../columns.ts';
import { Contact } from '../contacts/contact.ts';
import { BookingFile } from '../orders/booking-file.ts';
import { Order } from '../orders/order.ts';
import { Institution } from '../organisation/institution.ts';
import { Organisation } from '../organisation/organisation.ts';

/** The states of the life table in `rules/options/life.ts`. */
type State =
  | 'requested'
  | 'placed'
  | 'refused'
  | 'waiting'
  | 'offered'
  | 'confirmed'
  | 'firm'
  | 'resumed'
  | 'lapsed'
  | 'declined'
  | 'withdrawn'
  | 'cancelled';

/**
 * An option on seats or on a product: what a contact asked for, what was granted, and what is due next.
 * `performance` is the one it stands for now (placed, else first choice) and `performanceStartsAt` its start, kept here
 * so that lists and due dates need no join. `nextActionAt` is the instant at which time itself acts (grace included).
 * `duePlan` goes with the due date, `remindedAt` is the last of its reminders that was met.
 * Of a product it is the earliest of its performances, and `productQuantity` says how many units. `twinOf` stands on both of two twins.
 * `profilePaymentOn` is the payment date of the profiles it was requested under.
 */
export const SeatOption = defineEntity({
  name: 'SeatOption',
  tableName: 'seat_option',
  indexes: [
    {
      name: 'seat_option_number',
      expression:
        'create unique index seat_option_number on seat_option (institution_id, number) include (id, organisation_id, kind, state, performance_id)',
    },
    {
      name: 'seat_option_state',
      expression:
        'create index seat_option_state on seat_option (institution_id, state, id) include (organisation_id, kind)',
    },
    {
      name: 'seat_option_starts',
      expression:
        'create index seat_option_starts on seat_option (institution_id, performance_starts_at, id) include (organisation_id, state, kind)',
    },
    {
      name: 'seat_option_running',
      expression:
        "create index seat_option_running on seat_option (institution_id, confirmation_due_at, id) include (organisation_id, kind, number) where state = 'placed'",
    },
    {
      name: 'seat_option_requested',
      expression:
        'create index seat_option_requested on seat_option (institution_id, requested_at, id) include (organisation_id, kind)',
    },
    { properties: ['institution', 'confirmationDueAt', 'id'] },
    {
      name: 'seat_option_contact',
      expression:
        'create index seat_option_contact on seat_option (contact_id, performance_id, state, kind, organisation_id, institution_id)',
    },
    {
      name: 'seat_option_performance',
      expression:
        'create index seat_option_performance on seat_option (performance_id, state, kind, organisation_id, institution_id)',
    },
    {
      name: 'seat_option_structure',
      expression:
        'create index seat_option_structure on seat_option (structure_id) where structure_id is not null',
    },
    {
      name: 'seat_option_order',
      expression: 'create index seat_option_order on seat_option (order_id) where order_id is not null',
    },
    {
      name: 'seat_option_split_from',
      expression:
        'create index seat_option_split_from on seat_option (split_from_id) where split_from_id is not null',
    },
    {
      name: 'seat_option_basket',
      expression: 'create index seat_option_basket on seat_option (basket_id) where basket_id is not null',
    },
    {
      name: 'seat_option_products',
      expression:
        "create index seat_option_products on seat_option (institution_id, number, id) where kind = 'product'",
    },
    {
      name: 'seat_option_product',
      expression: 'create index seat_option_product on seat_option (product_id) where product_id is not null',
    },
    {
      name: 'seat_option_twin_of',
      expression:
        'create unique index seat_option_twin_of on seat_option (twin_of) where twin_of is not null',
    },
    {
      name: 'seat_option_next_action',
      expression:
        'create index seat_option_next_action on seat_option (institution_id, next_action_at) where next_action_at is not null',
    },
  ],
  checks: [
    {
      name: 'seat_option_state',
      expression:
        "state in ('requested', 'placed', 'refused', 'waiting', 'offered', 'confirmed', 'firm', 'resumed', 'lapsed', 'declined', 'withdrawn', 'cancelled')",
    },
    {
      name: 'seat_option_kind',
      expression:
        "kind in ('seats', 'product') and (kind = 'product') = (product_id is not null) and (kind = 'product') = (product_quantity is not null) and product_quantity > 0",
    },
    { name: 'seat_option_twin', expression: 'twin_of <> id' },
    { name: 'seat_option_origin', expression: "origin in ('request', 'direct')" },
    { name: 'seat_option_refused_from', expression: "refused_from in ('requested', 'placed')" },
    {
      name: 'seat_option_lapsed_from',
      expression: "lapsed_from in ('requested', 'placed', 'confirmed')",
    },
  ],
  properties: {
    id: id(),
    institution: () => p.manyToOne(Institution),
    organisation: () => p.manyToOne(Organisation),
    number: p.integer().defaultRaw("nextval('option_number')"),
    kind: p.text().$type<'seats' | 'product'>().default('seats'),
    product: () => p.manyToOne(Product).nullable().deleteRule('no action'),
    productQuantity: p.integer().nullable(),
    twinOf: p.uuid().nullable(),
    origin: p.text().$type<'request' | 'direct'>(),
    contact: () => p.manyToOne(Contact),
    structure: () => p.manyToOne(Contact).nullable().deleteRule('no action'),
    channel: () => p.manyToOne(SalesChannel),
    state: p.text().$type<State>(),
    refusedFrom: p.text().$type<'requested' | 'placed'>().nullable(),
    /** The state it last lapsed from. */
    lapsedFrom: p.text().$type<'requested' | 'placed' | 'confirmed'>().nullable(),
    /** The option whose places that were not granted it waits for. */
    splitFrom: () => p.manyToOne(SeatOption).nullable().deleteRule('no action'),
    performance: () => p.manyToOne(Performance),
    performanceStartsAt: instant(),
    requestedQuantity: p.integer(),
    placedQuantity: p.integer().default(0),
    acceptsUpgrade: p.boolean().default(false),
    remark: p.text().nullable(),
    internalRemark: p.text().nullable(),
    requestedAt: instant(),
    placedAt: instant().nullable(),
    decidedAt: instant().nullable(),
    confirmationDueAt: instant().nullable(),
    confirmationDueRule: p.text().nullable(),
    profilePaymentOn: day().nullable(),
    duePlan: p.json<DuePlan>().nullable(),
    remindedAt: instant().nullable(),
    endPolicy: p.text().$type<'flag' | 'release'>().default('flag'),
    graceHours: p.integer().default(0),
    overdueAt: instant().nullable(),
    nextActionAt: instant().nullable(),
    bookingFile: () => p.manyToOne(BookingFile).nullable().deleteRule('no action'),
    order: () => p.manyToOne(Order).nullable().deleteRule('no action'),
    /** The basket it is in while that is open: until then nobody takes its validation back. */
    basketId: p.uuid().nullable(),
    /** Why its contact is not written to about it; null: they are. */
    noLettersReason: p.text().nullable(),
    authorisation: p.json<unknown>().columnType('json').nullable(),
    version: version(),
  },
});
