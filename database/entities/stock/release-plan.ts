import { defineEntity, p } from '@mikro-orm/core';
import type { KeepUnit, ReleaseMoment, ReleaseStep } from '../../../rules/stock/release-steps.ts';
import { Performance } from '../catalogue/performance.ts';
import { SeasonActivity } from '../catalogue/season-activity.ts';
import { ShowEvent } from '../catalogue/show-event.ts';
import { id, name, version } from '../columns.ts';
import { Institution } from '../organisation/institution.ts';
import { Organisation } from '../organisation/organisation.ts';
import { SeatCategory } from '../venues/seat-category.ts';
import { Contingent } from './contingent.ts';

/**
 * A stepped release: so many days before a performance, `fromContingent` keeps so many places, and what is over goes to
 * `toContingent`. It stands for a performance, an event or an activity, one of the three; without category it is about
 * all of them together. Without steps it releases nothing, where a wider plan would.
 */
export const ReleasePlan = defineEntity({
  name: 'ReleasePlan',
  tableName: 'release_plan',
  checks: [
    { name: 'release_plan_target', expression: 'num_nonnulls(activity_id, event_id, performance_id) = 1' },
    { name: 'release_plan_contingents', expression: 'from_contingent_id <> to_contingent_id' },
    { name: 'release_plan_keep_unit', expression: "keep_unit in ('places', 'percent')" },
    { name: 'release_plan_moment', expression: "moment in ('start-of-day', 'end-of-day')" },
  ],
  properties: {
    id: id(),
    institution: () => p.manyToOne(Institution),
    organisation: () => p.manyToOne(Organisation),
    name: name(),
    activity: () => p.manyToOne(SeasonActivity).nullable().deleteRule('no action'),
    event: () => p.manyToOne(ShowEvent).nullable().deleteRule('no action'),
    performance: () => p.manyToOne(Performance).nullable().deleteRule('no action'),
    fromContingent: () => p.manyToOne(Contingent),
    toContingent: () => p.manyToOne(Contingent),
    seatCategory: () => p.manyToOne(SeatCategory).nullable().deleteRule('no action'),
    keepUnit: p.text().$type<KeepUnit>().default('places'),
    moment: p.text().$type<ReleaseMoment>().default('start-of-day'),
    steps: p.json<ReleaseStep[]>(),
    active: p.boolean().default(true),
    version: version(),
  },
});
