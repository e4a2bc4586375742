/**
 * The tree of rights as data: branches, the functions on them, and the letters that mean something for each function
 * (seed 004, screen "Privilèges": L = lecture, C = création, M = modification, S = suppression, E = exécution).
 * Options on seats and on products have functions of their own, as in the seed's module "Complément vente"; each
 * setting of the seed's "Paramétrage" has one. To add a function: one line in `rightFunctions`, its place in
 * `rightTree`, its words in the console's `settings.role.functions`; until a door asks for it, `comingRights`.
 */

export const rightActions = ['read', 'create', 'modify', 'delete', 'execute'] as const;
export type RightAction = (typeof rightActions)[number];

const record = ['read', 'create', 'modify', 'delete'] as const;
const readOnly = ['read'] as const;
const execute = ['execute'] as const;

/** Every function, and the actions that mean something for it. */
export const rightFunctions = {
  'options.seats.requests': record,
  'options.seats.placement': ['read', 'create', 'execute'],
  'options.seats.refusal': execute,
  'options.seats.refusal-cancellation': execute,
  'options.seats.order': execute,
  'options.seats.order-cancellation': execute,
  'options.seats.waiting': execute,
  'options.seats.waiting-end': execute,
  'options.seats.firm': execute,
  'options.seats.firm-cancellation': execute,
  'options.seats.resumption': execute,
  'options.seats.cancellation': execute,
  'options.seats.lapse': execute,
  'options.seats.agreed-date': execute,
  'options.seats.override': execute,
  'options.seats.report': execute,
  'options.seats.twins': execute,
  'options.seats.visit-settings': ['read', 'modify'],
  'options.seats.visit-guides': record,
  'options.seats.visit-sheets': execute,
  'options.seats.visit-validation': execute,
  'options.products.requests': record,
  'options.products.placement': ['read', 'create', 'execute'],
  'options.products.season-ticket-choices': execute,
  'options.products.refusal': execute,
  'options.products.refusal-cancellation': execute,
  'options.products.order': execute,
  'options.products.order-cancellation': execute,
  'options.products.waiting': execute,
  'options.products.waiting-end': execute,
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
  'catalogue.activities': record,
  'catalogue.events': record,
  'catalogue.performances': [...record, 'execute'],
  'catalogue.audiences': record,
  'venues.venues': record,
  'venues.seat-categories': record,
  'contacts.contacts': record,
  'contacts.imports': execute,
  'contacts.access': execute,
  'contacts.collectivity-types': record,
  'channels.channels': record,
  'authorisation.limitation-tables': record,
  'authorisation.option-profiles': record,
  'authorisation.rules': [...record, 'execute'],
  'stock.contingents': record,
  'stock.stock': ['read', 'modify'],
  'stock.gauge-check': ['read', 'execute'],
  'orders.orders': ['read', 'execute'],
  'orders.payment-by-hand': execute,
  'accounts.accounts': ['read', 'execute'],
  'distributors.interfaces': record,
  'distributors.runs': ['read', 'execute'],
  'letters.letters': ['read', 'execute'],
  'letters.templates': [...record, 'execute'],
  'letters.bounces': execute,
  'letters.mail-hold': ['read', 'execute'],
  'history.history': readOnly,
} as const satisfies Record<string, readonly RightAction[]>;

export type RightFunction = keyof typeof rightFunctions;
export type Right = `${RightFunction}:${RightAction}`;

export const rightBranchNames = [
  'options',
  'seats',
  'visits',
  'products',
  'settings',
  'organisation',
  'catalogue',
  'contacts',
  'stock',
  'accounts',
  'others',
] as const;
export type RightBranchName = (typeof rightBranchNames)[number];

/** A branch: its own functions, and the branches below it. */
export interface RightBranch {
  name: RightBranchName;
  functions: readonly RightFunction[];
  branches: readonly RightBranch[];
}

/** The tree in the order of the work: options first, then what they are decided by, then the rest of the house. */
export const rightTree: readonly RightBranch[] = [
  {
    name: 'options',
    functions: [],
    branches: [
      {
        name: 'seats',
        functions: optionFunctions('seats'),
        branches: [
          {
            name: 'visits',
            functions: [
              'options.seats.visit-settings',
              'options.seats.visit-guides',
              'options.seats.visit-sheets',
              'options.seats.visit-validation',
            ],
            branches: [],
          },
        ],
      },
      { name: 'products', functions: optionFunctions('products'), branches: [] },
    ],
  },
  leaf('settings', [
    'catalogue.seasons',
    'catalogue.activities',
    'venues.seat-categories',
    'authorisation.limitation-tables',
    'authorisation.option-profiles',
    'authorisation.rules',
  ]),
  leaf('organisation', ['organisation.organisations', 'organisation.operators', 'organisation.roles']),
  leaf('catalogue', ['catalogue.events', 'catalogue.performances', 'catalogue.audiences', 'venues.venues']),
  leaf('contacts', [
    'contacts.contacts',
    'contacts.imports',
    'contacts.access',
    'contacts.collectivity-types',
  ]),
  leaf('stock', ['channels.channels', 'stock.contingents', 'stock.stock', 'stock.gauge-check']),
  leaf('accounts', [
    'orders.orders',
    'orders.payment-by-hand',
    'accounts.accounts',
    'distributors.interfaces',
    'distributors.runs',
  ]),
  leaf('others', [
    'letters.letters',
    'letters.templates',
    'letters.bounces',
    'letters.mail-hold',
    'history.history',
  ]),
];

/**
 * Functions no door of which is built yet: they may be given already, and say "not yet" where they are shown. A test
 * holds them against the doors there are.
 */
export const comingFunctions: readonly RightFunction[] = [
  'options.seats.report',
  'options.seats.visit-settings',
  'options.seats.visit-guides',
  'options.seats.visit-sheets',
  'options.seats.visit-validation',
  'options.products.report',
  'accounts.accounts',
  'distributors.interfaces',
  'distributors.runs',
];

/** Functions on what belongs to the whole institution, or to nobody: they need no organisation in particular. */
const institutionFunctions: readonly RightFunction[] = [
  'organisation.organisations',
  'organisation.operators',
  'organisation.roles',
  'catalogue.audiences',
  'contacts.contacts',
  'contacts.imports',
  'contacts.access',
  'contacts.collectivity-types',
  'letters.bounces',
  'letters.mail-hold',
  'history.history',
];

/** True for a right that counts wherever it is held. */
export function isInstitutionWide(right: Right): boolean {
  return institutionFunctions.some((name) => right.startsWith(`${name}:`));
}

/** The functions of a branch with those of the branches below it. */
export function functionsOn({ functions, branches }: RightBranch): RightFunction[] {
  return [...functions, ...branches.flatMap(functionsOn)];
}

function leaf(name: RightBranchName, functions: readonly RightFunction[]): RightBranch {
  return { name, functions, branches: [] };
}

/** Functions on one kind of option, in the order of `rightFunctions`; visits have a branch of their own. */
function optionFunctions(kind: 'seats' | 'products'): RightFunction[] {
  return functionNames().filter(
    (name) => name.startsWith(`options.${kind}.`) && !name.startsWith(`options.${kind}.visit-`),
  );
}

/** The names of all functions. */
export function functionNames(): RightFunction[] {
  return Object.keys(rightFunctions).filter((name): name is RightFunction => name in rightFunctions);
}

/** Every right of one function. */
export function rightsOf(name: RightFunction): Right[] {
  return rightFunctions[name].map((action): Right => `${name}:${action}`);
}

/** Every right there is. */
export const allRights: readonly Right[] = functionNames().flatMap((name) => rightsOf(name));

/** True when `text` is a right of the tree. */
export function isRight(text: string): text is Right {
  return allRights.some((right) => right === text);
}
