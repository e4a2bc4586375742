import { defineEntity, p } from '@mikro-orm/core';
import { Performance } from '../catalogue/performance.ts';
import { Product } from '../catalogue/product.ts';
import { ShowEvent } from '../catalogue/show-event.ts';
import { SalesChannel } from '../channels/sales-channel.ts';
import { id } from '../columns.ts';
import { Institution } from '../organisation/institution.ts';
import { SeatCategory } from '../venues/seat-category.ts';
import { OptionProfile } from './option-profile.ts';

/** One thing an option profile covers. Of a kind that is never named, it covers all. */
export const OptionProfileCover = defineEntity({
  name: 'OptionProfileCover',
  tableName: 'option_profile_cover',
  indexes: [{ properties: ['optionProfile'] }],
  checks: [
    {
      name: 'option_profile_cover_one',
      expression: 'num_nonnulls(event_id, performance_id, seat_category_id, channel_id, product_id) = 1',
    },
  ],
  properties: {
    id: id(),
    institution: () => p.manyToOne(Institution).createForeignKeyConstraint(false),
    optionProfile: () => p.manyToOne(OptionProfile).deleteRule('cascade'),
    event: () => p.manyToOne(ShowEvent).nullable().deleteRule('no action'),
    performance: () => p.manyToOne(Performance).nullable().deleteRule('no action'),
    seatCategory: () => p.manyToOne(SeatCategory).nullable().deleteRule('no action'),
    channel: () => p.manyToOne(SalesChannel).nullable().deleteRule('no action'),
    product: () => p.manyToOne(Product).nullable().deleteRule('no action'),
  },
});
