import { randomUUID } from 'node:crypto';
import { writeProgramme } from '../../activities/catalogue/write-programme.ts';
import type { ActivitySettings, SeatsInput } from '../../activities/catalogue/writing/programme-input.ts';
import { createContact } from '../../activities/contacts/create-contact.ts';
import { institutionDefaults } from '../../activities/organisation/institution-defaults.ts';
import {
  type InstitutionAnswer,
  setUpInstitution,
} from '../../activities/organisation/set-up-institution.ts';
import { setUpOperator } from '../../activities/organisation/set-up-operator.ts';
import { setUpOrganisation } from '../../activities/organisation/set-up-organisation.ts';
import { type Actor, newRequestId, type VerbCaller } from '../../activities/verb.ts';
import { type Database, openDatabase } from '../../database/database.ts';
import type { RolePreset } from '../../rules/organisation/role-presets.ts';

/** A seat category of the house's venue. */
export interface HouseCategory {
  code: string;
  /** Places of each contingent, per performance. */
  capacity: number;
  priceCents: number;
  optionAllowed?: boolean;
}

/** What a test may want otherwise than usual. */
export interface HouseOverrides {
  /** Code of the institution; each house has its own, so that several stand in one database. */
  code?: string;
  locale?: 'fr' | 'en';
  timeZone?: string;
  /** Starts of the performances (ISO, UTC); usually two, 60 and 61 days from now. */
  startsAt?: readonly string[];
  /** Places of each contingent in every category, per performance; usually 100. */
  capacity?: number;
  /** From the best to the least; usually CAT1 and CAT2. */
  categories?: readonly HouseCategory[];
  /** In the order the back office draws from them; usually one. */
  contingents?: readonly string[];
  /** Usually: allowed, deducting, no overbooking, 10 days to confirm, flag. */
  activity?: Partial<ActivitySettings>;
  role?: RolePreset;
  password?: string;
  poolSize?: number;
}

/** A small house ready to work, made by the product's own verbs. */
export interface House {
  institutionId: string;
  institution: InstitutionAnswer;
  organisationId: string;
  /** The back-office channel. */
  channelId: string;
  venueId: string;
  seasonId: string;
  activityId: string;
  eventId: string;
  performanceId: string;
  /** In the order of `startsAt`. */
  performanceIds: string[];
  seatCategoryId: string;
  /** From the best to the least. */
  seatCategoryIds: string[];
  contingentId: string;
  /** In the order the back office draws from them. */
  contingentIds: string[];
  individualId: string;
  /** A works council, accepted. */
  structureId: string;
  operatorId: string;
  email: string;
  password: string;
  /** Opened as the application. */
  database: Database;
  /** The operator, who has every right; with a clock of its own when `now` is given. */
  caller(requestId?: string, now?: string): VerbCaller;
  /** The system, as imports and seeds act. */
  system(requestId?: string, now?: string): VerbCaller;
  close(): Promise<void>;
}

/** The usual activity of a house. */
export const usualSettings: ActivitySettings = {
  seatOptionsAllowed: true,
  deductsAvailability: true,
  overbookingAllowed: false,
  overbookingPercent: 0,
  overbookingBasis: 'quota',
  confirmationDaysAfterPlacement: 10,
  confirmationDaysBeforePerformance: null,
  endPolicy: 'flag',
  graceHours: 0,
};

const systemActor: Actor = {
  type: 'system',
  id: 'test',
  name: 'Test',
  rights: 'all',
  organisationIds: 'all',
};

/** Sets a house up in a migrated database. Close it before the database is dropped. */
export async function createHouse(databaseUrl: string, overrides: HouseOverrides = {}): Promise<House> {
  const code = overrides.code ?? `house-${randomUUID().slice(0, 8)}`;
  const institution = await institutionOf(databaseUrl, code, overrides.locale ?? 'fr');
  const { institutionId } = institution;
  const database = await openDatabase({
    databaseUrl,
    as: 'application',
    ...(overrides.poolSize === undefined ? {} : { poolSize: overrides.poolSize }),
  });
  const as = (actor: Actor, requestId?: string, now?: string): VerbCaller => ({
    database,
    institutionId,
    actor,
    requestId: requestId ?? newRequestId(),
    ...(now === undefined ? {} : { now }),
  });
  const system = (requestId?: string, now?: string) => as(systemActor, requestId, now);
  const contingents = overrides.contingents ?? ['COLLECTIVITES'];
  const organisation = await setUpOrganisation(system(), {
    code: 'THEATRE',
    name: 'Théâtre des Essais',
    addressLines: ['1 place du Marché', '69000 Lyon'],
    email: 'groupes@theatre.test',
    phone: '+33 4 00 00 00 00',
    individualAudience: 'INDIVIDUEL',
    structureAudience: 'OCCASIONNELLE',
    contingents: contingents.map((each) => ({ code: each, names: { fr: each } })),
    colleagues: 'nobody',
  });
  const { organisationId } = organisation;
  const starts = overrides.startsAt ?? [inDays(60), inDays(61)];
  await writeHouse(system(), organisationId, contingents, starts, overrides);
  const email = `${code}@operators.test`;
  const password = overrides.password ?? 'a password of the house';
  const { operatorId } = await setUpOperator(system(), {
    email,
    name: 'Camille Essai',
    password,
    locale: overrides.locale ?? 'fr',
    demo: false,
    roles: [{ organisationId, role: overrides.role ?? 'administrator' }],
  });
  const operator: Actor = {
    type: 'operator',
    id: operatorId,
    name: 'Camille Essai',
    rights: 'all',
    organisationIds: [organisationId],
  };
  const { id: individualId } = await createContact(system(), {
    kind: 'individual',
    name: 'Perrin Maëlle',
    email: 'maelle.perrin@contacts.test',
  });
  const { id: structureId } = await createContact(system(), {
    kind: 'structure',
    name: 'CSE des Ateliers du Rhône',
    structureType: 'community',
    email: 'cse@ateliers.test',
    collectivityTypeId: institution.collectivityTypes.CSE ?? null,
  });
  return {
    institutionId,
    institution,
    ...organisation,
    ...(await idsOf(database, institutionId, contingents)),
    individualId,
    structureId,
    operatorId,
    email,
    password,
    database,
    caller: (requestId, now) => as(operator, requestId, now),
    system,
    close: () => database.close(),
  };
}

async function institutionOf(
  databaseUrl: string,
  code: string,
  locale: 'fr' | 'en',
): Promise<InstitutionAnswer> {
  const owner = await openDatabase({ databaseUrl, as: 'owner', poolSize: 1 });
  try {
    return await setUpInstitution(
      { database: owner, actor: systemActor, requestId: newRequestId() },
      { code, name: 'Théâtre des Essais', locale, demo: false, ...institutionDefaults },
    );
  } finally {
    await owner.close();
  }
}

async function writeHouse(
  caller: VerbCaller,
  organisationId: string,
  contingents: readonly string[],
  starts: readonly string[],
  overrides: HouseOverrides,
): Promise<void> {
  const capacity = overrides.capacity ?? 100;
  const categories = overrides.categories ?? [
    { code: 'CAT1', capacity, priceCents: 4200 },
    { code: 'CAT2', capacity, priceCents: 2800 },
  ];
  const days = starts.map((start) => start.slice(0, 10)).sort();
  await writeProgramme(caller, {
    organisationId,
    venues: [
      {
        code: 'GRANDE-SALLE',
        name: 'Grande salle',
        timeZone: overrides.timeZone ?? 'Europe/Paris',
        addressLines: ['1 place du Marché', '69000 Lyon'],
        categories: categories.map((category, index) => ({
          code: category.code,
          name: category.code,
          rank: index + 1,
          colour: '#1255a0',
          optionAllowed: category.optionAllowed ?? true,
        })),
      },
    ],
    seasons: [
      {
        code: 'SAISON',
        name: 'Saison',
        startsOn: days[0] ?? '2026-09-01',
        endsOn: days.at(-1) ?? '2027-08-31',
      },
    ],
    activities: [
      {
        season: 'SAISON',
        code: 'SPECTACLES',
        name: 'Spectacles tout public',
        settings: { ...usualSettings, ...overrides.activity },
      },
    ],
    events: [
      {
        code: 'CERISAIE',
        externalId: null,
        name: 'La Cerisaie',
        season: 'SAISON',
        activity: 'SPECTACLES',
        family: 'ENTREE',
      },
    ],
    performances: starts.map((startsAt, index) => ({
      externalId: `house-${index}`,
      event: 'CERISAIE',
      venue: 'GRANDE-SALLE',
      startsAt,
      seats: categories.map(
        (category): SeatsInput => ({
          category: category.code,
          contingents: contingents.map((each) => ({ code: each, capacity: category.capacity })),
          prices: [
            { subcategory: 'OPTION', priceCents: category.priceCents },
            { subcategory: 'PLEIN', priceCents: category.priceCents + 1000 },
          ],
        }),
      ),
    })),
  });
}

async function idsOf(database: Database, institutionId: string, contingents: readonly string[]) {
  return database.read(institutionId, async (db) => {
    const event = await db.selectFrom('show_event').selectAll().executeTakeFirstOrThrow();
    const performances = await db.selectFrom('performance').selectAll().orderBy('external_id').execute();
    const categories = await db.selectFrom('seat_category').selectAll().orderBy('rank').execute();
    const known = await db.selectFrom('contingent').selectAll().execute();
    const byPosition = performances.toSorted((a, b) => positionOf(a.external_id) - positionOf(b.external_id));
    const performanceIds = byPosition.map(({ id }) => id);
    const seatCategoryIds = categories.map(({ id }) => id);
    const contingentIds = contingents.flatMap((code) =>
      known.filter((each) => each.code === code).map(({ id }) => id),
    );
    return {
      venueId: categories[0]!.venue_id,
      seasonId: event.season_id,
      activityId: event.activity_id,
      eventId: event.id,
      performanceIds,
      performanceId: performanceIds[0]!,
      seatCategoryIds,
      seatCategoryId: seatCategoryIds[0]!,
      contingentIds,
      contingentId: contingentIds[0]!,
    };
  });
}

function positionOf(externalId: string | null): number {
  return Number(externalId?.slice('house-'.length));
}

function inDays(days: number): string {
  const start = new Date(Date.now() + days * 86_400_000);
  start.setUTCHours(19, 0, 0, 0);
  return start.toISOString();
}
