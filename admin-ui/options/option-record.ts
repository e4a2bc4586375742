import type { z } from 'zod';
import type { OptionAnswerBody, OptionBody, OptionRowBody } from '../../api/options/schema.ts';
import { holdsStock } from '../../rules/options/life.ts';
import type { OptionKind } from '../../rules/options/rights.ts';

/** One option as a row of a list. Instants are UTC; `timeZone` is the venue's. */
export type OptionRow = z.output<typeof OptionRowBody>;

/** One option in full, as its page shows it. */
export type OptionRecord = z.output<typeof OptionBody>;

/** What every verb answers: the option as it is after. */
export type OptionAnswer = z.output<typeof OptionAnswerBody>;

/** Whether a record is the whole option: what a list knows of it has no lines and no actions. */
export function isWholeOption(option: OptionRow | OptionRecord): option is OptionRecord {
  return 'allowedActions' in option;
}

export type OptionLine = OptionRecord['lines'][number];
type NamedLine = Pick<OptionLine, 'productLineName' | 'seatCategoryName'>;

/** A line by the name its product or its seat category gives it. */
export function lineName({ productLineName, seatCategoryName }: NamedLine): string {
  return productLineName ?? seatCategoryName;
}

/** The line that a faulty field such as `lines.0.quantity` is of, by its name. */
export function faultyLineName(lines: readonly NamedLine[], path: string): string | undefined {
  const [list, at] = path.split('.');
  const line = list === 'lines' ? lines[Number(at)] : undefined;
  return line && lineName(line);
}

export type PlacedSeats = OptionLine['placed'][number];

/** What the operator may do now; verbs they have no right for are absent. */
export type AllowedAction = OptionRecord['allowedActions'][number];

/** Whether the payment of the option's order is still awaited. */
export function awaitsPayment({ state }: Pick<OptionRow, 'state'>): boolean {
  return holdsStock(state) === 'ordered';
}

/** Whether the option's due date is still awaited: seats are held for it and nobody confirmed yet. */
export function awaitsConfirmation(option: Pick<OptionRow, 'state'>): boolean {
  return holdsStock(option.state) === 'held';
}

/** The list of a kind of option, in the console and at the API: each kind has doors of its own. */
export function resourceOf(kind: OptionKind): 'options' | 'product-options' {
  return kind === 'seats' ? 'options' : 'product-options';
}

/** Where an option stands, in the console and at the API. */
export function doorOf({ id, kind }: Pick<OptionRow, 'id' | 'kind'>): string {
  return `/${resourceOf(kind)}/${id}`;
}
