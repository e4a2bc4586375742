import { inHallOrder } from '../../seating/seat-map.ts';
import { type Sharer, shareCapacity } from '../../stock/share-capacity.ts';
import { type ConfigurationChange, isFirm, type NewSeat, weighs } from './places.ts';

/** How the places of the new configuration are dealt to the contingents. */
interface DealtPlaces {
  capacities: { seatCategoryId: string; contingentId: string; capacity: number }[];
  /** The contingent of each seat; empty where there are none. */
  contingentOf: ReadonlyMap<string, string>;
}

/**
 * Deals the places of a configuration to the contingents the performance has. A seat that stands there now stays in its
 * contingent. The other places of a category go where they are needed (what is promised, then what is held, then what is
 * blocked), and beyond that in proportion to what the contingents had of the category; of one that is new, of all.
 */
export function dealPlaces(change: ConfigurationChange): DealtPlaces {
  const former = new Map(change.formerSeats.map((seat) => [seat.key, seat.contingentId]));
  const contingentOf = new Map<string, string>();
  for (const { id, key } of change.seats) {
    const contingentId = former.get(key);
    if (contingentId !== undefined) contingentOf.set(id, contingentId);
  }
  const contingents = [...new Set(change.formerRows.map(({ contingentId }) => contingentId))];
  const capacities = change.categories.flatMap(({ seatCategoryId, capacity }) => {
    const sharers = sharersOf(change, seatCategoryId, contingents);
    const shares = change.numbered
      ? dealSeats(
          change.seats.filter((seat) => seat.seatCategoryId === seatCategoryId),
          sharers,
          contingentOf,
        )
      : shareCapacity(capacity, sharers);
    return [...shares].map(([contingentId, share]) => ({ seatCategoryId, contingentId, capacity: share }));
  });
  return { capacities, contingentOf };
}

function sharersOf(
  change: ConfigurationChange,
  categoryId: string,
  contingents: readonly string[],
): Sharer[] {
  const known = change.formerRows.some(
    ({ seatCategoryId, capacity }) => seatCategoryId === categoryId && capacity > 0,
  );
  return contingents.map((id) => {
    const claims = change.claims.filter(
      (claim) => weighs(claim) && claim.contingentId === id && claim.seatCategoryId === categoryId,
    );
    const sumOf = (of: (claim: (typeof claims)[number]) => boolean) =>
      claims.filter(of).reduce((sum, { quantity }) => sum + quantity, 0);
    return {
      id,
      weight: change.formerRows
        .filter((row) => row.contingentId === id && (!known || row.seatCategoryId === categoryId))
        .reduce((sum, { capacity }) => sum + capacity, 0),
      needs: [
        sumOf((claim) => isFirm(claim) && claim.source !== 'block'),
        sumOf((claim) => !isFirm(claim)),
        sumOf(({ source }) => source === 'block'),
      ],
    };
  });
}

/** Seats that had no contingent yet, in the order of the hall, to whoever lacks the most of their share; whole stretches each. */
function dealSeats(
  seats: readonly NewSeat[],
  sharers: readonly Sharer[],
  contingentOf: Map<string, string>,
): Map<string, number> {
  const had = new Map(sharers.map(({ id }) => [id, 0]));
  const open: NewSeat[] = [];
  for (const seat of seats) {
    const contingentId = contingentOf.get(seat.id);
    if (contingentId === undefined) open.push(seat);
    else had.set(contingentId, (had.get(contingentId) ?? 0) + 1);
  }
  const lacking = [...shareCapacity(seats.length, sharers)].map(([id, share]) => ({
    id,
    weight: 0,
    needs: [Math.max(0, share - (had.get(id) ?? 0))],
  }));
  const shares = [...shareCapacity(open.length, lacking)].toSorted((one, other) => other[1] - one[1]);
  const ordered = open.toSorted(inHallOrder);
  for (const [id, share] of shares) {
    for (const seat of ordered.splice(0, share)) contingentOf.set(seat.id, id);
    had.set(id, (had.get(id) ?? 0) + share);
  }
  return had;
}
