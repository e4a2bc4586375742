import type { Reason } from '../messages/reason.ts';
import type { RuleMoment } from '../options/life.ts';
import type { CompiledManagedRules } from './compiled-managed-rules.ts';
import { type Decision, decideAuthorisation, shippedRuleSet } from './decide.ts';
import type { AuthorisationFacts } from './facts.ts';

/**
 * The impact of a version of the rules: decisions that were made are made anew, once with the rules in force and once with
 * the version. Facts are stored with every decision, so nothing is asked again of the world.
 */

export const impactStates = ['waiting', 'running', 'done', 'cancelled', 'failed'] as const;
export type ImpactState = (typeof impactStates)[number];

/** An impact that is this old says nothing of today any more; in hours. */
export const freshImpactHours = 24;

/** Where the replay goes on: the last requests first, then the live options. */
export type ImpactPosition =
  | { readonly of: 'requests'; readonly at: string; readonly id: string; readonly seen: number }
  | { readonly of: 'options'; readonly id: string };

type ImpactOutcome = Decision['outcome'];

/** How many decisions were replayed, and how many come out otherwise, by what they become. */
export type ImpactCounts = {
  readonly requests: number;
  readonly options: number;
  readonly flippedRequests: number;
  readonly flippedOptions: number;
  readonly becomeRefused: number;
  readonly becomeWarned: number;
  readonly becomeAuthorised: number;
  /** Decided before facts were kept: nothing can be said of them. */
  readonly untold: number;
};

export const noImpact: ImpactCounts = {
  requests: 0,
  options: 0,
  flippedRequests: 0,
  flippedOptions: 0,
  becomeRefused: 0,
  becomeWarned: 0,
  becomeAuthorised: 0,
  untold: 0,
};

/** One decision that comes out otherwise. */
export type ImpactFlip = {
  /** Of the request as it was kept, or of the option. */
  readonly id: string;
  readonly of: 'request' | 'option';
  readonly optionId: string | null;
  readonly optionNumber: number | null;
  readonly contactName: string;
  readonly event: string;
  readonly startsAt: string;
  readonly timeZone: string;
  readonly quantity: number;
  readonly moment: RuleMoment;
  readonly before: Explained;
  readonly after: Explained;
};

/** An outcome and its reasons. */
type Explained = { readonly outcome: ImpactOutcome; readonly reasons: readonly Reason[] };

/** Flips that are kept to be looked at; all are counted. */
export const keptFlips = 200;

/** A decision that was made. */
type Replayed = { readonly moment: RuleMoment; readonly facts: AuthorisationFacts };

/** Makes a decision anew under two versions. The same as deciding: nothing else is asked, nothing left out. */
export async function replay(
  { moment, facts }: Replayed,
  against: CompiledManagedRules | null,
  version: CompiledManagedRules | null,
  inForceAt: string,
): Promise<{ before: Decision; after: Decision; flipped: boolean }> {
  const [before, after] = await Promise.all([
    decideAuthorisation(facts, moment, shippedRuleSet, { managed: against, inForceAt }),
    decideAuthorisation(facts, moment, shippedRuleSet, { managed: version, inForceAt }),
  ]);
  return { before, after, flipped: before.outcome !== after.outcome };
}

/** Counts one more decision. */
export function counted(
  counts: ImpactCounts,
  of: 'request' | 'option',
  became: ImpactOutcome | 'same' | 'untold',
): ImpactCounts {
  const one = (yes: boolean) => (yes ? 1 : 0);
  const flipped = became !== 'same' && became !== 'untold';
  return {
    requests: counts.requests + one(of === 'request'),
    options: counts.options + one(of === 'option'),
    flippedRequests: counts.flippedRequests + one(flipped && of === 'request'),
    flippedOptions: counts.flippedOptions + one(flipped && of === 'option'),
    becomeRefused: counts.becomeRefused + one(became === 'refused'),
    becomeWarned: counts.becomeWarned + one(became === 'warned'),
    becomeAuthorised: counts.becomeAuthorised + one(became === 'authorised'),
    untold: counts.untold + one(became === 'untold'),
  };
}

/** What is kept of a decision in a flip. */
export function explained({ outcome, reasons }: Decision): Explained {
  return { outcome, reasons };
}
