import { type Proposals, propose, type SeatMaps } from '../../rules/seating/proposals.ts';
import { type SeatMap, withTaken } from '../../rules/seating/seat-map.ts';
import { largestGroup } from '../../rules/seating/weights.ts';
import type { SeatWish } from '../../rules/seating/wish.ts';
import { Problem } from '../problem.ts';
import { type HallSeat, type IsolatedSeats, seatSettings } from '../stock/hall.ts';
import type { SettledGrant } from './granted-lines.ts';

/** A grant whose seats the engine chooses, the contingents they may come from, and where it stands in the input. */
export interface ChosenGrant {
  grant: SettledGrant;
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
 * The seats of each grant, one after the other, each from what those before it left.
 * @throws Problem `stock.insufficient` with what is left side by side, `request.invalid` for a group larger than the
 *   engine seats at once.
 */
export function chooseSeats(
  hall: readonly HallSeat[],
  map: SeatMap,
  grants: readonly ChosenGrant[],
  isolated: IsolatedSeats,
): Map<string, HallSeat[]> {
  const byId = new Map(hall.map((seat) => [seat.id, seat]));
  const chosen = new Map<string, HallSeat[]>();
  let left = map;
  for (const { grant, contingentIds, path } of grants) {
    if (grant.quantity > largestGroup)
      throw new Problem('request.invalid', { errors: [{ path, code: 'field.tooLarge' }] });
    const seatIds = bestSeats(left, grant, contingentIds, isolated);
    chosen.set(
      grant.lineId,
      seatIds.flatMap((id) => byId.get(id) ?? []),
    );
    left = withTaken(left, seatIds);
  }
  return chosen;
}

function bestSeats(
  map: SeatMap,
  grant: SettledGrant,
  contingentIds: readonly string[],
  isolated: IsolatedSeats,
): readonly string[] {
  const wish = {
    performanceIds: ['here'],
    quantity: grant.quantity,
    seatCategoryId: grant.seatCategoryId,
    contingentIds,
    acceptsUpgrade: false,
  };
  const { proposals, left } = proposeFor(new Map([['here', map]]), wish, isolated, 1);
  const [best] = proposals;
  if (best !== undefined) return best.seatIds;
  const told = left.flatMap(({ reasons }) => reasons).find(({ code }) => code === 'left.fewer');
  const { free = 0, together = 0 } = told?.values ?? {};
  throw new Problem('stock.insufficient', {
    reasons: [{ code: 'seats.noneFit', values: { quantity: grant.quantity, free, together } }],
  });
}
