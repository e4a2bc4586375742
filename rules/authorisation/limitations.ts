/**
 * Limitation tables: how many places contacts of a collectivity type may have on option (seed 004 "Par type de
 * collectivité"). The seed limits the *pose*, so what counts as held are places placed, confirmed or sold. When a contact
 * asks for more, what they have asked for and await an answer to counts too: else any number of requests would pass, to be
 * refused one by one later. It does not count at placement, where only what is held stands in the way.
 */

/** Where an option stands in the programme. */
export type ProgrammePlace = {
  readonly performanceId: string;
  readonly seasonId: string;
  readonly activityId: string;
  readonly eventId: string;
  readonly familyId: string;
};

/** A validated limitation table; an empty list covers all, but for the types: those it applies to are named. */
export type LimitationTable = {
  readonly id: string;
  readonly name: string;
  readonly familyId: string;
  readonly collectivityTypes: readonly { readonly id: string; readonly name: string }[];
  readonly seasonIds: readonly string[];
  readonly activityIds: readonly string[];
  readonly eventIds: readonly string[];
  readonly seatCategoryIds: readonly string[];
  readonly maximumPerOption: number | null;
  readonly maximumPerPerformance: number | null;
  readonly maximumPerSeason: number | null;
};

/** What a contact has in one seat category of one performance. */
export type Holding = ProgrammePlace & {
  readonly seatCategoryId: string;
  /** Places placed, confirmed or sold by other options. */
  readonly held: number;
  /** Places of other requests that await an answer. */
  readonly requested: number;
  /** Places the option in question has now; it gives them back when it is placed anew. */
  readonly own: number;
};

/** A number of places in a seat category. */
export type AskedPlaces = { readonly seatCategoryId: string; readonly quantity: number };

/** How an option stands against one maximum of a table. Numbers of places. */
export type Limit = {
  /** Null: no limit of this sort. */
  readonly maximum: number | null;
  readonly held: number;
  readonly requested: number;
  /** By how much the option would go over the maximum; 0 when it may pass. */
  readonly excess: number;
  /** How many of the places asked for would pass. */
  readonly passing: number;
};

/** What the rules may know of a table that applies to an option, for one of its performances. */
export type LimitationFacts = {
  readonly tableId: string;
  readonly table: string;
  readonly collectivityType: string;
  readonly season: string;
  readonly performance: { readonly id: string; readonly startsAt: string; readonly timeZone: string };
  readonly asked: number;
  readonly perOption: Limit;
  readonly perPerformance: Limit;
  readonly perSeason: Limit;
};

/** A performance an option is about, with its name in the programme. */
export type LimitedPerformance = ProgrammePlace & {
  readonly startsAt: string;
  readonly timeZone: string;
  readonly seasonName: string;
};

/** The tables that cover a place of the programme, whoever asks. */
export function tablesCovering(
  tables: readonly LimitationTable[],
  place: Omit<ProgrammePlace, 'performanceId'>,
): LimitationTable[] {
  return tables.filter((table) => covers(table, place));
}

/** The tables that apply to contacts of a type; none to a contact without one (design section 5). */
export function tablesFor(tables: readonly LimitationTable[], typeId: string | null): LimitationTable[] {
  return tables.filter((table) => table.collectivityTypes.some(({ id }) => id === typeId));
}

/** How an option stands against a table that covers its performance and its contact's type. */
export function limitationFacts(
  table: LimitationTable,
  typeId: string,
  performance: LimitedPerformance,
  lines: readonly AskedPlaces[],
  holdings: readonly Holding[],
): LimitationFacts | null {
  const counted = ({ seatCategoryId }: AskedPlaces | Holding) =>
    within(table.seatCategoryIds, seatCategoryId);
  const asked = lines.filter(counted).reduce((sum, line) => sum + line.quantity, 0);
  if (asked === 0) return null;
  const covered = holdings.filter((holding) => covers(table, holding) && counted(holding));
  const { performanceId: id, seasonId, startsAt, timeZone, seasonName } = performance;
  return {
    tableId: table.id,
    table: table.name,
    collectivityType: table.collectivityTypes.find((type) => type.id === typeId)?.name ?? '',
    season: seasonName,
    performance: { id, startsAt, timeZone },
    asked,
    perOption: limit(table.maximumPerOption, asked, []),
    perPerformance: limit(
      table.maximumPerPerformance,
      asked,
      covered.filter((holding) => holding.performanceId === id),
    ),
    perSeason: limit(
      table.maximumPerSeason,
      asked,
      covered.filter((holding) => holding.seasonId === seasonId),
    ),
  };
}

/** An option that is placed anew with no more places than it has takes nothing further: it never goes over. */
function limit(maximum: number | null, asked: number, holdings: readonly Holding[]): Limit {
  const sum = (count: 'held' | 'requested' | 'own') =>
    holdings.reduce((total, holding) => total + holding[count], 0);
  const [held, requested, own] = [sum('held'), sum('requested'), sum('own')];
  const over = maximum === null || asked <= own ? 0 : Math.max(0, held + requested + asked - maximum);
  const room = Math.max(0, asked - over);
  return { maximum, held, requested, excess: over, passing: Math.max(room, Math.min(own, asked)) };
}

function covers(table: LimitationTable, place: Omit<ProgrammePlace, 'performanceId'>): boolean {
  return (
    table.familyId === place.familyId &&
    within(table.seasonIds, place.seasonId) &&
    within(table.activityIds, place.activityId) &&
    within(table.eventIds, place.eventId)
  );
}

function within(named: readonly string[], id: string): boolean {
  return named.length === 0 || named.includes(id);
}
