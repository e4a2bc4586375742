import { institutionDefaults } from '../organisation/institution-defaults.ts';
import { addFamilies } from '../organisation/set-up-institution.ts';
import { addOrganisation, type OrganisationSetUp } from '../organisation/set-up-organisation.ts';
import { runVerb, type Verb, type VerbCaller } from '../verb.ts';
import { UnreadableInput } from './programme/fault.ts';
import type { ProgrammePerformance } from './programme/programme-reading.ts';
import { slug } from './programme/slug.ts';
import type { ProgrammeVenue } from './programme/venue-map.ts';
import { putProgramme } from './write-programme.ts';
import type {
  ActivitySettings,
  EventInput,
  ProgrammeAnswer,
  ProgrammeInput,
  SeatsInput,
} from './writing/programme-input.ts';

/** A programme that was read, on its way into an organisation of its own. */
export interface ImportInput {
  organisation: { code: string; name: string; currency: string };
  performances: readonly ProgrammePerformance[];
  venues: readonly ProgrammeVenue[];
  /** Counts and checks everything, and leaves nothing. */
  dryRun: boolean;
}

/** What an activity of an import starts with: options allowed and deducting, 10 days to confirm, then flagged. */
const settings: ActivitySettings = {
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

const contingent = { code: 'TOUT-PUBLIC', names: { fr: 'Tout public', en: 'General public' } };
const family = 'ENTREE';

/**
 * Imports a programme into an organisation of its own, which is created ready to work: back-office channel, one
 * contingent, prices. Everything happens in one transaction; the same programme again changes nothing. In the demo
 * everyone keeps their role there, elsewhere administrators do.
 * @throws UnreadableInput `venues.subcategoryUnknown` for a price no audience of the institution has.
 */
export async function importProgramme(caller: VerbCaller, input: ImportInput): Promise<ProgrammeAnswer> {
  try {
    return await runVerb(caller, 'import-programme', input, async (verb) => {
      const answer = await putImport(verb, input);
      if (input.dryRun) throw new DryRun(answer);
      return answer;
    });
  } catch (error) {
    if (error instanceof DryRun) return error.answer;
    throw error;
  }
}

/** Takes the transaction back once everything was tried. */
class DryRun extends Error {
  readonly answer: ProgrammeAnswer;

  constructor(answer: ProgrammeAnswer) {
    super('nothing is kept of a dry run');
    this.answer = answer;
  }
}

async function putImport(verb: Verb, input: ImportInput): Promise<ProgrammeAnswer> {
  if (input.performances.length === 0) return { created: 0, updated: 0, unchanged: 0 };
  const institution = await verb.db
    .selectFrom('institution')
    .select(['demo', 'locale'])
    .where('id', '=', verb.institutionId)
    .executeTakeFirstOrThrow();
  await assertPrices(verb, input.venues);
  await addFamilies(verb, {
    families: institutionDefaults.families.filter(({ code }) => code === family),
    locale: institution.locale,
  });
  const { organisationId } = await addOrganisation(verb, houseOf(input, institution.demo));
  const codes = await eventCodes(verb, organisationId);
  const answer = await putProgramme(verb, { organisationId, ...programmeOf(input, codes) });
  if (answer.created + answer.updated > 0) {
    verb.record({
      verb: 'import-programme',
      subjectType: 'organisation',
      subjectId: organisationId,
      organisationId,
      after: answer,
    });
  }
  return answer;
}

function houseOf({ organisation }: ImportInput, demo: boolean): OrganisationSetUp {
  return {
    ...organisation,
    individualAudience: 'INDIVIDUEL',
    structureAudience: 'OCCASIONNELLE',
    contingents: [contingent],
    colleagues: demo ? 'everyone' : 'administrators',
  };
}

/** A price column names a subcategory of at least one audience category. */
async function assertPrices(verb: Verb, venues: readonly ProgrammeVenue[]): Promise<void> {
  const rows = await verb.db
    .selectFrom('audience_subcategory')
    .select('code')
    .where('institution_id', '=', verb.institutionId)
    .execute();
  const known = new Set(rows.map(({ code }) => code));
  const used = new Set(
    venues.flatMap(({ categories }) => categories.flatMap(({ prices }) => [...prices.keys()])),
  );
  const faults = [...used]
    .filter((code) => !known.has(code))
    .map((code) => ({
      where: 'line 1',
      code: 'venues.subcategoryUnknown' as const,
      values: { column: `priceCents:${code}` },
    }));
  if (faults.length > 0) throw new UnreadableInput(faults);
}

/** Which event of the organisation has which code. */
async function eventCodes(verb: Verb, organisationId: string): Promise<Map<string, string | null>> {
  const rows = await verb.db
    .selectFrom('show_event')
    .select(['code', 'external_id'])
    .where('organisation_id', '=', organisationId)
    .execute();
  return new Map(rows.map(({ code, external_id }) => [code, external_id]));
}

function programmeOf(
  { performances, venues }: ImportInput,
  codes: ReadonlyMap<string, string | null>,
): Omit<ProgrammeInput, 'organisationId'> {
  const events = [...new Map(performances.map(({ event }) => [event.externalId, event])).values()].map(
    (event) => ({ ...event, code: freeCode(event.code, event.externalId, codes) }),
  );
  const seasons = new Map(events.map(({ season }) => [season.code, season]));
  const activities = new Map(
    events.map(({ season, activity }) => [
      `${season.code}/${activity.code}`,
      { season: season.code, ...activity, settings },
    ]),
  );
  const eventCode = new Map(events.map(({ externalId, code }) => [externalId, code]));
  const seats = new Map(venues.map((venue) => [venue.code, seatsOf(venue)]));
  const played = new Set(performances.map(({ venueCode }) => venueCode));
  return {
    venues: venues.filter(({ code }) => played.has(code)).map(venueOf),
    seasons: [...seasons.values()],
    activities: [...activities.values()],
    events: events.map(
      ({ externalId, code, title, season, activity }): EventInput => ({
        externalId,
        code,
        name: title,
        season: season.code,
        activity: activity.code,
        family,
      }),
    ),
    performances: performances.map(({ externalId, event, venueCode, startsAt }) => ({
      externalId,
      event: eventCode.get(event.externalId) ?? event.code,
      venue: venueCode,
      startsAt,
      seats: seats.get(venueCode) ?? [],
    })),
  };
}

/** Another file may have given the code to another event: then it carries a piece of the identifier. */
function freeCode(code: string, externalId: string, codes: ReadonlyMap<string, string | null>): string {
  const owner = codes.get(code);
  return owner === undefined || owner === externalId ? code : `${code}-${slug(externalId).toUpperCase()}`;
}

function venueOf({ code, name, timeZone, categories }: ProgrammeVenue) {
  return {
    code,
    name,
    timeZone,
    categories: categories.map(({ code: category, names, rank, colour }) => ({
      code: category,
      name: names.fr,
      names,
      rank,
      colour,
    })),
  };
}

function seatsOf({ categories }: ProgrammeVenue): SeatsInput[] {
  return categories.map(({ code, capacity, prices }) => ({
    category: code,
    contingents: [{ code: contingent.code, capacity }],
    prices: [...prices].map(([subcategory, priceCents]) => ({ subcategory, priceCents })),
  }));
}
