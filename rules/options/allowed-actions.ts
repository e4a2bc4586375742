import type { Reason } from '../messages/reason.ts';
import { compareInstants } from './calendar.ts';
import {
  builtVerbs,
  lifeRow,
  nextState,
  type OptionState,
  type OptionVerb,
  optionBirths,
  type RefusedFrom,
  ruleMoment,
  staysInState,
} from './life.ts';
import { firmCancellationRight, type OptionKind, type Right, rightFor } from './rights.ts';

export type { Reason } from '../messages/reason.ts';

export type AllowedActionFacts = {
  state: OptionState;
  refusedFrom: RefusedFrom | null;
  /** The state it lapsed from, of a lapsed option. */
  lapsedFrom?: OptionState | null;
  /**
   * The start that makes the option past: of the earliest performance held; while nothing is held, of the latest of its
   * choices.
   */
  firstPerformanceStartsAt: string;
  now: string;
  /** The venue's zone, for the texts. */
  timeZone?: string;
  /** The operator's rights, as in `rights.ts`. */
  rights: readonly string[];
  kind?: OptionKind;
  /** The option is in a basket with its order: its validation stands until the basket is paid or abandoned. */
  orderLocked?: boolean;
};

export type AllowedAction = { verb: OptionVerb; allowed: boolean; reasons: Reason[] };

/**
 * What a person may do with an option. Verbs they have no right for are absent; verbs the state, the time or the order
 * forbids are there with the reasons. Rules and stock are asked by the verb itself, at the moment it is done.
 */
export function allowedActions(facts: AllowedActionFacts): AllowedAction[] {
  return builtVerbs
    .filter((verb) => !(verb in optionBirths) && holdsRights(verb, facts))
    .map((verb) => {
      const reasons = reasonsAgainst(verb, facts);
      return { verb, allowed: reasons.length === 0, reasons };
    });
}

function holdsRights(verb: OptionVerb, { state, rights, kind }: AllowedActionFacts): boolean {
  return rightsFor(verb, state, kind).every((right) => rights.includes(right));
}

/** The rights a verb needs on an option in this state: what is firm is cancelled with a right of its own besides. */
export function rightsFor(verb: OptionVerb, state: OptionState, kind?: OptionKind): Right[] {
  const right = rightFor(verb, kind);
  return verb === 'cancel' && state === 'firm' ? [right, firmCancellationRight(kind)] : [right];
}

/**
 * Why `verb` is impossible now: `option.state`, `performance.past`, `performance.ahead`, `order.locked`,
 * `order.counterOperation`. Empty when nothing speaks against it. The verb itself asks the same question under its lock.
 */
export function reasonsAgainst(
  verb: OptionVerb,
  facts: Omit<AllowedActionFacts, 'rights' | 'kind'>,
): Reason[] {
  const { state, refusedFrom } = facts;
  if (nextState(state, verb, refusedFrom, facts.lapsedFrom) === null)
    return [{ code: 'option.state', values: { state, verb } }];
  if (verb === 'cancel' && lifeRow(state, verb)?.through === 'order')
    return [{ code: 'order.counterOperation', values: {} }];
  const isPast = compareInstants(facts.firstPerformanceStartsAt, facts.now) <= 0;
  const values = { startsAt: facts.firstPerformanceStartsAt, timeZone: facts.timeZone ?? null };
  if (isPast && endsAtTheStart(state, verb, refusedFrom)) return [{ code: 'performance.past', values }];
  if (!isPast && (lifeRow(state, verb)?.afterPerformance ?? false))
    return [{ code: 'performance.ahead', values }];
  if (facts.orderLocked === true && isLockedInBasket(verb)) return [{ code: 'order.locked', values: {} }];
  return [];
}

const leftOpen: readonly OptionVerb[] = ['extend', 'cancel-performance', 'change-configuration'];

/**
 * Whether a verb waits until the basket its option is in has ended (seed 004: *possible tant que la commande n'est pas
 * reprise*). Another payment date may be agreed all the same, and a performance that does not take place waits for nobody.
 */
export function isLockedInBasket(verb: OptionVerb): boolean {
  return !leftOpen.includes(verb);
}

/**
 * The same for one option of a selection. Nobody looks at each of them, so what would change an option and leave it in
 * its state is not done: it would set another due date, for instance, without a word.
 */
export function reasonsAgainstInBulk(
  verb: OptionVerb,
  facts: Omit<AllowedActionFacts, 'rights' | 'kind'>,
): Reason[] {
  const { state } = facts;
  return staysInState(state, verb)
    ? [{ code: 'option.state', values: { state, verb, moving: true } }]
    : reasonsAgainst(verb, facts);
}

/** A changed request may name another performance, so its rules judge the new one; a past one only bars the others. */
function endsAtTheStart(state: OptionState, verb: OptionVerb, refusedFrom: RefusedFrom | null): boolean {
  const moment = ruleMoment(state, verb, refusedFrom);
  return (
    moment === 'placement' || moment === 'confirmation' || (lifeRow(state, verb)?.beforePerformance ?? false)
  );
}
