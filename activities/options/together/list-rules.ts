import type { Limit } from '../../../rules/authorisation/limitations.ts';
import type { Reason } from '../../../rules/messages/reason.ts';
import { reasonsAgainstInBulk } from '../../../rules/options/allowed-actions.ts';
import type { LimitShare } from '../../../rules/seating/mass-wish.ts';
import { Problem } from '../../problem.ts';
import type { Verb } from '../../verb.ts';
import { authorisationFacts, authorise } from '../authorise.ts';
import { type SettledGrant, settleGrants } from '../granted-lines.ts';
import { type HoldingsReader, holdingsOf, type Limits, limitsOn } from '../limits.ts';
import { assertPossible } from '../locked-option.ts';
import type { PerformanceFacts } from '../performance-facts.ts';
import { placementDue } from '../placement-due.ts';
import type { Question } from '../rules-question.ts';
import type { ListedOption } from './listed-options.ts';

/** What the rules make of one date of an option: it may be placed there, or not and why. */
export type Ruling = { problem: Problem } | { limits: LimitShare[]; upgrades: ReadonlySet<string> };

/** Places left under each limit, as the rulings that name it found it. */
export type LimitBook = Map<string, number>;

/**
 * Asks of each date of an option what its placement would be asked: state and time, prices, limits, the rules. Same
 * questions, same answers: one is asked once. A limit counts for the list only where the rules would not let it be
 * exceeded.
 */
export class ListRules {
  readonly #verb: Verb;
  readonly #override: { reason: string } | null;
  readonly #answers = new Map<string, Promise<Problem | null>>();
  readonly #holdings = new Map<string, ReturnType<HoldingsReader>>();
  readonly limits: LimitBook = new Map();

  constructor(verb: Verb, override: { reason: string } | null) {
    this.#verb = verb;
    this.#override = override;
  }

  /** `above`: of each line, the categories it might be upgraded to. */
  async ruling(
    option: ListedOption,
    facts: PerformanceFacts,
    above: ReadonlyMap<string, readonly string[]>,
  ): Promise<Ruling> {
    const collides = dueCollides(this.#verb, option, facts);
    try {
      assertPossible('place', standing(this.#verb, option, facts), reasonsAgainstInBulk);
      const grants = settleGrants(option.lines, facts, null);
      const question = this.#question(facts, grants, await this.#limits(facts, grants), collides);
      const problem = await this.#asked(option, facts, question);
      if (problem !== null) return { problem };
      const upgrades = new Set<string>();
      for (const [lineId, categories] of above) {
        const allowed = await this.#upgrades(option, facts, lineId, categories, collides);
        if (allowed) upgrades.add(lineId);
      }
      return { limits: await this.#shares(option, facts, question), upgrades };
    } catch (failure) {
      if (failure instanceof Problem) return { problem: failure };
      throw failure;
    }
  }

  #limits(facts: PerformanceFacts, grants: readonly SettledGrant[]): Promise<Limits> {
    return limitsOn(this.#verb, {
      performances: [facts],
      lines: grants,
      optionId: null, // none of the list holds anything
      moment: 'placement',
      lock: { locked: facts.limited?.contactId ?? null, mayLock: false },
      holdings: (verb, contactId, optionId, performances) => {
        const key = [contactId, ...performances.map(({ seasonId }) => seasonId)].join('/');
        const known = this.#holdings.get(key) ?? holdingsOf(verb, contactId, optionId, performances);
        this.#holdings.set(key, known);
        return known;
      },
    });
  }

  #question(
    facts: PerformanceFacts,
    grants: readonly SettledGrant[],
    limitations: Limits,
    collides: boolean,
  ): Question {
    const categoryIds = [...new Set(grants.map(({ seatCategoryId }) => seatCategoryId))].sort();
    return authorisationFacts(this.#verb.now, [facts], { categoryIds, collides, limitations, profiles: [] });
  }

  /** The rules' answer; null when they allow it. Who asks for how much only the house's own rules read. */
  #asked(
    option: ListedOption,
    { organisationId }: PerformanceFacts,
    question: Question,
  ): Promise<Problem | null> {
    const { asked, ...facts } = question.facts;
    const key = JSON.stringify([option.live.channelId, facts, question.managed === null ? null : asked]);
    const known =
      this.#answers.get(key) ??
      authorise(this.#verb, 'placement', organisationId, question, this.#override).then(
        () => null,
        problemOrThrow,
      );
    this.#answers.set(key, known);
    return known;
  }

  /** Whether a line may be upgraded: there is a price, and the rules allow the category. */
  async #upgrades(
    option: ListedOption,
    facts: PerformanceFacts,
    lineId: string,
    categories: readonly string[],
    collides: boolean,
  ): Promise<boolean> {
    for (const seatCategoryId of categories) {
      try {
        const wishes = option.lines.map((line) => ({
          lineId: line.id,
          quantity: line.requestedQuantity,
          ...(line.id === lineId ? { seatCategoryId } : {}),
        }));
        const grants = settleGrants(option.lines, facts, wishes);
        const question = this.#question(facts, grants, await this.#limits(facts, grants), collides);
        if ((await this.#asked(option, facts, question)) !== null) return false;
      } catch (failure) {
        problemOrThrow(failure);
        return false;
      }
    }
    return categories.length > 0;
  }

  /** What the option takes of each limit that the rules hold it to. */
  async #shares(option: ListedOption, facts: PerformanceFacts, question: Question): Promise<LimitShare[]> {
    const { limitations } = question.facts;
    const shares: LimitShare[] = [];
    for (const [at, limitation] of limitations.entries()) {
      for (const kind of ['perPerformance', 'perSeason'] as const) {
        const { maximum, held } = limitation[kind];
        if (maximum === null) continue;
        const over = limitations.map((each, place) =>
          place === at ? { ...each, [kind]: exceeded(each[kind], each.asked) } : each,
        );
        const exceeding = { ...question, facts: { ...question.facts, limitations: over } };
        if ((await this.#asked(option, facts, exceeding)) === null) continue;
        const where = kind === 'perPerformance' ? facts.performanceId : facts.seasonId;
        const limit = [limitation.tableId, facts.limited?.contactId ?? '', kind, where].join('/');
        this.limits.set(limit, maximum - held);
        shares.push({ limit, quantity: limitation.asked });
      }
    }
    return shares;
  }
}

function exceeded(limit: Limit, asked: number): Limit {
  return { ...limit, held: limit.maximum ?? 0, excess: asked, passing: 0 };
}

function problemOrThrow(failure: unknown): Problem {
  if (failure instanceof Problem) return failure;
  throw failure;
}

function standing(verb: Verb, option: ListedOption, facts: PerformanceFacts) {
  return {
    state: option.state,
    refusedFrom: option.refusedFrom,
    firstPerformanceStartsAt: facts.startsAt,
    timeZone: facts.timeZone,
    now: verb.now,
  };
}

/** Whether the minimum notice reaches beyond the performance's start, as the placement finds it. */
function dueCollides(verb: Verb, option: ListedOption, facts: PerformanceFacts): boolean {
  const { origin, profilePaymentOn, confirmationDueAt: currentDueAt } = option;
  return placementDue(verb.now, { origin, profilePaymentOn, currentDueAt }, facts, null).collides;
}

/** Why a problem says no: its own sentence, or the reasons it carries. */
export function reasonsOf({ code, details }: Problem): { code: string; values: Reason['values'] }[] {
  const { reasons = [], values = {} } = details;
  return reasons.length > 0 ? reasons : [{ code, values }];
}
