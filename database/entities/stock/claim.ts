import { defineEntity, p } from '@mikro-orm/core';
import type { NamedSeat } from '../../../rules/stock/named-seat.ts';
import { AudienceSubcategory } from '../catalogue/audience-subcategory.ts';
import { Performance } from '../catalogue/performance.ts';
import { cents, id } from '../columns.ts';
import { OptionLine } from '../options/option-line.ts';
import { Institution } from '../organisation/institution.ts';
import { SeatCategory } from '../venues/seat-category.ts';
import { Contingent } from './contingent.ts';
import { Stock } from './stock.ts';

/**
 * Places taken from one stock row by one source. `counter` says which counter of the row they stand in;
 * `released` keeps what had been granted after the places went back. With `takesStock` false a held claim
 * is tentative: it weighs on nothing until it is confirmed. `seats` are the numbered seats named for its places, never more
 * than there are; those it holds say so themselves (`performance_seat`): a tentative or released claim holds none. What repeats its stock row has no foreign key of its own.
 */
export const Claim = defineEntity({
  name: 'Claim',
  tableName: 'claim',
  indexes: [{ properties: ['stock'] }, { properties: ['sourceId'] }],
  checks: [
    {
      name: 'claim_source',
      expression:
        "source_type in ('option', 'offer', 'basket', 'order', 'distributor-sale', 'external-sale', 'block')",
    },
    {
      name: 'claim_counter',
      expression: "counter in ('held', 'ordered', 'sold', 'blocked', 'allotted', 'recalling', 'released')",
    },
    { name: 'claim_quantity', expression: 'quantity > 0' },
    { name: 'claim_seats', expression: 'seats is null or jsonb_array_length(seats) <= quantity' },
  ],
  properties: {
    id: id(),
    institution: () => p.manyToOne(Institution).createForeignKeyConstraint(false),
    sourceType: p
      .text()
      .$type<'option' | 'offer' | 'basket' | 'order' | 'distributor-sale' | 'external-sale' | 'block'>(),
    sourceId: p.uuid(),
    line: () => p.manyToOne(OptionLine).nullable().deleteRule('no action'),
    stock: () => p.manyToOne(Stock),
    performance: () => p.manyToOne(Performance).createForeignKeyConstraint(false),
    seatCategory: () => p.manyToOne(SeatCategory).createForeignKeyConstraint(false),
    contingent: () => p.manyToOne(Contingent).createForeignKeyConstraint(false),
    audienceSubcategory: () => p.manyToOne(AudienceSubcategory).nullable().deleteRule('no action'),
    quantity: p.integer(),
    counter: p
      .text()
      .$type<'held' | 'ordered' | 'sold' | 'blocked' | 'allotted' | 'recalling' | 'released'>(),
    takesStock: p.boolean().default(true),
    priceCents: cents().nullable(),
    seats: p.json<NamedSeat[]>().nullable(),
  },
});
