import type { OptionVerb } from './life.ts';

/**
 * Rights are function x Read, Create, Modify, Delete, Execute (seed, screen "Privilèges": L C M S E), written
 * `<function>:<action>`. The option functions follow the seed's tree of the module "Complément vente".
 */

export const rightActions = ['read', 'create', 'modify', 'delete', 'execute'] as const;
export type RightAction = (typeof rightActions)[number];

const record = ['read', 'create', 'modify', 'delete'] as const;
const readOnly = ['read'] as const;
const execute = ['execute'] as const;

/** Every function, and the actions that mean something for it. */
export const rightFunctions = {
  'options.requests': record,
  'options.seats.placement': ['read', 'create', 'execute'],
  'options.seats.refusal': execute,
  'options.seats.refusal-cancellation': execute,
  'options.seats.order': execute,
  'options.seats.order-cancellation': execute,
  'options.seats.waiting': execute,
  'options.seats.firm': execute,
  'options.seats.firm-cancellation': execute,
  'options.seats.resumption': execute,
  'options.seats.cancellation': execute,
  'options.seats.lapse': execute,
  'options.seats.agreed-date': execute,
  'options.seats.override': execute,
  'options.seats.report': execute,
  'options.products.placement': ['read', 'create', 'execute'],
  'options.products.season-ticket-choices': execute,
  'options.products.refusal': execute,
  'options.products.refusal-cancellation': execute,
  'options.products.order': execute,
  'options.products.order-cancellation': execute,
  'options.products.waiting': execute,
  'options.products.firm': execute,
  'options.products.firm-cancellation': execute,
  'options.products.resumption': execute,
  'options.products.cancellation': execute,
  'options.products.lapse': execute,
  'options.products.agreed-date': execute,
  'options.products.override': execute,
  'options.products.report': execute,
  'organisation.organisations': record,
  'organisation.operators': record,
  'organisation.roles': record,
  'catalogue.seasons': record,
  'catalogue.events': record,
  'catalogue.performances': [...record, 'execute'],
  'catalogue.audiences': record,
  'venues.venues': record,
  'contacts.contacts': record,
  'contacts.collectivity-types': record,
  'channels.channels': record,
  'authorisation.rules': [...record, 'execute'],
  'stock.contingents': record,
  'stock.stock': ['read', 'modify'],
  'stock.gauge-check': ['read', 'execute'],
  'orders.orders': ['read', 'execute'],
  'accounts.accounts': ['read', 'execute'],
  'distributors.interfaces': record,
  'distributors.runs': ['read', 'execute'],
  'letters.letters': ['read', 'execute'],
  'letters.mail-hold': ['read', 'execute'],
  'history.history': readOnly,
} as const satisfies Record<string, readonly RightAction[]>;

export type RightFunction = keyof typeof rightFunctions;
export type Right = `${RightFunction}:${RightAction}`;

/** Every right there is, in the order of the tree. */
export const allRights: readonly Right[] = functionNames().flatMap((name) => rightsOf(name));

/** An option is on seats or on products; each kind has its own rights. */
export type OptionKind = 'seats' | 'product';

type VerbFunction =
  | 'placement'
  | 'refusal'
  | 'refusal-cancellation'
  | 'order'
  | 'order-cancellation'
  | 'waiting'
  | 'firm'
  | 'resumption'
  | 'cancellation'
  | 'lapse';

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
  refuse: 'refusal',
  'cancel-refusal': 'refusal-cancellation',
  confirm: 'order',
  'confirm-refusal': 'order',
  'cancel-confirmation': 'order-cancellation',
  wait: 'waiting',
  'leave-waiting': 'waiting',
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
      return 'options.requests:create';
    case 'change':
      return 'options.requests:modify';
    case 'withdraw':
      return 'options.requests:delete';
    case 'cancel-performance':
    case 'change-configuration':
      return 'catalogue.performances:execute';
    case 'place-directly':
      return `options.${group(kind)}.placement:create`;
    default:
      return `options.${group(kind)}.${verbFunctions[verb]}:execute`;
  }
}

/** The right to cancel a firm option. */
export function firmCancellationRight(kind: OptionKind = 'seats'): Right {
  return `options.${group(kind)}.firm-cancellation:execute`;
}

/** The right to set an exact due date against the rules. */
export function agreedDateRight(kind: OptionKind = 'seats'): Right {
  return `options.${group(kind)}.agreed-date:execute`;
}

/** The right to go on after a warning of the rules, with a reason. */
export function overrideRight(kind: OptionKind = 'seats'): Right {
  return `options.${group(kind)}.override:execute`;
}

/** True when `text` is a right of the tree. */
export function isRight(text: string): text is Right {
  return allRights.some((right) => right === text);
}

/** Every right of one function. */
export function rightsOf(name: RightFunction): Right[] {
  return rightFunctions[name].map((action): Right => `${name}:${action}`);
}

/** The names of all functions, in the order of the tree. */
export function functionNames(): RightFunction[] {
  return Object.keys(rightFunctions).filter((name): name is RightFunction => name in rightFunctions);
}

function group(kind: OptionKind): 'seats' | 'products' {
  return kind === 'seats' ? 'seats' : 'products';
}
