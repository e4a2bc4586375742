import { defineEntity, p } from '@mikro-orm/core';
import { AudienceSubcategory } from '../catalogue/audience-subcategory.ts';
import { Performance } from '../catalogue/performance.ts';
import { cents, id, instant } from '../columns.ts';
import { SeatOption } from '../options/seat-option.ts';
import { Institution } from '../organisation/institution.ts';
import { SeatCategory } from '../venues/seat-category.ts';
import { Order } from './order.ts';

/** A movement inside an order; a counter-operation takes one off with the opposite sign. Never changed afterwards. */
export const Operation = defineEntity({
  name: 'Operation',
  tableName: 'operation',
  indexes: [{ properties: ['order'] }, { properties: ['option'] }],
  checks: [
    {
      name: 'operation_kind',
      expression: "(kind = 'order' and quantity > 0) or (kind = 'counter' and quantity < 0)",
    },
  ],
  properties: {
    id: id(),
    institution: () => p.manyToOne(Institution),
    order: () => p.manyToOne(Order),
    option: () => p.manyToOne(SeatOption),
    kind: p.text().$type<'order' | 'counter'>(),
    performance: () => p.manyToOne(Performance),
    seatCategory: () => p.manyToOne(SeatCategory),
    audienceSubcategory: () => p.manyToOne(AudienceSubcategory).nullable().deleteRule('no action'),
    quantity: p.integer(),
    priceCents: cents(),
    amountCents: cents(),
    causeHistoryId: p.uuid(),
    at: instant().defaultRaw('now()'),
  },
});
