import type { MassDate, MassRoom, MassStock, MassWish } from '../../../../rules/seating/mass-wish.ts';
import { categoriesAbove, type SeatMap } from '../../../../rules/seating/seat-map.ts';
import type { SeatSettings, SeatWish } from '../../../../rules/seating/wish.ts';

/** What one asks for on numbered dates only, all through a channel with the same settings. */
export type ListedWish = Readonly<{ id: string; wish: SeatWish }>;

/** The stock of some halls: as many places as seats are free. */
export function stockOf(maps: ReadonlyMap<string, SeatMap>): MassStock {
  const free = new Map<string, number>();
  for (const [performanceId, { seats }] of maps) {
    for (const seat of seats) {
      const id = stockIdOf(performanceId, seat.contingentId, seat.seatCategoryId);
      free.set(id, (free.get(id) ?? 0) + (seat.state === 'free' ? 1 : 0));
    }
  }
  return { maps, free, spare: new Map(), limits: new Map() };
}

/** The list as the mass placement is given it: each option with one line, numbered in its order. */
export function listOf(
  maps: ReadonlyMap<string, SeatMap>,
  wishes: readonly ListedWish[],
  settings: SeatSettings,
): MassWish[] {
  return wishes.map(({ id, wish }, number) => ({
    id,
    number,
    quantity: wish.quantity,
    settings: [settings],
    dates: wish.performanceIds.map((performanceId, choice) => dateOf(maps, wish, performanceId, choice)),
  }));
}

function dateOf(
  maps: ReadonlyMap<string, SeatMap>,
  { quantity, seatCategoryId, contingentIds, acceptsUpgrade }: SeatWish,
  performanceId: string,
  choice: number,
): MassDate {
  const map = maps.get(performanceId);
  const above = map && acceptsUpgrade ? [...categoriesAbove(map, seatCategoryId)] : [];
  const rooms = new Map<string, MassRoom>();
  for (const { contingentId, seatCategoryId: category } of map?.seats ?? []) {
    const stockId = stockIdOf(performanceId, contingentId, category);
    const rank = contingentIds.indexOf(contingentId);
    if (rank >= 0) rooms.set(stockId, { stockId, contingentId, seatCategoryId: category, rank });
  }
  const lines = [{ lineId: 'line', quantity, seatCategoryId, above }];
  return { performanceId, choice, lines, rooms: [...rooms.values()], takesStock: true, limits: [] };
}

function stockIdOf(performanceId: string, contingentId: string, seatCategoryId: string): string {
  return `${performanceId}/${contingentId}/${seatCategoryId}`;
}
