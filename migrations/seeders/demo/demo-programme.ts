import type { ProgrammeInput, SeatsInput } from '../../../activities/catalogue/writing/programme-input.ts';
import type { DemoClock } from './demo-clock.ts';
import {
  type DemoActivity,
  demoActivities,
  demoVenues,
  largeHall,
  numberedLargeHall,
  numberedSchoolHall,
  openHall,
  schoolHall,
  studio,
} from './demo-house.ts';

/** An event of the season, and the days from which on its runs are played. */
interface DemoEvent {
  code: string;
  name: string;
  activity: DemoActivity;
  venue: string;
  seats: SeatsInput[];
  runs: DemoRun[];
}

/** Performances one after the other: evenings without Mondays, school days twice a day, or single late mornings. */
interface DemoRun {
  from: number;
  days: number;
  rhythm: 'evenings' | 'school' | 'tour';
  /** Sold seat by seat on the plan of its hall, with this in its contingents. */
  numbered?: SeatsInput[];
}

/** A performance of the season, with its day from the first one. */
export interface DemoPerformance {
  externalId: string;
  event: DemoEvent;
  day: number;
  time: string;
  seats: SeatsInput[];
  /** Whether its seats are open on the plan of its hall. */
  numbered: boolean;
}

const theatre = largeHall(4600);
const concert = largeHall(5400);
const seatedConcert = numberedLargeHall(5400);
const circus = largeHall(3800);

/** Past, at hand and ahead. What visitors of the demo fill has a code of its own, and stands far enough ahead. */
const events: readonly DemoEvent[] = [
  show('CERISAIE', 'La Cerisaie', theatre, [-70, 4]),
  show('VAGUES', 'Les Vagues hautes', concert, [-50, 3]),
  show('OMBRES', 'L’École des ombres', theatre, [-30, 4]),
  show('MALADE', 'Le Malade imaginaire', theatre, [3, 5]),
  show('ECUME', 'L’Écume et le Sel', theatre, [24, 5]),
  {
    ...show('ATLAS', 'Orchestre de l’Atlas : Nuits d’été', seatedConcert),
    runs: [{ from: 45, days: 2, rhythm: 'evenings', numbered: seatedConcert }],
  },
  festival('CIRQUE', 'Les Équilibristes du jeudi', [121, 2]),
  festival('FANFARES', 'Fanfares au jardin', [126, 2]),
  {
    ...school('POUCETTE', 'Poucette et les ogres'),
    venue: 'AUDITORIUM',
    seats: schoolHall,
    runs: [...schoolRuns([-25, 16]), { from: 23, days: 1, rhythm: 'school', numbered: numberedSchoolHall }],
  },
  {
    ...school('GALILEE', 'Galilée, mode d’emploi'),
    venue: 'STUDIO',
    runs: schoolRuns([-41, 30, 37]),
    seats: studio('SCOLAIRES', 140, 800),
  },
  {
    ...show('RIEN', 'Presque rien', studio('COLLECTIVITES', 110, 2000), [-46, 3], [11, 2]),
    venue: 'STUDIO',
  },
  {
    code: 'VISITE',
    name: 'Le théâtre, côté coulisses',
    activity: 'VISITES',
    venue: 'STUDIO',
    seats: studio('COLLECTIVITES', 60, 600),
    runs: [-60, -18, 7, 20].map((from) => ({ from, days: 1, rhythm: 'tour' })),
  },
  open('OPEN-MARIVAUX', 'Le Jeu de l’amour et du hasard', [57, 6]),
  open('OPEN-QUATUORS', 'Quatuors du soir', [72, 6]),
  open('OPEN-ESCALES', 'Escales, chants de marins', [88, 6]),
  open('OPEN-CONTES', 'Contes de l’hiver long', [104, 6]),
];

const everyDayButMonday = [2, 3, 4, 5, 6, 7];
const schoolWeek = [1, 2, 4, 5];
const tourDays = [3, 6];

/** Every performance of the season on its day, in the order of the events. */
export function demoPerformances(clock: DemoClock): DemoPerformance[] {
  return events.flatMap((event) =>
    event.runs
      .flatMap((run) =>
        played(clock, run).map((time) => ({
          ...time,
          seats: run.numbered ?? event.seats,
          numbered: run.numbered !== undefined,
        })),
      )
      .map((performance, index) => ({ externalId: `${event.code}-${index + 1}`, event, ...performance })),
  );
}

/** The demo's programme, as it is written into the house. */
export function demoProgramme(clock: DemoClock): Omit<ProgrammeInput, 'organisationId'> {
  const [startsOn, endsOn] = [clock.day(-84), clock.day(220)];
  const season = `${startsOn.slice(0, 4)}-${endsOn.slice(0, 4)}`;
  return {
    venues: demoVenues,
    seasons: [
      {
        code: 'DEMO',
        name: `Saison ${season}`,
        names: { fr: `Saison ${season}`, en: `Season ${season}` },
        startsOn,
        endsOn,
      },
    ],
    activities: demoActivities,
    events: events.map(({ code, name, activity }) => ({
      code,
      externalId: null,
      name,
      season: 'DEMO',
      activity,
      family: activity === 'VISITES' ? 'VISITE' : 'ENTREE',
    })),
    performances: demoPerformances(clock).map(({ externalId, event, day, time, seats }) => ({
      externalId,
      event: event.code,
      venue: event.venue,
      startsAt: clock.at(day, time),
      seats,
    })),
  };
}

type Runs = [from: number, days: number][];

function show(code: string, name: string, seats: SeatsInput[], ...runs: Runs): DemoEvent {
  return {
    code,
    name,
    activity: 'SPECTACLES',
    venue: 'GRANDE-SALLE',
    seats,
    runs: runs.map(([from, days]) => ({ from, days, rhythm: 'evenings' })),
  };
}

function festival(code: string, name: string, ...runs: Runs): DemoEvent {
  return { ...show(code, name, circus, ...runs), activity: 'FESTIVAL' };
}

function open(code: string, name: string, ...runs: Runs): DemoEvent {
  return { ...show(code, name, openHall, ...runs), venue: 'AUDITORIUM' };
}

function school(code: string, name: string): Omit<DemoEvent, 'venue' | 'seats' | 'runs'> {
  return { code, name, activity: 'SCOLAIRES' };
}

function schoolRuns(days: readonly number[]): DemoRun[] {
  return days.map((from) => ({ from, days: 1, rhythm: 'school' }));
}

function played(clock: DemoClock, { from, days, rhythm }: DemoRun): { day: number; time: string }[] {
  switch (rhythm) {
    case 'evenings':
      return nextDays(clock, from, days, everyDayButMonday).map((day) => ({
        day,
        time: evening(clock, day),
      }));
    case 'school':
      return nextDays(clock, from, days, schoolWeek).flatMap((day) =>
        ['10:00', '14:30'].map((time) => ({ day, time })),
      );
    case 'tour':
      return nextDays(clock, from, days, tourDays).map((day) => ({ day, time: '11:00' }));
  }
}

/** 20:30 at the end of the week, 20:00 before, on Sunday 16:00. */
function evening(clock: DemoClock, day: number): string {
  const weekday = clock.weekday(day);
  if (weekday === 7) return '16:00';
  return weekday >= 5 ? '20:30' : '20:00';
}

/** The first `count` days from one on that are one of `weekdays`. */
export function nextDays(
  clock: DemoClock,
  from: number,
  count: number,
  weekdays: readonly number[],
): number[] {
  const days: number[] = [];
  for (let day = from; days.length < count; day += 1) {
    day = clock.next(day, weekdays);
    days.push(day);
  }
  return days;
}
