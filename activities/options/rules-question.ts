import type { CompiledManagedRules } from '../../rules/authorisation/compiled-managed-rules.ts';
import { type Decision, decideAuthorisation, shippedRuleSet } from '../../rules/authorisation/decide.ts';
import type { AuthorisationFacts } from '../../rules/authorisation/facts.ts';
import type { AskedPlaces } from '../../rules/authorisation/limitations.ts';
import { type AskedPerformance, placesAsked } from '../../rules/authorisation/place-facts.ts';
import { profileFacts } from '../../rules/authorisation/profiles.ts';
import type { RuleMoment } from '../../rules/options/life.ts';
import { type Limits, tableFacts } from './limits.ts';
import type { PerformanceFacts } from './performance-facts.ts';

/** What an option is decided on besides its performances: the seat categories concerned, and the settings about them. */
interface Concerned extends Pick<AuthorisationFacts, 'profiles'> {
  categoryIds: readonly string[];
  /** As `limitsOn` answered. */
  limitations: Limits;
  /** Where the places are counted, when that is not at each of the performances: a product is counted at its first line. */
  counted?: readonly PerformanceFacts[];
  /** The minimum notice reaches beyond the performance's start. */
  collides: boolean;
}

/** What the rules are asked: the facts, and the house's own rules in force. */
export interface Question {
  facts: AuthorisationFacts;
  managed: CompiledManagedRules | null;
  performances: readonly PerformanceFacts[];
  lines: readonly AskedPlaces[];
  /** The facts as they would be with other numbers of places. */
  withLines(lines: readonly AskedPlaces[]): AuthorisationFacts;
}

/** The facts the rules are asked with, for the performances and seat categories concerned. */
export function authorisationFacts(
  now: string,
  performances: readonly PerformanceFacts[],
  concerned: Concerned,
): Question {
  const { lines, managed, moment } = concerned.limitations;
  const facts = factsOf(now, performances, concerned, lines);
  return {
    facts,
    managed,
    performances,
    lines,
    withLines: (others) =>
      factsOf(
        now,
        performances,
        {
          ...concerned,
          profiles: moment === 'request' ? profileFacts(concerned.counted ?? performances, others, now) : [],
        },
        others,
      ),
  };
}

function factsOf(
  now: string,
  performances: readonly PerformanceFacts[],
  { categoryIds, collides, limitations, profiles, counted = performances }: Concerned,
  lines: readonly AskedPlaces[],
): AuthorisationFacts {
  const [first] = performances;
  if (first === undefined) throw new RangeError('no performance to decide about');
  const { holderId, contactKind: kind, typeId } = first;
  return {
    now,
    season: {
      name: first.seasonName,
      open: performances.every((each) => each.seasonOpen),
      productOptionsAllowed: performances.every((each) => each.productOptionsAllowed),
    },
    activity: {
      name: first.activityName,
      seatOptionsAllowed: performances.every((each) => each.seatOptionsAllowed),
    },
    structure: first.structure,
    notice: { hours: first.deadlines.minimumNoticeHours, collides },
    performances: performances.map(({ performanceId, startsAt, timeZone, performanceState }) => ({
      id: performanceId,
      startsAt,
      timeZone,
      state: performanceState,
    })),
    seatCategories: performances
      .flatMap((each) => each.categories)
      .filter((category) => categoryIds.includes(category.id)),
    limitations: tableFacts(counted, limitations, lines),
    profiles,
    asked: {
      counted: limitations.counted,
      contact: { holderId, kind, typeId, type: typeId === null ? null : (first.typeNames[typeId] ?? null) },
      channel: first.channelName,
      places: placesAsked(counted.map(askedPerformance), lines, limitations.holdings, {
        now,
        profiled: limitations.moment === 'request',
      }),
    },
  };
}

function askedPerformance(performance: PerformanceFacts): AskedPerformance {
  const { eventName: event, seasonName: season, activityName: activity } = performance;
  return { ...performance, event, season, activity };
}

/** Decides a question by the shipped rules and the house's own. */
export function decide(
  moment: RuleMoment,
  { facts, managed }: Pick<Question, 'facts' | 'managed'>,
): Promise<Decision> {
  return decideAuthorisation(facts, moment, shippedRuleSet, { managed });
}
