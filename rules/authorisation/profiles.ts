import { civilDay } from '../options/calendar.ts';
import type { AskedPlaces } from './limitations.ts';

/**
 * Option profiles: what may be requested through which channel (seed 004 "Dans les profils d'option"). They count at
 * request only; several valid ones add up: what one of them allows is allowed.
 */

/** A validated profile of a channel; an empty list covers all. Days are civil days (YYYY-MM-DD), both counted. */
export type OptionProfile = {
  readonly id: string;
  readonly name: string;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  /** Goes to the requests made under it. */
  readonly paymentOn: string | null;
  /** Places asked for at least, in each seat category (seed: « au minimum 5 places par catégorie choisie »). */
  readonly minimumQuantity: number;
  readonly eventIds: readonly string[];
  readonly performanceIds: readonly string[];
  readonly seatCategoryIds: readonly string[];
};

/** A performance asked for, with the profiles of the channel it is asked through. */
export type ProfiledPerformance = {
  readonly performanceId: string;
  readonly eventId: string;
  readonly startsAt: string;
  readonly timeZone: string;
  readonly channelName: string;
  readonly profiles: readonly OptionProfile[];
  readonly categories: readonly { readonly id: string; readonly name: string }[];
};

/** What the rules may know of the profiles for one seat category of one performance. */
export type ProfileFacts = {
  readonly channel: string;
  readonly performance: { readonly id: string; readonly startsAt: string; readonly timeZone: string };
  readonly seatCategory: { readonly id: string; readonly name: string };
  /** Profiles of the channel in force today. */
  readonly valid: number;
  /** Those of them that cover the performance and the category. */
  readonly covering: number;
  readonly asked: number;
  /** The lowest minimum of those that cover; 0 without one. */
  readonly minimum: number;
  /** Places missing to the minimum. */
  readonly missing: number;
};

/** The facts of a request: each of its seat categories, at each of its performances. */
export function profileFacts(
  performances: readonly ProfiledPerformance[],
  lines: readonly AskedPlaces[],
  now: string,
): ProfileFacts[] {
  return performances.flatMap((performance) => {
    const { performanceId: id, startsAt, timeZone, channelName, categories } = performance;
    const valid = validProfiles(performance, now);
    return [...quantities(lines)].map(([categoryId, asked]): ProfileFacts => {
      const covering = valid.filter((profile) => covers(profile, performance, categoryId));
      const minimum = Math.min(...covering.map((profile) => profile.minimumQuantity));
      const name = categories.find((category) => category.id === categoryId)?.name ?? '';
      return {
        channel: channelName,
        performance: { id, startsAt, timeZone },
        seatCategory: { id: categoryId, name },
        valid: valid.length,
        covering: covering.length,
        asked,
        minimum: covering.length === 0 ? 0 : minimum,
        missing: covering.length === 0 ? 0 : Math.max(0, minimum - asked),
      };
    });
  });
}

/** The profiles in force that cover a seat category at a performance. */
export function profilesCovering(
  performance: ProfiledPerformance,
  categoryId: string,
  now: string,
): OptionProfile[] {
  return validProfiles(performance, now).filter((profile) => covers(profile, performance, categoryId));
}

/** The profiles a request for a performance is made under: those in force that allow one of its lines as it is. */
export function profilesUsed(
  performance: ProfiledPerformance,
  lines: readonly AskedPlaces[],
  now: string,
): OptionProfile[] {
  const asked = [...quantities(lines)];
  return validProfiles(performance, now).filter((profile) =>
    asked.some(
      ([categoryId, quantity]) =>
        covers(profile, performance, categoryId) && profile.minimumQuantity <= quantity,
    ),
  );
}

/** The payment date of a request made under these profiles: the earliest of theirs; null when none has one. */
export function paymentDay(profiles: readonly OptionProfile[]): string | null {
  return profiles.flatMap(({ paymentOn }) => paymentOn ?? []).sort()[0] ?? null;
}

function validProfiles({ profiles, timeZone }: ProfiledPerformance, now: string): OptionProfile[] {
  const bounded = profiles.some(({ startsOn, endsOn }) => startsOn !== null || endsOn !== null);
  if (!bounded) return [...profiles];
  const today = civilDay(now, timeZone);
  return profiles.filter(
    ({ startsOn, endsOn }) =>
      (startsOn === null || startsOn <= today) && (endsOn === null || today <= endsOn),
  );
}

/** Places by seat category: two lines of one category are asked for together. */
function quantities(lines: readonly AskedPlaces[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { seatCategoryId, quantity } of lines)
    sums.set(seatCategoryId, (sums.get(seatCategoryId) ?? 0) + quantity);
  return sums;
}

function covers(profile: OptionProfile, performance: ProfiledPerformance, categoryId: string): boolean {
  return (
    within(profile.eventIds, performance.eventId) &&
    within(profile.performanceIds, performance.performanceId) &&
    within(profile.seatCategoryIds, categoryId)
  );
}

function within(named: readonly string[], id: string): boolean {
  return named.length === 0 || named.includes(id);
}
