import type { SeatPlanDraft } from '../../../rules/venues/plan-seat.ts';
import { italianHouse } from './plans/italian-house.ts';
import { modernHall } from './plans/modern-hall.ts';

/** The hall of a venue: its plan when its seats are numbered, else the places of each category. */
export type DemoHall = {
  venue: string;
  code: string;
  name: string;
  configuration: { code: string; name: string };
} & ({ plan(): SeatPlanDraft } | { capacities: Readonly<Record<string, number>>; events: readonly string[] });

/** One hall a venue. Performances name a configuration where it has what they have in stock: so far by quantity only. */
export const demoHalls: readonly DemoHall[] = [
  {
    venue: 'GRANDE-SALLE',
    code: 'GRANDE-SALLE',
    name: 'Grande salle',
    configuration: { code: 'ASSIS', name: 'Grande salle assis' },
    plan: italianHouse,
  },
  {
    venue: 'AUDITORIUM',
    code: 'AUDITORIUM',
    name: 'Auditorium',
    configuration: { code: 'ASSIS', name: 'Auditorium assis' },
    plan: modernHall,
  },
  {
    venue: 'STUDIO',
    code: 'STUDIO',
    name: 'Studio',
    configuration: { code: 'LIBRE', name: 'Studio placement libre' },
    capacities: { LIBRE: 130, PMR1: 4 },
    events: ['RIEN'],
  },
];
