import { placesIn, waysOn, wishOf } from './mass-ways.ts';
import type { MassDate, MassLine, MassStock, MassUnplaced, MassWish } from './mass-wish.ts';
import { because, type SeatReason } from './reasons.ts';
import { largestGroup } from './weights.ts';
import { whatIsLeft } from './what-is-left.ts';
import type { SeatSettings } from './wish.ts';

/**
 * Why options of a list found no place: whether the others took theirs, and what is left on each of their dates. Options
 * alike are looked at once.
 */
export function reasonsAgainst(
  start: MassStock,
  after: MassStock,
  wishes: readonly MassWish[],
): MassUnplaced[] {
  const known = new Map<string, SeatReason[]>();
  const look = (wish: MassWish, date: MassDate) => {
    const alike = JSON.stringify([
      date.performanceId,
      date.lines.map(({ lineId: _line, ...asked }) => asked),
      date.rooms,
      date.limits,
      wish.settings,
    ]);
    const reasons = known.get(alike) ?? reasonsOn(start, after, date, wish);
    known.set(alike, reasons);
    return reasons;
  };
  return wishes.map((wish) => ({
    id: wish.id,
    left: wish.dates.map((date) => ({ performanceId: date.performanceId, reasons: look(wish, date) })),
  }));
}

function reasonsOn(
  start: MassStock,
  after: MassStock,
  date: MassDate,
  { settings, quantity }: MassWish,
): SeatReason[] {
  const alone = settings.some((each) => waysOn(start, { date, settings: each, most: 1 }).length > 0);
  const outweighed = alone ? [because('mass.outweighed', { quantity })] : [];
  const short = date.limits.filter((share) => (after.limits.get(share.limit) ?? 0) < share.quantity);
  if (short.length > 0) {
    const left = Math.min(...short.map(({ limit }) => after.limits.get(limit) ?? 0));
    return [...outweighed, because('left.limit', { left })];
  }
  return [...outweighed, ...date.lines.slice(0, 1).flatMap((line) => leftFor(after, date, line, settings))];
}

function leftFor(
  stock: MassStock,
  date: MassDate,
  line: MassLine,
  settings: readonly SeatSettings[],
): SeatReason[] {
  const map = stock.maps.get(date.performanceId);
  const loosest = settings.at(-1);
  const categories = [line.seatCategoryId, ...line.above];
  const counted = placesIn(stock, date, categories);
  if (map === undefined || loosest === undefined || !date.takesStock) {
    return [because('left.counted', { free: counted, most: mostForOne(stock, date, categories) })];
  }
  if (line.quantity > largestGroup) return [because('left.tooLarge', { limit: largestGroup })];
  return whatIsLeft(map, wishOf(stock, date, line), loosest);
}

/** The largest group that one stock row, with its pool, still holds. */
function mostForOne(stock: MassStock, date: MassDate, categories: readonly string[]): number {
  const rooms = date.rooms.filter(({ seatCategoryId }) => categories.includes(seatCategoryId));
  return rooms.reduce(
    (most, room) => Math.max(most, placesIn(stock, { ...date, rooms: [room] }, [room.seatCategoryId])),
    0,
  );
}
