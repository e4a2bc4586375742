import { propose } from './proposals.ts';
import type { SeatMap } from './seat-map.ts';
import { largestGroup } from './weights.ts';

/** Side by side comes before leaving no seat alone: these are theirs, and giving back always goes. */
const settings = {
  isolatedSeatTrigger: 0,
  isolatedSeatsAlwaysAllowed: true,
  accessibleSeatsReleased: true, // whoever has a bay may keep it
};

/**
 * The seats a group keeps when it becomes smaller: `quantity` of those it has, the way of sitting that the score puts
 * first, so that they stay side by side. On the map its own seats are free. Never fails: too many for the engine, or
 * seats the map does not know, are kept in the order they are given.
 */
export function seatsToKeep(map: SeatMap, own: readonly string[], quantity: number): readonly string[] {
  if (own.length <= quantity) return own;
  if (quantity > largestGroup) return own.slice(0, quantity);
  const mine = new Set(own);
  const seats = map.seats.map((seat) => ({
    ...seat,
    seatCategoryId: 'here',
    contingentId: mine.has(seat.id) ? 'own' : 'other',
  }));
  const wish = {
    performanceIds: ['here'],
    quantity,
    seatCategoryId: 'here',
    contingentIds: ['own'],
    acceptsUpgrade: false,
  };
  const [best] = propose(new Map([['here', { ...map, seats }]]), wish, settings, 1).proposals;
  return best?.seatIds ?? own.slice(0, quantity);
}
