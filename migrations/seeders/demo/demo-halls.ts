import type { SeatPlanDraft } from '../../../rules/venues/plan-seat.ts';
import { italianHouse } from './plans/italian-house.ts';
import { modernHall } from './plans/modern-hall.ts';

/** The hall of a venue: its plan when its seats are numbered, else the places of each category. */
export type DemoHall = {
  venue: string;
  code: string;
  name: string;
  /** Performances are played in the last one; one before it is free to be painted. */
  configurations: readonly { code: string; name: string }[];
} & (
  | { plan(): SeatPlanDraft; blocked: readonly DemoBlock[] }
  | { capacities: Readonly<Record<string, number>>; events: readonly string[] }
);

/** The first seats of a contingent in a category, out of sale in every performance of the hall. */
export interface DemoBlock {
  category: string;
  contingent: string;
  seats: number;
  reason: string;
}

/** One hall a venue. Performances name a configuration where it has what they have in stock. */
export const demoHalls: readonly DemoHall[] = [
  {
    venue: 'GRANDE-SALLE',
    code: 'GRANDE-SALLE',
    name: 'Grande salle',
    configurations: [
      { code: 'ASSIS', name: 'Grande salle assis' },
      { code: 'CONCERT', name: 'Grande salle concert' },
    ],
    plan: italianHouse,
    blocked: [
      { category: 'CAT1', contingent: 'SERVITUDES', seats: 6, reason: 'Régie son en salle' },
      { category: 'CARRE-OR', contingent: 'INVITATIONS', seats: 4, reason: 'Partenaires de la soirée' },
    ],
  },
  {
    venue: 'AUDITORIUM',
    code: 'AUDITORIUM',
    name: 'Auditorium',
    configurations: [{ code: 'ASSIS', name: 'Auditorium assis' }],
    plan: modernHall,
    blocked: [
      { category: 'PARTERRE', contingent: 'SERVITUDES', seats: 12, reason: 'Encadrement des classes' },
    ],
  },
  {
    venue: 'STUDIO',
    code: 'STUDIO',
    name: 'Studio',
    configurations: [{ code: 'LIBRE', name: 'Studio placement libre' }],
    capacities: { LIBRE: 130, PMR1: 4 },
    events: ['RIEN'],
  },
];
