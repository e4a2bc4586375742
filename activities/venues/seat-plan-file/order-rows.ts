import type { PlanZone } from '../../../rules/venues/plan-layout.ts';
import type { PlanSeat } from '../../../rules/venues/plan-seat.ts';
import { gapsInRow, inRowOrder } from '../../../rules/venues/row-runs.ts';
import type { PlanFaults } from './plan-faults.ts';

/** A seat as the file has it, before its row is put in order. */
export interface FoundSeat
  extends Omit<PlanSeat, 'zone' | 'block' | 'rowLabel' | 'rowOrder' | 'place' | 'run' | 'aisle'> {
  /** Its place in the file. */
  path: string;
  /** Which row of the file it was in: several may be one row of the hall. */
  entry: number;
  gapBefore: boolean;
  /** Null when the file does not say. */
  aisle: boolean | null;
}

/** A row of the hall. */
export interface FoundRow {
  zone: string;
  block: string;
  label: string;
  seats: FoundSeat[];
}

/** Rows by zone, block and label, in the order of the file. */
export type FoundRows = Map<string, FoundRow>;

/**
 * Puts rows and seats in order: zones as they come, the blocks of a zone together, the rows of a block from the front,
 * seats from left to right, with the run each stands in. Two seats of one row may not have one number.
 */
export function orderRows(
  zones: readonly Pick<PlanZone, 'name'>[],
  rows: FoundRows,
  ordered: boolean,
  faults: PlanFaults,
): PlanSeat[] {
  const byZone = Map.groupBy(rows.values(), ({ zone }) => zone);
  return zones.flatMap(({ name }) => {
    const blocks = Map.groupBy(byZone.get(name) ?? [], ({ block }) => block);
    return [...blocks.values()].flatMap((block) =>
      block
        .filter(({ seats }) => seats.length > 0)
        .flatMap((row, index) => orderRow(row, index + 1, ordered, faults)),
    );
  });
}

function orderRow(row: FoundRow, rowOrder: number, ordered: boolean, faults: PlanFaults): PlanSeat[] {
  const numbers = new Set<string>();
  for (const { number, path } of row.seats) {
    if (numbers.has(number)) faults.add(`${path}.seat_number`, 'plan.labelTwice');
    numbers.add(number);
  }
  const seats = ordered ? row.seats : inRowOrder(row.seats);
  const gaps = ordered ? seats.map(({ gapBefore }) => gapBefore) : gapsBetween(seats);
  const parted = (index: number) => index > 0 && (gaps[index] ?? false);
  let run = 1;
  return seats.map(({ path: _path, entry: _entry, gapBefore: _gapBefore, aisle, ...seat }, index) => {
    if (parted(index)) run += 1;
    return {
      ...seat,
      zone: row.zone,
      block: row.block,
      rowLabel: row.label,
      rowOrder,
      place: index + 1,
      run,
      aisle: aisle ?? (!ordered && (parted(index) || parted(index + 1))),
    };
  });
}

/** Rows of the file that are one row of the hall stand apart from each other. */
function gapsBetween(seats: readonly FoundSeat[]): boolean[] {
  const gaps = gapsInRow(seats);
  return seats.map(
    ({ entry, gapBefore }, index) =>
      gapBefore || (gaps[index] ?? false) || entry !== (seats[index - 1]?.entry ?? entry),
  );
}
