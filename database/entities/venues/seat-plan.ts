import { defineEntity, p } from '@mikro-orm/core';
import type { PlanLayout } from '../../../rules/venues/plan-layout.ts';
import { id, instant, name, version } from '../columns.ts';
import { Institution } from '../organisation/institution.ts';
import { Organisation } from '../organisation/organisation.ts';
import { Space } from './space.ts';

/**
 * The physical plan of a space in one revision. Plans of one name are one lineage: a changed file is the next revision,
 * the older ones stay under their performances. A plan and its seats never change: the application's role may add and
 * delete a plan, and not update it. `digest` tells whether a file says the same. Sizes are centimetres.
 */
export const SeatPlan = defineEntity({
  name: 'SeatPlan',
  tableName: 'seat_plan',
  uniques: [{ properties: ['space', 'name', 'revision'] }],
  checks: [
    { name: 'seat_plan_revision', expression: 'revision >= 1' },
    { name: 'seat_plan_seat_count', expression: 'seat_count >= 0' },
  ],
  properties: {
    id: id(),
    institution: () => p.manyToOne(Institution),
    organisation: () => p.manyToOne(Organisation),
    space: () => p.manyToOne(Space),
    name: name(),
    revision: p.integer(),
    digest: p.text(),
    seatCount: p.integer(),
    width: p.integer(),
    height: p.integer(),
    layout: p.json<PlanLayout>(),
    importedAt: instant().defaultRaw('now()'),
    version: version(),
  },
});
