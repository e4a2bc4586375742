import { nobody } from './party.ts';
import type { SeatMaps } from './proposals.ts';
import { type Search, seatKinds } from './search.ts';
import { searchOf } from './search-of-stage.ts';
import type { SeatMap } from './seat-map.ts';
import { type Stage, widestStage } from './stage.ts';
import type { SeatSettings, SeatWish } from './wish.ts';

/** Free seats that at least one of the wishes may have: all that can be filled at most. */
export function wantedSeats(maps: SeatMaps, wishes: readonly SeatWish[], settings: SeatSettings): number {
  let number = 0;
  for (const [performanceId, map] of maps) {
    const wanted = new Uint8Array(map.seats.length);
    const known = new Set<string>();
    for (const wish of wishes) {
      const alike = likeness(wish);
      if (!wish.performanceIds.includes(performanceId) || known.has(alike)) continue;
      known.add(alike);
      mark(wanted, map, wish, settings);
    }
    number += wanted.reduce((sum, each) => sum + each, 0);
  }
  return number;
}

/** Wishes alike may have the same seats. */
function likeness({ seatCategoryId, contingentIds, acceptsUpgrade, wheelchair }: SeatWish): string {
  return JSON.stringify([seatCategoryId, contingentIds, acceptsUpgrade, wheelchair]);
}

function mark(wanted: Uint8Array, map: SeatMap, wish: SeatWish, settings: SeatSettings): void {
  const stage = widestStage(map, wish, settings);
  const search = searchOf(stage, nobody);
  for (const index of map.seats.keys()) {
    if (isWanted(search, stage, index)) wanted[index] = 1;
  }
}

function isWanted({ map, kind }: Search, { wish }: Stage, index: number): boolean {
  const seat = map.seats[index];
  if (seat === undefined || kind[index] === seatKinds.wall) return false;
  if (kind[index] === seatKinds.eligible) return true;
  const users = wish.wheelchair?.users ?? 0;
  const companions = wish.wheelchair?.companions ?? 0;
  return (users > 0 && seat.wheelchair) || (companions > 0 && seat.companion);
}
