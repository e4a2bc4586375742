import { defineEntity, p } from '@mikro-orm/core';
import type {
  ImpactCounts,
  ImpactFlip,
  ImpactPosition,
  ImpactState,
} from '../../../rules/authorisation/impact.ts';
import { count, id, instant, version } from '../columns.ts';
import { Institution } from '../organisation/institution.ts';
import { Operator } from '../organisation/operator.ts';
import { Organisation } from '../organisation/organisation.ts';
import { RuleSet } from './rule-set.ts';

/** What a version of the rules would have decided otherwise, of the last requests and of all live options. */
export const RuleImpact = defineEntity({
  name: 'RuleImpact',
  tableName: 'rule_impact',
  indexes: [{ properties: ['ruleSet'] }],
  checks: [
    {
      name: 'rule_impact_state',
      expression: "state in ('waiting', 'running', 'done', 'cancelled', 'failed')",
    },
  ],
  properties: {
    id: id(),
    institution: () => p.manyToOne(Institution).createForeignKeyConstraint(false),
    organisation: () => p.manyToOne(Organisation).deleteRule('cascade'),
    ruleSet: () => p.manyToOne(RuleSet).deleteRule('cascade'),
    /** The edition of the version that was replayed. */
    edition: p.integer(),
    /** The version in force it was compared with; null: only the shipped rules. */
    against: () => p.manyToOne(RuleSet).nullable().deleteRule('set null'),
    /** Rules are taken to be in force at this instant. */
    at: instant(),
    state: p.text().$type<ImpactState>().default('waiting'),
    /** How many of the last requests. */
    requests: p.integer(),
    total: count(),
    done: count(),
    counts: p.json<ImpactCounts>(),
    /** The first flips found, both explanations side by side. */
    flips: p.json<ImpactFlip[]>().default('[]'),
    position: p.json<ImpactPosition>().nullable(),
    askedBy: () => p.manyToOne(Operator).nullable().deleteRule('set null'),
    askedAt: instant().defaultRaw('now()'),
    endedAt: instant().nullable(),
    version: version(),
  },
});
