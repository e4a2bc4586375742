import type {
  ActivitySettings,
  PerformanceInput,
  ProgrammeInput,
  SeatsInput,
} from '../../../activities/catalogue/writing/programme-input.ts';
import type { DemoClock } from './demo-clock.ts';
import { demoTimeZone } from './demo-clock.ts';

/** In the order the operators' channel draws from them. */
export const demoContingents = [
  { code: 'COLLECTIVITES', names: { fr: 'Collectivités', en: 'Groups' } },
  { code: 'SCOLAIRES', names: { fr: 'Scolaires', en: 'Schools' } },
  { code: 'TOUT-PUBLIC', names: { fr: 'Tout public', en: 'General public' } },
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

const largeHall = {
  code: 'GRANDE-SALLE',
  name: 'Grande salle',
  timeZone: demoTimeZone,
  addressLines: ['12 quai des Tanneurs', '77120 Villeneuve-sur-Ambre'],
  categories: [
    category('CARRE-OR', 'Carré Or', 'Golden square', 1, '#8d6e00', false),
    category('CAT1', 'Cat1', 'Cat1', 2, '#b71c1c'),
    category('CAT2', 'Cat2', 'Cat2', 3, '#1255a0'),
    category('CAT3', 'Cat3', 'Cat3', 4, '#2e7d32'),
    category('VISIB', 'Visibilité réduite', 'Restricted view', 5, '#6a1b9a'),
    category('PMR1', 'PMR1', 'Wheelchair 1', 6, '#455a64', false),
    category('PMR2', 'PMR2', 'Wheelchair 2', 7, '#455a64', false),
  ],
};

const smallHall = {
  code: 'PETITE-SALLE',
  name: 'Petite salle',
  timeZone: demoTimeZone,
  addressLines: ['12 quai des Tanneurs', '77120 Villeneuve-sur-Ambre'],
  categories: [
    category('PARTERRE', 'Parterre', 'Stalls', 1, '#b71c1c'),
    category('BALCON', 'Balcon', 'Balcony', 2, '#1255a0'),
  ],
};

const largeSeats: SeatsInput[] = [
  seats('CARRE-OR', { 'TOUT-PUBLIC': 40 }, 6200),
  seats('CAT1', { COLLECTIVITES: 120, 'TOUT-PUBLIC': 80 }, 4600),
  seats('CAT2', { COLLECTIVITES: 140, 'TOUT-PUBLIC': 90 }, 3600),
  seats('CAT3', { COLLECTIVITES: 90, 'TOUT-PUBLIC': 60 }, 2400),
  seats('VISIB', { COLLECTIVITES: 30, 'TOUT-PUBLIC': 20 }, 1500),
  seats('PMR1', { 'TOUT-PUBLIC': 6 }, 2400),
  seats('PMR2', { 'TOUT-PUBLIC': 6 }, 1500),
];

/** One contingent, by quantity, every category open to options: the house that visitors of the demo may fill. */
const openSeats: SeatsInput[] = [
  seats('PARTERRE', { COLLECTIVITES: 320 }, 2800),
  seats('BALCON', { COLLECTIVITES: 240 }, 1900),
];

const schoolSeats: SeatsInput[] = [
  seats('PARTERRE', { SCOLAIRES: 180 }, 900),
  seats('BALCON', { SCOLAIRES: 120 }, 700),
];

/** The demo's programme: past, at hand, and far enough ahead to play with. */
export function demoProgramme(clock: DemoClock): Omit<ProgrammeInput, 'organisationId'> {
  const [startsOn, endsOn] = [clock.day(-90), clock.day(270)];
  const season = `${startsOn.slice(0, 4)}-${endsOn.slice(0, 4)}`;
  return {
    venues: [largeHall, smallHall],
    seasons: [
      {
        code: 'DEMO',
        name: `Saison ${season}`,
        names: { fr: `Saison ${season}`, en: `Season ${season}` },
        startsOn,
        endsOn,
      },
    ],
    activities: [
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
    ],
    events: [
      event('CERISAIE', 'La Cerisaie', 'SPECTACLES'),
      event('MALADE', 'Le Malade imaginaire', 'SPECTACLES'),
      event('ECUME', 'L’Écume et le Sel', 'SPECTACLES'),
      event('POUCETTE', 'Poucette et les ogres', 'SCOLAIRES'),
      event('CIRQUE', 'Les Équilibristes du jeudi', 'FESTIVAL'),
      event('OPEN-MARIVAUX', 'Le Jeu de l’amour et du hasard', 'SPECTACLES'),
      event('OPEN-QUATUORS', 'Quatuors du soir', 'SPECTACLES'),
      event('OPEN-ESCALES', 'Escales, chants de marins', 'SPECTACLES'),
      event('OPEN-CONTES', 'Contes de l’hiver long', 'SPECTACLES'),
    ],
    performances: [
      ...evenings(clock, 'CERISAIE', 'GRANDE-SALLE', largeSeats, [-16, -14, -12]),
      ...evenings(clock, 'MALADE', 'GRANDE-SALLE', largeSeats, [4, 6, 8]),
      ...evenings(clock, 'ECUME', 'GRANDE-SALLE', largeSeats, [31, 33, 35]),
      ...schoolDays(clock, 'POUCETTE', [24, 31]),
      ...evenings(clock, 'CIRQUE', 'GRANDE-SALLE', largeSeats, [75, 77]),
      ...evenings(clock, 'OPEN-MARIVAUX', 'PETITE-SALLE', openSeats, [57, 60, 63, 66, 69, 72]),
      ...evenings(clock, 'OPEN-QUATUORS', 'PETITE-SALLE', openSeats, [76, 79, 82, 85, 88, 91]),
      ...evenings(clock, 'OPEN-ESCALES', 'PETITE-SALLE', openSeats, [95, 98, 101, 104, 107, 110]),
      ...evenings(clock, 'OPEN-CONTES', 'PETITE-SALLE', openSeats, [114, 117, 120, 123, 126, 129]),
    ],
  };
}

function category(code: string, fr: string, en: string, rank: number, colour: string, optionAllowed = true) {
  return { code, name: fr, names: { fr, en }, rank, colour, optionAllowed };
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

function activity(code: string, fr: string, en: string, settings: Partial<ActivitySettings>) {
  return { season: 'DEMO', code, name: fr, names: { fr, en }, settings: { ...usual, ...settings } };
}

function event(code: string, name: string, activityCode: string) {
  return { code, externalId: null, name, season: 'DEMO', activity: activityCode, family: 'ENTREE' };
}

const everyDayButMonday = [2, 3, 4, 5, 6, 7];
const schoolWeek = [1, 2, 4, 5];

/** 20:30, on Sunday 16:00, never on Monday; from these days on. */
function evenings(
  clock: DemoClock,
  eventCode: string,
  venue: string,
  given: SeatsInput[],
  days: readonly number[],
): PerformanceInput[] {
  return days.map((from, index) => {
    const day = clock.next(from, everyDayButMonday);
    return {
      externalId: `${eventCode}-${index + 1}`,
      event: eventCode,
      venue,
      startsAt: clock.at(day, clock.weekday(day) === 7 ? '16:00' : '20:30'),
      seats: given,
    };
  });
}

/** 10:00 and 14:30, on Monday, Tuesday, Thursday or Friday. */
function schoolDays(clock: DemoClock, eventCode: string, days: readonly number[]): PerformanceInput[] {
  return days.flatMap((from, index) =>
    ['10:00', '14:30'].map((time, half) => ({
      externalId: `${eventCode}-${index * 2 + half + 1}`,
      event: eventCode,
      venue: 'PETITE-SALLE',
      startsAt: clock.at(clock.next(from, schoolWeek), time),
      seats: schoolSeats,
    })),
  );
}
