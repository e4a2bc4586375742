import type { ManagedMoment } from '../options/life.ts';
import type { AuthorisationRule, RuleGroup } from './rule.ts';

/**
 * Managers' own rules (issue "Authorisation"): written in the console, kept in versions, asked beside the shipped ones.
 * Each is about the places asked for or granted, one seat category at one performance at a time.
 */

/** What a rule may be bound to; `all` is bound to nothing. */
export const managedScopes = [
  'all',
  'season',
  'activity',
  'seat-category',
  'collectivity-type',
  'option-profile',
] as const;
export type ManagedScope = (typeof managedScopes)[number];

export type ManagedRule = {
  /** Its name from version to version; unique in a set. */
  readonly code: string;
  /** What people call it. */
  readonly name: string;
  readonly scope: ManagedScope;
  /** The season, activity … it is bound to; null with the scope `all`. */
  readonly scopeId: string | null;
  readonly moments: readonly ManagedMoment[];
  readonly outcome: AuthorisationRule['outcome'];
  readonly priority: number;
  readonly validFrom: string | null;
  readonly validUntil: string | null;
  /** What the person refused reads; facts in braces are filled in. Null: the rule's own sentence. */
  readonly messageFr: string | null;
  readonly messageEn: string | null;
  readonly conditions: RuleGroup;
};

/** A version of a house's own rules. */
export type ManagedRuleSet = {
  readonly id: string;
  /** Counted up in each organisation; decisions name it. */
  readonly number: number;
  readonly rules: readonly ManagedRule[];
};

/** Where rules of a scope are looked for. */
export function scopeKey({ scope, scopeId }: Pick<ManagedRule, 'scope' | 'scopeId'>): string {
  return scopeId === null ? scope : `${scope}:${scopeId}`;
}
