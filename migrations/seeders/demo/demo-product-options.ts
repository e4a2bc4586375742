import { castStory } from './cast-story.ts';
import type { DemoClock } from './demo-clock.ts';
import type { DemoOption, DemoUnits } from './demo-option.ts';
import { contactOf, type PartyKind, remarks } from './demo-parties.ts';
import { type DemoProduct, demoProducts, productDaysToAnswer } from './demo-products.ts';
import { demoPerformances } from './demo-programme.ts';
import { type StoryName, stories } from './demo-stories.ts';
import { dice } from './dice.ts';

/** Who asks for how many units of what, what becomes of it, and where the lines with a choice are had. */
type Row = readonly [
  story: StoryName,
  product: string,
  party: PartyKind,
  units: number,
  at?: DemoUnits['at'],
];

const theatre = (nth: number, more: DemoUnits['at'] = {}) => ({
  'Le Jeu de l’amour et du hasard': `OPEN-MARIVAUX-${nth}`,
  'Contes de l’hiver long': `OPEN-CONTES-${nth}`,
  ...more,
});
const music = (nth: number, more: DemoUnits['at'] = {}) => ({
  'Quatuors du soir': `OPEN-QUATUORS-${nth}`,
  'Escales, chants de marins': `OPEN-ESCALES-${nth}`,
  ...more,
});
const backstage = (slot: number) => ({ 'Visite des coulisses': `COULISSES-${slot}` });
const evening = (nth: number, slot: number) => ({
  'Quatuors du soir': `OPEN-QUATUORS-${nth}`,
  ...backstage(slot),
});
const outing = (nth: number, more: DemoUnits['at'] = {}) => ({
  'Escales, chants de marins': `OPEN-ESCALES-${nth}`,
  ...more,
});
const costumes = (slot: number) => ({ 'Visite de l’atelier des costumes': `COSTUMES-${slot}` });

const programme = { 'Programme de la saison': null };
const glass = { 'Verre de l’entracte': null };

/**
 * Options in every state a verb leads to, of every kind of product. The slots of a visit are told by their number; those that
 * may be today are left out, so that what is past is past at every hour.
 */
const rows: readonly Row[] = [
  ['asked', 'ABO-THEATRE', 'CSE', 12, theatre(4)],
  ['granted', 'ABO-THEATRE', 'CSE', 10, theatre(5, { 'Escales, chants de marins': 'OPEN-ESCALES-5' })],
  ['confirmed', 'ABO-THEATRE', 'PERSON', 2, theatre(4, programme)],
  ['dueInTwo', 'ABO-THEATRE', 'ASSOCIATION', 8, theatre(6, programme)],
  ['firm', 'ABO-THEATRE', 'CSE', 9, theatre(5)],
  ['paid', 'ABO-THEATRE', 'PERSON', 2, theatre(6)],
  ['asked', 'ABO-MUSIQUE', 'CSE', 10, music(5)],
  ['waiting', 'ABO-MUSIQUE', 'ASSOCIATION', 12, music(4)],
  ['confirmedDirectly', 'ABO-MUSIQUE', 'PERSON', 2, music(6, glass)],
  ['refusing', 'ABO-MUSIQUE', 'PUBLIQUE', 6, music(4)],
  ['withdrawnPlaced', 'ABO-MUSIQUE', 'CSE', 8, music(5)],
  ['granted', 'SOIREE', 'TOURISME', 20, evening(4, 10)],
  ['confirmed', 'SOIREE', 'CSE', 15, evening(5, 11)],
  ['asked', 'SOIREE', 'ASSOCIATION', 11, evening(4, 12)],
  ['reinstated', 'SOIREE', 'CSE', 12, evening(5, 13)],
  ['dueTomorrow', 'SORTIE', 'TOURISME', 48, outing(4)],
  ['paidFirm', 'SORTIE', 'TOURISME', 50, outing(6, glass)],
  ['declined', 'SORTIE', 'TOURISME', 30, outing(5)],
  ['paid', 'COULISSES', 'ASSOCIATION', 18, backstage(1)],
  ['paid', 'COULISSES', 'PUBLIQUE', 14, backstage(2)],
  ['declined', 'COULISSES', 'SCOLAIRE', 20, backstage(2)],
  ['withdrawnEarly', 'COULISSES', 'ASSOCIATION', 12, backstage(3)],
  ['confirmed', 'COULISSES', 'PUBLIQUE', 15, backstage(7)],
  ['unanswered', 'COULISSES', 'SCOLAIRE', 20, backstage(8)],
  ['dueToday', 'COULISSES', 'ASSOCIATION', 16, backstage(9)],
  ['abandoned', 'COULISSES', 'PERSON', 4, backstage(9)],
  ['refusing', 'COULISSES', 'PUBLIQUE', 20, backstage(11)],
  ['asked', 'COULISSES', 'ASSOCIATION', 10, backstage(12)],
  ['grantedDirectly', 'COULISSES', 'CSE', 12, backstage(14)],
  ['unanswered', 'COSTUMES', 'SCOLAIRE', 26, costumes(3)],
  ['asked', 'COSTUMES', 'SCOLAIRE', 24, costumes(4)],
  ['confirmed', 'COSTUMES', 'SCOLAIRE', 28, costumes(5)],
  ['extended', 'COSTUMES', 'SCOLAIRE', 25, costumes(6)],
  ['reopened', 'COSTUMES', 'SCOLAIRE', 27, costumes(7)],
  ['granted', 'PROGRAMME', 'CSE', 40],
  ['grantedInPart', 'COFFRET', 'CSE', 12],
  ['letGo', 'COFFRET', 'ASSOCIATION', 10],
  ['confirmed', 'AUTOCAR', 'TOURISME', 1],
  ['cancelled', 'VERRE', 'CSE', 30],
  ['placedFromWaiting', 'PROGRAMME', 'PUBLIQUE', 25],
];

/** One group in two halves, one after the other: whoever decides about one is asked about the other. */
const twins: readonly Row[] = [
  ['twin', 'COULISSES', 'SCOLAIRE', 18, backstage(10)],
  ['twinOfIt', 'COULISSES', 'SCOLAIRE', 18, backstage(11)],
];

/** A group that sees a show, and what is behind it before: an option on seats and one on a visit. */
const showOfTwins = 'OPEN-QUATUORS-6';
const visitOfTwins: Row = ['twinOfIt', 'COULISSES', 'ASSOCIATION', 24, backstage(13)];

/** The options on products, and the seats that are the twin of one of them, told just before it. */
export function demoProductOptions(clock: DemoClock): DemoOption[] {
  const days = dayOf(clock);
  const turns = new Map<PartyKind, number>();
  const contact = (party: PartyKind) => {
    const turn = (turns.get(party) ?? 0) + 1;
    turns.set(party, turn);
    return contactOf(party, turn);
  };
  const told = (row: Row, name: string, of = contact(row[2])) => optionOf(days, row, name, of);
  const school = contact('SCOLAIRE');
  const club = contact('ASSOCIATION');
  return [
    ...rows.map((row, index) => told(row, `product ${index}`)),
    ...twins.map((row, index) => told(row, `twin ${index}`, school)),
    seatsOf(club),
    told(visitOfTwins, 'twin of seats', club),
  ];
}

function optionOf(
  dayOfPlace: (place: string) => number,
  [name, product, party, units, at = {}]: Row,
  cast: string,
  contact: string,
): DemoOption {
  const rolls = dice(cast);
  const places = Object.values(at).filter((place) => place !== null);
  const story = stories[name]({
    performanceDay: Math.min(...places.map(dayOfPlace), endOfSeason),
    daysToAnswer: productDaysToAnswer,
    dice: rolls,
  });
  return {
    contact,
    wish: { product, units, at },
    ...castStory(story, rolls, units),
    remark: rolls.chance(25) ? rolls.pick(remarks[party]) : null,
    internalRemark: null,
  };
}

/** An article can be had until then. */
const endOfSeason = 220;

function seatsOf(contact: string): DemoOption {
  return {
    contact,
    wish: {
      performance: showOfTwins,
      fallbacks: [],
      lines: [{ category: 'PARTERRE', quantity: 24, minimum: null, subcategory: null }],
      acceptsUpgrade: false,
    },
    ...castStory(stories.twin(), dice('seats of twins'), 24),
    remark: 'Visite des coulisses souhaitée avant le concert.',
    internalRemark: null,
  };
}

/** The day of a performance, or of a slot such as `COULISSES-3`. */
function dayOf(clock: DemoClock): (place: string) => number {
  const slots = demoProducts(clock).flatMap(({ code, slots: own = [] }: DemoProduct) =>
    own.map(({ day }, at): [string, number] => [`${code}-${at + 1}`, day]),
  );
  const performances = demoPerformances(clock).map(({ externalId, day }): [string, number] => [
    externalId,
    day,
  ]);
  const known = new Map([...slots, ...performances]);
  return (place) => {
    const day = known.get(place);
    if (day === undefined) throw new RangeError(`the demo has no ${place}`);
    return day;
  };
}
