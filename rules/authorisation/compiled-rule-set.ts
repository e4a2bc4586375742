import { Engine, type RuleResult, type TopLevelCondition } from 'json-rules-engine';
import type { ManagedMoment } from '../options/life.ts';
import { type FactSheet, type FactSubject, subjectOf } from './facts.ts';
import { type LeafResult, leafResults, writtenLeaves } from './leaves.ts';
import { strictOperators } from './operators.ts';
import type { AuthorisationRule, RuleCondition, RuleGroup, RuleSet } from './rule.ts';

/** What one rule said about one subject. */
export type Judgement = {
  rule: AuthorisationRule;
  sheet: FactSheet;
  fired: boolean;
  /** Every comparison of the rule: expected value, the fact, whether it held. */
  leaves: LeafResult[];
};

/** A rule set ready to judge; compile it once per version. */
export type CompiledRuleSet = {
  version: string;
  /** Every rule in question at a moment about one subject. Rejects when the engine errs or leaves a rule out. */
  judge(moment: ManagedMoment, sheet: FactSheet): Promise<Judgement[]>;
};

/** A bucket of rules asked together about one sheet. */
export type Bucket = { judge(sheet: FactSheet): Promise<Judgement[]> };

/** Sorts the rules by moment and subject, so that a run meets only the rules that can speak. */
export function compileRuleSet(ruleSet: RuleSet): CompiledRuleSet {
  const buckets = new Map<string, Bucket>();
  const bucketOf = (moment: ManagedMoment, subject: FactSubject): Bucket => {
    const key = `${moment} ${subject}`;
    const found = buckets.get(key) ?? makeBucket(rulesFor(ruleSet, moment, subject));
    buckets.set(key, found);
    return found;
  };
  return { version: ruleSet.version, judge: (moment, sheet) => bucketOf(moment, sheet.subject).judge(sheet) };
}

function rulesFor(ruleSet: RuleSet, moment: ManagedMoment, subject: FactSubject): AuthorisationRule[] {
  return ruleSet.rules.filter((rule) => rule.moments.includes(moment) && subjectOf(rule.scope) === subject);
}

/** What a rule said, whoever asked. */
type Verdict = Omit<Judgement, 'sheet'>;

/** Verdicts a bucket remembers. */
const most = 1_000;

/**
 * The rules have no clock and no memory: the same values of the facts they name get the same verdicts, so those are
 * remembered. One engine serves one run at a time: its status is shared by all its runs, so a run that ends makes another
 * one of the same engine skip rules without a word. Idle engines are kept for the next run.
 */
export function makeBucket(rules: readonly AuthorisationRule[]): Bucket {
  const idle: Engine[] = [];
  const named = [
    ...new Set(rules.flatMap((rule) => writtenLeaves(rule.conditions).map((leaf) => leaf.fact))),
  ].sort();
  const remembered = new Map<string, readonly Verdict[]>();
  const verdicts = async (sheet: FactSheet): Promise<readonly Verdict[]> => {
    const engine = idle.pop() ?? makeEngine(rules);
    const { results, failureResults } = await engine.run(sheet.facts);
    idle.push(engine);
    const byName = new Map([...results, ...failureResults].map((result) => [result.name, result]));
    return rules.map((rule) => verdict(rule, sheet, byName.get(rule.name)));
  };
  return {
    async judge(sheet) {
      if (rules.length === 0) return [];
      const key = JSON.stringify(named.map((fact) => [typeof sheet.facts[fact], sheet.facts[fact]]));
      const known = remembered.get(key) ?? (await verdicts(sheet));
      if (remembered.size >= most) remembered.clear();
      remembered.set(key, known);
      return known.map((each) => ({ ...each, sheet }));
    },
  };
}

function makeEngine(rules: readonly AuthorisationRule[]): Engine {
  const engine = new Engine([], { pathResolver: refusePath });
  for (const operator of strictOperators) engine.addOperator(operator);
  for (const { name, conditions } of rules) {
    engine.addRule({ name, conditions: engineConditions(conditions), event: { type: 'fired' } });
  }
  return engine;
}

function refusePath(): never {
  throw new Error('rules have no paths');
}

function engineConditions(group: RuleGroup): TopLevelCondition {
  if ('all' in group) return { all: group.all.map(engineCondition) };
  if ('any' in group) return { any: group.any.map(engineCondition) };
  return { not: engineCondition(group.not) };
}

function engineCondition(condition: RuleCondition) {
  return 'fact' in condition ? { ...condition } : engineConditions(condition);
}

function verdict(rule: AuthorisationRule, sheet: FactSheet, result: RuleResult | undefined): Verdict {
  if (result === undefined) throw new Error(`rule ${rule.name} was not evaluated`);
  const leaves = leafResults(rule.conditions, result.conditions, sheet);
  return { rule, fired: result.result === true, leaves };
}
