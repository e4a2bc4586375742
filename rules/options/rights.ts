import type { Right } from '../organisation/right-tree.ts';
import type { OptionVerb } from './life.ts';

export type { Right } from '../organisation/right-tree.ts';

/** An option is on seats or on products; each kind has its own rights. */
export const optionKinds = ['seats', 'product'] as const;
export type OptionKind = (typeof optionKinds)[number];

type VerbFunction =
  | 'placement'
  | 'refusal'
  | 'refusal-cancellation'
  | 'order'
  | 'order-cancellation'
  | 'waiting'
  | 'waiting-end'
  | 'firm'
  | 'resumption'
  | 'cancellation'
  | 'lapse'
  | 'agreed-date';

const verbFunctions: Readonly<
  Record<
    Exclude<
      OptionVerb,
      'request' | 'duplicate' | 'change' | 'withdraw' | 'cancel-performance' | 'change-configuration'
    >,
    VerbFunction
  >
> = {
  'place-directly': 'placement',
  place: 'placement',
  split: 'placement',
  reinstate: 'placement',
  extend: 'agreed-date',
  refuse: 'refusal',
  'cancel-refusal': 'refusal-cancellation',
  confirm: 'order',
  'confirm-refusal': 'order',
  'cancel-confirmation': 'order-cancellation',
  wait: 'waiting',
  'leave-waiting': 'waiting-end',
  offer: 'waiting',
  accept: 'waiting',
  decline: 'waiting',
  'lapse-offer': 'waiting',
  firm: 'firm',
  resume: 'resumption',
  cancel: 'cancellation',
  lapse: 'lapse',
  expire: 'lapse',
};

/** The right a verb needs. Cancelling a firm option needs its own right besides: `firmCancellationRight`. */
export function rightFor(verb: OptionVerb, kind: OptionKind = 'seats'): Right {
  switch (verb) {
    case 'request':
    case 'duplicate':
      return `options.${group(kind)}.requests:create`;
    case 'change':
      return `options.${group(kind)}.requests:modify`;
    case 'withdraw':
      return `options.${group(kind)}.requests:delete`;
    case 'cancel-performance':
    case 'change-configuration':
      return 'catalogue.performances:execute';
    case 'place-directly':
      return `options.${group(kind)}.placement:create`;
    default:
      return `options.${group(kind)}.${verbFunctions[verb]}:execute`;
  }
}

/** The right to read options, and what was done with many of them at once. */
export function readRight(kind: OptionKind = 'seats'): Right {
  return `options.${group(kind)}.requests:read`;
}

/** The right a verb on a selection needs; to validate is to confirm, or to make a refusal definite. */
export function bulkRightFor(verb: OptionVerb | 'validate', kind: OptionKind): Right {
  return rightFor(verb === 'validate' ? 'confirm' : verb, kind);
}

/** The right to cancel a firm option. */
export function firmCancellationRight(kind: OptionKind = 'seats'): Right {
  return `options.${group(kind)}.firm-cancellation:execute`;
}

/** The right to set an exact due date against the rules. */
export function agreedDateRight(kind: OptionKind = 'seats'): Right {
  return `options.${group(kind)}.agreed-date:execute`;
}

/** The right to grant an extra choice in a season ticket (seed 004, « Choix supplémentaire dans l'abonnement »). */
export const extraChoiceRight: Right = 'options.products.season-ticket-choices:execute';

/** The right to go on after a warning of the rules, with a reason. */
export function overrideRight(kind: OptionKind = 'seats'): Right {
  return `options.${group(kind)}.override:execute`;
}

function group(kind: OptionKind): 'seats' | 'products' {
  return kind === 'seats' ? 'seats' : 'products';
}
