import { addHours, compareInstants, dueInstant, earlier, normalInstant } from './calendar.ts';
import type { DeadlineSettings } from './deadline-settings.ts';
import { type DayCount, type DueDay, dueDayFrom } from './due-days.ts';
import type { OptionState } from './life.ts';
import { nextReminder, reminderInstants } from './reminders.ts';

/**
 * Due dates of an option (design section 4 "Deadlines"). A day ends with its last millisecond on the venue's clock. Days
 * are calendar days without weekend shift, unless the house counts otherwise (`DayCount`): the seed's own is Thursday
 * 23-07-2015 + 10 days = Sunday 02-08-2015.
 * Instants are ISO strings in UTC with milliseconds. Dates of profiles and channels are civil dates (YYYY-MM-DD), whose
 * end counts, or exact instants.
 */

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
  /** How the house counts, and the notice a contact has at least between placement and due date. */
  settings: DayCount & Pick<DeadlineSettings, 'minimumNoticeHours'>;
};

/** The days a due date was counted in. */
export type DueBasis = { days: number; unit: 'calendar' | 'working'; shifted: boolean };

/**
 * `collides`: placement + minimum notice is after the performance's start, so placement warns. `basis` of a date that was
 * counted in days.
 */
export type ConfirmationDue = {
  dueAt: string;
  rule: ConfirmationDueRule;
  collides: boolean;
  basis: DueBasis | null;
};

/** When the contact must have answered by, and the rule that says so. */
export function confirmationDueAt(input: ConfirmationDueInput): ConfirmationDue {
  const { placedAt, performanceStartsAt, agreedAt, currentDueAt, settings } = input;
  const floor = addHours(placedAt, settings.minimumNoticeHours);
  const collides = compareInstants(floor, performanceStartsAt) > 0;
  if (agreedAt !== null && compareInstants(agreedAt, placedAt) > 0) {
    return { ...capped(agreedAt, 'agreed', performanceStartsAt), collides: false, basis: null };
  }
  if (currentDueAt !== null && compareInstants(currentDueAt, placedAt) > 0) {
    return { ...capped(currentDueAt, 'kept', performanceStartsAt), collides: false, basis: null };
  }
  const first = earliestOf(confirmationCandidates(input));
  const wanted = first ?? { dueAt: performanceStartsAt, rule: 'performance' as const, basis: null };
  const noticed =
    compareInstants(wanted.dueAt, floor) < 0 ? { dueAt: floor, rule: 'minimum-notice' as const } : wanted;
  const due = capped(noticed.dueAt, noticed.rule, performanceStartsAt);
  return { ...due, collides, basis: due.rule === wanted.rule ? wanted.basis : null };
}

/** What is kept beside a due date: the days it was counted in, and when the contact is reminded of it. */
export type DuePlan = { basis: DueBasis | null; reminders: string[] };

/** What goes with a due date that is set at `setAt`. */
export function duePlan(
  { dueAt, basis }: { dueAt: string; basis: DueBasis | null },
  { reminderDays }: Pick<DeadlineSettings, 'reminderDays'>,
  timeZone: string,
  setAt: string,
): DuePlan {
  return { basis, reminders: reminderInstants(dueAt, reminderDays, timeZone, setAt) };
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
export type TimeDuty = 'remind' | 'lapse' | 'flag-overdue' | 'confirm-refusal' | 'expire';

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
  /** When the contact is reminded of the due date, in order. */
  reminders: readonly string[];
  /** The last of them that was met; whoever sets a new due date clears it. */
  remindedAt: string | null;
  /** When time validates the refusal of a refused option. */
  refusalDueAt: string | null;
  /** When the last performance starts that a requested or waiting option may still have. */
  expiresAt: string | null;
};

/**
 * When time acts on the option next, grace inside, and what it then does; null when it waits for nothing. Under either
 * policy a placed option lapses at its performance's start; what holds nothing ends when its last performance starts. A recorded duty is never answered again, so that no story
 * can spin. From confirmation on the order's payment date counts, and only its reservation meets it.
 */
export function nextActionAt(input: NextActionInput): { at: string; duty: TimeDuty } | null {
  if (input.state === 'refused' && input.refusalDueAt !== null)
    return { at: input.refusalDueAt, duty: 'confirm-refusal' };
  if ((input.state === 'requested' || input.state === 'waiting') && input.expiresAt !== null)
    return { at: normalInstant(input.expiresAt), duty: 'expire' };
  if (input.state !== 'placed') return null;
  const end = endOfPlacement(input);
  const reminder = input.overdueFlaggedAt === null ? nextReminder(input.reminders, input.remindedAt) : null;
  return reminder !== null && compareInstants(reminder, end.at) < 0 ? { at: reminder, duty: 'remind' } : end;
}

function endOfPlacement(input: NextActionInput): { at: string; duty: TimeDuty } {
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

/**
 * When time validates a refusal decided at `refusedAt`: so many days later as the house counts, at the latest when the
 * performance starts. After that nobody is written to unasked: null.
 */
export function refusalDueAt(
  refusedAt: string,
  settings: DayCount & Pick<DeadlineSettings, 'refusalDays'>,
  performanceStartsAt: string,
  timeZone: string,
): string | null {
  const start = normalInstant(performanceStartsAt);
  if (compareInstants(start, refusedAt) <= 0) return null;
  if (settings.refusalDays === null) return start;
  return earlier(dueDayFrom(refusedAt, settings.refusalDays, timeZone, settings).dueAt, start);
}

type Candidate = { dueAt: string; rule: ConfirmationDueRule; basis: DueBasis | null };

function confirmationCandidates(input: ConfirmationDueInput): Candidate[] {
  const { timeZone, settings, daysAfterPlacement, daysBeforePerformance } = input;
  const candidates: Candidate[] = [];
  if (daysAfterPlacement !== null) {
    const due = dueDayFrom(input.placedAt, daysAfterPlacement, timeZone, settings);
    candidates.push(counted('after-placement', daysAfterPlacement, due, settings));
  }
  if (daysBeforePerformance !== null) {
    const due = dueDayFrom(input.performanceStartsAt, -daysBeforePerformance, timeZone, settings);
    candidates.push(counted('before-performance', daysBeforePerformance, due, settings));
  }
  if (input.profilePaymentDate !== null) {
    const dueAt = dueInstant(input.profilePaymentDate, timeZone);
    candidates.push({ dueAt, rule: 'profile', basis: null });
  }
  if (input.channelDirectDate !== null) {
    const dueAt = dueInstant(input.channelDirectDate, timeZone);
    candidates.push({ dueAt, rule: 'channel', basis: null });
  }
  return candidates;
}

function counted(
  rule: 'after-placement' | 'before-performance',
  days: number,
  { dueAt, shifted }: DueDay,
  { dueDays }: DayCount,
): Candidate {
  return { dueAt, rule, basis: { days, unit: dueDays, shifted } };
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
