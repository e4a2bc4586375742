import type { ReasonCode } from '../messages/codes.ts';
import type { ManagedMoment } from '../options/life.ts';
import type { FactName, FactValue, RuleScope } from './facts.ts';

export const ruleOperators = [
  'equal',
  'notEqual',
  'in',
  'notIn',
  'lessThan',
  'lessThanInclusive',
  'greaterThan',
  'greaterThanInclusive',
] as const;
export type RuleOperator = (typeof ruleOperators)[number];

/** One comparison of a fact with an expected value. */
export type RuleLeaf = {
  readonly fact: FactName;
  readonly operator: RuleOperator;
  readonly value: FactValue | readonly FactValue[];
};

export type RuleGroup =
  | { readonly all: readonly RuleCondition[] }
  | { readonly any: readonly RuleCondition[] }
  | { readonly not: RuleCondition };

export type RuleCondition = RuleLeaf | RuleGroup;

/** A rule fires when its conditions hold, and then refuses or warns with its reason. */
export type AuthorisationRule = {
  readonly name: string;
  readonly scope: RuleScope;
  readonly moments: readonly ManagedMoment[];
  readonly outcome: 'refuse' | 'warn';
  /** Higher comes first among the reasons; it never hides another. */
  readonly priority: number;
  /** In force from this instant on; null = always. */
  readonly validFrom: string | null;
  /** In force before this instant; null = for ever. */
  readonly validUntil: string | null;
  readonly reason: {
    /** Has its French and English text in `rules/messages`. */
    readonly code: ReasonCode | 'performance.past';
    /** Name of the value in the text -> the fact it is taken from. */
    readonly values: Readonly<Record<string, FactName>>;
  };
  /** A managers' own rule: its name, and its texts with facts in braces; without one its conditions tell. */
  readonly own?: { readonly name: string; readonly fr: string | null; readonly en: string | null };
  readonly conditions: RuleGroup;
};

/** A version of the rules; decisions name it. */
export type RuleSet = { readonly version: string; readonly rules: readonly AuthorisationRule[] };
