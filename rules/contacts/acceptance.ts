/**
 * The acceptance of a structure, as data: a new account waits until the house accepts it (seed "Identification des
 * Entreprises"); read by the verbs, the buttons and the queue.
 */

export const acceptances = ['pending', 'accepted', 'refused', 'suspended'] as const;
export type Acceptance = (typeof acceptances)[number];

export const acceptanceVerbs = ['accept', 'refuse', 'suspend'] as const;
export type AcceptanceVerb = (typeof acceptanceVerbs)[number];

type AcceptanceArrow = {
  readonly from: readonly Acceptance[];
  readonly to: Acceptance;
  /** A person must give a motive, kept in history. */
  readonly needsReason: boolean;
};

/** What each verb does: out of which acceptances, into which, with a motive or not. */
export const acceptanceArrows: Readonly<Record<AcceptanceVerb, AcceptanceArrow>> = {
  accept: { from: ['pending', 'refused', 'suspended'], to: 'accepted', needsReason: false },
  refuse: { from: ['pending'], to: 'refused', needsReason: true },
  suspend: { from: ['accepted'], to: 'suspended', needsReason: true },
};

/** The verbs that a structure's acceptance allows, in the order of the buttons. */
export function acceptanceVerbsFrom(acceptance: Acceptance): AcceptanceVerb[] {
  return acceptanceVerbs.filter((verb) => acceptanceArrows[verb].from.includes(acceptance));
}
