import type { MessageCode } from '../messages/codes.ts';
import type { Reason } from '../messages/reason.ts';
import type { ManagedMoment, RuleMoment } from '../options/life.ts';
import type { CompiledManagedRules } from './compiled-managed-rules.ts';
import { type CompiledRuleSet, compileRuleSet, type Judgement } from './compiled-rule-set.ts';
import defaultRules from './default-rules.json' with { type: 'json' };
import { type AuthorisationFacts, factSheets, placeSheets, type RuleScope } from './facts.ts';
import type { LeafResult } from './leaves.ts';
import { parseRuleSet } from './parse-rule-set.ts';
import type { AuthorisationRule, RuleSet } from './rule.ts';
import { ruleReason } from './rule-reason.ts';

/** One comparison made for a decision: which rule, about what, expected and found. */
export type DecisionLeaf = LeafResult & { rule: string; scope: RuleScope; subjectId: string | null };

/** What is asked beside the shipped rules. */
type Asking = {
  /** The house's own rules in force. */
  managed?: CompiledManagedRules | null;
  /** Rules are taken to be in force at this instant; usually the facts' own. */
  inForceAt?: string;
};

/** What the rules decided and why; stored with what it decided. At `distribution` nothing but a try is decided yet. */
export type Decision<Moment extends ManagedMoment = RuleMoment> = {
  moment: Moment;
  /** What was known; the same facts and rules give the same decision again. */
  facts: AuthorisationFacts;
  outcome: 'authorised' | 'warned' | 'refused';
  /** The shipped rules' version, and behind a plus the number of the house's own. */
  ruleSetVersion: string;
  /** Why it is refused or warned about, the most important first; empty when authorised. */
  reasons: Reason[];
  /** Of the house's own rules, which may be many, only those that fired: facts and version tell the others. */
  leaves: DecisionLeaf[];
  /** What went wrong when the engine erred (`authorisation.engine`); for the log, not for the reader. */
  failure: string | null;
};

/**
 * A decision as it is stored with what it decided: without its comparisons, which the facts and the version of the rules
 * give again.
 */
export function keptDecision({ leaves: _, ...decision }: Decision): string {
  return JSON.stringify(decision);
}

/** The rules the product ships. */
export const shippedRuleSet: RuleSet = parseRuleSet(defaultRules);

const compiled = new WeakMap<RuleSet, CompiledRuleSet>();

/**
 * Asks all rules of a rule set at a moment. A refusal wins over warnings; an engine error or an unknown fact refuses
 * with `authorisation.engine`. Never asks whether seats are left: that answer is the guarded update's.
 */
export async function decideAuthorisation<Moment extends ManagedMoment>(
  facts: AuthorisationFacts,
  moment: Moment,
  ruleSet: RuleSet = shippedRuleSet,
  { managed = null, inForceAt = facts.now }: Asking = {},
): Promise<Decision<Moment>> {
  const ruleSetVersion = managed === null ? ruleSet.version : `${ruleSet.version}+${managed.number}`;
  const decided = { moment, facts, ruleSetVersion };
  try {
    const asked = [judgeAll(compiledOf(ruleSet), moment, facts), judgeOwn(managed, moment, facts)];
    const judgements = (await Promise.all(asked)).flat().filter(({ rule }) => inForce(rule, inForceAt));
    const refusals = firedReasons(judgements, 'refuse');
    const warnings = firedReasons(judgements, 'warn');
    return {
      ...decided,
      outcome: refusals.length > 0 ? 'refused' : warnings.length > 0 ? 'warned' : 'authorised',
      reasons: refusals.length > 0 ? refusals : warnings,
      leaves: judgements.flatMap(decisionLeaves),
      failure: null,
    };
  } catch (error) {
    return {
      ...decided,
      outcome: 'refused',
      reasons: [{ code: 'authorisation.engine', values: {} }],
      leaves: [],
      failure: error instanceof Error ? error.message : String(error),
    };
  }
}

/**
 * The problem a decision is answered with, null when it is authorised. A past performance has its own code,
 * whatever else speaks against the option.
 */
export function problemOf(
  decision: Decision,
): Extract<MessageCode, 'authorisation.refused' | 'authorisation.warned' | 'performance.past'> | null {
  switch (decision.outcome) {
    case 'authorised':
      return null;
    case 'warned':
      return 'authorisation.warned';
    case 'refused':
      return decision.reasons.some((reason) => reason.code === 'performance.past')
        ? 'performance.past'
        : 'authorisation.refused';
  }
}

function compiledOf(ruleSet: RuleSet): CompiledRuleSet {
  const found = compiled.get(ruleSet) ?? compileRuleSet(ruleSet);
  compiled.set(ruleSet, found);
  return found;
}

async function judgeAll(
  rules: CompiledRuleSet,
  moment: ManagedMoment,
  facts: AuthorisationFacts,
): Promise<Judgement[]> {
  const judged = await Promise.all(factSheets(facts).map((sheet) => rules.judge(moment, sheet)));
  return judged.flat();
}

async function judgeOwn(
  managed: CompiledManagedRules | null,
  moment: ManagedMoment,
  facts: AuthorisationFacts,
): Promise<Judgement[]> {
  if (managed === null) return [];
  return (await Promise.all(placeSheets(facts).map((sheet) => managed.judge(moment, sheet)))).flat();
}

function inForce(rule: AuthorisationRule, now: string): boolean {
  const at = Date.parse(now);
  const started = rule.validFrom === null || Date.parse(rule.validFrom) <= at;
  return started && (rule.validUntil === null || at < Date.parse(rule.validUntil));
}

function firedReasons(judgements: readonly Judgement[], outcome: AuthorisationRule['outcome']): Reason[] {
  const told = new Map<string, Reason>();
  const fired = judgements.filter((judgement) => judgement.fired && judgement.rule.outcome === outcome);
  for (const { rule, sheet } of fired.toSorted((a, b) => b.rule.priority - a.rule.priority)) {
    const reason = ruleReason(rule, sheet);
    told.set(JSON.stringify(reason), reason);
  }
  return [...told.values()];
}

function decisionLeaves({ rule, sheet, leaves }: Judgement): DecisionLeaf[] {
  return leaves.map((leaf) => ({ rule: rule.name, scope: rule.scope, subjectId: sheet.subjectId, ...leaf }));
}
