import { placesIn, wishOf } from './mass-ways.ts';
import type { MassDate, MassStock, MassWish } from './mass-wish.ts';
import { wantedSeats } from './wanted-seats.ts';
import type { SeatSettings } from './wish.ts';

/** Places that at least one of the options may have: all that can be filled at most. */
export function capacityFor(stock: MassStock, wishes: readonly MassWish[]): number {
  const dates = wishes.flatMap(({ settings, dates: all }) => all.map((date) => ({ date, settings })));
  let places = 0;
  for (const [performanceId, asked] of Map.groupBy(dates, ({ date }) => date.performanceId)) {
    const taking = asked.filter(({ date }) => date.takesStock);
    const counted = countedPlaces(
      stock,
      taking.map(({ date }) => date),
    );
    places += Math.min(counted, seatsOnTheMap(stock, performanceId, taking));
  }
  const tentative = wishes.filter((wish) => wish.dates.some(({ takesStock }) => !takesStock));
  return tentative.reduce((sum, { quantity }) => sum + quantity, places);
}

/** By numbers: every stock row once, every pool once. */
function countedPlaces(stock: MassStock, [first, ...others]: readonly MassDate[]): number {
  if (first === undefined) return 0;
  const dates = [first, ...others];
  const rooms = new Map(dates.flatMap((date) => date.rooms.map((room) => [room.stockId, room])));
  const categories = new Set(
    dates.flatMap(({ lines }) => lines.flatMap(({ seatCategoryId, above }) => [seatCategoryId, ...above])),
  );
  return placesIn(stock, { ...first, rooms: [...rooms.values()] }, [...categories]);
}

/** On the map: free seats that somebody may have; no bound where there is no map. */
function seatsOnTheMap(
  stock: MassStock,
  performanceId: string,
  asked: readonly { date: MassDate; settings: readonly SeatSettings[] }[],
): number {
  const map = stock.maps.get(performanceId);
  const [settings] = asked.flatMap((each) => each.settings);
  if (map === undefined || settings === undefined) return Number.POSITIVE_INFINITY;
  const wishes = asked.flatMap(({ date }) => date.lines.map((line) => wishOf(stock, date, line)));
  return wantedSeats(new Map([[performanceId, map]]), wishes, settings);
}
