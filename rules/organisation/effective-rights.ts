import type { Right } from './right-tree.ts';

/** The code of the product family that seats are placed for (French *entrée simple*, seed 004). */
export const singleEntryFamily = 'ENTREE';

/** What an operator's perimeter leaves them of the whole: the family that seats are placed for, and every audience. */
export interface PerimeterFacts {
  singleEntries: boolean;
  everyAudience: boolean;
}

/** Why a right that a role gives does not count. */
export type Withheld = 'single-entries' | 'every-audience';

/**
 * Rights that mean nothing within a perimeter: without single entries no seats are placed (seed 004); what changes a
 * performance for everybody who holds seats in it, or contacts by what a file says of whom, is not for who serves some
 * of them only.
 */
const withheldRights: Readonly<Record<Withheld, readonly Right[]>> = {
  'single-entries': ['options.seats.placement:create', 'options.seats.placement:execute'],
  'every-audience': [
    'catalogue.performances:modify',
    'catalogue.performances:delete',
    'catalogue.performances:execute',
    'contacts.imports:execute',
  ],
};

/** A role somebody holds in one organisation. */
export interface HeldRole {
  roleId: string;
  rights: readonly string[];
}

/** A right of a role, where it comes from, and what withholds it. */
export interface ExplainedRight {
  right: string;
  roleIds: string[];
  withheld: Withheld | null;
}

/**
 * The rights that roles give in one organisation, each with the roles it comes from, and whether the operator's perimeter
 * withholds it. What no role gives is not there: denied.
 */
export function explainRights(roles: readonly HeldRole[], facts: PerimeterFacts): ExplainedRight[] {
  const sources = new Map<string, string[]>();
  for (const { roleId, rights } of roles)
    for (const right of rights) sources.set(right, [...(sources.get(right) ?? []), roleId]);
  return [...sources].map(([right, roleIds]) => ({
    right,
    roleIds,
    withheld: withheldBy(right, facts),
  }));
}

/** The rights that count, of those that roles give. */
export function effectiveRights(rights: readonly string[], facts: PerimeterFacts): readonly string[] {
  const whole = facts.singleEntries && facts.everyAudience;
  return whole ? rights : rights.filter((right) => withheldBy(right, facts) === null);
}

function withheldBy(right: string, { singleEntries, everyAudience }: PerimeterFacts): Withheld | null {
  if (!singleEntries && holds(withheldRights['single-entries'], right)) return 'single-entries';
  return !everyAudience && holds(withheldRights['every-audience'], right) ? 'every-audience' : null;
}

function holds(rights: readonly string[], right: string): boolean {
  return rights.includes(right);
}
