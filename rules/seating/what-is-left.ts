import { mostAcross } from './across-the-hall.ts';
import { hallOf } from './hall.ts';
import { partiesOf } from './party.ts';
import { because, type SeatReason } from './reasons.ts';
import { type Search, seatKinds } from './search.ts';
import { searchOf } from './search-of-stage.ts';
import type { SeatMap } from './seat-map.ts';
import { stagesOf } from './stage.ts';
import { isolationMode, type SeatSettings, type SeatWish } from './wish.ts';

/** What a date still has for a group that finds no way to sit, upgrade included where it is accepted. */
export function whatIsLeft(map: SeatMap, wish: SeatWish, settings: SeatSettings): SeatReason[] {
  const free = map.free.reduce((sum, each) => sum + each, 0);
  const stages = stagesOf(map, wish, settings, isolationMode(settings, free) !== 'forbidden');
  const asked = (wish.oneCategory === true ? stages : stages.slice(-1)).flatMap((stage) => {
    const [party] = partiesOf(stage);
    if (party === undefined) return [];
    const search = searchOf(stage, party);
    return [{ search, most: mostOf(search) + party.seats.length }];
  });
  const [best] = asked.toSorted((one, other) => other.most - one.most);
  if (best === undefined) return [bays(map, wish)];
  const { search, most } = best;
  const reasons = [because('left.fewer', { free: eligible(search), together: longest(search), most })];
  if (!search.isolatedAllowed && mostOf({ ...search, isolatedAllowed: true }) === search.quantity) {
    reasons.push(because('left.isolating'));
  }
  return reasons;
}

function mostOf(search: Search): number {
  return Math.max(0, mostAcross(hallOf(search)));
}

function bays(map: SeatMap, wish: SeatWish): SeatReason {
  const free = map.seats.filter(
    (seat, index) =>
      seat.wheelchair && map.free[index] === 1 && wish.contingentIds.includes(seat.contingentId),
  ).length;
  return because('left.bays', { free, users: wish.wheelchair?.users ?? 0 });
}

function eligible({ kind }: Search): number {
  return kind.filter((each) => each === seatKinds.eligible).length;
}

function longest({ map, kind }: Search): number {
  let [most, here] = [0, 0];
  for (const [index, each] of kind.entries()) {
    if (each !== seatKinds.eligible) here = 0;
    else here = map.joined[index] === 1 ? here + 1 : 1;
    most = Math.max(most, here);
  }
  return most;
}
