import { defineEntity, p } from '@mikro-orm/core';
import { id } from '../columns.ts';
import { Institution } from '../organisation/institution.ts';
import { SeatCategory } from '../venues/seat-category.ts';
import { Contingent } from './contingent.ts';
import { ContingentTemplate } from './contingent-template.ts';

/** What one contingent has of one category: places, or a percentage of the category's, or these seats of the plan. */
export const TemplateShare = defineEntity({
  name: 'TemplateShare',
  tableName: 'template_share',
  uniques: [{ properties: ['template', 'seatCategory', 'contingent'] }],
  checks: [
    { name: 'template_share_kind', expression: 'num_nonnulls(quantity, percent, seat_ids) = 1' },
    { name: 'template_share_amount', expression: 'quantity >= 0 and percent between 0 and 100' },
  ],
  properties: {
    id: id(),
    institution: () => p.manyToOne(Institution),
    template: () => p.manyToOne(ContingentTemplate).deleteRule('cascade'),
    position: p.integer(),
    seatCategory: () => p.manyToOne(SeatCategory),
    contingent: () => p.manyToOne(Contingent),
    quantity: p.integer().nullable(),
    percent: p.integer().nullable(),
    seatIds: p.json<string[]>().nullable(),
  },
});
