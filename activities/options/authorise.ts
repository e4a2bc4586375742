import { type Decision, decideAuthorisation, problemOf } from '../../rules/authorisation/decide.ts';
import type { AuthorisationFacts } from '../../rules/authorisation/facts.ts';
import { minimumNoticeHours } from '../../rules/options/deadlines.ts';
import type { RuleMoment } from '../../rules/options/life.ts';
import { overrideRight } from '../../rules/options/rights.ts';
import { Problem } from '../problem.ts';
import type { Verb } from '../verb.ts';
import { holdsRight } from './locked-option.ts';
import type { PerformanceFacts } from './performance-facts.ts';

/** What an option is decided on besides its performances: the seat categories concerned, and the settings about them. */
export interface Concerned extends Pick<AuthorisationFacts, 'limitations' | 'profiles'> {
  categoryIds: readonly string[];
  /** The minimum notice reaches beyond the performance's start. */
  collides: boolean;
}

/** The facts the rules are asked with, for the performances and seat categories concerned. */
export function authorisationFacts(
  now: string,
  performances: readonly PerformanceFacts[],
  { categoryIds, collides, limitations, profiles }: Concerned,
): AuthorisationFacts {
  const [first] = performances;
  if (first === undefined) throw new RangeError('no performance to decide about');
  return {
    now,
    season: { name: first.seasonName, open: performances.every((each) => each.seasonOpen) },
    activity: {
      name: first.activityName,
      seatOptionsAllowed: performances.every((each) => each.seatOptionsAllowed),
    },
    structure: first.structure,
    notice: { hours: minimumNoticeHours, collides },
    performances: performances.map(({ performanceId, startsAt, timeZone, performanceState }) => ({
      id: performanceId,
      startsAt,
      timeZone,
      state: performanceState,
    })),
    seatCategories: performances
      .flatMap((each) => each.categories)
      .filter((category) => categoryIds.includes(category.id)),
    limitations,
    profiles,
  };
}

/**
 * Asks the rules. A refusal ends the verb; a warning does too, unless the caller may go on and gave a motive.
 * @throws Problem `performance.past` | `authorisation.refused` | `authorisation.warned` with the reasons.
 */
export async function authorise(
  verb: Verb,
  moment: RuleMoment,
  organisationId: string,
  facts: AuthorisationFacts,
  override: { reason: string } | null | undefined,
): Promise<Decision> {
  const decision = await decideAuthorisation(facts, moment);
  const code = problemOf(decision);
  if (code === null) return decision;
  if (code === 'authorisation.warned' && override && holdsRight(verb, overrideRight(), organisationId))
    return decision;
  const values = decision.reasons[0]?.values ?? {};
  throw new Problem(code, { values, reasons: decision.reasons });
}
