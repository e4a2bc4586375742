import { type OptionState, optionStates } from '../../rules/options/life.ts';
import { isFields } from '../provider/problem.ts';
import { fieldOf, type HistoryRow } from './history-row.ts';

/** One thing that is otherwise after than before. Ids stand for names; null is nothing. */
export type OptionChange =
  | { kind: 'state'; from: OptionState; to: OptionState }
  | { kind: 'confirmationDueAt' | 'paymentDueAt' | 'startsAt'; from: string | null; to: string | null }
  | { kind: 'performance'; from: string; to: string }
  | { kind: 'placedQuantity'; from: number; to: number }
  | {
      kind: 'quantity';
      seatCategoryId: string;
      audienceSubcategoryId: string | null;
      from: number;
      to: number;
    };

type Sides = Pick<HistoryRow, 'before' | 'after'>;
type Seats = { seatCategoryId: string; audienceSubcategoryId: string | null; quantity: number };

/** What an event changed of an option: its state, where and until when it stands, and how many seats of which kind. */
export function optionChanges({ before, after }: Sides): OptionChange[] {
  return [
    ...stateChange({ before, after }),
    ...performanceChange({ before, after }),
    ...instantChange('startsAt', { before, after }),
    ...quantityChanges({ before, after }),
    ...instantChange('confirmationDueAt', { before, after }),
    ...instantChange('paymentDueAt', { before, after }),
  ];
}

function stateOf(side: unknown): OptionState | null {
  const state = fieldOf(side, 'state');
  return optionStates.find((known) => known === state) ?? null;
}

function stateChange({ before, after }: Sides): OptionChange[] {
  const [from, to] = [stateOf(before), stateOf(after)];
  return from === null || to === null || from === to ? [] : [{ kind: 'state', from, to }];
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

function instantChange(
  kind: 'startsAt' | 'confirmationDueAt' | 'paymentDueAt',
  { before, after }: Sides,
): OptionChange[] {
  if (fieldOf(after, kind) === undefined) return [];
  const [from, to] = [textOf(fieldOf(before, kind)), textOf(fieldOf(after, kind))];
  const same = from === null || to === null ? from === to : Date.parse(from) === Date.parse(to);
  return same ? [] : [{ kind, from, to }];
}

function partsOf(side: unknown, name: string): Record<string, unknown>[] {
  const parts = fieldOf(side, name);
  return Array.isArray(parts) ? parts.filter(isFields) : [];
}

function placedOf(side: unknown): Record<string, unknown>[] {
  return partsOf(side, 'lines').flatMap((line) => partsOf(line, 'placed'));
}

function performanceChange({ before, after }: Sides): OptionChange[] {
  const performanceOf = (side: unknown) =>
    textOf(fieldOf(side, 'performanceId')) ?? textOf(placedOf(side)[0]?.performanceId);
  const [from, to] = [performanceOf(before), performanceOf(after)];
  return from === null || to === null || from === to ? [] : [{ kind: 'performance', from, to }];
}

function seatsOf(parts: readonly Record<string, unknown>[], quantity: string): Map<string, Seats> {
  const seats = new Map<string, Seats>();
  for (const part of parts) {
    const seatCategoryId = textOf(part.seatCategoryId);
    const count = part[quantity];
    if (seatCategoryId === null || typeof count !== 'number') continue;
    const audienceSubcategoryId = textOf(part.audienceSubcategoryId);
    const key = `${seatCategoryId} ${audienceSubcategoryId}`;
    const already = seats.get(key)?.quantity ?? 0;
    seats.set(key, { seatCategoryId, audienceSubcategoryId, quantity: already + count });
  }
  return seats;
}

/** Of what is placed, when something is placed before or after; else of what is asked for. All in one where no line is told. */
function quantityChanges({ before, after }: Sides): OptionChange[] {
  if (!Array.isArray(fieldOf(after, 'lines'))) return allPlaced({ before, after });
  const isPlaced = [...placedOf(before), ...placedOf(after)].length > 0;
  const count = (side: unknown) =>
    isPlaced ? seatsOf(placedOf(side), 'quantity') : seatsOf(partsOf(side, 'lines'), 'requestedQuantity');
  const [from, to] = [count(before), count(after)];
  return [...new Map([...from, ...to])].flatMap(([key, { seatCategoryId, audienceSubcategoryId }]) => {
    const [was, is] = [from.get(key)?.quantity ?? 0, to.get(key)?.quantity ?? 0];
    return was === is
      ? []
      : [{ kind: 'quantity' as const, seatCategoryId, audienceSubcategoryId, from: was, to: is }];
  });
}

function allPlaced({ before, after }: Sides): OptionChange[] {
  const [from, to] = [fieldOf(before, 'placedQuantity'), fieldOf(after, 'placedQuantity')];
  const told = typeof from === 'number' && typeof to === 'number' && from !== to;
  return told ? [{ kind: 'placedQuantity', from, to }] : [];
}
