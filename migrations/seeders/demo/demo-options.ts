/** One thing done to an option, on a day (negative is past) at a time of the house's clock. Time does the rest. */
export interface DemoStep {
  verb:
    | 'place'
    | 'refuse'
    | 'confirm'
    | 'confirm-refusal'
    | 'cancel-refusal'
    | 'cancel-confirmation'
    | 'withdraw';
  day: number;
  time: string;
  reason?: string;
}

/** An option of the demo, from its request to where it stands on the first day. */
export interface DemoOption {
  contact: string;
  /** External id of the performance, and of the fallback dates. */
  performance: string;
  fallbacks?: string[];
  lines: { category: string; quantity: number; minimum?: number; subcategory?: string }[];
  origin: 'request' | 'direct';
  day: number;
  time: string;
  remark?: string;
  steps: DemoStep[];
}

/** About 25 options in every state there is a verb for, in words of the trade. */
export const demoOptions: readonly DemoOption[] = [
  // past performances: confirmed and played, refused, forgotten, withdrawn
  request('cse-tanneries', 'CERISAIE-1', [['CAT1', 24]], -45, [step('place', -43), step('confirm', -38)]),
  request('amis-scene', 'CERISAIE-2', [['CAT2', 32]], -44, [step('place', -42), step('confirm', -36)]),
  request('autocars-lindet', 'CERISAIE-2', [['CAT3', 49]], -40, [
    step('refuse', -39, 'Séance réservée aux abonnés'),
    step('confirm-refusal', -37),
  ]),
  request('voyages-cigale', 'CERISAIE-3', [['CAT2', 51]], -41, [step('place', -40), step('withdraw', -33)]),
  request('universite-temps', 'CERISAIE-3', [['CAT3', 18]], -40, [step('place', -39)]),

  // the shows at hand: overdue, confirmed late, refusal pending
  request('cse-horlogers', 'MALADE-1', [['CAT1', 40]], -20, [step('place', -18)]),
  request('cse-papeterie', 'MALADE-1', [['CAT2', 26]], -21, [step('place', -19), step('confirm', -12)]),
  request('autocars-belvedere', 'MALADE-2', [['CAT2', 53]], -15, [step('place', -13), step('confirm', -5)]),
  request('perrinet', 'MALADE-2', [['CAT3', 4]], -9, [
    step('place', -8),
    step('confirm', -6),
    step('cancel-confirmation', -5, 'Le contact hésite encore'),
  ]),
  request('choeur-mesange', 'MALADE-3', [['CAT3', 28]], -6, [
    step('refuse', -4, 'Plus de places groupées dans cette catégorie'),
  ]),
  direct('rivoire', 'MALADE-3', [['CAT1', 2]], -3, [step('confirm', -2)]),

  // a month ahead: the daily work
  request('cse-navettes', 'ECUME-1', [['CAT1', 35]], -9, [step('place', -8)]),
  request('lemoigne', 'ECUME-1', [['CAT2', 60]], -7, [step('place', -6)]),
  request(
    'mairie-villeneuve',
    'ECUME-2',
    [
      ['CAT1', 20],
      ['CAT2', 20],
    ],
    -6,
    [step('place', -5), step('confirm', -1)],
  ),
  request('escapades', 'ECUME-2', [['CAT2', 50]], -5, [
    step('refuse', -4, 'Groupe trop important pour cette date'),
    step('cancel-refusal', -3, 'Une autre option a été retirée'),
  ]),
  request('cse-verrerie', 'ECUME-3', [['CAT3', 15]], -4, [], {
    remark: 'Si possible au même rang.',
    fallbacks: ['ECUME-2'],
  }),
  request('tranchart', 'ECUME-3', [['VISIB', 3]], -3, [step('withdraw', -2)]),
  request('cse-semences', 'ECUME-3', [['CAT2', 44]], -2, []),

  // schools: released when the answer does not come
  request('lycee-garance', 'POUCETTE-1', [['PARTERRE', 52]], -30, [step('place', -28)]),
  request('college-tilleuls', 'POUCETTE-1', [['PARTERRE', 58]], -12, [step('place', -11)], {
    remark: '2 classes de 6e, 6 accompagnateurs.',
  }),
  request('ecole-marronnier', 'POUCETTE-2', [['BALCON', 26]], -10, [step('place', -9), step('confirm', -4)]),
  request('ecole-passerelle', 'POUCETTE-3', [['PARTERRE', 29]], -2, [], { fallbacks: ['POUCETTE-4'] }),
  request('college-fontaine', 'POUCETTE-4', [['BALCON', 56]], -2, [step('place', -1)]),

  // the festival, far ahead
  request('ccas-bords', 'CIRQUE-1', [['CAT2', 30]], -8, [step('place', -7)]),
  request('tour-lumiere', 'CIRQUE-1', [['CAT1', 50]], -5, [], {
    minimum: 30,
    remark: 'À partir de 30 places, sinon une autre date.',
    fallbacks: ['CIRQUE-2'],
  }),
  request('okambi', 'CIRQUE-2', [['CAT3', 33]], -3, []),
  direct('cse-messagerie', 'CIRQUE-2', [['CAT2', 45]], -2, []),
];

function step(verb: DemoStep['verb'], day: number, reason?: string): DemoStep {
  return { verb, day, time: '11:20', ...(reason === undefined ? {} : { reason }) };
}

function request(
  contact: string,
  performance: string,
  lines: [category: string, quantity: number][],
  day: number,
  steps: DemoStep[],
  more: { remark?: string; fallbacks?: string[]; minimum?: number } = {},
): DemoOption {
  const { minimum, ...rest } = more;
  return {
    contact,
    performance,
    lines: lines.map(([category, quantity]) => ({
      category,
      quantity,
      ...(minimum === undefined ? {} : { minimum }),
    })),
    origin: 'request',
    day,
    time: '09:40',
    steps,
    ...rest,
  };
}

function direct(
  contact: string,
  performance: string,
  lines: [category: string, quantity: number][],
  day: number,
  steps: DemoStep[],
): DemoOption {
  return { ...request(contact, performance, lines, day, steps), origin: 'direct' };
}
