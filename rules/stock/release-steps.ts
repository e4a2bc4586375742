import { endOfDayFrom } from '../options/calendar.ts';

/**
 * Stepped release of a contingent: "30 days before the performance keep 40 places, 14 days before keep 20, 7 days
 * before keep none". What is over goes to another contingent; what somebody holds stays.
 */

export const keepUnits = ['places', 'percent'] as const;
/** What a step keeps: places, or a percentage of what the contingent had before its plan released anything. */
export type KeepUnit = (typeof keepUnits)[number];

export const releaseMoments = ['start-of-day', 'end-of-day'] as const;
/** When on its day a step is due, on the clock of the venue. */
export type ReleaseMoment = (typeof releaseMoments)[number];

/** So many calendar days before the performance, the contingent keeps so much. */
export type ReleaseStep = { days: number; keep: number };

/** The fault of a list of steps, and which step has it. */
export interface StepFault {
  at: number;
  field: 'days' | 'keep';
  code: 'release.daysOrder' | 'release.keepOrder' | 'release.afterPerformance' | 'field.tooLarge';
}

/** Days must fall from step to step, and what is kept may not rise; none may fall behind the performance. */
export function stepFaults(
  steps: readonly ReleaseStep[],
  unit: KeepUnit,
  moment: ReleaseMoment,
): StepFault[] {
  return steps.flatMap((step, at): StepFault[] => {
    const before = steps[at - 1];
    const faults: StepFault[] = [];
    if (before !== undefined && step.days >= before.days)
      faults.push({ at, field: 'days', code: 'release.daysOrder' });
    if (before !== undefined && step.keep > before.keep)
      faults.push({ at, field: 'keep', code: 'release.keepOrder' });
    if (moment === 'end-of-day' && step.days === 0)
      faults.push({ at, field: 'days', code: 'release.afterPerformance' });
    if (unit === 'percent' && step.keep > 100) faults.push({ at, field: 'keep', code: 'field.tooLarge' });
    return faults;
  });
}

/**
 * The instant a step is due: the first of its day in the venue's zone, or the first after it. Days of 23 and 25 hours
 * count as one.
 */
export function stepDueAt(startsAt: string, timeZone: string, days: number, moment: ReleaseMoment): string {
  const last = endOfDayFrom(startsAt, moment === 'end-of-day' ? -days : -days - 1, timeZone);
  return new Date(Date.parse(last) + 1).toISOString();
}

/** What a contingent has of one category. */
export interface ContingentPart {
  seatCategoryId: string;
  /** 1 is the best category. */
  rank: number;
  capacity: number;
  /** Nobody has them: neither held, sold nor blocked. */
  free: number;
  /** What it had before its plan released anything: what came back of a release counts as never gone. */
  base: number;
}

/** Places of one category that go. */
export interface PartToRelease {
  seatCategoryId: string;
  quantity: number;
}

/**
 * What a step releases, category by category; never more than is free. A percentage is kept of each category, rounded up
 * to whole places. Places are kept of all categories together, in the proportion of what they have; where one cannot
 * give its part, the least good of the others gives more.
 */
export function partsToRelease(
  parts: readonly ContingentPart[],
  { keep, unit }: { keep: number; unit: KeepUnit },
): PartToRelease[] {
  const wanted =
    unit === 'percent'
      ? parts.map((part) => within(part, part.capacity - Math.ceil((keep * part.base) / 100)))
      : splitExcess(parts, keep);
  return parts.flatMap(({ seatCategoryId }, at) => {
    const quantity = wanted[at] ?? 0;
    return quantity > 0 ? [{ seatCategoryId, quantity }] : [];
  });
}

function within({ free }: ContingentPart, excess: number): number {
  return Math.max(0, Math.min(free, excess));
}

function splitExcess(parts: readonly ContingentPart[], keep: number): number[] {
  const total = parts.reduce((sum, { capacity }) => sum + capacity, 0);
  if (total <= keep) return parts.map(() => 0);
  const kept = shareOut(parts, keep, total);
  const released = parts.map((part, at) => within(part, part.capacity - (kept[at] ?? 0)));
  let left = total - keep - released.reduce((sum, quantity) => sum + quantity, 0);
  for (const at of byRank(parts).reverse()) {
    const more = Math.min(left, within(parts[at] ?? nothing, Number.MAX_SAFE_INTEGER) - (released[at] ?? 0));
    released[at] = (released[at] ?? 0) + more;
    left -= more;
  }
  return released;
}

const nothing: ContingentPart = { seatCategoryId: '', rank: 0, capacity: 0, free: 0, base: 0 };

/** Whole places in proportion: the largest remainders are rounded up, of equal ones the better category's. */
function shareOut(parts: readonly ContingentPart[], keep: number, total: number): number[] {
  const exact = parts.map(({ capacity }) => (capacity * keep) / total);
  const shares = exact.map(Math.floor);
  let left = keep - shares.reduce((sum, share) => sum + share, 0);
  const remainder = (at: number) => (exact[at] ?? 0) - (shares[at] ?? 0);
  const order = byRank(parts).toSorted((one, other) => remainder(other) - remainder(one));
  for (const at of order) {
    if (left <= 0) break;
    shares[at] = (shares[at] ?? 0) + 1;
    left -= 1;
  }
  return shares;
}

/** Places in the list, the best category first. */
function byRank(parts: readonly ContingentPart[]): number[] {
  return parts
    .map((part, at) => ({ part, at }))
    .toSorted(
      (one, other) =>
        one.part.rank - other.part.rank || (one.part.seatCategoryId < other.part.seatCategoryId ? -1 : 1),
    )
    .map(({ at }) => at);
}
