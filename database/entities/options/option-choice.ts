import { defineEntity, p } from '@mikro-orm/core';
import { Performance } from '../catalogue/performance.ts';
import { id } from '../columns.ts';
import { Institution } from '../organisation/institution.ts';
import { SeatOption } from './seat-option.ts';

/** An ordered choice of an option: rank 0 is the first choice, 1 to 3 the fallback dates. */
export const OptionChoice = defineEntity({
  name: 'OptionChoice',
  tableName: 'option_choice',
  uniques: [{ properties: ['option', 'rank'] }, { properties: ['option', 'performance'] }],
  checks: [{ name: 'option_choice_rank', expression: 'rank between 0 and 3' }],
  properties: {
    id: id(),
    institution: () => p.manyToOne(Institution),
    option: () => p.manyToOne(SeatOption).deleteRule('cascade'),
    performance: () => p.manyToOne(Performance),
    rank: p.integer(),
  },
});
