import { castStory } from './cast-story.ts';
import type { DemoClock } from './demo-clock.ts';
import type { DemoLine, DemoOption } from './demo-option.ts';
import { demoParties, type Party } from './demo-parties.ts';
import { type DemoPerformance, demoPerformances } from './demo-programme.ts';
import { type DemoStory, type StoryName, stories } from './demo-stories.ts';
import { type Dice, dice } from './dice.ts';

/** What became of the options of a performance that is over, at hand, ahead, or far ahead; dealt in this order. */
const decks = {
  past: [
    ...['paid', 'confirmed', 'unanswered', 'declined', 'confirmed', 'withdrawnPlaced', 'confirmedInPart'],
    ...['unanswered', 'confirmed', 'refusing', 'confirmedDirectly', 'withdrawnEarly', 'paid', 'reconsidered'],
    ...['letGo', 'confirmedAgain'],
  ],
  near: [
    ...['confirmed', 'unanswered', 'firm', 'refusing', 'confirmedDirectly', 'unanswered', 'declined'],
    ...['withdrawnPlaced', 'paid', 'unanswered', 'confirmedInPart', 'letGo', 'refusing', 'reconsidered'],
    ...['unanswered', 'withdrawnEarly'],
  ],
  ahead: [
    ...['asked', 'dueInTwo', 'confirmed', 'granted', 'unanswered', 'refusing', 'dueToday', 'asked', 'firm'],
    ...['refusingPlaced', 'waiting', 'declined', 'withdrawnPlaced', 'asked', 'restored', 'dueTomorrow'],
    ...['agreed', 'paidFirm', 'asksAgain', 'reopened', 'waitsInPart', 'withdrawnEarly', 'dueInTwo'],
    ...['grantedDirectly', 'changedPlacement', 'leftWaiting', 'letGo', 'abandoned', 'placedFromWaiting'],
    ...['extended', 'grantedInPart', 'cancelled'],
  ],
  far: [
    ...['asked', 'granted', 'asked', 'grantedDirectly', 'asked', 'confirmed', 'granted', 'dueInTwo'],
    ...['asked', 'withdrawnEarly', 'reinstated', 'declined', 'unanswered', 'asked'],
  ],
} as const satisfies Record<string, readonly StoryName[]>;

type Deck = keyof typeof decks;

/** How many options a performance has: the popular ones have more, and those that visitors fill have few. */
const crowds: Readonly<Record<string, number>> = {
  ...{ CERISAIE: 3, VAGUES: 3, OMBRES: 3, RIEN: 3, MALADE: 6, ECUME: 7, ATLAS: 8, GALILEE: 3, VISITE: 2 },
  ...{
    CIRQUE: 4,
    FANFARES: 4,
    POUCETTE: 4,
    'OPEN-MARIVAUX': 3,
    'OPEN-QUATUORS': 2,
    'OPEN-ESCALES': 2,
    'OPEN-CONTES': 2,
  },
};
const usualCrowd = 5;

const daysToAnswer = { SPECTACLES: 10, SCOLAIRES: 14, FESTIVAL: 10, VISITES: 7 };

/** About 300 options in every state there is a verb for, in the order of their performances. */
export function demoOptions(clock: DemoClock): DemoOption[] {
  const dealt: Record<Deck, number> = { past: 0, near: 0, ahead: 0, far: 0 };
  const parties = demoParties();
  const performances = demoPerformances(clock);
  return performances.flatMap((performance, position) => {
    const rooms = roomsOf(performance);
    return Array.from({ length: crowdOf(performance) }, (_, index): DemoOption[] => {
      const deck = deckOf(performance.day);
      const name = decks[deck][dealt[deck]++ % decks[deck].length] ?? 'confirmed';
      const cast = dice(`${performance.externalId} ${index}`);
      const lines = seated(parties.next(performance.event.activity, performance.event.venue), rooms, cast);
      if (lines === null) return [];
      const story = stories[name]({
        performanceDay: performance.day,
        daysToAnswer: daysToAnswer[performance.event.activity],
        dice: cast,
      });
      const later = performances
        .slice(position + 1, position + 3)
        .filter(({ event }) => event === performance.event);
      return [optionOf(performance, later, lines, story, cast)];
    }).flat();
  });
}

function crowdOf({ event }: DemoPerformance): number {
  return crowds[event.code] ?? usualCrowd;
}

function deckOf(day: number): Deck {
  if (day < 0) return 'past';
  if (day <= 18) return 'near';
  return day <= 60 ? 'ahead' : 'far';
}

/** What the first contingent of each category open to options still has for the groups that come. */
function roomsOf({ seats }: DemoPerformance): Map<string, number> {
  const closed = ['CARRE-OR', 'PMR1', 'PMR2'];
  return new Map(
    seats
      .filter(({ category }) => !closed.includes(category))
      .map(({ category, contingents }) => [category, contingents[0]?.capacity ?? 0]),
  );
}

interface Seated {
  party: Party;
  lines: DemoLine[];
}

/** Finds the party places; null when the house has no room for one more of its kind. */
function seated(party: Party, rooms: Map<string, number>, cast: Dice): Seated | null {
  const open = [...rooms].filter(([, room]) => room >= party.quantity).map(([category]) => category);
  if (open.length === 0) return null;
  const category = cast.pick(open);
  rooms.set(category, (rooms.get(category) ?? 0) - party.quantity);
  const { quantity, minimum } = party;
  if (!party.pupils) return { party, lines: [{ category, quantity, minimum, subcategory: null }] };
  const adults = Math.ceil(quantity / 11);
  return {
    party,
    lines: [
      { category, quantity: quantity - adults, minimum: null, subcategory: 'SCOLAIRE/ELEVE' },
      { category, quantity: adults, minimum: null, subcategory: 'SCOLAIRE/ACCOMPAGNATEUR' },
    ],
  };
}

function optionOf(
  { externalId }: DemoPerformance,
  later: readonly DemoPerformance[],
  { party, lines }: Seated,
  story: DemoStory,
  cast: Dice,
): DemoOption {
  return {
    contact: party.contact,
    wish: {
      performance: externalId,
      fallbacks: cast.chance(30) ? later.map((each) => each.externalId) : [],
      lines,
      acceptsUpgrade: cast.chance(20),
    },
    ...castStory(story, cast, lines[0]?.quantity ?? 2),
    remark: cast.chance(25) ? cast.pick(party.remarks) : null,
    internalRemark: cast.chance(10) ? cast.pick(internalRemarks) : null,
  };
}

const internalRemarks = [
  'Client fidèle : placer ensemble si possible.',
  'A déjà annulé l’an dernier, relancer tôt.',
  'Bon de commande reçu par courrier.',
  'Facturation au service culturel de la ville.',
];
