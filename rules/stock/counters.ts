import type { StockEffect } from '../options/life.ts';

/**
 * The stock of one performance x contingent x seat category, as a pure model of the guarded UPDATE (design section 4
 * "Stock"). limit = capacity + overbooking; firm = ordered + sold + blocked + allotted + recalling; taken = held +
 * firm; free = limit - taken. `tentative` stands outside: it takes nothing before its confirmation.
 */

export const stockCounters = [
  'held',
  'ordered',
  'sold',
  'blocked',
  'allotted',
  'recalling',
  'tentative',
] as const;
export type StockCounter = (typeof stockCounters)[number];

export type StockRow = Readonly<
  Record<StockCounter, number> & {
    capacity: number;
    overbooking: number;
    ceiling: number;
    firmCeiling: number;
  }
>;

/** Changes of counters, capacity and overbooking, by how much each moves; absent means unchanged. */
export type StockMove = Readonly<Partial<Record<StockCounter | 'capacity' | 'overbooking', number>>> & {
  /** A sale somebody else made: a fact, recorded even over the limit. */
  readonly externalSale?: boolean;
};

type Counts = Pick<StockRow, StockCounter | 'capacity' | 'overbooking'>;

/** Capacity and what options may be granted above it. */
export function limit(row: Pick<StockRow, 'capacity' | 'overbooking'>): number {
  return row.capacity + row.overbooking;
}

/** What is promised for good; only the capacity covers it. */
export function firm(row: Pick<StockRow, Exclude<StockCounter, 'held' | 'tentative'>>): number {
  return row.ordered + row.sold + row.blocked + row.allotted + row.recalling;
}

/** All that is taken from the limit. */
export function taken(row: Pick<StockRow, Exclude<StockCounter, 'tentative'>>): number {
  return row.held + firm(row);
}

/** What may still be taken; negative while the row is over its limit. */
export function free(row: Counts): number {
  return limit(row) - taken(row);
}

/** By how many places the row is over its limit, 0 when it is not. */
export function overBy(row: Counts): number {
  return Math.max(0, taken(row) - limit(row));
}

/** An untouched row. */
export function newStockRow(capacity: number, overbooking = 0): StockRow {
  const counts = {
    capacity: whole(capacity),
    overbooking: whole(overbooking),
    held: 0,
    ordered: 0,
    sold: 0,
    blocked: 0,
    allotted: 0,
    recalling: 0,
    tentative: 0,
  };
  return withCeilings(counts);
}

/** The overbooking of a quota: a percentage of the row's capacity, rounded down to whole places. */
export function quotaOverbooking(percent: number, capacity: number): number {
  return Math.floor((percent * capacity) / 100);
}

/**
 * The row after the move, or `insufficient` (409 `stock.insufficient`). What raises taken needs the new taken within
 * the limit, what raises firm needs the new firm within the capacity, what raises neither always passes; an external
 * sale skips both. Throws RangeError when a counter would fall below zero: nobody gives back what was not taken.
 */
export function apply(row: StockRow, move: StockMove): StockRow | 'insufficient' {
  const next = moved(row, move);
  const raisesTaken = taken(next) > taken(row);
  const raisesFirm = firm(next) > firm(row);
  if (move.externalSale !== true) {
    if (raisesTaken && taken(next) > limit(next)) return 'insufficient';
    if (raisesFirm && firm(next) > next.capacity) return 'insufficient';
  }
  return withCeilings(next);
}

/**
 * The move of `quantity` places when their option goes from one stock effect to another. Places that deduct nothing
 * while held (`takesStock` false) are tentative until confirmed, and tentative again when the confirmation is cancelled.
 */
export function moveBetween(
  from: StockEffect,
  to: StockEffect,
  quantity: number,
  takesStock: boolean,
): StockMove {
  const leaves = counterOf(from, takesStock);
  const enters = counterOf(to, takesStock);
  if (leaves === enters) return {};
  return {
    ...(leaves === null ? {} : { [leaves]: -quantity }),
    ...(enters === null ? {} : { [enters]: quantity }),
  };
}

/** Several moves of one row as one: the guard judges what they come to together. */
export function sumMoves(moves: readonly StockMove[]): StockMove {
  const sum: Partial<Record<StockCounter | 'capacity' | 'overbooking', number>> = {};
  for (const name of [...stockCounters, 'capacity', 'overbooking'] as const) {
    const by = moves.reduce((total, move) => total + (move[name] ?? 0), 0);
    if (by !== 0) sum[name] = by;
  }
  return moves.some((move) => move.externalSale === true) ? { ...sum, externalSale: true } : sum;
}

/** The counter places of an option stand in; null when they take nothing. */
export function counterOf(effect: StockEffect, takesStock: boolean): StockCounter | null {
  switch (effect) {
    case 'nothing':
      return null;
    case 'held':
      return takesStock ? 'held' : 'tentative';
    case 'ordered':
    case 'sold':
      return effect;
  }
}

function moved(row: StockRow, move: StockMove): Counts {
  const at = (name: StockCounter | 'capacity' | 'overbooking') => whole(row[name] + (move[name] ?? 0));
  return {
    capacity: at('capacity'),
    overbooking: at('overbooking'),
    held: at('held'),
    ordered: at('ordered'),
    sold: at('sold'),
    blocked: at('blocked'),
    allotted: at('allotted'),
    recalling: at('recalling'),
    tentative: at('tentative'),
  };
}

function withCeilings(counts: Counts): StockRow {
  return {
    ...counts,
    ceiling: Math.max(limit(counts), taken(counts)),
    firmCeiling: Math.max(counts.capacity, firm(counts)),
  };
}

function whole(value: number): number {
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`not a count of places: ${value}`);
  return value;
}
