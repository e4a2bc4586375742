import { isWhole, type LineRole, type ProductKind } from '../catalogue/product-kinds.ts';

/** What decides how far a release reaches. */
export type ReleaseFacts = {
  /** Null: an option on seats. */
  readonly productKind: ProductKind | null;
  /** The lines that would go; null: all of them. */
  readonly roles: readonly LineRole[] | null;
  /** The option's order is insured. */
  readonly insured: boolean;
  /** What the house owes the contact, in cents. */
  readonly creditCents: number;
  /** Time releases, not a person. */
  readonly byTime: boolean;
};

/** What goes, and the rule that says more or less than was asked. */
export type ReleaseScope = {
  readonly scope: 'part' | 'whole' | 'skipped';
  readonly because: 'package' | 'insured' | 'credit' | null;
};

/**
 * How far a release reaches: a mandatory part of a season ticket or package releases all of it; an insured order releases whole;
 * time skips a contact in credit, whom a person may still decide about.
 */
export function releaseScope(facts: ReleaseFacts): ReleaseScope {
  if (facts.byTime && facts.creditCents > 0) return { scope: 'skipped', because: 'credit' };
  if (facts.roles === null) return { scope: 'whole', because: null };
  if (facts.insured) return { scope: 'whole', because: 'insured' };
  const breaks =
    facts.productKind !== null && isWhole(facts.productKind) && facts.roles.includes('mandatory');
  return breaks ? { scope: 'whole', because: 'package' } : { scope: 'part', because: null };
}
