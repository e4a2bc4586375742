import type { ManagedRule } from './managed-rule.ts';

/** What became of a rule from one version to another. */
export type RuleDifference = {
  readonly code: string;
  readonly kind: 'added' | 'removed' | 'changed';
  readonly before: ManagedRule | null;
  readonly after: ManagedRule | null;
  /** The fields that differ, of a changed rule. */
  readonly fields: readonly (keyof ManagedRule)[];
};

const compared = [
  'name',
  'scope',
  'scopeId',
  'moments',
  'outcome',
  'priority',
  'validFrom',
  'validUntil',
  'messageFr',
  'messageEn',
  'conditions',
] as const satisfies readonly (keyof ManagedRule)[];

/** The differences between two versions, rule by rule: changed and added ones in the order written, then removed ones. */
export function ruleDifferences(
  before: readonly ManagedRule[],
  after: readonly ManagedRule[],
): RuleDifference[] {
  const old = new Map(before.map((rule) => [rule.code, rule]));
  const kept = new Set(after.map(({ code }) => code));
  const told = after.flatMap((rule): RuleDifference[] => {
    const was = old.get(rule.code);
    if (was === undefined) return [{ code: rule.code, kind: 'added', before: null, after: rule, fields: [] }];
    const fields = compared.filter((name) => JSON.stringify(was[name]) !== JSON.stringify(rule[name]));
    return fields.length === 0
      ? []
      : [{ code: rule.code, kind: 'changed', before: was, after: rule, fields }];
  });
  const removed = before
    .filter(({ code }) => !kept.has(code))
    .map(
      (rule): RuleDifference => ({ code: rule.code, kind: 'removed', before: rule, after: null, fields: [] }),
    );
  return [...told, ...removed];
}
