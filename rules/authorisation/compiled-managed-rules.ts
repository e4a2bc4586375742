import type { RuleMoment } from '../options/life.ts';
import { type Bucket, type Judgement, makeBucket } from './compiled-rule-set.ts';
import type { FactName, PlaceSheet } from './facts.ts';
import { writtenLeaves } from './leaves.ts';
import { type ManagedRule, type ManagedRuleSet, scopeKey } from './managed-rule.ts';
import type { AuthorisationRule } from './rule.ts';

/** A house's own rules ready to judge; compile them once per version. */
export type CompiledManagedRules = {
  readonly id: string;
  readonly number: number;
  /** Whether a rule asked at this moment reads any of these facts. */
  reads(moment: RuleMoment, facts: readonly FactName[]): boolean;
  /** Every rule in question at a moment about one place. Rejects when the engine errs or leaves a rule out. */
  judge(moment: RuleMoment, sheet: PlaceSheet): Promise<Judgement[]>;
};

/** Sorts the rules by moment and by what they are bound to, so that a decision meets only those that can speak. */
export function compileManagedRules({ id, number, rules }: ManagedRuleSet): CompiledManagedRules {
  const sorted = new Map<string, ManagedRule[]>();
  const read = new Map<RuleMoment, Set<FactName>>();
  for (const rule of rules) {
    for (const moment of rule.moments) {
      if (moment === 'distribution') continue; // asked by distributors' sales
      const key = bucketKey(moment, scopeKey(rule));
      const bucket = sorted.get(key) ?? [];
      bucket.push(rule);
      sorted.set(key, bucket);
      const facts = read.get(moment) ?? new Set<FactName>();
      for (const { fact } of writtenLeaves(rule.conditions)) facts.add(fact);
      read.set(moment, facts);
    }
  }
  const buckets = new Map<string, Bucket>();
  const bucketOf = (key: string): Bucket | null => {
    const known = buckets.get(key);
    if (known !== undefined) return known;
    const mine = sorted.get(key);
    if (mine === undefined) return null;
    const made = makeBucket(mine.map(engineRule));
    buckets.set(key, made);
    return made;
  };
  return {
    id,
    number,
    reads: (moment, facts) => facts.some((fact) => read.get(moment)?.has(fact) ?? false),
    async judge(moment, sheet) {
      const asked = sheet.within.flatMap((scope) => bucketOf(bucketKey(moment, scope)) ?? []);
      return (await Promise.all(asked.map((bucket) => bucket.judge(sheet)))).flat();
    },
  };
}

function bucketKey(moment: RuleMoment, scope: string): string {
  return `${moment} ${scope}`;
}

/** A managers' rule as the engine is asked; its reason carries its texts. */
function engineRule(rule: ManagedRule): AuthorisationRule {
  const { code, outcome, priority, validFrom, validUntil, conditions, messageFr, messageEn } = rule;
  return {
    name: code,
    scope: 'place',
    moments: rule.moments.filter((moment) => moment !== 'distribution'),
    outcome,
    priority,
    validFrom,
    validUntil,
    reason: { code: 'authorisation.rule', values: {} },
    own: { name: rule.name, fr: messageFr, en: messageEn },
    conditions,
  };
}
