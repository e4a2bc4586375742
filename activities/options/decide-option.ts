import { isLockedInBasket } from '../../rules/options/allowed-actions.ts';
import type { DuePlan } from '../../rules/options/deadlines.ts';
import type { OptionState, OptionVerb, RefusedFrom } from '../../rules/options/life.ts';
import { nextState } from '../../rules/options/life.ts';
import { processId } from '../../rules/processes.ts';
import { supersedeLetters } from '../letters/retract-letter.ts';
import { inBasket } from '../orders/lock-basket.ts';
import type { Verb } from '../verb.ts';
import { type Choice, lastStart, readChoices } from './choices.ts';
import { assertPossible, lockOption, type OptionRow, type OptionVerbInput } from './locked-option.ts';
import type { OptionAnswer } from './option-answer.ts';
import { type GrantedPlaces, type OptionLines, readLines, withPlaced } from './option-lines.ts';
import { productOf, twinProposal } from './twin-proposal.ts';

/** A locked option that a verb was found possible for, with the state it leads to. */
export interface Decided {
  option: OptionRow;
  lines: OptionLines;
  /** The performance whose start makes the option past. */
  past: Choice;
  to: OptionState;
}

/**
 * Locks an option, reads its lines and asks the life table whether a verb is possible now. What is in a basket is left to
 * who works in that basket (`basketId`).
 * @throws Problem `request.notFound` | `record.version` | `option.state` | `performance.past` | `order.inBasket`.
 */
export async function decideOption(
  verb: Verb,
  name: OptionVerb,
  input: OptionVerbInput,
  basketId: string | null = null,
): Promise<Decided> {
  const option = await lockOption(verb, input);
  const lines = await readLines(verb.ask, option.id);
  const past = await pastPerformance(verb, option, lines.granted, name);
  assertPossible(name, {
    state: option.state,
    refusedFrom: option.refused_from,
    lapsedFrom: option.lapsed_from,
    firstPerformanceStartsAt: past.startsAt,
    timeZone: past.timeZone,
    now: verb.now,
  });
  if (option.basket_id !== null && option.basket_id !== basketId && isLockedInBasket(name))
    throw await inBasket(verb, option.basket_id);
  const to = nextState(option.state, name, option.refused_from, option.lapsed_from) ?? option.state;
  return { option, lines, past, to };
}

/** The earliest performance held; while nothing was ever granted, or all is waited for, the latest of the choices. */
async function pastPerformance(
  verb: Verb,
  option: OptionRow,
  granted: readonly GrantedPlaces[],
  name: OptionVerb,
): Promise<Choice> {
  if (granted.length === 0 || name === 'expire') {
    const last = lastStart(await readChoices(verb.db, option.id));
    if (granted.length === 0 || Date.parse(last.startsAt) >= Date.parse(option.performance_starts_at))
      return last;
  }
  const { time_zone } = await verb.db
    .selectFrom('performance')
    .select('time_zone')
    .where('id', '=', option.performance_id)
    .executeTakeFirstOrThrow();
  return {
    performanceId: option.performance_id,
    startsAt: option.performance_starts_at,
    timeZone: time_zone,
  };
}

/** What changes on the option's row besides its state. */
export interface OptionChanges {
  state: OptionState;
  refused_from?: RefusedFrom | null;
  placed_quantity?: number;
  /** Another performance is the earliest it holds. */
  performance_id?: string;
  performance_starts_at?: string;
  confirmation_due_at?: string | null;
  confirmation_due_rule?: string | null;
  due_plan?: DuePlan | null;
  reminded_at?: string | null;
  overdue_at?: string | null;
  next_action_at?: string | null;
  decided_at?: string | null;
  booking_file_id?: string | null;
  order_id?: string | null;
}

/**
 * Writes a decision on the option's row, its history row and the wake-up of its story. Time waits for nothing unless the
 * changes say so, and a reminder of the date that was decided on no longer leaves. Answers the option as it
 * stands now and the id of the history row, which letters refer to.
 */
export async function writeDecision(
  verb: Verb,
  name: OptionVerb,
  decided: Decided,
  changes: OptionChanges,
  granted: readonly GrantedPlaces[],
  input: Pick<OptionVerbInput, 'reason' | 'override'>,
  more: {
    paymentDueAt?: string | null;
    ruleVersion?: string | null;
    warnings?: OptionAnswer['warnings'];
  } = {},
): Promise<{ answer: OptionAnswer; historyId: string }> {
  const { option, lines, past } = decided;
  const version = option.version + 1;
  const lapsed_from = changes.state === 'lapsed' ? lapsable(option.state) : option.lapsed_from;
  verb.write(
    verb.db
      .updateTable('seat_option')
      .set({ next_action_at: null, ...changes, lapsed_from, version })
      .where('id', '=', option.id),
  );
  const twin = await twinProposal(verb, option, name);
  const answer = answerOf({ ...option, ...changes, lapsed_from, version }, lines, granted, past, verb.now, {
    ...more,
    twin,
  });
  const historyId = verb.record({
    verb: name,
    subjectType: 'option',
    subjectId: option.id,
    organisationId: option.organisation_id,
    before: {
      state: option.state,
      confirmationDueAt: option.confirmation_due_at,
      orderId: option.order_id,
      lines: withPlaced(lines.lines, lines.granted),
    },
    after: {
      state: answer.state,
      confirmationDueAt: answer.confirmationDueAt,
      orderId: answer.orderId,
      paymentDueAt: answer.paymentDueAt,
      lines: answer.lines,
    },
    reason: input.override?.reason ?? input.reason ?? null,
    ruleVersion: more.ruleVersion ?? null,
  });
  if (option.reminded_at !== null) await supersedeLetters(verb, option.id, ['reminder']);
  verb.wake(processId.option(option.id));
  return { answer, historyId };
}

/** The states an option lapses from. */
function lapsable(state: OptionState): OptionRow['lapsed_from'] {
  return state === 'requested' || state === 'placed' || state === 'confirmed' ? state : null;
}

/** The option as its row and its places stand. */
export function answerOf(
  option: OptionRow,
  lines: OptionLines,
  granted: readonly GrantedPlaces[],
  past: Choice,
  now: string,
  more: {
    paymentDueAt?: string | null;
    warnings?: OptionAnswer['warnings'];
    twin?: OptionAnswer['twin'];
  } = {},
): OptionAnswer {
  return {
    id: option.id,
    organisationId: option.organisation_id,
    number: option.number,
    kind: option.kind,
    product: productOf(option),
    twin: more.twin ?? null,
    state: option.state,
    refusedFrom: option.refused_from,
    lapsedFrom: option.lapsed_from,
    version: option.version,
    lines: withPlaced(lines.lines, granted),
    confirmationDueAt: option.confirmation_due_at,
    confirmationDueRule: option.confirmation_due_rule,
    paymentDueAt: more.paymentDueAt ?? null,
    orderId: option.order_id,
    basketId: option.basket_id,
    firstPerformanceStartsAt: past.startsAt,
    timeZone: past.timeZone,
    warnings: more.warnings ?? [],
    at: now,
  };
}
