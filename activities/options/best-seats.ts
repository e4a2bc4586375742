import { type Proposals, propose, type SeatMaps } from '../../rules/seating/proposals.ts';
import { type SeatMap, withTaken } from '../../rules/seating/seat-map.ts';
import { seatsBeside } from '../../rules/seating/seats-beside.ts';
import { largestGroup } from '../../rules/seating/weights.ts';
import type { SeatWish } from '../../rules/seating/wish.ts';
import { Problem } from '../problem.ts';
import { type HallSeat, type IsolatedSeats, seatSettings } from '../stock/hall.ts';
import type { LockedSeat } from '../stock/seat.ts';
import type { SettledGrant } from './granted-lines.ts';

/** A grant whose seats the engine chooses, the contingents they may come from, and where it stands in the input. */
export interface ChosenGrant {
  grant: SettledGrant;
  /** Seats it has and keeps, at most as many as its quantity. */
  kept: readonly LockedSeat[];
  contingentIds: readonly string[];
  path: string;
}

/** The best `k` ways to seat a group, leaving seats alone only as far as the channel allows. */
export function proposeFor(maps: SeatMaps, wish: SeatWish, isolated: IsolatedSeats, k: number): Proposals {
  const [strict, ...looser] = seatSettings(isolated).map(
    (settings) => () => propose(maps, wish, settings, k),
  );
  let found = strict?.() ?? { proposals: [], left: [] };
  for (const next of looser) {
    if (found.proposals.length > 0) break;
    const more = next();
    if (more.proposals.length > 0) found = more;
  }
  return found;
}

/**
 * The seats of each grant, one after the other, each from what those before it left: those it keeps, and the best in
 * addition.
 * @param named seats that lines name: theirs already.
 * @throws Problem `stock.insufficient` with what is left side by side, `request.invalid` for a group larger than the
 *   engine seats at once.
 */
export function chooseSeats(
  hall: readonly HallSeat[],
  map: SeatMap,
  grants: readonly ChosenGrant[],
  { isolated, named }: { isolated: IsolatedSeats; named: ReadonlySet<string> },
): Map<string, HallSeat[]> {
  const byId = new Map(hall.map((seat) => [seat.id, seat]));
  const chosen = new Map<string, HallSeat[]>();
  const kept = grants.map((each) => each.kept.map(({ id }) => id));
  const taken = new Set([...named, ...kept.flat()]);
  for (const [at, each] of grants.entries()) {
    const { grant, path } = each;
    if (grant.quantity - each.kept.length > largestGroup)
      throw new Problem('request.invalid', { errors: [{ path, code: 'field.tooLarge' }] });
    const own = kept[at] ?? [];
    for (const id of own) taken.delete(id);
    const seatIds = seatsFor(withTaken(map, [...taken]), own, each, isolated);
    for (const id of seatIds) taken.add(id);
    chosen.set(
      grant.lineId,
      seatIds.flatMap((id) => byId.get(id) ?? []),
    );
  }
  return chosen;
}

/** The seats it keeps with those beside them; anew where there is no way to add what it lacks. */
function seatsFor(
  map: SeatMap,
  own: readonly string[],
  { grant, contingentIds }: ChosenGrant,
  isolated: IsolatedSeats,
): readonly string[] {
  const more = grant.quantity - own.length;
  if (more <= 0) return own;
  const wish = {
    performanceIds: ['here'],
    quantity: more,
    seatCategoryId: grant.seatCategoryId,
    contingentIds,
    acceptsUpgrade: false,
  };
  for (const settings of own.length > 0 ? seatSettings(isolated) : []) {
    const beside = seatsBeside(map, own, wish, settings);
    if (beside !== null) return [...own, ...beside];
  }
  return bestSeats(map, { ...wish, quantity: grant.quantity }, isolated);
}

function bestSeats(map: SeatMap, wish: SeatWish, isolated: IsolatedSeats): readonly string[] {
  const { proposals, left } = proposeFor(new Map([['here', map]]), wish, isolated, 1);
  const [best] = proposals;
  if (best !== undefined) return best.seatIds;
  const told = left.flatMap(({ reasons }) => reasons).find(({ code }) => code === 'left.fewer');
  const { free = 0, together = 0 } = told?.values ?? {};
  throw new Problem('stock.insufficient', {
    reasons: [{ code: 'seats.noneFit', values: { quantity: wish.quantity, free, together } }],
  });
}
