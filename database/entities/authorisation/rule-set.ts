import { defineEntity, p } from '@mikro-orm/core';
import type { RuleSetState } from '../../../rules/authorisation/rule-set-life.ts';
import { id, instant, version } from '../columns.ts';
import { Institution } from '../organisation/institution.ts';
import { Operator } from '../organisation/operator.ts';
import { Organisation } from '../organisation/organisation.ts';

/**
 * A version of an organisation's own rules. Published, it counts from `effectiveAt` until `supersededAt` and is never
 * changed again; its life is in `rules/authorisation/rule-set-life.ts`.
 */
export const RuleSet = defineEntity({
  name: 'RuleSet',
  tableName: 'rule_set',
  uniques: [{ properties: ['organisation', 'number'] }],
  checks: [
    {
      name: 'rule_set_state',
      expression: "state in ('draft', 'simulated', 'published', 'superseded')",
    },
    {
      name: 'rule_set_dates',
      expression:
        "(state in ('published', 'superseded')) = (effective_at is not null) and superseded_at >= effective_at",
    },
  ],
  properties: {
    id: id(),
    institution: () => p.manyToOne(Institution),
    organisation: () => p.manyToOne(Organisation).deleteRule('cascade'),
    number: p.integer(),
    state: p.text().$type<RuleSetState>().default('draft'),
    /** What this version is about, in its writer's words. */
    note: p.text().default(''),
    /** Raised with each change of the rules: an impact is of one edition. */
    edition: p.integer().default(1),
    /** The version it was made from; it may be gone, when it was a draft. */
    basedOnId: p.uuid().nullable(),
    writtenBy: () => p.manyToOne(Operator).nullable().deleteRule('set null'),
    writtenAt: instant().defaultRaw('now()'),
    publishedBy: () => p.manyToOne(Operator).nullable().deleteRule('set null'),
    publishedAt: instant().nullable(),
    effectiveAt: instant().nullable(),
    supersededAt: instant().nullable(),
    version: version(),
  },
});
