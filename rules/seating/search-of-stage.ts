import type { Party } from './party.ts';
import { type Search, seatKinds } from './search.ts';
import { distancesTo } from './seat-map.ts';
import type { Stage } from './stage.ts';

/** The search of a stage, once its wheelchair party sits. */
export function searchOf(stage: Stage, party: Party): Search {
  const { map, wish } = stage;
  const kind = Uint8Array.from(map.seats, (_seat, index) => kindOf(stage, index));
  for (const index of party.seats) kind[index] = seatKinds.party;
  return {
    map,
    kind,
    distance: party.centre === null ? map.distance : distancesTo(map.seats, party.centre, map.pitch),
    party: party.seats,
    quantity: wish.quantity - party.seats.length,
    isolatedAllowed: stage.isolatedAllowed,
  };
}

/** Bays are kept for wheelchair users, companions' seats for companions, unless the settings open them to everybody. */
function kindOf({ map, wish, settings, categories }: Stage, index: number): number {
  const seat = map.seats[index];
  if (seat === undefined || map.free[index] === 0) return seatKinds.wall;
  const released = settings.accessibleSeatsReleased === true;
  const companions = wish.wheelchair?.companions ?? 0;
  if (!released && (seat.wheelchair || (seat.companion && companions === 0))) return seatKinds.kept;
  return categories.has(seat.seatCategoryId) && wish.contingentIds.includes(seat.contingentId)
    ? seatKinds.eligible
    : seatKinds.other;
}
