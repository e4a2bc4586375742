import type {
  ActivitySettings,
  SeatsInput,
  VenueInput,
} from '../../../activities/catalogue/writing/programme-input.ts';
import { demoTimeZone } from './demo-clock.ts';

/** What operators draw from, in this order. */
export const drawnContingents = [
  { code: 'COLLECTIVITES', names: { fr: 'Collectivités', en: 'Groups' } },
  { code: 'SCOLAIRES', names: { fr: 'Scolaires', en: 'Schools' } },
  { code: 'TOUT-PUBLIC', names: { fr: 'Tout public', en: 'General public' } },
];

/** What is kept for others: options never draw from these. */
export const keptContingents = [
  { code: 'ABONNEMENTS', names: { fr: 'Abonnements', en: 'Season tickets' }, external: false },
  { code: 'INVITATIONS', names: { fr: 'Invitations-production', en: 'Production guests' }, external: false },
  { code: 'SERVITUDES', names: { fr: 'Servitudes', en: 'House seats' }, external: false },
  { code: 'FNAC', names: { fr: 'Fnac', en: 'Fnac' }, external: true },
  { code: 'TICKETNET', names: { fr: 'Ticketnet', en: 'Ticketnet' }, external: true },
  { code: 'DIGITICK', names: { fr: 'Digitick', en: 'Digitick' }, external: true },
];

const usual: ActivitySettings = {
  seatOptionsAllowed: true,
  deductsAvailability: true,
  overbookingAllowed: false,
  overbookingPercent: 0,
  overbookingBasis: 'quota',
  confirmationDaysAfterPlacement: 10,
  confirmationDaysBeforePerformance: 15,
  endPolicy: 'flag',
  graceHours: 0,
};

/** The kinds of event of a season: both ends of an unanswered option, with and without taking seats. */
export const demoActivities = [
  activity('SPECTACLES', 'Spectacles tout public', 'Shows for all', {}),
  activity('SCOLAIRES', 'Séances scolaires', 'School performances', {
    confirmationDaysAfterPlacement: 14,
    endPolicy: 'release',
  }),
  activity('FESTIVAL', 'Festival de printemps', 'Spring festival', {
    overbookingAllowed: true,
    overbookingPercent: 5,
    confirmationDaysAfterPlacement: null,
    confirmationDaysBeforePerformance: 30,
    endPolicy: 'release',
    graceHours: 48,
  }),
  activity('VISITES', 'Visites guidées', 'Guided tours', {
    deductsAvailability: false,
    confirmationDaysAfterPlacement: 7,
    confirmationDaysBeforePerformance: 3,
  }),
];

export type DemoActivity = 'SPECTACLES' | 'SCOLAIRES' | 'FESTIVAL' | 'VISITES';

const addressLines = ['12 quai des Tanneurs', '77120 Villeneuve-sur-Ambre'];

/** The two halls, the studio, and where visits start. The first is named by its set of categories, seated; nobody options the best and the wheelchair places. */
export const demoVenues: VenueInput[] = [
  {
    code: 'GRANDE-SALLE',
    name: 'Grande salle assis',
    names: { fr: 'Grande salle assis', en: 'Large hall, seated' },
    timeZone: demoTimeZone,
    addressLines,
    categories: [
      category('CARRE-OR', 'Carré Or', 'Golden Circle', 1, '#8d6e00', false),
      category('CAT1', 'Cat1', 'Cat1', 2, '#b71c1c'),
      category('CAT2', 'Cat2', 'Cat2', 3, '#1255a0'),
      category('CAT3', 'Cat3', 'Cat3', 4, '#2e7d32'),
      category('VISIB', 'Visibilité réduite', 'Restricted view', 5, '#6a1b9a'),
      category('PMR1', 'PMR1', 'Wheelchair 1', 6, '#455a64', false),
      category('PMR2', 'PMR2', 'Wheelchair 2', 7, '#455a64', false),
    ],
  },
  {
    code: 'AUDITORIUM',
    name: 'Auditorium',
    names: { fr: 'Auditorium', en: 'Auditorium' },
    timeZone: demoTimeZone,
    addressLines,
    categories: [
      category('PARTERRE', 'Parterre', 'Stalls', 1, '#b71c1c'),
      category('BALCON', 'Balcon', 'Balcony', 2, '#1255a0'),
    ],
  },
  {
    code: 'STUDIO',
    name: 'Studio',
    names: { fr: 'Studio', en: 'Studio' },
    timeZone: demoTimeZone,
    addressLines,
    categories: [
      category('LIBRE', 'Placement libre', 'Free seating', 1, '#00695c'),
      category('PMR1', 'PMR1', 'Wheelchair 1', 2, '#455a64', false),
    ],
  },
  {
    code: 'ACCUEIL',
    name: 'Hall d’accueil',
    names: { fr: 'Hall d’accueil', en: 'Entrance hall' },
    timeZone: demoTimeZone,
    addressLines,
    categories: [],
  },
];

/** The large hall, for a show whose best price is this. */
export function largeHall(fullCents: number): SeatsInput[] {
  const share = (percent: number) => Math.round((fullCents * percent) / 10_000) * 100;
  return [
    seats('CARRE-OR', { 'TOUT-PUBLIC': 40, ABONNEMENTS: 20, INVITATIONS: 8 }, share(130)),
    seats(
      'CAT1',
      {
        COLLECTIVITES: 130,
        'TOUT-PUBLIC': 60,
        ABONNEMENTS: 70,
        INVITATIONS: 12,
        SERVITUDES: 6,
        FNAC: 20,
        TICKETNET: 20,
        DIGITICK: 10,
      },
      share(100),
    ),
    seats(
      'CAT2',
      { COLLECTIVITES: 150, 'TOUT-PUBLIC': 80, ABONNEMENTS: 50, FNAC: 30, TICKETNET: 20, DIGITICK: 10 },
      share(78),
    ),
    seats('CAT3', { COLLECTIVITES: 110, 'TOUT-PUBLIC': 60, ABONNEMENTS: 20, FNAC: 10 }, share(52)),
    seats('VISIB', { COLLECTIVITES: 30, 'TOUT-PUBLIC': 20 }, share(33)),
    seats('PMR1', { 'TOUT-PUBLIC': 6 }, share(52)),
    seats('PMR2', { 'TOUT-PUBLIC': 6 }, share(33)),
  ];
}

/** The large hall seat by seat: what contingents have adds up to its plan. */
export function numberedLargeHall(fullCents: number): SeatsInput[] {
  const share = (percent: number) => Math.round((fullCents * percent) / 10_000) * 100;
  return [
    seats('CARRE-OR', { 'TOUT-PUBLIC': 44, ABONNEMENTS: 20, INVITATIONS: 8 }, share(130)),
    seats(
      'CAT1',
      { COLLECTIVITES: 120, 'TOUT-PUBLIC': 36, ABONNEMENTS: 30, INVITATIONS: 10, SERVITUDES: 6, FNAC: 10 },
      share(100),
    ),
    seats('CAT2', { COLLECTIVITES: 130, 'TOUT-PUBLIC': 50, ABONNEMENTS: 32, FNAC: 10 }, share(78)),
    seats('CAT3', { COLLECTIVITES: 150, 'TOUT-PUBLIC': 96, ABONNEMENTS: 40 }, share(52)),
    seats('VISIB', { COLLECTIVITES: 40, 'TOUT-PUBLIC': 56 }, share(33)),
    seats('PMR1', { 'TOUT-PUBLIC': 6 }, share(52)),
    seats('PMR2', { 'TOUT-PUBLIC': 6 }, share(33)),
  ];
}

/** One contingent, by quantity, every category open to options: the house that visitors of the demo may fill. */
export const openHall: SeatsInput[] = [
  seats('PARTERRE', { COLLECTIVITES: 320 }, 2800),
  seats('BALCON', { COLLECTIVITES: 240 }, 1900),
];

export const schoolHall: SeatsInput[] = [
  seats('PARTERRE', { SCOLAIRES: 180 }, 900),
  seats('BALCON', { SCOLAIRES: 120 }, 700),
];

/** The auditorium seat by seat, for schools. */
export const numberedSchoolHall: SeatsInput[] = [
  seats('PARTERRE', { SCOLAIRES: 1_000, 'TOUT-PUBLIC': 262, SERVITUDES: 20 }, 900),
  seats('BALCON', { SCOLAIRES: 600, 'TOUT-PUBLIC': 124 }, 700),
];

/** The studio, for whom one contingent is meant. */
export function studio(
  contingent: 'COLLECTIVITES' | 'SCOLAIRES',
  capacity: number,
  fullCents: number,
): SeatsInput[] {
  return [
    seats('LIBRE', { [contingent]: capacity, 'TOUT-PUBLIC': 20 }, fullCents),
    seats('PMR1', { 'TOUT-PUBLIC': 4 }, fullCents),
  ];
}

function category(code: string, fr: string, en: string, rank: number, colour: string, optionAllowed = true) {
  return { code, name: fr, names: { fr, en }, rank, colour, optionAllowed };
}

function activity(code: DemoActivity, fr: string, en: string, settings: Partial<ActivitySettings>) {
  return { season: 'DEMO', code, name: fr, names: { fr, en }, settings: { ...usual, ...settings } };
}

/** Prices follow the full one; the option price serves every audience, so that any contact has a price by default. */
function seats(code: string, contingents: Record<string, number>, fullCents: number): SeatsInput {
  const percent = (share: number) => Math.round((fullCents * share) / 10_000) * 100;
  return {
    category: code,
    contingents: Object.entries(contingents).map(([contingent, capacity]) => ({
      code: contingent,
      capacity,
    })),
    prices: [
      { subcategory: 'OPTION', priceCents: percent(85) },
      { subcategory: 'PLEIN', priceCents: fullCents },
      { subcategory: 'REDUIT', priceCents: percent(75) },
      { subcategory: 'GROUPE10', priceCents: percent(80) },
      { subcategory: 'J28', priceCents: percent(50) },
      { subcategory: 'SCOLAIRE/OPTION', priceCents: percent(40) },
      { subcategory: 'ELEVE', priceCents: percent(40) },
      { subcategory: 'ACCOMPAGNATEUR', priceCents: 0 },
      { subcategory: 'INVITATION', priceCents: 0 },
    ],
  };
}
