import { type OverbookingSettings, quotaAbove } from '../overbook-stock.ts';
import type { ContingentRow } from './read-row.ts';
import type { RowFault } from './row-fault.ts';

/** A stock row as it stands. */
export interface StandingRow {
  seatCategoryId: string;
  contingentId: string;
  capacity: number;
  overbooking: number;
  taken: number;
  firm: number;
}

/** A numbered seat as it stands. */
export interface StandingSeat {
  seatId: string;
  guid: string;
  seatCategoryId: string;
  contingentId: string;
  taken: boolean;
}

/** What a performance has, and the codes its rows may name. */
export interface Standing {
  categories: ReadonlyMap<string, string>;
  contingents: ReadonlyMap<string, string>;
  rows: readonly StandingRow[];
  /** By guid; empty while the seats are not open. */
  seats: ReadonlyMap<string, StandingSeat>;
  settings: OverbookingSettings;
}

/** Seats that go from one contingent to another. */
export interface SeatMove {
  seatCategoryId: string;
  fromContingentId: string;
  toContingentId: string;
  seatIds: string[];
}

/** What the rows of one performance change. */
export interface PerformancePlan {
  faults: RowFault[];
  cells: { seatCategoryId: string; contingentId: string; capacity: number }[];
  moves: SeatMove[];
}

/**
 * What the rows of a performance change of what stands, and what is at fault with them. A capacity below what is taken is
 * a fault, and so is a seat that is taken: what is held stays where it is.
 */
export function planPerformance(rows: readonly ContingentRow[], standing: Standing): PerformancePlan {
  const faults: RowFault[] = [];
  const cells: PerformancePlan['cells'] = [];
  const moves = new Map<string, SeatMove>();
  const seen = new Map<string, number>();
  for (const row of rows) {
    const fault = faultOf(row, standing, seen);
    if (fault !== null) {
      faults.push({ line: row.line, ...fault });
      continue;
    }
    const contingentId = standing.contingents.get(row.contingent) ?? '';
    const seat = row.seat === null ? undefined : standing.seats.get(row.seat);
    if (seat !== undefined) {
      addMove(moves, seat, contingentId);
      continue;
    }
    const seatCategoryId = standing.categories.get(row.category) ?? '';
    const { capacity } = row;
    const before = rowOf(standing, seatCategoryId, contingentId);
    if (capacity !== null && before?.capacity !== capacity)
      cells.push({ seatCategoryId, contingentId, capacity });
  }
  return { faults, cells, moves: [...moves.values()] };
}

function faultOf(
  { line, category, contingent, capacity, seat }: ContingentRow,
  standing: Standing,
  seen: Map<string, number>,
): Told | null {
  const key = seat === null ? `${category}/${contingent}` : `seat/${seat}`;
  const before = seen.get(key);
  const column = seat === null ? 'contingent' : 'seat';
  if (before !== undefined) return { column, code: 'row.repeated', values: { line: before } };
  seen.set(key, line);
  const contingentId = standing.contingents.get(contingent);
  if (contingentId === undefined)
    return { column: 'contingent', code: 'contingent.unknown', values: { value: contingent } };
  const seatCategoryId = standing.categories.get(category);
  if (category !== '' && seatCategoryId === undefined)
    return { column: 'category', code: 'category.unknown', values: { value: category } };
  return seat === null
    ? capacityFault(capacity, standing, seatCategoryId ?? '', contingentId)
    : seatFault(seat, standing, category === '' ? null : (seatCategoryId ?? null), contingentId);
}

type Told = Omit<RowFault, 'line'>;

function seatFault(
  value: string,
  { seats }: Standing,
  seatCategoryId: string | null,
  contingentId: string,
): Told | null {
  const told = (code: RowFault['code'], column: RowFault['column'] = 'seat'): Told => ({
    column,
    code,
    values: { value },
  });
  const found = seats.get(value);
  if (found === undefined) return told(seats.size === 0 ? 'seat.notNumbered' : 'seat.unknown');
  if (seatCategoryId !== null && found.seatCategoryId !== seatCategoryId)
    return told('seat.otherCategory', 'category');
  return found.taken && found.contingentId !== contingentId ? told('seat.taken') : null;
}

function capacityFault(
  capacity: number | null,
  standing: Standing,
  seatCategoryId: string,
  contingentId: string,
): Told | null {
  if (standing.seats.size > 0) return { column: 'capacity', code: 'capacity.numbered', values: {} };
  const row = rowOf(standing, seatCategoryId, contingentId);
  if (row === undefined || capacity === null || capacity === row.capacity) return null;
  // what a pool has lent stays lent
  const lent = standing.settings.overbookingBasis === 'capacity' ? row.overbooking : 0;
  const above = quotaAbove(standing.settings, capacity) + lent;
  return row.firm > capacity || row.taken > capacity + above
    ? { column: 'capacity', code: 'capacity.underTaken', values: { taken: row.taken, value: capacity } }
    : null;
}

function rowOf({ rows }: Standing, seatCategoryId: string, contingentId: string): StandingRow | undefined {
  return rows.find((row) => row.seatCategoryId === seatCategoryId && row.contingentId === contingentId);
}

function addMove(moves: Map<string, SeatMove>, seat: StandingSeat, toContingentId: string): void {
  const { seatId, seatCategoryId, contingentId: fromContingentId } = seat;
  if (fromContingentId === toContingentId) return;
  const key = `${seatCategoryId}/${fromContingentId}/${toContingentId}`;
  const move = moves.get(key) ?? { seatCategoryId, fromContingentId, toContingentId, seatIds: [] };
  move.seatIds.push(seatId);
  moves.set(key, move);
}
