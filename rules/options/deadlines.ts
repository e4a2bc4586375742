import { addHours, compareInstants, dueInstant, earlier, endOfDayFrom, normalInstant } from './calendar.ts';
import type { OptionState } from './life.ts';

/**
 * Due dates of an option (design section 4 "Deadlines"). Days are calendar days, a day ends with its last millisecond
 * on the venue's clock, without weekend shift: the seed's own is Thursday 23-07-2015 + 10 days = Sunday 02-08-2015.
 * Instants are ISO strings in UTC with milliseconds. Dates of profiles and channels are civil dates (YYYY-MM-DD), whose
 * end counts, or exact instants.
 */

/** Notice a contact has at least between placement and due date (design section 4). */
export const minimumNoticeHours = 24;

/** Which rule gave a confirmation due date; stored with it. */
export type ConfirmationDueRule =
  | 'kept'
  | 'agreed'
  | 'after-placement'
  | 'before-performance'
  | 'profile'
  | 'channel'
  | 'performance'
  | 'minimum-notice';

export type ConfirmationDueInput = {
  /** The instant of this placement. */
  placedAt: string;
  /** The earliest performance held. */
  performanceStartsAt: string;
  /** The venue's zone. */
  timeZone: string;
  daysAfterPlacement: number | null;
  daysBeforePerformance: number | null;
  /** The profile's payment date, copied to the request made under it; null for direct placements. */
  profilePaymentDate: string | null;
  channelDirectDate: string | null;
  /** An instant agreed with the contact: overrides every rule and the notice, but not the performance. */
  agreedAt: string | null;
  /** The due date the option already carries: kept when it is still ahead. */
  currentDueAt: string | null;
  minimumNoticeHours: number;
};

/** `collides`: placement + minimum notice is after the performance's start, so placement warns. */
export type ConfirmationDue = { dueAt: string; rule: ConfirmationDueRule; collides: boolean };

/** When the contact must have answered by, and the rule that says so. */
export function confirmationDueAt(input: ConfirmationDueInput): ConfirmationDue {
  const { placedAt, performanceStartsAt, agreedAt, currentDueAt } = input;
  const floor = addHours(placedAt, input.minimumNoticeHours);
  const collides = compareInstants(floor, performanceStartsAt) > 0;
  if (agreedAt !== null && compareInstants(agreedAt, placedAt) > 0) {
    return { ...capped(agreedAt, 'agreed', performanceStartsAt), collides: false };
  }
  if (currentDueAt !== null && compareInstants(currentDueAt, placedAt) > 0) {
    return { ...capped(currentDueAt, 'kept', performanceStartsAt), collides: false };
  }
  const first = earliestOf(confirmationCandidates(input));
  const wanted = first ?? { dueAt: performanceStartsAt, rule: 'performance' as const };
  const noticed =
    compareInstants(wanted.dueAt, floor) < 0 ? { dueAt: floor, rule: 'minimum-notice' as const } : wanted;
  return { ...capped(noticed.dueAt, noticed.rule, performanceStartsAt), collides };
}

/** Which rule gave a payment due date; stored with it. */
export type PaymentDueRule = 'agreed' | 'profile' | 'confirmation' | 'performance' | 'minimum-notice';

export type PaymentDueInput = {
  profilePaymentDate: string | null;
  /** The option's own due date, the default when its profile names no payment date. */
  confirmationDueAt: string | null;
  /** The instant of the confirmation that makes the order. */
  confirmedAt: string;
  performanceStartsAt: string;
  timeZone: string;
  minimumNoticeHours: number;
  agreedAt: string | null;
};

export type PaymentDue = { dueAt: string; rule: PaymentDueRule };

/**
 * When the order must be paid by. Never before confirmation + minimum notice, never after the performance; for several
 * options in one order take `earliestOf` their dates.
 */
export function paymentDueAt(input: PaymentDueInput): PaymentDue {
  const { confirmedAt, performanceStartsAt, agreedAt } = input;
  if (agreedAt !== null && compareInstants(agreedAt, confirmedAt) > 0) {
    return capped(agreedAt, 'agreed', performanceStartsAt);
  }
  const wanted = defaultPaymentDate(input);
  const floor = addHours(confirmedAt, input.minimumNoticeHours);
  const noticed =
    compareInstants(wanted.dueAt, floor) < 0 ? { dueAt: floor, rule: 'minimum-notice' as const } : wanted;
  return capped(noticed.dueAt, noticed.rule, performanceStartsAt);
}

/** What is wrong with a due date a person agreed, as the problem it is answered with; null when it may stand. */
export function agreedDateFault(
  agreedAt: string,
  now: string,
  performanceStartsAt: string,
): 'deadline.agreedPast' | 'deadline.agreedAfterPerformance' | null {
  if (compareInstants(agreedAt, now) <= 0) return 'deadline.agreedPast';
  return compareInstants(agreedAt, performanceStartsAt) > 0 ? 'deadline.agreedAfterPerformance' : null;
}

/** The earliest of several due dates, the first of equals; null of none. */
export function earliestOf<Due extends { dueAt: string }>(dates: readonly Due[]): Due | null {
  return dates.reduce<Due | null>(
    (best, date) => (best === null || compareInstants(date.dueAt, best.dueAt) < 0 ? date : best),
    null,
  );
}

/** What time does to an option next. */
export type TimeDuty = 'lapse' | 'flag-overdue';

export type NextActionInput = {
  state: OptionState;
  /** The activity's setting: flag an unanswered option as overdue, or release its seats. */
  endPolicy: 'flag' | 'release';
  confirmationDueAt: string | null;
  /** When the present due date was flagged as overdue; whoever sets a new due date clears it. */
  overdueFlaggedAt: string | null;
  /** The earliest performance held. */
  performanceStartsAt: string;
  graceHours: number;
};

/**
 * When time acts on the option next, grace inside, and what it then does; null when it waits for nothing. Under either
 * policy a placed option lapses at its performance's start. A recorded duty is never answered again, so that no story
 * can spin. From confirmation on the order's payment date counts, and only its reservation meets it.
 */
export function nextActionAt(input: NextActionInput): { at: string; duty: TimeDuty } | null {
  if (input.state !== 'placed') return null;
  const start = normalInstant(input.performanceStartsAt);
  if (input.confirmationDueAt === null) return { at: start, duty: 'lapse' };
  const end = addHours(input.confirmationDueAt, input.graceHours);
  switch (input.endPolicy) {
    case 'release':
      return { at: earlier(end, start), duty: 'lapse' };
    case 'flag':
      return input.overdueFlaggedAt === null && compareInstants(end, start) < 0
        ? { at: end, duty: 'flag-overdue' }
        : { at: start, duty: 'lapse' };
  }
}

type Candidate = { dueAt: string; rule: ConfirmationDueRule };

function confirmationCandidates(input: ConfirmationDueInput): Candidate[] {
  const { timeZone } = input;
  const candidates: Candidate[] = [];
  if (input.daysAfterPlacement !== null) {
    const dueAt = endOfDayFrom(input.placedAt, input.daysAfterPlacement, timeZone);
    candidates.push({ dueAt, rule: 'after-placement' });
  }
  if (input.daysBeforePerformance !== null) {
    const dueAt = endOfDayFrom(input.performanceStartsAt, -input.daysBeforePerformance, timeZone);
    candidates.push({ dueAt, rule: 'before-performance' });
  }
  if (input.profilePaymentDate !== null) {
    candidates.push({ dueAt: dueInstant(input.profilePaymentDate, timeZone), rule: 'profile' });
  }
  if (input.channelDirectDate !== null) {
    candidates.push({ dueAt: dueInstant(input.channelDirectDate, timeZone), rule: 'channel' });
  }
  return candidates;
}

function defaultPaymentDate(input: PaymentDueInput): PaymentDue {
  if (input.profilePaymentDate !== null) {
    return { dueAt: dueInstant(input.profilePaymentDate, input.timeZone), rule: 'profile' };
  }
  if (input.confirmationDueAt !== null) return { dueAt: input.confirmationDueAt, rule: 'confirmation' };
  return { dueAt: input.performanceStartsAt, rule: 'performance' };
}

/** A due date never after the performance. */
function capped<Rule extends string>(
  dueAt: string,
  rule: Rule,
  performanceStartsAt: string,
): { dueAt: string; rule: Rule | 'performance' } {
  return compareInstants(dueAt, performanceStartsAt) > 0
    ? { dueAt: normalInstant(performanceStartsAt), rule: 'performance' }
    : { dueAt: normalInstant(dueAt), rule };
}
