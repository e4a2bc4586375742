import { defineEntity, p } from '@mikro-orm/core';
import type { BulkItemState } from '../../../rules/options/bulk-run.ts';
import { id } from '../columns.ts';
import { Institution } from '../organisation/institution.ts';
import { BulkRun } from './bulk-run.ts';

/** One option of a verb on a large selection, with the version that was seen and what became of it. */
export const BulkItem = defineEntity({
  name: 'BulkItem',
  tableName: 'bulk_item',
  uniques: [{ properties: ['run', 'position'] }],
  indexes: [
    {
      name: 'bulk_item_waiting',
      expression: "create index bulk_item_waiting on bulk_item (run_id, position) where state = 'waiting'",
    },
  ],
  checks: [{ name: 'bulk_item_state', expression: "state in ('waiting', 'done', 'failed')" }],
  properties: {
    id: id(),
    institution: () => p.manyToOne(Institution).createForeignKeyConstraint(false),
    run: () => p.manyToOne(BulkRun).deleteRule('cascade'),
    position: p.integer(),
    optionId: p.uuid(),
    optionVersion: p.integer().nullable(),
    state: p.text().$type<BulkItemState>().default('waiting'),
    /** The option's state after the verb, or the problem it was refused with. */
    answer: p.json<unknown>().nullable(),
  },
});
