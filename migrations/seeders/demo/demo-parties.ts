import type { DemoActivity } from './demo-house.ts';
import { demoIndividuals } from './demo-people.ts';
import { type DemoStructureType, demoStructures } from './demo-structures.ts';
import { dice } from './dice.ts';

/** Who asks for places, and for how many. */
export interface Party {
  /** Name of the contact: a structure, the relay who writes for it, or a person. */
  contact: string;
  quantity: number;
  minimum: number | null;
  /** Pupils with one adult for ten of them. */
  pupils: boolean;
  remarks: readonly string[];
}

/** What kind of contact asks. */
export type PartyKind = DemoStructureType | 'PERSON';

/** Who comes to what, the most frequent more than once. */
const audiences: Readonly<Record<DemoActivity, readonly PartyKind[]>> = {
  SPECTACLES: [
    'CSE',
    'ASSOCIATION',
    'CSE',
    'TOURISME',
    'CSE',
    'PERSON',
    'CSE',
    'PUBLIQUE',
    'TOURISME',
    'CSE',
    'PERSON',
  ],
  SCOLAIRES: ['SCOLAIRE'],
  FESTIVAL: ['CSE', 'TOURISME', 'ASSOCIATION', 'PERSON'],
  VISITES: ['ASSOCIATION', 'PUBLIQUE', 'SCOLAIRE'],
};

const sizes: Readonly<Record<PartyKind, readonly [number, number]>> = {
  CSE: [10, 60],
  SCOLAIRE: [26, 58],
  TOURISME: [49, 53],
  ASSOCIATION: [12, 35],
  PUBLIQUE: [10, 40],
  PERSON: [2, 6],
};

/** What they remark. */
export const remarks: Readonly<Record<PartyKind, readonly string[]>> = {
  CSE: [
    'Si possible au même rang.',
    'Paiement par virement à 30 jours.',
    'Deux personnes à mobilité réduite parmi nous.',
  ],
  SCOLAIRE: [
    'Classes de sixième, rencontre avec l’équipe souhaitée.',
    'Arrivée en car, dépose devant le théâtre ?',
    'Deux élèves malentendants.',
  ],
  TOURISME: ['Un seul car, départ immédiat après la représentation.', 'Dîner prévu à 18 h 30 en ville.'],
  ASSOCIATION: [
    'Adhérents âgés : peu de marches, s’il vous plaît.',
    'Nous confirmons après notre réunion de bureau.',
  ],
  PUBLIQUE: ['Bon de commande à suivre.', 'Facture à déposer sur le portail des marchés publics.'],
  PERSON: ['Un anniversaire, places côte à côte.', 'Je règle sur place.'],
};

/** Deals parties in turn, so that everybody comes about as often; a tour or the studio takes small groups only. */
export function demoParties(): { next(activity: DemoActivity, venue: string): Party } {
  const turns = new Map<string, number>();
  const turnOf = (name: string) => {
    const turn = turns.get(name) ?? 0;
    turns.set(name, turn + 1);
    return turn;
  };
  return {
    next: (activity, venue) => {
      const kinds = audiences[activity];
      const kind = kinds[turnOf(activity) % kinds.length] ?? 'CSE';
      const turn = turnOf(kind);
      const cast = dice(`${kind} ${turn}`);
      const [least, most] = sizes[kind];
      const small =
        activity === 'VISITES' ? [10, 20] : venue === 'STUDIO' && kind !== 'SCOLAIRE' ? [8, 24] : null;
      const quantity =
        small === null || kind === 'PERSON'
          ? cast.between(least, most)
          : cast.between(small[0] ?? least, small[1] ?? most);
      return {
        contact: contactOf(kind, turn),
        quantity,
        minimum: quantity > 20 && cast.chance(15) ? Math.round(quantity * 0.6) : null,
        pupils: kind === 'SCOLAIRE' && cast.chance(60),
        remarks: remarks[kind],
      };
    },
  };
}

/** The contact of that kind whose turn it is: a structure writes itself, or one of its relays does. */
export function contactOf(kind: PartyKind, turn: number): string {
  if (kind === 'PERSON') return demoIndividuals[turn % demoIndividuals.length]?.name ?? '';
  const structures = demoStructures.filter(({ type }) => type === kind);
  const round = Math.floor(turn / structures.length);
  const structure = structures[turn % structures.length];
  const relay = structure?.relays[0];
  return (round % 2 === 0 ? structure?.name : (relay?.name ?? structure?.name)) ?? '';
}
