import { defineEntity, p } from '@mikro-orm/core';
import { Season } from '../catalogue/season.ts';
import { SeasonActivity } from '../catalogue/season-activity.ts';
import { ShowEvent } from '../catalogue/show-event.ts';
import { id } from '../columns.ts';
import { CollectivityType } from '../contacts/collectivity-type.ts';
import { Institution } from '../organisation/institution.ts';
import { SeatCategory } from '../venues/seat-category.ts';
import { LimitationTable } from './limitation-table.ts';

/**
 * One thing a limitation table covers: a collectivity type it applies to, or a season, an activity, an event or a seat
 * category. Of a kind that is never named, it covers all.
 */
export const LimitationCover = defineEntity({
  name: 'LimitationCover',
  tableName: 'limitation_cover',
  indexes: [{ properties: ['limitationTable'] }],
  checks: [
    {
      name: 'limitation_cover_one',
      expression:
        'num_nonnulls(collectivity_type_id, season_id, activity_id, event_id, seat_category_id) = 1',
    },
  ],
  properties: {
    id: id(),
    institution: () => p.manyToOne(Institution).createForeignKeyConstraint(false),
    limitationTable: () => p.manyToOne(LimitationTable).deleteRule('cascade'),
    collectivityType: () => p.manyToOne(CollectivityType).nullable().deleteRule('no action'),
    season: () => p.manyToOne(Season).nullable().deleteRule('no action'),
    activity: () => p.manyToOne(SeasonActivity).nullable().deleteRule('no action'),
    event: () => p.manyToOne(ShowEvent).nullable().deleteRule('no action'),
    seatCategory: () => p.manyToOne(SeatCategory).nullable().deleteRule('no action'),
  },
});
