/**
 * The life of an option, as data: the one table read by the verbs, the API's `allowedActions`, the buttons and the
 * docs. Source: design section 4 "The life of an option", after the seed "Pose d'option - Vie d'une option".
 */

/** The moments at which the authorisation rules are asked about an option (design section 4). */
export const ruleMoments = ['request', 'placement', 'confirmation'] as const;
export type RuleMoment = (typeof ruleMoments)[number];

/** The moments managers' own rules may name: `distribution` is asked when contingents go out to distributors. */
export const managedMoments = [...ruleMoments, 'distribution'] as const;
export type ManagedMoment = (typeof managedMoments)[number];

/** What an option in a state takes from the stock: a claim is held, then ordered, then sold. */
export type StockEffect = 'nothing' | 'held' | 'ordered' | 'sold';

/** Where a refusal came from; written by `refuse` only, survives the waiting list. */
export type RefusedFrom = 'requested' | 'placed';

export const optionStates = [
  'requested',
  'placed',
  'refused',
  'waiting',
  'offered',
  'confirmed',
  'firm',
  'resumed',
  'lapsed',
  'declined',
  'withdrawn',
  'cancelled',
] as const;
export type OptionState = (typeof optionStates)[number];

export const optionVerbs = [
  'request',
  'duplicate',
  'place-directly',
  'split',
  'change',
  'place',
  'extend',
  'refuse',
  'withdraw',
  'expire',
  'confirm',
  'lapse',
  'cancel-refusal',
  'wait',
  'confirm-refusal',
  'offer',
  'leave-waiting',
  'accept',
  'decline',
  'lapse-offer',
  'cancel-confirmation',
  'firm',
  'resume',
  'cancel',
  'reinstate',
  'cancel-performance',
  'change-configuration',
] as const;
export type OptionVerb = (typeof optionVerbs)[number];

/** The verbs an operator can use today; the others stand in the table and answer when they are built. */
export const builtVerbs = [
  'request',
  'change',
  'place',
  'place-directly',
  'extend',
  'refuse',
  'cancel-refusal',
  'confirm',
  'cancel-confirmation',
  'confirm-refusal',
  'lapse',
  'withdraw',
  'duplicate',
  'split',
  'wait',
  'leave-waiting',
  'firm',
  'cancel',
  'reinstate',
  'expire',
  'resume',
] as const satisfies readonly OptionVerb[];
export type BuiltVerb = (typeof builtVerbs)[number];

/** One arrow of the table. */
export type LifeRow = {
  readonly verb: OptionVerb;
  /** The state it leads to; `refusedFrom` is the state the refusal came from. */
  readonly to: OptionState | 'refusedFrom';
  /** Time may do it as well as a person. */
  readonly byTime: boolean;
  /** A person must give a motive, kept in history. */
  readonly needsReason: boolean;
  /** Only until the performance starts. */
  readonly beforePerformance: boolean;
  /** Only once the performance has started. */
  readonly afterPerformance: boolean;
  /** Who is acted on: the option itself, its performance, or its order (by counter-operation). */
  readonly through: 'option' | 'performance' | 'order';
  /** States it may have lapsed from, for an arrow that depends on it. */
  readonly lapsedFrom: readonly OptionState[] | null;
};

/** One state: what it takes from the stock and the arrows that leave it. */
export type LifeState = { readonly stock: StockEffect; readonly rows: readonly LifeRow[] };

function row(verb: OptionVerb, to: LifeRow['to'], more: Partial<Omit<LifeRow, 'verb' | 'to'>> = {}): LifeRow {
  return {
    verb,
    to,
    byTime: false,
    needsReason: false,
    beforePerformance: false,
    afterPerformance: false,
    through: 'option',
    lapsedFrom: null,
    ...more,
  };
}

const cancelPerformance = row('cancel-performance', 'cancelled', { through: 'performance' });
/** Places that do not fit the new configuration are taken back, and the option waits to be placed again. */
const takenBack = (to: OptionState) => row('change-configuration', to, { through: 'performance' });
const withdraw = row('withdraw', 'withdrawn');
/** Nothing can be granted any more. */
const expire = (to: OptionState) => row('expire', to, { byTime: true, afterPerformance: true });
/** Another date is agreed: of the answer while it is placed, of the payment of its order from then on. */
const extend = (to: OptionState) => row('extend', to, { needsReason: true, beforePerformance: true });

/** The verbs that create an option and the state it is born in. `split` is the remainder of a partial placement. */
export const optionBirths = {
  request: 'requested',
  duplicate: 'requested',
  'place-directly': 'placed',
  split: 'waiting',
} as const satisfies Partial<Record<OptionVerb, OptionState>>;

/** The whole table of design section 4. */
export const optionLife: Readonly<Record<OptionState, LifeState>> = {
  requested: {
    stock: 'nothing',
    rows: [
      row('change', 'requested'),
      row('place', 'placed'),
      row('refuse', 'refused'),
      withdraw,
      expire('lapsed'),
      cancelPerformance,
    ],
  },
  placed: {
    stock: 'held',
    rows: [
      row('place', 'placed'),
      extend('placed'),
      row('refuse', 'refused'),
      row('confirm', 'confirmed'),
      row('lapse', 'lapsed', { byTime: true }),
      withdraw,
      cancelPerformance,
      takenBack('requested'),
    ],
  },
  refused: {
    stock: 'nothing',
    rows: [
      row('cancel-refusal', 'refusedFrom'),
      row('wait', 'waiting'),
      row('confirm-refusal', 'declined', { byTime: true }),
      withdraw,
      cancelPerformance,
    ],
  },
  waiting: {
    stock: 'nothing',
    rows: [
      row('offer', 'offered', { byTime: true }),
      row('place', 'placed'),
      row('leave-waiting', 'refused'),
      withdraw,
      expire('declined'),
      cancelPerformance,
    ],
  },
  offered: {
    stock: 'held',
    rows: [
      row('accept', 'placed'),
      row('decline', 'waiting'),
      row('lapse-offer', 'waiting', { byTime: true }),
      withdraw,
      cancelPerformance,
      takenBack('waiting'),
    ],
  },
  confirmed: {
    stock: 'ordered',
    rows: [
      extend('confirmed'),
      row('cancel-confirmation', 'placed'),
      row('firm', 'firm'),
      row('resume', 'resumed'),
      row('lapse', 'lapsed', { byTime: true }),
      row('cancel', 'cancelled'),
      cancelPerformance,
    ],
  },
  firm: {
    stock: 'ordered',
    rows: [
      extend('firm'),
      row('resume', 'resumed'),
      row('cancel', 'cancelled', { needsReason: true }),
      cancelPerformance,
    ],
  },
  resumed: { stock: 'sold', rows: [row('cancel', 'cancelled', { through: 'order' })] },
  lapsed: {
    stock: 'nothing',
    rows: [row('reinstate', 'placed', { beforePerformance: true, lapsedFrom: ['placed', 'confirmed'] })],
  },
  declined: { stock: 'nothing', rows: [row('cancel-confirmation', 'refused', { beforePerformance: true })] },
  withdrawn: { stock: 'nothing', rows: [] },
  cancelled: { stock: 'nothing', rows: [] },
};

/** The arrow of `verb` out of `state`, or null when the table has none. */
export function lifeRow(state: OptionState, verb: OptionVerb): LifeRow | null {
  return optionLife[state].rows.find((candidate) => candidate.verb === verb) ?? null;
}

/**
 * The state `verb` leads to from `state`, or null when the table forbids it (409 `option.state`).
 * `lapsedFrom` (from history) matters to `reinstate` only: an expired request has nothing to reinstate.
 */
export function nextState(
  state: OptionState,
  verb: OptionVerb,
  refusedFrom: RefusedFrom | null,
  lapsedFrom: OptionState | null = null,
): OptionState | null {
  const found = lifeRow(state, verb);
  if (found === null) return null;
  if (found.lapsedFrom !== null && (lapsedFrom === null || !found.lapsedFrom.includes(lapsedFrom)))
    return null;
  return found.to === 'refusedFrom' ? refusedFrom : found.to;
}

/**
 * Whether `verb` changes an option and leaves it in its state without a word, as placing anew what is placed does. What asks
 * for a motive says what it changes.
 */
export function staysInState(state: OptionState, verb: OptionVerb): boolean {
  const found = lifeRow(state, verb);
  return found?.to === state && !found.needsReason;
}

/** The states `verb` is possible from, in the order of the life; `moving` leaves out those it would not leave. */
export function statesBefore(verb: OptionVerb, moving = false): OptionState[] {
  return optionStates.filter(
    (state) => lifeRow(state, verb) !== null && !(moving && staysInState(state, verb)),
  );
}

/** What an option in this state takes from the stock. */
export function holdsStock(state: OptionState): StockEffect {
  return optionLife[state].stock;
}

/**
 * The moment at which the rules are asked for this verb, or null when none is: an arrow into `placed` from a state
 * that holds nothing is a placement, whatever the verb; verbs that give seats back ask nobody. `state` is null for
 * the verbs that create the option.
 */
export function ruleMoment(
  state: OptionState | null,
  verb: OptionVerb,
  refusedFrom: RefusedFrom | null,
): RuleMoment | null {
  if (verb === 'request' || verb === 'duplicate' || verb === 'change') return 'request';
  if (verb === 'place' || verb === 'place-directly' || verb === 'reinstate') return 'placement';
  if (verb === 'confirm') return 'confirmation';
  if (verb === 'cancel-refusal' && state === 'refused' && refusedFrom === 'placed') return 'placement';
  return null;
}

/** True for the verbs that exist today. */
export function isBuiltVerb(verb: OptionVerb): verb is BuiltVerb {
  return builtVerbs.some((built) => built === verb);
}
