import { quotaOverbooking } from '../../stock/counters.ts';
import { type Overbooking, poolSize } from '../../stock/pool.ts';

/** A stock row while it is filled. */
interface Room {
  seatCategoryId: string;
  contingentId: string;
  capacity: number;
  /** Of a quota; a pool is lent by the category. */
  overbooking: number;
  taken: number;
  firm: number;
}

/** Where places are: one category in one contingent. */
export interface RoomKey {
  seatCategoryId: string;
  contingentId: string;
}

/** The rows of a performance under its new configuration, and how far the pools of its categories lend. */
export interface Rooms {
  rows: ReadonlyMap<string, Room>;
  pools: ReadonlyMap<string, number>;
}

/** Rows that nobody has taken anything of. */
export function emptyRooms(
  capacities: readonly (RoomKey & { capacity: number })[],
  overbooking: Overbooking | null,
): Rooms {
  const { basis, percent } = overbooking ?? { basis: 'quota', percent: 0 };
  const totals = new Map<string, number>();
  for (const { seatCategoryId, capacity } of capacities)
    totals.set(seatCategoryId, (totals.get(seatCategoryId) ?? 0) + capacity);
  const rows = capacities.map((row) => ({
    ...row,
    overbooking: basis === 'quota' ? quotaOverbooking(percent, row.capacity) : 0,
    taken: 0,
    firm: 0,
  }));
  return {
    rows: new Map(rows.map((row) => [keyOf(row), row])),
    pools: new Map(
      [...totals].map(([id, capacity]) => [id, basis === 'capacity' ? poolSize(percent, capacity) : 0]),
    ),
  };
}

/** How many places may still be taken of a row, for good (`firm`) or held; 0 where there is none. */
export function freeIn(rooms: Rooms, key: RoomKey, firm: boolean): number {
  const room = rooms.rows.get(keyOf(key));
  if (room === undefined) return 0;
  const spare = (rooms.pools.get(room.seatCategoryId) ?? 0) - lentIn(rooms, room.seatCategoryId);
  const own = room.capacity + room.overbooking - room.taken;
  const borrowed = Math.max(0, room.taken - room.capacity - room.overbooking);
  const within = own + borrowed + Math.max(0, spare);
  return Math.max(0, firm ? Math.min(within, room.capacity - room.firm) : within);
}

/** Takes places of a row when it has them; false: nothing was taken. */
export function take(rooms: Rooms, key: RoomKey, quantity: number, firm: boolean): boolean {
  const room = rooms.rows.get(keyOf(key));
  if (room === undefined || freeIn(rooms, key, firm) < quantity) return false;
  room.taken += quantity;
  if (firm) room.firm += quantity;
  return true;
}

/** Gives back what was taken. */
export function giveBack(rooms: Rooms, key: RoomKey, quantity: number, firm: boolean): void {
  const room = rooms.rows.get(keyOf(key));
  if (room === undefined) return;
  room.taken -= quantity;
  if (firm) room.firm -= quantity;
}

/** What the rows of a category have borrowed of its pool. */
export function lentIn({ rows, pools }: Rooms, seatCategoryId: string): number {
  if ((pools.get(seatCategoryId) ?? 0) === 0) return 0;
  return [...rows.values()].reduce(
    (sum, room) =>
      sum + (room.seatCategoryId === seatCategoryId ? Math.max(0, room.taken - room.capacity) : 0),
    0,
  );
}

/** Names a row. */
function keyOf({ seatCategoryId, contingentId }: RoomKey): string {
  return `${seatCategoryId}/${contingentId}`;
}
