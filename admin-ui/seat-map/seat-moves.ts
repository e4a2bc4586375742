import type { PlanPoint } from '../../rules/venues/plan-layout.ts';
import { type MapSeat, type SeatGeometry, seatsInRectangle } from './seat-geometry.ts';

const directions: Readonly<Record<string, PlanPoint>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** How much worse a seat aside is than one straight ahead. */
const aside = 2.5;

/** How far aside a seat may be for its distance ahead, to be ahead at all. */
const widest = 4;

/** The best seat in a direction: near, and not far aside. */
function ahead(seats: readonly MapSeat[], from: MapSeat, { x, y }: PlanPoint, least: number): MapSeat | null {
  let found: MapSeat | null = null;
  let best = Number.POSITIVE_INFINITY;
  for (const seat of seats) {
    const along = (seat.x - from.x) * x + (seat.y - from.y) * y;
    if (along < least) continue;
    const across = Math.abs((seat.x - from.x) * y + (seat.y - from.y) * x);
    if (across > along * widest + least) continue;
    const score = along + aside * across;
    if (score < best) [found, best] = [seat, score];
  }
  return found;
}

function byArrow(geometry: SeatGeometry, from: MapSeat, direction: PlanPoint): MapSeat | null {
  const row = geometry.rows[from.row];
  const along = (row?.upright ?? false) === (direction.y !== 0);
  const step = direction.x + direction.y;
  if (along && row !== undefined) {
    const next = row.seats[row.seats.indexOf(from) + step];
    if (next !== undefined) return next;
  }
  const others = geometry.seats.filter((seat) => seat.row !== from.row);
  return ahead(others, from, direction, geometry.pitch * 0.3);
}

/** The next or previous row of the plan that has seats, at the seat nearest to where one was. */
function byPage(geometry: SeatGeometry, from: MapSeat, step: 1 | -1): MapSeat | null {
  for (let at = from.row + step; at >= 0 && at < geometry.rows.length; at += step) {
    const seats = geometry.rows[at]?.seats ?? [];
    if (seats.length === 0) continue;
    return seats.reduce((one, other) => (distance(other, from) < distance(one, from) ? other : one));
  }
  return null;
}

function distance(one: PlanPoint, other: PlanPoint): number {
  return Math.hypot(one.x - other.x, one.y - other.y);
}

/**
 * The seat a key leads to: arrows along the row and across to the nearest row as it stands in the hall, Home and End to
 * the ends of the row, PageUp and PageDown through all rows in the order of the plan, with Ctrl Home and End to the
 * first and last seat. The seat itself at the edge; null for a key that does not move.
 */
export function seatAfterKey(
  geometry: SeatGeometry,
  at: number,
  { key, ctrlKey }: { key: string; ctrlKey: boolean },
): number | null {
  const from = geometry.seats[at];
  if (from === undefined) return null;
  const row = geometry.rows[from.row]?.seats ?? [];
  const direction = directions[key];
  if (direction !== undefined) return (byArrow(geometry, from, direction) ?? from).index;
  switch (key) {
    case 'Home':
      return (ctrlKey ? firstSeat(geometry) : row[0]?.index) ?? at;
    case 'End':
      return (ctrlKey ? geometry.rows.at(-1)?.seats.at(-1)?.index : row.at(-1)?.index) ?? at;
    case 'PageUp':
      return (byPage(geometry, from, -1) ?? from).index;
    case 'PageDown':
      return (byPage(geometry, from, 1) ?? from).index;
    default:
      return null;
  }
}

/** Where one begins: the first seat of the first row. */
export function firstSeat({ rows }: SeatGeometry): number {
  return rows.find(({ seats }) => seats.length > 0)?.seats[0]?.index ?? 0;
}

/** What lies between two seats: of one row all from the one to the other, else all seats of the rectangle between them. */
export function seatsBetween(geometry: SeatGeometry, one: number, other: number): number[] {
  const [from, to] = [geometry.seats[one], geometry.seats[other]];
  if (from === undefined || to === undefined) return [];
  if (from.row !== to.row) return seatsInRectangle(geometry, from, to);
  const row = geometry.rows[from.row]?.seats ?? [];
  const [first, last] = [row.indexOf(from), row.indexOf(to)].sort((a, b) => a - b);
  return row.slice(first, (last ?? 0) + 1).map(({ index }) => index);
}

/** A selection with seats added, or taken away when all of them were in it. */
export function toggled(selection: ReadonlySet<number>, seats: readonly number[]): ReadonlySet<number> {
  const next = new Set(selection);
  const all = seats.every((seat) => selection.has(seat));
  for (const seat of seats) {
    if (all) next.delete(seat);
    else next.add(seat);
  }
  return next;
}
