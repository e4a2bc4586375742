import { nextState, type OptionState, type OptionVerb, type RefusedFrom } from './life.ts';

/** The other of two linked options, and the verb proposed for it. */
export type TwinProposal = {
  readonly id: string;
  readonly number: number;
  readonly state: OptionState;
  /** Null when its state does not allow what was done to the first. */
  readonly verb: OptionVerb | null;
};

/** The verbs that propose their like for the twin (seed 004 « Options jumelles »): placing, refusing, releasing. */
const proposing = ['place', 'refuse', 'withdraw', 'lapse'] as const satisfies readonly OptionVerb[];

/**
 * What is proposed for a twin after `done` on the first option: the same, when its state allows it; a placed twin is not placed
 * again, and what was placed directly proposes a placement.
 */
export function proposedFor(
  twin: { readonly state: OptionState; readonly refusedFrom: RefusedFrom | null },
  done: OptionVerb,
): OptionVerb | null {
  const like = done === 'place-directly' || done === 'cancel-refusal' ? 'place' : done;
  const verb = proposing.find((each) => each === like) ?? null;
  if (verb === null || (verb === 'place' && twin.state === 'placed')) return null;
  return nextState(twin.state, verb, twin.refusedFrom) === null ? null : verb;
}
