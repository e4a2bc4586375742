import { defineEntity, p } from '@mikro-orm/core';
import type { NamedSeat } from '../../../rules/stock/named-seat.ts';
import type { KeepUnit } from '../../../rules/stock/release-steps.ts';
import { Performance } from '../catalogue/performance.ts';
import { id, instant, name, version } from '../columns.ts';
import { Institution } from '../organisation/institution.ts';
import { Organisation } from '../organisation/organisation.ts';
import { Contingent } from './contingent.ts';
import { ReleasePlan } from './release-plan.ts';

/** Places of one category that were released, and the seats where there are numbers. */
export interface ReleasedPart {
  seatCategoryId: string;
  quantity: number;
  seats: NamedSeat[] | null;
  /** Of these, what came back when the release was taken back; what somebody has stays away. */
  takenBack?: number;
}

/**
 * A step of a plan that was done for a performance: once, whatever it released, and also when it was taken back. It
 * outlives its plan, whose name it keeps.
 */
export const ContingentRelease = defineEntity({
  name: 'ContingentRelease',
  tableName: 'contingent_release',
  uniques: [{ properties: ['performance', 'plan', 'daysBefore'] }],
  indexes: [{ properties: ['institution', 'releasedAt'] }],
  checks: [
    {
      name: 'contingent_release_quantity',
      expression: 'quantity >= 0 and taken_back_quantity <= quantity',
    },
  ],
  properties: {
    id: id(),
    institution: () => p.manyToOne(Institution),
    organisation: () => p.manyToOne(Organisation),
    performance: () => p.manyToOne(Performance),
    plan: () => p.manyToOne(ReleasePlan).nullable().deleteRule('set null'),
    planName: name(),
    daysBefore: p.integer(),
    keep: p.integer(),
    keepUnit: p.text().$type<KeepUnit>(),
    dueAt: instant(),
    releasedAt: instant(),
    actorName: p.text(),
    fromContingent: () => p.manyToOne(Contingent),
    toContingent: () => p.manyToOne(Contingent),
    quantity: p.integer(),
    parts: p.json<ReleasedPart[]>(),
    takenBackAt: instant().nullable(),
    takenBackBy: p.text().nullable(),
    takenBackQuantity: p.integer().nullable(),
    version: version(),
  },
});
