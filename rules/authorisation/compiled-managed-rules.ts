import type { ManagedMoment } from '../options/life.ts';
import { type Bucket, type Judgement, makeBucket } from './compiled-rule-set.ts';
import { conditionHolds } from './decisive-leaves.ts';
import type { FactName, PlaceSheet } from './facts.ts';
import { writtenLeaves } from './leaves.ts';
import { type ManagedRule, type ManagedRuleSet, scopeKey } from './managed-rule.ts';
import type { AuthorisationRule } from './rule.ts';

/** A house's own rules ready to judge; compile them once per version. */
export type CompiledManagedRules = {
  readonly id: string;
  readonly number: number;
  /** Whether a rule asked at this moment reads any of these facts. */
  reads(moment: ManagedMoment, facts: readonly FactName[]): boolean;
  /** The rules that fire at a moment about one place, with their comparisons. Rejects when the engine errs. */
  judge(moment: ManagedMoment, sheet: PlaceSheet): Promise<Judgement[]>;
};

/** A rule as the engine is asked, and the engine that is asked it alone, once it first fires. */
type Ready = { readonly rule: AuthorisationRule; engine: Bucket | null };

/**
 * Sorts the rules by moment and by what they are bound to, so that a decision meets only those that can speak. These are
 * looked at by hand, which takes a thousandth of the engine's time; whichever fires is then put to the engine, which has
 * to agree. A property of the tests holds both side by side.
 */
export function compileManagedRules({ id, number, rules }: ManagedRuleSet): CompiledManagedRules {
  const sorted = new Map<string, Ready[]>();
  const read = new Map<ManagedMoment, Set<FactName>>();
  for (const rule of rules) {
    const ready: Ready = { rule: engineRule(rule), engine: null };
    for (const moment of ready.rule.moments) {
      const key = bucketKey(moment, scopeKey(rule));
      sorted.set(key, [...(sorted.get(key) ?? []), ready]);
      const facts = read.get(moment) ?? new Set<FactName>();
      for (const { fact } of writtenLeaves(rule.conditions)) facts.add(fact);
      read.set(moment, facts);
    }
  }
  return {
    id,
    number,
    reads: (moment, facts) => facts.some((fact) => read.get(moment)?.has(fact) ?? false),
    async judge(moment, sheet) {
      const asked = sheet.within.flatMap((scope) => sorted.get(bucketKey(moment, scope)) ?? []);
      const firing = asked.filter(({ rule }) => conditionHolds(rule.conditions, sheet.facts));
      return (await Promise.all(firing.map((ready) => confirmed(ready, sheet)))).flat();
    },
  };
}

/** What the engine says of a rule that fires; it says the same, or nothing is decided. */
async function confirmed(ready: Ready, sheet: PlaceSheet): Promise<Judgement[]> {
  ready.engine ??= makeBucket([ready.rule]);
  const judged = await ready.engine.judge(sheet);
  if (!judged.every(({ fired }) => fired)) throw new Error(`the engine denies rule ${ready.rule.name}`);
  return judged;
}

function bucketKey(moment: ManagedMoment, scope: string): string {
  return `${moment} ${scope}`;
}

/** A managers' rule as the engine is asked; its reason carries its texts. */
function engineRule(rule: ManagedRule): AuthorisationRule {
  const { code, moments, outcome, priority, validFrom, validUntil, conditions, messageFr, messageEn } = rule;
  return {
    name: code,
    scope: 'place',
    moments,
    outcome,
    priority,
    validFrom,
    validUntil,
    reason: { code: 'authorisation.rule', values: {} },
    own: { name: rule.name, fr: messageFr, en: messageEn },
    conditions,
  };
}
