import { holdSeats, lockSeats } from '../stock/seats.ts';
import type { Verb } from '../verb.ts';
import type { RestClaim, SoldOption } from './sold-option.ts';

/**
 * The seats of what was not paid: under the claim of the option that is made of it, or free again. All are locked together,
 * in the order of their key; those that are sold stay with their claim.
 */
export async function moveRestSeats(
  verb: Verb,
  options: readonly SoldOption[],
  kept: readonly RestClaim[],
): Promise<void> {
  const moved = kept.filter(({ part, claimId }) => claimId !== part.places.id);
  const holds = [
    ...moved.flatMap(({ part: { places, restSeats }, claimId }) =>
      restSeats.map(({ id: seatId }) => ({ performanceId: places.performanceId, seatId, claimId })),
    ),
    ...options
      .filter(({ outcome }) => outcome === 'reduced' || outcome === 'released')
      .flatMap(({ parts }) => parts)
      .flatMap(({ places: { performanceId }, restSeats }) =>
        restSeats.map(({ id: seatId }) => ({ performanceId, seatId, claimId: null })),
      ),
  ];
  if (holds.length === 0) return;
  await lockSeats(verb, holds);
  holdSeats(verb, holds);
}
