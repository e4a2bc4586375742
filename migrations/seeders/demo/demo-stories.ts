import type { DemoStep, DemoVerb } from './demo-option.ts';
import type { Dice } from './dice.ts';

/** What becomes of an option, from its request on; without the people who do it. */
export interface DemoStory {
  day: number;
  direct: boolean;
  steps: (Omit<DemoStep, 'time' | 'operator' | 'fewer'> & { partial?: boolean })[];
}

/** What can become of an option. */
export type StoryName = keyof typeof stories;

/** When a story is told: the day of its performance, and how long a placement runs there. */
export interface Setting {
  performanceDay: number;
  daysToAnswer: number;
  dice: Dice;
}

/** Yesterday: nothing of the demo was done today, so that its past is the same at every hour of the day. */
const yesterday = -1;

const refusals = [
  'Plus de places groupées dans cette catégorie',
  'Séance réservée aux abonnés',
  'Groupe trop important pour cette date',
  'Jauge des collectivités atteinte',
  'Catégorie fermée pour raisons techniques',
];
const seconds = [
  'Une autre option a été retirée',
  'La régie a rendu des places',
  'Erreur de date, le groupe est attendu',
];
const hesitations = ['Le contact hésite encore', 'Bon de commande à refaire', 'Effectif à revoir'];
const means = ['transfer', 'cheque', 'card', 'transfer', 'cash'] as const;
const goodbyes = [
  'Le groupe ne vient plus',
  'Budget refusé',
  'Sortie reportée à la saison prochaine',
  'Doublon',
];

const step = (verb: DemoVerb, day: number, reason?: string) => ({
  verb,
  day: Math.min(day, yesterday),
  ...(reason === undefined ? {} : { reason }),
});

const payment = (day: number, { dice }: Setting) => ({ ...step('pay', day), means: dice.pick(means) });

const told = (day: number, steps: DemoStory['steps'] = [], direct = false): DemoStory => ({
  day,
  steps,
  direct,
});

/** The day of a placement whose answer is due `ahead` days from today. */
const dueIn = ({ daysToAnswer }: Setting, ahead: number) => ahead - daysToAnswer;

/** The placement comes some days after the request, and leaves room for what follows. */
function begun({ performanceDay, dice }: Setting) {
  const asked =
    performanceDay > 18
      ? -dice.between(13, 26)
      : performanceDay - dice.between(28, performanceDay < 0 ? 52 : 40);
  return { asked, placed: asked + dice.between(1, 3) };
}

/** Every story, told backwards from today or from its performance. */
export const stories = {
  asked: ({ dice }: Setting) => told(-dice.between(1, 5)),
  granted: ({ dice }) => {
    const placed = -dice.between(1, 6);
    return told(placed - dice.between(1, 3), [step('place', placed)]);
  },
  grantedInPart: ({ dice }) => {
    const placed = -dice.between(1, 6);
    return told(placed - 2, [{ ...step('place', placed), partial: true }]);
  },
  grantedDirectly: ({ dice }) => told(-dice.between(1, 5), [], true),
  changedPlacement: () =>
    told(-9, [step('place', -6), { ...step('place', -2, 'Le groupe se réduit'), partial: true }]),
  agreed: ({ dice }) => told(-8, [{ ...step('place', -5), agreedDay: dice.between(3, 12) }]),
  dueToday: (setting) => told(dueIn(setting, 0) - 2, [step('place', dueIn(setting, 0))]),
  dueTomorrow: (setting) => told(dueIn(setting, 1) - 1, [step('place', dueIn(setting, 1))]),
  dueInTwo: (setting) => told(dueIn(setting, 2) - 2, [step('place', dueIn(setting, 2))]),
  unanswered: (setting) => {
    const { asked, placed } = begun(setting);
    const late = Math.min(placed, dueIn(setting, -setting.dice.between(1, 4)));
    return told(Math.min(asked, late - 1), [step('place', late)]);
  },
  confirmed: (setting) => {
    const { asked, placed } = begun(setting);
    return told(asked, [step('place', placed), step('confirm', placed + setting.dice.between(2, 7))]);
  },
  confirmedInPart: (setting) => {
    const { asked, placed } = begun(setting);
    return told(asked, [{ ...step('place', placed), partial: true }, step('confirm', placed + 3)]);
  },
  confirmedDirectly: (setting) => {
    const { asked } = begun(setting);
    return told(asked, [step('confirm', asked + setting.dice.between(1, 6))], true);
  },
  refusing: ({ dice, performanceDay }) => {
    const refused = Math.min(yesterday, performanceDay - 2) - dice.between(0, 3);
    return told(refused - 3, [step('refuse', refused, dice.pick(refusals))]);
  },
  refusingPlaced: ({ dice }) =>
    told(-9, [step('place', -7), step('refuse', -dice.between(1, 3), dice.pick(refusals))]),
  declined: (setting) => {
    const { asked, placed } = begun(setting);
    const reason = setting.dice.pick(refusals);
    return told(asked, [step('refuse', placed, reason), step('confirm-refusal', placed + 2, reason)]);
  },
  reconsidered: (setting) => {
    const { asked, placed } = begun(setting);
    return told(asked, [
      step('refuse', placed, setting.dice.pick(refusals)),
      step('cancel-refusal', placed + 1, setting.dice.pick(seconds)),
      step('place', placed + 2),
      step('confirm', placed + 5),
    ]);
  },
  restored: () =>
    told(-8, [
      step('place', -6),
      step('refuse', -4, 'Groupe trop important pour cette date'),
      step('cancel-refusal', -2, 'Une autre option a été retirée'),
    ]),
  asksAgain: () =>
    told(-6, [
      step('refuse', -4, 'Jauge des collectivités atteinte'),
      step('cancel-refusal', -2, 'La régie a rendu des places'),
    ]),
  reopened: ({ dice }) =>
    told(-9, [
      step('place', -7),
      step('confirm', -5),
      step('cancel-confirmation', -2, dice.pick(hesitations)),
    ]),
  confirmedAgain: (setting) => {
    const { asked, placed } = begun(setting);
    return told(asked, [
      step('place', placed),
      step('confirm', placed + 2),
      step('cancel-confirmation', placed + 4, setting.dice.pick(hesitations)),
      step('confirm', placed + 6),
    ]);
  },
  withdrawnEarly: (setting) => {
    const { asked } = begun(setting);
    return told(asked, [step('withdraw', asked + 2, setting.dice.pick(goodbyes))]);
  },
  withdrawnPlaced: (setting) => {
    const { asked, placed } = begun(setting);
    return told(asked, [step('place', placed), step('withdraw', placed + 4, setting.dice.pick(goodbyes))]);
  },
  waiting: ({ dice }) =>
    told(-9, [
      step('refuse', -7, dice.pick(refusals)),
      step('wait', -dice.between(2, 5), 'À rappeler si des places reviennent'),
    ]),
  waitsInPart: () => told(-6, [{ ...step('place', -3), partial: true, rest: 'wait' }]),
  leftWaiting: ({ dice }) =>
    told(-12, [
      step('refuse', -10, dice.pick(refusals)),
      step('wait', -8),
      step('leave-waiting', -dice.between(1, 4), 'Aucune place n’est revenue'),
    ]),
  placedFromWaiting: ({ dice }) =>
    told(-12, [
      step('refuse', -10, dice.pick(refusals)),
      step('wait', -7),
      step('place', -dice.between(1, 3), dice.pick(seconds)),
    ]),
  extended: ({ dice }) =>
    told(-9, [
      step('place', -7),
      {
        ...step('extend', -dice.between(1, 4), 'Réunion du comité reportée'),
        agreedDay: dice.between(5, 12),
      },
    ]),
  firm: (setting) => {
    const { asked, placed } = begun(setting);
    return told(asked, [
      step('place', placed),
      { ...step('confirm', placed + 2), insured: true },
      step('firm', placed + 4),
    ]);
  },
  paid: (setting) => {
    const { asked, placed } = begun(setting);
    return told(asked, [step('place', placed), step('confirm', placed + 2), payment(placed + 5, setting)]);
  },
  paidFirm: (setting) => {
    const { asked, placed } = begun(setting);
    return told(asked, [
      step('place', placed),
      step('confirm', placed + 1),
      step('firm', placed + 3),
      payment(placed + 5, setting),
    ]);
  },
  abandoned: (setting) => {
    const { asked, placed } = begun(setting);
    return told(asked, [
      step('place', placed),
      step('confirm', placed + 2),
      step('abandon', placed + 5, 'Chèque oublié'),
    ]);
  },
  cancelled: (setting) => {
    const { asked, placed } = begun(setting);
    return told(asked, [
      step('place', placed),
      step('confirm', placed + 2),
      step('cancel', placed + 5, setting.dice.pick(goodbyes)),
    ]);
  },
  reinstated: () =>
    told(-9, [
      step('place', -7),
      step('lapse', -4, 'Sans réponse après deux appels'),
      step('reinstate', -2, 'Le bon de commande s’était égaré'),
    ]),
  twin: () => told(-7, [step('place', -4)]),
  twinOfIt: () => told(-6, [step('link-twin', -3, 'Même groupe')]),
  letGo: (setting) => {
    const { asked, placed } = begun(setting);
    return told(asked, [step('place', placed), step('lapse', placed + 6, 'Sans réponse après deux appels')]);
  },
} satisfies Record<string, (setting: Setting) => DemoStory>;
