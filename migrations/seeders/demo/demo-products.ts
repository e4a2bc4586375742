import type { ProductKind } from '../../../rules/catalogue/product-kinds.ts';
import type { DemoClock } from './demo-clock.ts';
import type { DemoActivity } from './demo-house.ts';
import { nextDays } from './demo-programme.ts';

/** A product of the demo's season, by codes; money in cents. */
export interface DemoProduct {
  code: string;
  name: string;
  kind: ProductKind;
  family: 'ABONNEMENT' | 'FORFAIT' | 'VISITE' | 'SERVICE' | 'BOUTIQUE';
  activity?: DemoActivity;
  /** Of what is counted by itself. */
  priceCents?: number;
  /** Of an article or service of which there are few. */
  capacity?: number;
  /** Of a visit. */
  slots?: DemoSlot[];
  lines: DemoProductLine[];
}

/** When a visit starts, with whom, for how many. */
export interface DemoSlot {
  day: number;
  time: string;
  guide: string;
  capacity: number;
}

/** A line of a product: seats at one of some performances, or another product. */
export type DemoProductLine = {
  name: string;
  role: 'mandatory' | 'optional' | 'companion';
  priceCents: number;
  /** A companion comes once per so many units. */
  per?: number;
  rounding?: 'up' | 'down';
} & ({ performances: readonly string[] } | { product: string });

/** How many days a placement of a product runs. */
export const productDaysToAnswer = 10;

const guides = ['Joséphine Vacquerel', 'Théodule Brissac', 'Naïma Lestrange'];

/**
 * What the house sells beside seats, told so that a product comes after those its lines are of. Season tickets and packages
 * leave the first performances of what visitors fill alone.
 */
export function demoProducts(clock: DemoClock): DemoProduct[] {
  const visits = (from: number, count: number, weekdays: readonly number[], times: readonly string[]) =>
    nextDays(clock, from, count, weekdays).map((day, at) => ({
      day,
      time: times[at % times.length] ?? '10:30',
      guide: guides[at % guides.length] ?? '',
      capacity: 40,
    }));
  return [
    { ...counted('PROGRAMME', 'Programme de la saison', 500), kind: 'article', family: 'BOUTIQUE' },
    {
      ...counted('COFFRET', 'Coffret du centenaire', 2900),
      kind: 'article',
      family: 'BOUTIQUE',
      capacity: 60,
    },
    { ...counted('ACCOMPAGNATEUR', 'Accompagnateur', 0), kind: 'service', family: 'SERVICE' },
    { ...counted('VERRE', 'Verre de l’entracte', 600), kind: 'service', family: 'SERVICE' },
    {
      ...counted('AUTOCAR', 'Stationnement d’un autocar', 1500),
      kind: 'service',
      family: 'SERVICE',
      capacity: 12,
    },
    {
      ...counted('COULISSES', 'Visite des coulisses', 900),
      kind: 'visit',
      family: 'VISITE',
      activity: 'VISITES',
      slots: visits(-14, 14, [3, 6], ['10:30', '14:30']),
      lines: [oneForTen],
    },
    {
      ...counted('COSTUMES', 'Visite de l’atelier des costumes', 500),
      kind: 'visit',
      family: 'VISITE',
      activity: 'SCOLAIRES',
      slots: visits(9, 8, [2, 5], ['10:00']),
      lines: [oneForTen],
    },
    {
      code: 'ABO-THEATRE',
      name: 'Abonnement Théâtre',
      kind: 'season-ticket',
      family: 'ABONNEMENT',
      lines: [
        seats('mandatory', 'Le Jeu de l’amour et du hasard', 'OPEN-MARIVAUX', 2000),
        seats('mandatory', 'Contes de l’hiver long', 'OPEN-CONTES', 2000),
        seats('optional', 'Escales, chants de marins', 'OPEN-ESCALES', 1800),
        { name: 'Programme de la saison', role: 'optional', product: 'PROGRAMME', priceCents: 300 },
      ],
    },
    {
      code: 'ABO-MUSIQUE',
      name: 'Abonnement Musique',
      kind: 'season-ticket',
      family: 'ABONNEMENT',
      lines: [
        seats('mandatory', 'Quatuors du soir', 'OPEN-QUATUORS', 2000),
        seats('mandatory', 'Escales, chants de marins', 'OPEN-ESCALES', 2000),
        seats('optional', 'Contes de l’hiver long', 'OPEN-CONTES', 1800),
        { name: 'Verre de l’entracte', role: 'optional', product: 'VERRE', priceCents: 500 },
      ],
    },
    {
      code: 'SOIREE',
      name: 'Forfait Soirée et coulisses',
      kind: 'package',
      family: 'FORFAIT',
      lines: [
        seats('mandatory', 'Quatuors du soir', 'OPEN-QUATUORS', 2200),
        { name: 'Visite des coulisses', role: 'mandatory', product: 'COULISSES', priceCents: 700 },
        { ...oneForTen, rounding: 'down' },
      ],
    },
    {
      code: 'SORTIE',
      name: 'Forfait Sortie en autocar',
      kind: 'package',
      family: 'FORFAIT',
      lines: [
        seats('mandatory', 'Escales, chants de marins', 'OPEN-ESCALES', 2200),
        {
          name: 'Stationnement d’un autocar (1 pour 53)',
          role: 'companion',
          product: 'AUTOCAR',
          priceCents: 0,
          per: 53,
          rounding: 'up',
        },
        { name: 'Verre de l’entracte', role: 'optional', product: 'VERRE', priceCents: 500 },
      ],
    },
  ];
}

const oneForTen: DemoProductLine = {
  name: 'Accompagnateur (1 pour 10)',
  role: 'companion',
  product: 'ACCOMPAGNATEUR',
  priceCents: 0,
  per: 10,
  rounding: 'up',
};

function counted(code: string, name: string, priceCents: number) {
  return { code, name, priceCents, lines: [] };
}

/** Seats at one of the last three performances of an event. */
function seats(
  role: 'mandatory' | 'optional',
  name: string,
  event: string,
  priceCents: number,
): DemoProductLine {
  return { name, role, performances: [4, 5, 6].map((nth) => `${event}-${nth}`), priceCents };
}
