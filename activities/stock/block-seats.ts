import { sql } from 'kysely';
import { type NamedSeat, namedSeat } from '../../rules/stock/named-seat.ts';
import { newId } from '../new-id.ts';
import { Problem } from '../problem.ts';
import { runVerb, type VerbCaller } from '../verb.ts';
import { type ChosenPlaces, choosePlaces, type PlacesInput, seatPaths } from './chosen-places.ts';
import { moveStock } from './move-stock.ts';
import { requireWithin } from './require-within.ts';
import type { LockedSeat } from './seat.ts';
import { holdSeats, seatsTaken } from './seats.ts';

/** Places to block or to unblock, and why. */
export interface BlockInput extends PlacesInput {
  reason: string;
}

/** Places of one stock row that a block takes. */
interface BlockedPart {
  stockId: string;
  seatCategoryId: string;
  contingentId: string;
  quantity: number;
  seats: readonly LockedSeat[] | null;
}

/**
 * Takes places out of sale (verb `block-seats`): named seats, or a quantity without seats. They count as firm, so that
 * overbooking does not cover them.
 * @throws Problem `request.notFound`, `motive.required`, `stock.insufficient` with the seats that are taken or what is free,
 *   and those of `choosePlaces`.
 */
export async function blockSeats(
  caller: VerbCaller,
  input: BlockInput,
): Promise<{ blockId: string; quantity: number }> {
  return runVerb(caller, 'block-seats', input, async (verb) => {
    const { organisationId } = await requireWithin(verb, input.performanceId);
    requireMotive(input);
    const parts = partsOf(await choosePlaces(verb, input));
    const blockId = newId();
    const claims = parts.map((part) => ({ id: newId(), ...part }));
    await verb.db
      .insertInto('claim')
      .values(
        claims.map((claim) => ({
          id: claim.id,
          institution_id: verb.institutionId,
          source_type: 'block' as const,
          source_id: blockId,
          stock_id: claim.stockId,
          performance_id: input.performanceId,
          seat_category_id: claim.seatCategoryId,
          contingent_id: claim.contingentId,
          quantity: claim.quantity,
          counter: 'blocked' as const,
          takes_stock: true,
          seats: seatsColumn(claim.seats),
        })),
      )
      .execute();
    holdSeats(
      verb,
      claims.flatMap(({ id: claimId, seats }) =>
        (seats ?? []).map(({ performanceId, id: seatId }) => ({ performanceId, seatId, claimId })),
      ),
    );
    moveStock(
      verb,
      parts.map(({ stockId, quantity }) => ({ stockId, move: { blocked: quantity } })),
    );
    verb.record({
      verb: 'block-seats',
      subjectType: 'performance',
      subjectId: input.performanceId,
      organisationId,
      after: { blockId, places: parts.map(told) },
      reason: input.reason,
    });
    return { blockId, quantity: parts.reduce((sum, { quantity }) => sum + quantity, 0) };
  });
}

/** @throws Problem `motive.required` */
export function requireMotive({ reason }: { reason: string }): void {
  if (reason.trim() === '') throw new Problem('motive.required');
}

/** The seats of a claim as its column takes them. */
export function seatsColumn(seats: readonly NamedSeat[] | null) {
  return seats === null ? null : sql<NamedSeat[]>`${JSON.stringify(seats.map(namedSeat))}::jsonb`;
}

/** The parts of a block, one for each stock row; every seat must be free. */
function partsOf({ seats, quantity }: ChosenPlaces): BlockedPart[] {
  if (seats === null) return [{ ...quantity, seats: null }];
  const taken = seats.filter(({ claimId }) => claimId !== null);
  if (taken.length > 0) throw seatsTaken(taken, seatPaths(seats, taken));
  return [...Map.groupBy(seats, ({ stockId }) => stockId)].flatMap(([stockId, part]) => {
    const [first] = part;
    if (first === undefined) return [];
    const { seatCategoryId, contingentId } = first;
    return { stockId, seatCategoryId, contingentId, quantity: part.length, seats: part };
  });
}

function told({ seatCategoryId, contingentId, quantity, seats }: BlockedPart) {
  return { seatCategoryId, contingentId, quantity, seats: seats?.map(namedSeat) ?? null };
}
