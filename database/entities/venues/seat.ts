import { defineEntity, p } from '@mikro-orm/core';
import { id } from '../columns.ts';
import { Institution } from '../organisation/institution.ts';
import { SeatPlan } from './seat-plan.ts';

/**
 * One seat of a plan, added with it and gone with it. Its printed label is made of `zone`, `block`, `rowLabel` and
 * `number` (`PLATEA - Rang 3 - Place 15`). `rowOrder` counts the rows of a block from front to back, `place` the seats of
 * a row from left to right as one faces the stage; seats of a row that stand side by side share `run`: an aisle or a gap
 * starts a new one. All three start at 1. `x` and `y` are centimetres of the plan, the stage above.
 * `category` is what the file calls it. Empty block: the zone has none. No foreign key to the institution: the plan has it.
 */
export const Seat = defineEntity({
  name: 'Seat',
  tableName: 'seat',
  uniques: [{ properties: ['plan', 'guid'] }],
  checks: [{ name: 'seat_order', expression: 'row_order >= 1 and place >= 1 and run >= 1' }],
  properties: {
    id: id(),
    institution: () => p.manyToOne(Institution).createForeignKeyConstraint(false),
    plan: () => p.manyToOne(SeatPlan).deleteRule('cascade'),
    guid: p.text(),
    zone: p.text(),
    block: p.text().default(''),
    rowLabel: p.text(),
    rowOrder: p.integer(),
    number: p.text(),
    place: p.integer(),
    run: p.integer(),
    x: p.integer(),
    y: p.integer(),
    category: p.text(),
    wheelchair: p.boolean().default(false),
    companion: p.boolean().default(false),
    restrictedView: p.boolean().default(false),
    aisle: p.boolean().default(false),
  },
});
