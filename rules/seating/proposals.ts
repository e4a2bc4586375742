import { findWays } from './find-ways.ts';
import { combinations, type Party, partiesOf } from './party.ts';
import { because, describeScore, rankReason, type SeatReason } from './reasons.ts';
import { measure, type Score } from './score.ts';
import { seatKinds } from './search.ts';
import { searchOf } from './search-of-stage.ts';
import type { SeatMap } from './seat-map.ts';
import { type Stage, stagesOf } from './stage.ts';
import { largestGroup } from './weights.ts';
import { whatIsLeft } from './what-is-left.ts';
import { type IsolationMode, isolationMode, type SeatSettings, type SeatWish } from './wish.ts';

/** One way to seat a group, and why it ranks where it does. */
export type Proposal = Readonly<{
  performanceId: string;
  /** In the order of the hall; wheelchair users and companions included. */
  seatIds: readonly string[];
  wheelchairSeatIds: readonly string[];
  /** Seats beside the wheelchair users. */
  companionSeatIds: readonly string[];
  score: Score;
  reasons: readonly SeatReason[];
}>;

/** Proposals, best first; without any, for each date what is left there. */
export type Proposals = Readonly<{
  proposals: readonly Proposal[];
  left: readonly Readonly<{ performanceId: string; reasons: readonly SeatReason[] }>[];
}>;

export type SeatMaps = ReadonlyMap<string, SeatMap>;

/** Ways to seat the wheelchair users that are tried, best first, before a step of the wish is given up. */
const partiesTried = 24;

/**
 * The best `k` ways to seat a group, date by date in the order of its choices. The first is the best there is on the
 * stated score (`score.ts`). Ways differ by date, category step and rows. Pure: whoever takes the seats chooses and takes
 * under one lock.
 */
export function propose(maps: SeatMaps, wish: SeatWish, settings: SeatSettings, k: number): Proposals {
  const found: Proposal[] = [];
  if (wish.quantity <= largestGroup) {
    for (const [choice, performanceId] of wish.performanceIds.entries()) {
      const map = maps.get(performanceId);
      if (map !== undefined) {
        const most = k - found.length;
        found.push(...proposeOn(map, wish, settings, { choice, performanceId, most, mostInStep: most }));
      }
      if (found.length >= k) break;
    }
  }
  if (found.length > 0) return { proposals: ranked(found), left: [] };
  return {
    proposals: [],
    left: wish.performanceIds.map((performanceId) => ({
      performanceId,
      reasons: leftOn(maps.get(performanceId), wish, settings),
    })),
  };
}

function leftOn(map: SeatMap | undefined, wish: SeatWish, settings: SeatSettings): SeatReason[] {
  if (wish.quantity > largestGroup) return [because('left.tooLarge', { limit: largestGroup })];
  return map === undefined ? [because('left.unknown')] : whatIsLeft(map, wish, settings);
}

/** One date of a wish, and how many proposals are wanted on it and of each category step. */
export type OnDate = Readonly<{ choice: number; performanceId: string; most: number; mostInStep: number }>;

/**
 * The proposals on one date, best first, not yet ranked against each other. A seat is left alone below the trigger only
 * when nothing else is possible on the date.
 */
export function proposeOn(map: SeatMap, wish: SeatWish, settings: SeatSettings, date: OnDate): Proposal[] {
  const free = map.free.reduce((sum, each) => sum + each, 0);
  const mode = isolationMode(settings, free);
  const plain = inStages(stagesOf(map, wish, settings, mode === 'allowed'), { ...date, mode, free });
  if (plain.length > 0 || mode !== 'unavoidable') return plain;
  return inStages(stagesOf(map, wish, settings, true), { ...date, mode, free });
}

/**
 * Every way there is to seat a group without wheelchair users on one date, in the order of the hall: for halls small enough
 * to try them all. Which settings allow what is as in `proposeOn`.
 */
export function everyWayOn(map: SeatMap, wish: SeatWish, settings: SeatSettings, date: OnDate): Proposal[] {
  const free = map.free.reduce((sum, each) => sum + each, 0);
  const mode = isolationMode(settings, free);
  const all = (allowed: boolean) =>
    stagesOf(map, wish, settings, allowed).flatMap((stage) => everyWay(stage, { ...date, mode, free }));
  const plain = all(mode === 'allowed');
  return plain.length > 0 || mode !== 'unavoidable' ? plain : all(true);
}

function everyWay(stage: Stage, facts: Facts): Proposal[] {
  const [party] = partiesOf(stage);
  if (party === undefined) return [];
  const search = searchOf(stage, party);
  const eligible = [...search.kind.keys()].filter((index) => search.kind[index] === seatKinds.eligible);
  return combinations(eligible, search.quantity).flatMap((chosen) => {
    const measured = measure(search, chosen);
    if (measured.isolated > 0 && !stage.isolatedAllowed) return [];
    const score = {
      choice: facts.choice,
      isolating: facts.mode === 'unavoidable' && measured.isolated > 0 ? 1 : 0,
      category: stage.category,
      companionsApart: 0,
      bays: 0,
      ...measured,
    };
    return [proposalOf(stage, party, chosen, score, facts)];
  });
}

type Facts = OnDate & Readonly<{ mode: IsolationMode; free: number }>;

/** As asked, then upgraded; partly upgraded only where neither will do. */
function inStages([asked, upgraded, partly]: readonly Stage[], facts: Facts): Proposal[] {
  const found: Proposal[] = [];
  for (const stage of [asked, upgraded]) {
    const most = Math.min(facts.mostInStep, facts.most - found.length);
    if (stage !== undefined && most > 0) found.push(...inStage(stage, most, facts));
  }
  return found.length === 0 && partly !== undefined ? inStage(partly, facts.mostInStep, facts) : found;
}

function inStage(stage: Stage, k: number, facts: Facts): Proposal[] {
  const found: Proposal[] = [];
  for (const party of partiesOf(stage).slice(0, partiesTried)) {
    if (found.length >= k || party.seats.length > stage.wish.quantity) break;
    const search = searchOf(stage, party);
    for (const chosen of findWays(search, k - found.length)) {
      const measured = measure(search, chosen);
      const score = {
        choice: facts.choice,
        isolating: facts.mode === 'unavoidable' && measured.isolated > 0 ? 1 : 0,
        category: stage.category,
        companionsApart: party.companionsApart,
        bays: party.rank,
        ...measured,
      };
      found.push(proposalOf(stage, party, chosen, score, facts));
    }
  }
  return found;
}

function proposalOf(
  { map, wish, settings }: Stage,
  party: Party,
  chosen: readonly number[],
  score: Score,
  { performanceId, mode, free }: Facts,
): Proposal {
  const ids = (seats: readonly number[]) =>
    seats.toSorted((one, other) => one - other).flatMap((index) => map.seats[index]?.id ?? []);
  return {
    performanceId,
    seatIds: ids([...party.seats, ...chosen]),
    wheelchairSeatIds: ids(party.bays),
    companionSeatIds: ids(party.companions),
    score,
    reasons: describeScore(score, {
      mode,
      free,
      trigger: settings.isolatedSeatTrigger,
      users: wish.wheelchair?.users ?? 0,
      companions: wish.wheelchair?.companions ?? 0,
    }),
  };
}

function ranked(found: readonly Proposal[]): Proposal[] {
  return found.map((proposal, place) => ({
    ...proposal,
    reasons: [...proposal.reasons, rankReason(proposal.score, found[place - 1]?.score ?? null)],
  }));
}
