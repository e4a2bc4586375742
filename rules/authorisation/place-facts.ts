import { Temporal } from 'temporal-polyfill';
import type { AskedPlaces, Holding } from './limitations.ts';
import { type ProfiledPerformance, profilesCovering } from './profiles.ts';

/** Days of the week as the facts name them, Monday first. */
export const weekdays = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;

/** Places a contact has by other options. */
type ContactPlaces = {
  /** Placed, confirmed or sold. */
  readonly held: number;
  /** Asked for and not answered yet; 0 except at request. */
  readonly requested: number;
};

/** One seat category asked for or granted at one performance. */
export type PlaceFacts = {
  readonly performance: {
    readonly id: string;
    readonly event: string;
    readonly startsAt: string;
    readonly timeZone: string;
    readonly seasonId: string;
    readonly season: string;
    readonly activityId: string;
    readonly activity: string;
  };
  readonly seatCategory: { readonly id: string; readonly name: string };
  /** Places of the category in this option. */
  readonly quantity: number;
  /** Places of the option in all categories. */
  readonly total: number;
  /** What is free of the category in the contingents of the channel. */
  readonly free: number;
  readonly atPerformance: ContactPlaces;
  readonly inSeason: ContactPlaces;
  /** The profiles in force that cover it; at request only. */
  readonly profileIds: readonly string[];
};

/** Who asks for what, as managers' own rules may know it. */
export type AskedFacts = {
  /** Whether what the contact has by other options was read. */
  readonly counted: boolean;
  readonly contact: {
    /** Whose places are counted together. */
    readonly holderId: string;
    readonly kind: 'individual' | 'structure';
    readonly typeId: string | null;
    readonly type: string | null;
  };
  readonly channel: string;
  readonly places: readonly PlaceFacts[];
};

/** Facts that are made of what the contact has by other options. */
export const countedFacts = [
  'contact.performanceHeld',
  'contact.performanceRequested',
  'contact.performanceTotal',
  'contact.seasonHeld',
  'contact.seasonRequested',
  'contact.seasonTotal',
] as const;

/** A performance an option is about, as far as its places are told. */
export type AskedPerformance = Omit<PlaceFacts['performance'], 'id'> &
  ProfiledPerformance & {
    readonly stock: readonly { readonly seatCategoryId: string; readonly free: number }[];
  };

/** Every category of an option at every performance it is about. */
export function placesAsked(
  performances: readonly AskedPerformance[],
  lines: readonly AskedPlaces[],
  holdings: readonly Holding[],
  { now, profiled }: { now: string; profiled: boolean },
): PlaceFacts[] {
  const quantities = new Map<string, number>();
  for (const { seatCategoryId, quantity } of lines)
    quantities.set(seatCategoryId, (quantities.get(seatCategoryId) ?? 0) + quantity);
  const total = lines.reduce((sum, { quantity }) => sum + quantity, 0);
  return performances.flatMap((performance) => {
    const {
      performanceId: id,
      event,
      startsAt,
      timeZone,
      seasonId,
      season,
      activityId,
      activity,
    } = performance;
    const atPerformance = placesOf(holdings.filter(({ performanceId }) => performanceId === id));
    const inSeason = placesOf(holdings.filter((holding) => holding.seasonId === seasonId));
    return [...quantities].map(
      ([categoryId, quantity]): PlaceFacts => ({
        performance: { id, event, startsAt, timeZone, seasonId, season, activityId, activity },
        seatCategory: {
          id: categoryId,
          name: performance.categories.find((category) => category.id === categoryId)?.name ?? '',
        },
        quantity,
        total,
        free: performance.stock
          .filter(({ seatCategoryId }) => seatCategoryId === categoryId)
          .reduce((sum, { free }) => sum + Math.max(0, free), 0),
        atPerformance,
        inSeason,
        profileIds: profiled
          ? profilesCovering(performance, categoryId, now).map((profile) => profile.id)
          : [],
      }),
    );
  });
}

function placesOf(holdings: readonly Holding[]): ContactPlaces {
  return {
    held: holdings.reduce((sum, { held }) => sum + held, 0),
    requested: holdings.reduce((sum, { requested }) => sum + requested, 0),
  };
}

/** The facts of a place, by name. */
export function placeSheet(
  asked: AskedFacts,
  place: PlaceFacts,
  now: string,
): Record<string, string | number | boolean | null> {
  const { performance, seatCategory, atPerformance, inSeason } = place;
  const { date, weekday, hour } = localStart(performance.startsAt, performance.timeZone);
  return {
    'season.name': performance.season,
    'activity.name': performance.activity,
    'option.places': place.total,
    'place.quantity': place.quantity,
    'place.free': place.free,
    'place.seatCategory': seatCategory.name,
    'place.event': performance.event,
    'place.date': date,
    'place.weekday': weekday,
    'place.hour': hour,
    'place.daysAhead': Math.floor((Date.parse(performance.startsAt) - Date.parse(now)) / 86_400_000),
    'contact.kind': asked.contact.kind,
    'contact.collectivityType': asked.contact.type,
    'contact.performanceHeld': atPerformance.held,
    'contact.performanceRequested': atPerformance.requested,
    'contact.performanceTotal': atPerformance.held + atPerformance.requested + place.total,
    'contact.seasonHeld': inSeason.held,
    'contact.seasonRequested': inSeason.requested,
    'contact.seasonTotal': inSeason.held + inSeason.requested + place.total,
    'channel.name': asked.channel,
  };
}

/** Starts already read on their clocks: the same few are asked about all day long. */
const starts = new Map<string, { date: string; weekday: string; hour: number }>();

function localStart(startsAt: string, timeZone: string): { date: string; weekday: string; hour: number } {
  const key = `${startsAt} ${timeZone}`;
  const known = starts.get(key);
  if (known !== undefined) return known;
  const local = Temporal.Instant.from(startsAt).toZonedDateTimeISO(timeZone);
  const told = {
    date: local.toPlainDate().toString(),
    weekday: weekdays[local.dayOfWeek - 1] ?? weekdays[0],
    hour: local.hour,
  };
  if (starts.size >= 10_000) starts.clear();
  starts.set(key, told);
  return told;
}
