import { addHours, compareInstants, earlier, endOfDayFrom, normalInstant } from './calendar.ts';
import type { OptionPlaces } from './configuration-change/places.ts';
import type { DeadlineSettings } from './deadline-settings.ts';
import {
  confirmationDueAt,
  type DueBasis,
  type DuePlan,
  duePlan,
  earliestOf,
  nextActionAt,
  paymentDueAt,
  refusalDueAt,
} from './deadlines.ts';
import { holdsStock, nextState, type OptionState, type RefusedFrom } from './life.ts';
import {
  cancelReach,
  firstMoved,
  firstStanding,
  linesWithout,
  type ProductStanding,
} from './standing-lines.ts';

/**
 * What becomes of the options of a performance that is moved, cancelled or takes another configuration (design section 4
 * "Deadlines" and the arrows `cancel-performance` and `change-configuration` of the life table). The preview and the verb ask the same functions, so that what was announced is
 * what is done. Instants are ISO strings in UTC with milliseconds.
 */

/** An option that the change of a performance reaches, with what its dates were made of. */
export type AffectedOption = {
  id: string;
  state: OptionState;
  refusedFrom: RefusedFrom | null;
  /** The performance it stands for: of a product the earliest of its performances, which may be another than the changed one. */
  performanceId: string;
  performanceStartsAt: string;
  /** The lines of its product; null: an option on seats. */
  product: ProductStanding | null;
  placedAt: string | null;
  decidedAt: string | null;
  confirmationDueAt: string | null;
  confirmationDueRule: string | null;
  endPolicy: 'flag' | 'release';
  graceHours: number;
  overdueAt: string | null;
  duePlan: DuePlan | null;
  remindedAt: string | null;
  /** The venue's zone, and what the house decided for the activity. */
  timeZone: string;
  deadlines: DeadlineSettings;
  order: AffectedOrder | null;
};

/** The order a validated option is in. */
export type AffectedOrder = {
  id: string;
  paymentDueAt: string | null;
  paymentDueRule: string | null;
  /** True when it also holds options of other performances: their dates hold it where it is. */
  mixed: boolean;
  insured: boolean;
};

/**
 * A due date over a change: as it was, as it is from the commit on, and as it will be once the letter that says so has
 * left; `told` is null when the letter changes nothing.
 */
export type DueChange = {
  before: string | null;
  now: string | null;
  rule: string | null;
  /** Of a date that changes now, the days it is counted in. */
  basis?: DueBasis | null;
  told: ToldDue | null;
};

/** A due date that counts from the sending of its letter; letters written long ago name no basis. */
export type ToldDue = { dueAt: string; rule: string; basis?: DueBasis | null };

/** The performance an option stands for. */
export type FirstPerformance = { performanceId: string; startsAt: string };

/** What the change makes of one option. */
export type OptionOutcome = {
  id: string;
  before: OptionState;
  after: OptionState;
  /** Of a cancellation: the option ends, or it loses its places there and goes on. Null where that is not asked. */
  scope: 'whole' | 'part' | null;
  /** The performance it stands for after the change. */
  first: FirstPerformance;
  due: DueChange;
  payment: DueChange;
};

/** What the dates of options on a moved performance are made of. */
export type Move = {
  startsAt: string;
  timeZone: string;
  daysAfterPlacement: number | null;
  daysBeforePerformance: number | null;
};

/** The states a cancelled performance ends; the contact of every one of them is told. */
function endsWithPerformance({ state, refusedFrom }: Pick<AffectedOption, 'state' | 'refusedFrom'>): boolean {
  return nextState(state, 'cancel-performance', refusedFrom) !== null;
}

/**
 * Every live option ends with its performance, but those on products that only lose their lines there (`cancelReach`): they
 * keep their state and their dates. Sold ones end with their order.
 */
export function cancelOutcomes(options: readonly AffectedOption[], performanceId: string): OptionOutcome[] {
  return options.filter(endsWithPerformance).map((option) => {
    const { id, state, refusedFrom, product, order } = option;
    const scope = cancelReach({ ...option, insured: order?.insured ?? false }, performanceId);
    const next = scope === 'whole' ? nextState(state, 'cancel-performance', refusedFrom) : null;
    const left = scope === 'part' && product !== null ? linesWithout(product.lines, performanceId) : [];
    return {
      id,
      before: state,
      after: next ?? state,
      scope,
      first: standsFor(option, left),
      due: kept(option.confirmationDueAt, option.confirmationDueRule),
      payment: kept(order?.paymentDueAt ?? null, order?.paymentDueRule ?? null),
    };
  });
}

/** The earliest of the lines that are left, else what it stands for already. */
function standsFor(option: AffectedOption, left: ProductStanding['lines']): FirstPerformance {
  const first = firstStanding(left);
  return first === null
    ? { performanceId: option.performanceId, startsAt: option.performanceStartsAt }
    : { performanceId: first.performanceId, startsAt: first.startsAt };
}

/**
 * Due dates follow the earliest start of an option, `moves` being the performances that move: postponed at once, brought
 * forward only from the sending of the letter that says so, and then never before the end of the day after it; but no date
 * lies after the performance at any time. An option on a product whose earliest start stays keeps its dates.
 */
export function moveOutcomes(
  options: readonly AffectedOption[],
  moves: ReadonlyMap<string, Move>,
  now: string,
): OptionOutcome[] {
  const members = options.filter(endsWithPerformance).map((option): MovedMember => {
    const first = firstAfter(option, moves);
    return { option, first, wanted: first.follows ? wantedDue(option, first) : null };
  });
  const payments = paymentChanges(members, now);
  return members.map(({ option, first, wanted }) => ({
    id: option.id,
    before: option.state,
    after: option.state,
    scope: null,
    first: { performanceId: first.performanceId, startsAt: first.startsAt },
    due: first.follows
      ? dueChange(
          { dueAt: option.confirmationDueAt, rule: option.confirmationDueRule },
          runs(option) ? wanted : null,
          first,
          now,
        )
      : kept(option.confirmationDueAt, option.confirmationDueRule),
    payment: (option.order && payments.get(option.order.id)) ?? kept(null, null),
  }));
}

/** The performance an option stands for once others have moved, with the days its dates are counted in. */
type MovedFirst = Move & ReturnType<typeof firstMoved>;

type MovedMember = { option: AffectedOption; first: MovedFirst; wanted: ToldDue | null };

function firstAfter(option: AffectedOption, moves: ReadonlyMap<string, Move>): MovedFirst {
  const days = option.product ?? moves.get(option.performanceId);
  return {
    ...firstMoved(option, moves),
    daysAfterPlacement: days?.daysAfterPlacement ?? null,
    daysBeforePerformance: days?.daysBeforePerformance ?? null,
  };
}

/**
 * Options stay as they are but those whose places do not fit: a held one is to be placed again, its due date gone; what is
 * promised for good has no such arrow and keeps its state, so that the change is refused.
 */
export function configurationOutcomes(
  options: readonly AffectedOption[],
  places: readonly OptionPlaces[],
): OptionOutcome[] {
  const unfit = new Set(places.flatMap(({ id, fate }) => (fate === 'unfit' ? [id] : [])));
  return options.map((option) => {
    const next = unfit.has(option.id)
      ? nextState(option.state, 'change-configuration', option.refusedFrom)
      : null;
    const { confirmationDueAt: before, confirmationDueRule: rule, order } = option;
    return {
      id: option.id,
      before: option.state,
      after: next ?? option.state,
      scope: null,
      first: standsFor(option, []),
      due: next === null ? kept(before, rule) : { before, now: null, rule: null, told: null },
      payment: kept(order?.paymentDueAt ?? null, order?.paymentDueRule ?? null),
    };
  });
}

/**
 * What the contact is written about another configuration; null: nothing. Who knows their places hears of other seats, or
 * that there are no numbers any more. Who awaits an answer hears only when what they asked for is gone: that depends on
 * their request alone, so that no letter tells what was placed or refused meanwhile.
 */
export function configurationLetter(
  { state }: Pick<AffectedOption, 'state'>,
  { fate, askedGone }: Pick<OptionPlaces, 'fate' | 'askedGone'>,
): 'seats' | 'counted' | 'asked' | null {
  if (!knowsGrant(state)) return askedGone ? 'asked' : null;
  switch (fate) {
    case 'reseated':
    case 'seated':
      return 'seats';
    case 'unnumbered':
      return 'counted';
    case 'unfit':
      return 'asked';
    case 'kept':
    case 'none':
      return null;
  }
}

/** What follows from the due date an option carries after a move: when time acts next, and whether it is still overdue. */
export type FollowingDates = {
  overdueAt: string | null;
  duePlan: DuePlan | null;
  remindedAt: string | null;
  nextActionAt: string | null;
};

/** Reminders go with their date: one that changes has new ones. */
export function datesFollow(
  option: Omit<
    AffectedOption,
    'id' | 'refusedFrom' | 'performanceId' | 'product' | 'placedAt' | 'confirmationDueRule' | 'order'
  >,
  due: { dueAt: string | null; basis: DueBasis | null },
  startsAt: string,
  now: string,
): FollowingDates {
  const { dueAt, basis } = due;
  const { confirmationDueAt, deadlines, decidedAt, timeZone } = option;
  const overdueAt = dueAt !== null && compareInstants(dueAt, now) > 0 ? null : option.overdueAt;
  const same =
    dueAt === null || confirmationDueAt === null || compareInstants(dueAt, confirmationDueAt) === 0;
  const plan = same ? option.duePlan : duePlan({ dueAt, basis }, deadlines, timeZone, now);
  const remindedAt = same ? option.remindedAt : null;
  const next = nextActionAt({
    state: option.state,
    endPolicy: option.endPolicy,
    confirmationDueAt: dueAt,
    overdueFlaggedAt: overdueAt,
    performanceStartsAt: startsAt,
    graceHours: option.graceHours,
    reminders: plan?.reminders ?? [],
    remindedAt,
    refusalDueAt: decidedAt === null ? null : refusalDueAt(decidedAt, deadlines, startsAt, timeZone),
    // a later fallback date is looked for when it has come
    expiresAt: startsAt,
  });
  return { overdueAt, duePlan: plan, remindedAt, nextActionAt: next?.at ?? null };
}

/**
 * The due date a letter brought forward, now that it has left: as it says, but whoever reads it late keeps the minimum
 * notice. Null when it would bring nothing forward any more.
 */
export function dueOnceTold(
  told: string,
  current: string,
  sentAt: string,
  { minimumNoticeHours }: Pick<DeadlineSettings, 'minimumNoticeHours'>,
): string | null {
  const floor = addHours(sentAt, minimumNoticeHours);
  const dueAt = compareInstants(told, floor) < 0 ? floor : told;
  return compareInstants(dueAt, current) < 0 ? normalInstant(dueAt) : null;
}

/** Whether the contact must see the quantities granted: before an answer they only know what they asked for. */
export function knowsGrant(state: OptionState): boolean {
  return state === 'offered' || holdsStock(state) === 'ordered' || holdsStock(state) === 'sold';
}

type Dated = { dueAt: string | null; rule: string | null };

function kept(dueAt: string | null, rule: string | null): DueChange {
  return { before: dueAt, now: dueAt, rule, told: null };
}

/** A pending refusal is treated as the placement it came from: nothing a contact is told may give it away. */
function runs({ state, refusedFrom }: AffectedOption): boolean {
  return state === 'placed' || (state === 'refused' && refusedFrom === 'placed');
}

/** Dates a person agreed or a channel gave stay; the others are made anew from the new start. */
const fixedRules = new Set(['agreed', 'kept', 'channel', 'profile']);

function wantedDue(option: AffectedOption, move: Move): ToldDue | null {
  const { placedAt, confirmationDueAt: told, confirmationDueRule: rule } = option;
  if (placedAt === null || told === null || fixedRules.has(rule ?? '')) return null;
  return confirmationDueAt({
    placedAt,
    performanceStartsAt: move.startsAt,
    timeZone: move.timeZone,
    daysAfterPlacement: move.daysAfterPlacement,
    daysBeforePerformance: move.daysBeforePerformance,
    profilePaymentDate: null,
    channelDirectDate: null,
    agreedAt: null,
    currentDueAt: null,
    settings: option.deadlines,
  });
}

function dueChange(before: Dated, wanted: ToldDue | null, move: Move, now: string): DueChange {
  if (before.dueAt === null) return kept(null, before.rule);
  const capped = earlier(before.dueAt, move.startsAt);
  const ends = compareInstants(capped, before.dueAt) < 0;
  const rule = ends ? 'performance' : before.rule;
  const stays = { before: before.dueAt, now: normalInstant(capped), rule, told: null };
  if (wanted === null) return stays;
  if (compareInstants(wanted.dueAt, capped) > 0)
    return { ...stays, now: wanted.dueAt, rule: wanted.rule, basis: wanted.basis ?? null };
  const floor = endOfDayFrom(now, 1, move.timeZone);
  const dueAt = compareInstants(wanted.dueAt, floor) < 0 ? floor : wanted.dueAt;
  return compareInstants(dueAt, capped) < 0
    ? { ...stays, told: { dueAt, rule: wanted.rule, basis: wanted.basis ?? null } }
    : stays;
}

/** An order is due at the earliest date of its options, and follows the move when all of them do. */
function paymentChanges(members: readonly MovedMember[], now: string): Map<string, DueChange> {
  const byOrder = Map.groupBy(members, ({ option }) => option.order?.id ?? '');
  return new Map(
    [...byOrder].flatMap(([id, all]) => {
      const order = all[0]?.option.order ?? null;
      if (order === null) return [];
      const before = { dueAt: order.paymentDueAt, rule: order.paymentDueRule };
      const following = all.filter(({ first }) => first.follows);
      const [earliest] = following.toSorted((one, other) =>
        compareInstants(one.first.startsAt, other.first.startsAt),
      );
      if (earliest === undefined) return [[id, kept(before.dueAt, before.rule)]];
      const stays = order.mixed || fixedRules.has(order.paymentDueRule ?? '');
      const dates = all.flatMap(paymentOf);
      const wanted = stays || dates.length < all.length ? null : earliestOf(dates);
      return [[id, dueChange(before, wanted, earliest.first, now)]];
    }),
  );
}

function paymentOf({ option, first, wanted }: MovedMember): ToldDue[] {
  const { decidedAt } = option;
  if (decidedAt === null) return [];
  return [
    paymentDueAt({
      profilePaymentDate: null,
      confirmationDueAt: wanted?.dueAt ?? option.confirmationDueAt,
      confirmedAt: decidedAt,
      performanceStartsAt: first.startsAt,
      timeZone: first.timeZone,
      minimumNoticeHours: option.deadlines.minimumNoticeHours,
      agreedAt: null,
    }),
  ];
}
