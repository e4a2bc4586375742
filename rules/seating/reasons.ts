import type { MessageValues } from '../messages/reason.ts';
import { type Criterion, decidingCriterion, type Score } from './score.ts';
import type { IsolationMode } from './wish.ts';

/** What is said about a proposal, a date that has none, and a wish left out of a mass placement. */
export const seatReasonCodes = [
  'choice.first',
  'choice.fallback',
  'category.kept',
  'category.upgraded',
  'category.mixed',
  'seats.together',
  'seats.oneRow',
  'seats.behind',
  'seats.apart',
  'isolated.none',
  'isolated.unavoidable',
  'isolated.allowed',
  'lone.people',
  'restricted.view',
  'wheelchair.beside',
  'wheelchair.apart',
  'rank.first',
  'after.choice',
  'after.isolating',
  'after.category',
  'after.companionsApart',
  'after.bays',
  'after.apart',
  'after.blocks',
  'after.isolated',
  'after.lone',
  'after.rows',
  'after.restricted',
  'after.spread',
  'after.distance',
  'after.cuts',
  'after.equal',
  'left.fewer',
  'left.isolating',
  'left.bays',
  'left.unknown',
  'left.tooLarge',
  'left.counted',
  'left.limit',
  'mass.outweighed',
] as const;
export type SeatReasonCode = (typeof seatReasonCodes)[number];

/** True for a code that the seat engine speaks. */
export function isSeatReason(code: string): code is SeatReasonCode {
  return seatReasonCodes.some((each) => each === code);
}

/** Why: a code and its values, told in both languages by `labels.ts`. */
export type SeatReason = Readonly<{ code: SeatReasonCode; values: MessageValues }>;

/** What a proposal is like, criterion by criterion where it says something. */
export function describeScore(
  score: Score,
  facts: Readonly<{ mode: IsolationMode; free: number; trigger: number; companions: number; users: number }>,
): SeatReason[] {
  const { choice, category, blocks, isolated, lone, restricted, companionsApart } = score;
  const reasons: SeatReason[] = [
    choice === 0 ? because('choice.first') : because('choice.fallback', { rank: choice }),
    because(categoryCodes[category] ?? 'category.mixed'),
    seating(score),
    isolation(isolated, facts),
  ];
  if (lone > 0 && blocks > 1) reasons.push(because('lone.people', { people: lone }));
  if (restricted > 0) reasons.push(because('restricted.view', { seats: restricted }));
  if (facts.users > 0) {
    reasons.push(
      companionsApart > 0
        ? because('wheelchair.apart', { companions: companionsApart })
        : because('wheelchair.beside', { users: facts.users, companions: facts.companions }),
    );
  }
  return reasons;
}

/** Why a proposal comes after the one before it: the first criterion where it is worse. */
export function rankReason(score: Score, before: Score | null): SeatReason {
  if (before === null) return because('rank.first');
  const criterion = decidingCriterion(score, before);
  if (criterion === null) return because('after.equal');
  return because(afterCodes[criterion], { here: score[criterion], before: before[criterion] });
}

/** A reason with its values. */
export function because(code: SeatReasonCode, values: MessageValues = {}): SeatReason {
  return { code, values };
}

const categoryCodes = ['category.kept', 'category.upgraded', 'category.mixed'] as const;

const afterCodes: Readonly<Record<Criterion, SeatReasonCode>> = {
  choice: 'after.choice',
  isolating: 'after.isolating',
  category: 'after.category',
  companionsApart: 'after.companionsApart',
  bays: 'after.bays',
  apart: 'after.apart',
  blocks: 'after.blocks',
  isolated: 'after.isolated',
  lone: 'after.lone',
  rows: 'after.rows',
  restricted: 'after.restricted',
  spread: 'after.spread',
  distance: 'after.distance',
  cuts: 'after.cuts',
};

function seating({ apart, blocks, rows }: Score): SeatReason {
  if (blocks <= 1) return because('seats.together');
  if (rows === 1) return because('seats.oneRow', { blocks });
  return because(apart === 0 ? 'seats.behind' : 'seats.apart', { rows, blocks });
}

function isolation(
  isolated: number,
  { mode, free, trigger }: Readonly<{ mode: IsolationMode; free: number; trigger: number }>,
): SeatReason {
  if (isolated === 0) return because('isolated.none');
  return mode === 'allowed'
    ? because('isolated.allowed', { isolated })
    : because('isolated.unavoidable', { isolated, free, trigger });
}
