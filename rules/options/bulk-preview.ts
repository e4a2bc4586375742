import { tellReason } from '../messages/format.ts';
import type { Locale } from '../messages/locale.ts';
import type { Reason } from '../messages/reason.ts';
import { reasonsAgainstInBulk } from './allowed-actions.ts';
import type { OptionState, OptionVerb, RefusedFrom } from './life.ts';

/** An option of a selection, as far as a verb on it can be told beforehand. */
export type SelectedOption = {
  id: string;
  number: number;
  state: OptionState;
  refusedFrom: RefusedFrom | null;
  lapsedFrom: OptionState | null;
  startsAt: string;
  timeZone: string;
  organisationId: string;
  contactId: string;
  bookingFileId: string | null;
  /** The basket it is in with its order. */
  basketId: string | null;
};

/** A reason against a verb, with the numbers of the options it speaks of. */
type Obstacle = { reason: Reason; numbers: number[] };

/** What a verb can and cannot do with a selection, as far as states and dates tell. */
export type SelectionPreview = { possible: string[]; obstacles: Obstacle[]; impossible: number };

/** The verb that is done on one option of a selection: `validate` confirms placements and makes refusals definite. */
function verbOn(state: OptionState, verb: OptionVerb | 'validate'): OptionVerb {
  if (verb !== 'validate') return verb;
  return state === 'refused' ? 'confirm-refusal' : 'confirm';
}

/** Looks at a selection before a verb is done; rules and stock are asked by the verb itself. */
export function previewSelection(
  options: readonly SelectedOption[],
  verb: OptionVerb | 'validate',
  now: string,
): SelectionPreview {
  const possible: string[] = [];
  const obstacles = new Map<string, Obstacle>();
  for (const option of options) {
    const [reason] = reasonsAgainstInBulk(verbOn(option.state, verb), {
      state: option.state,
      refusedFrom: option.refusedFrom,
      lapsedFrom: option.lapsedFrom,
      firstPerformanceStartsAt: option.startsAt,
      timeZone: option.timeZone,
      now,
      orderLocked: option.basketId !== null,
    });
    if (reason === undefined) possible.push(option.id);
    else {
      const key = JSON.stringify(reason);
      const known = obstacles.get(key) ?? { reason, numbers: [] };
      obstacles.set(key, { reason, numbers: [...known.numbers, option.number] });
    }
  }
  return { possible, obstacles: [...obstacles.values()], impossible: options.length - possible.length };
}

/** A reason against a verb as it is told, with the numbers of the options it speaks of, in their order. */
export type ToldObstacle = { reason: string; numbers: number[] };

/** Reasons that read alike are told once. */
export function tellObstacles(obstacles: readonly Obstacle[], locale: Locale): ToldObstacle[] {
  const told = new Map<string, number[]>();
  for (const { reason, numbers } of obstacles) {
    const { message } = tellReason(locale, reason);
    told.set(message, [...(told.get(message) ?? []), ...numbers]);
  }
  return [...told].map(([reason, numbers]) => ({ reason, numbers: numbers.toSorted((a, b) => a - b) }));
}

/** What validating a selection makes: so many orders for so many contacts, and so many refusals for good. */
export type ValidationPreview = { placements: number; orders: number; contacts: number; refusals: number };

/**
 * Counts what validating these options makes. Those of one contact go into one order, but each file keeps its own (seed:
 * *une commande est créée pour chaque contact concerné*).
 */
export function previewValidation(options: readonly SelectedOption[]): ValidationPreview {
  const placed = options.filter(({ state }) => state === 'placed');
  const orders = placed.map(
    (option) => option.bookingFileId ?? `${option.organisationId}/${option.contactId}`,
  );
  return {
    placements: placed.length,
    orders: new Set(orders).size,
    contacts: new Set(placed.map(({ contactId }) => contactId)).size,
    refusals: options.filter(({ state }) => state === 'refused').length,
  };
}
