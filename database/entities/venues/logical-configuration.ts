import { defineEntity, p } from '@mikro-orm/core';
import { code, id, name, version } from '../columns.ts';
import { Institution } from '../organisation/institution.ts';
import { Organisation } from '../organisation/organisation.ts';
import { SeatPlan } from './seat-plan.ts';
import { Space } from './space.ts';

/**
 * A use of a space (French *configuration logique*, such as *Grande salle assis*): which seats belong to which seat
 * category when it is numbered, how many places each category has when it is sold by quantity. Performances may name one
 * that is valid; from then on it keeps its plan and its categories.
 */
export const LogicalConfiguration = defineEntity({
  name: 'LogicalConfiguration',
  tableName: 'logical_configuration',
  uniques: [{ properties: ['space', 'code'] }],
  checks: [
    { name: 'logical_configuration_state', expression: "state in ('draft', 'valid')" },
    { name: 'logical_configuration_plan', expression: 'numbered = (plan_id is not null)' },
  ],
  properties: {
    id: id(),
    institution: () => p.manyToOne(Institution),
    organisation: () => p.manyToOne(Organisation),
    space: () => p.manyToOne(Space),
    plan: () => p.manyToOne(SeatPlan).nullable().deleteRule('no action'),
    code: code(),
    name: name(),
    numbered: p.boolean(),
    state: p.text().$type<'draft' | 'valid'>().default('draft'),
    version: version(),
  },
});
