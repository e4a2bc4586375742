import { sql } from 'kysely';
import type { Verb } from '../verb.ts';
import { contested, drawFrom, type SettledGrant } from './granted-lines.ts';
import type { GrantedPlaces } from './option-lines.ts';
import type { PerformanceFacts } from './performance-facts.ts';
import type { Room } from './room.ts';
import { beyondSeats, type DrawnGrant, drawSeated, inOne, type SeatedLines } from './seated-lines.ts';

/** Lines with seats are drawn from where these are, the others and what exceeds the seats from what is then left. */
export async function drawLines(
  verb: Verb,
  facts: PerformanceFacts,
  live: readonly GrantedPlaces[],
  grants: readonly SettledGrant[],
  { named }: SeatedLines,
): Promise<DrawnGrant[]> {
  const seatsOf = ({ lineId }: SettledGrant) => named.get(lineId) ?? [];
  const open = grants.filter((grant) => seatsOf(grant).length < grant.quantity);
  const rooms = await roomsFor(verb, facts, live, (candidates) => contested(open, candidates));
  const seated = grants.flatMap((grant) => drawSeated(grant, seatsOf(grant), rooms));
  const left = leftOf(rooms, seated);
  const wanted = open.flatMap((grant) => {
    if (grant.unseated !== null) return grant.unseated.map((part) => ({ ...grant, ...part }));
    return seatsOf(grant).length === 0 ? grant : (beyondSeats(grant, seated, left) ?? []);
  });
  const drawn = drawFrom(facts.performanceId, wanted, left).map((each) => ({ ...each, seats: null }));
  const all = [...seated, ...drawn];
  return grants.flatMap(({ lineId }) => inOne(all.filter(({ grant }) => grant.lineId === lineId)));
}

/** Rooms without what was drawn from them, and what they lacked from their pools. */
function leftOf(rooms: readonly Room[], drawn: readonly DrawnGrant[]): Room[] {
  const lent = new Map<string, number>();
  const less = rooms.map((room) => {
    const quantity = drawn.reduce(
      (sum, { grant, room: { stockId } }) => sum + (stockId === room.stockId ? grant.quantity : 0),
      0,
    );
    const lacking = quantity === 0 || room.spare === null ? 0 : Math.max(0, quantity - room.free);
    const { over = 0 } = room;
    const repaid = lacking === 0 ? 0 : over;
    lent.set(room.seatCategoryId, (lent.get(room.seatCategoryId) ?? 0) + lacking + repaid);
    return { ...room, free: room.free - quantity + lacking, over: over - repaid };
  });
  return less.map((room) => ({
    ...room,
    spare: room.spare === null ? null : room.spare - (lent.get(room.seatCategoryId) ?? 0),
  }));
}

/**
 * What is free for this option: its own seats count as free, for it gives them back. Where a choice is left, the rows
 * are locked in the order of their ids, with those it gives back, and read again, so that choosing and taking happen
 * under one lock and two options that change places do not wait for each other. Categories with a pool are locked before.
 */
async function roomsFor(
  verb: Verb,
  facts: PerformanceFacts,
  live: readonly GrantedPlaces[],
  isContested: (rooms: readonly Room[]) => boolean,
): Promise<Room[]> {
  if (!isContested(facts.stock)) return givingBack(facts.stock, live);
  const touched = [...new Set([...facts.stock, ...live].map((each) => each.stockId))];
  const pooled = facts.stock.some(({ spare }) => spare !== null);
  const spare = pooled ? await lockPools(verb, touched) : new Map<string, number | null>();
  const { rows } = await sql<Pick<Room, 'stockId' | 'free' | 'overbooking'>>`
    select id as "stockId", overbooking,
      capacity + overbooking - held - ordered - sold - blocked - allotted - recalling as free
    from stock where id = any(${touched}::uuid[]) order by id for no key update`.execute(verb.db);
  const now = new Map(rows.map((row) => [row.stockId, row]));
  return givingBack(
    facts.stock.map((room) => ({
      ...room,
      ...now.get(room.stockId),
      spare: spare.get(`${facts.performanceId}/${room.seatCategoryId}`) ?? null,
    })),
    live,
  );
}

/** Locks the categories of stock rows; answers what their pools still lend. */
async function lockPools(verb: Verb, stockIds: readonly string[]): Promise<Map<string, number | null>> {
  const { rows } = await sql<{ key: string; spare: number | null }>`
    select performance_id || '/' || seat_category_id as key, case when pool > 0 or lent > 0 then pool - lent end as spare
    from stock_category where id in (
      select c.id from stock t join stock_category c using (performance_id, seat_category_id)
      where t.id = any(${[...stockIds]}::uuid[]))
    order by id for no key update`.execute(verb.db);
  return new Map(rows.map(({ key, spare }) => [key, spare]));
}

/** Rooms as they are once the option has given back what it holds, and rows what they then no longer need of a pool. */
function givingBack(rooms: readonly Room[], live: readonly GrantedPlaces[]): Room[] {
  const returned = new Map<string, number>();
  const freed = rooms.map((room) => {
    const own = live
      .filter(({ stockId, takesStock }) => takesStock && stockId === room.stockId)
      .reduce((sum, { quantity }) => sum + quantity, 0);
    const needed = Math.max(0, room.overbooking - room.free - own);
    const back = room.spare === null ? 0 : Math.max(0, room.overbooking - needed);
    returned.set(room.seatCategoryId, (returned.get(room.seatCategoryId) ?? 0) + back);
    // of a row that is over its limit it may keep what it has
    const free = room.free < 0 ? own : room.free + own - back;
    return { ...room, free, overbooking: room.overbooking - back, over: Math.max(0, -room.free) };
  });
  return freed.map((room) => ({
    ...room,
    spare: room.spare === null ? null : room.spare + (returned.get(room.seatCategoryId) ?? 0),
  }));
}
