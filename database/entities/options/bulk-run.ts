import { defineEntity, p } from '@mikro-orm/core';
import type { BulkRunState } from '../../../rules/options/bulk-run.ts';
import type { OptionKind } from '../../../rules/options/rights.ts';
import { count, id, instant, version } from '../columns.ts';
import { Institution } from '../organisation/institution.ts';
import { Organisation } from '../organisation/organisation.ts';

/**
 * A verb on a large selection, which a story carries: `done` of `total` options are answered, `failed` of them with a no.
 * `attempt` counts how often what failed was tried.
 */
export const BulkRun = defineEntity({
  name: 'BulkRun',
  tableName: 'bulk_run',
  indexes: [
    { properties: ['organisation', 'askedAt', 'id'] },
    {
      name: 'bulk_run_unended',
      expression: "create index bulk_run_unended on bulk_run (institution_id) where state <> 'done'",
    },
  ],
  checks: [
    { name: 'bulk_run_state', expression: "state in ('waiting', 'running', 'done')" },
    { name: 'bulk_run_kind', expression: "kind in ('seats', 'product')" },
    { name: 'bulk_run_counts', expression: 'failed >= 0 and done >= failed and total >= done' },
  ],
  properties: {
    id: id(),
    institution: () => p.manyToOne(Institution).createForeignKeyConstraint(false),
    organisation: () => p.manyToOne(Organisation).deleteRule('cascade'),
    verb: p.text(),
    /** Of which kind its options are: with the rights of that kind it works. */
    kind: p.text().$type<OptionKind>().default('seats'),
    /** What all options are told alike. */
    words: p.json<Record<string, unknown>>(),
    state: p.text().$type<BulkRunState>().default('waiting'),
    attempt: p.integer().default(1),
    total: p.integer(),
    done: count(),
    failed: count(),
    /** The operator with whose rights it works, read anew for each portion. */
    askedById: p.uuid(),
    askedByName: p.text(),
    askedAt: instant().defaultRaw('now()'),
    endedAt: instant().nullable(),
    version: version(),
  },
});
