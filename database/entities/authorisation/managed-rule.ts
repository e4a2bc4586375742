import { defineEntity, p } from '@mikro-orm/core';
import type { ManagedScope } from '../../../rules/authorisation/managed-rule.ts';
import type { RuleGroup } from '../../../rules/authorisation/rule.ts';
import type { ManagedMoment } from '../../../rules/options/life.ts';
import { code, id, instant } from '../columns.ts';
import { Institution } from '../organisation/institution.ts';
import { RuleSet } from './rule-set.ts';

/**
 * One rule of a version of a house's own rules. What it is bound to is named without a reference: an old version still
 * tells what it was when a season is gone.
 */
export const ManagedRule = defineEntity({
  name: 'ManagedRule',
  tableName: 'managed_rule',
  uniques: [{ properties: ['ruleSet', 'code'] }],
  checks: [
    { name: 'managed_rule_outcome', expression: "outcome in ('refuse', 'warn')" },
    { name: 'managed_rule_scope', expression: "(scope = 'all') = (scope_id is null)" },
  ],
  properties: {
    id: id(),
    institution: () => p.manyToOne(Institution).createForeignKeyConstraint(false),
    ruleSet: () => p.manyToOne(RuleSet).deleteRule('cascade'),
    position: p.integer(),
    code: code(),
    name: p.text(),
    scope: p.text().$type<ManagedScope>(),
    scopeId: p.uuid().nullable(),
    moments: p.json<ManagedMoment[]>(),
    outcome: p.text().$type<'refuse' | 'warn'>(),
    priority: p.integer(),
    validFrom: instant().nullable(),
    validUntil: instant().nullable(),
    messageFr: p.text().nullable(),
    messageEn: p.text().nullable(),
    conditions: p.json<RuleGroup>(),
  },
});
