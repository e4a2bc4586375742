import { Problem } from '../problem.ts';
import { refuse } from '../records/write-record.ts';
import type { Verb } from '../verb.ts';
import type { LockedSeat } from './seat.ts';
import { lockSeats } from './seats.ts';

/** Places of one performance: numbered seats by their ids, or a quantity of one category in one contingent. */
export interface PlacesInput {
  performanceId: string;
  seatIds?: readonly string[] | null;
  seatCategoryId?: string | null;
  contingentId?: string | null;
  quantity?: number | null;
}

/** A quantity of one stock row. */
export interface ChosenQuantity {
  stockId: string;
  seatCategoryId: string;
  contingentId: string;
  quantity: number;
}

/** What was chosen; seats are locked. */
export type ChosenPlaces =
  | { seats: LockedSeat[]; quantity: null }
  | { seats: null; quantity: ChosenQuantity };

/**
 * The places an input names.
 * @throws Problem `request.invalid`: `field.required` (neither seats nor a quantity), `field.invalid` (both),
 *   `field.duplicate` and `field.reference` with the seat, or where the performance has no such stock.
 */
export async function choosePlaces(verb: Verb, input: PlacesInput): Promise<ChosenPlaces> {
  const { performanceId, seatIds, seatCategoryId, contingentId, quantity } = input;
  const named = seatIds?.length ?? 0;
  const counted = [seatCategoryId, contingentId, quantity].some(
    (value) => value !== undefined && value !== null,
  );
  if (named > 0) {
    if (counted) refuse([{ path: 'seatIds', code: 'field.invalid' }]);
    return { seats: await seatsNamed(verb, performanceId, seatIds ?? []), quantity: null };
  }
  if (!counted) refuse([{ path: 'seatIds', code: 'field.required' }]);
  const row = await verb.db
    .selectFrom('stock')
    .select(['id as stockId', 'seat_category_id as seatCategoryId', 'contingent_id as contingentId'])
    .where('performance_id', '=', performanceId)
    .where('seat_category_id', '=', given(seatCategoryId, 'seatCategoryId'))
    .where('contingent_id', '=', given(contingentId, 'contingentId'))
    .executeTakeFirst();
  const wanted = given(quantity, 'quantity');
  if (row === undefined) throw faultAt('contingentId', 'field.reference');
  return { seats: null, quantity: { ...row, quantity: wanted } };
}

function given<Value>(value: Value | null | undefined, path: string): Value {
  if (value === null || value === undefined) throw faultAt(path, 'field.required');
  return value;
}

function faultAt(path: string, code: string): Problem {
  return new Problem('request.invalid', { errors: [{ path, code }] });
}

/** Named seats of a performance, locked and in the order in which they were named. */
export async function seatsNamed(
  verb: Verb,
  performanceId: string,
  named: readonly string[],
): Promise<LockedSeat[]> {
  const ids = named.map((id) => id.toLowerCase());
  const twice = ids.findIndex((id, at) => ids.indexOf(id) < at);
  if (twice >= 0) refuse([{ path: `seatIds.${twice}`, code: 'field.duplicate' }]);
  const locked = await lockSeats(
    verb,
    ids.map((seatId) => ({ performanceId, seatId })),
  );
  const byId = new Map(locked.map((seat) => [seat.id, seat]));
  const strange = ids.findIndex((id) => !byId.has(id));
  if (strange >= 0) refuse([{ path: `seatIds.${strange}`, code: 'field.reference' }]);
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** Where named seats stand in the input. */
export function seatPaths(seats: readonly LockedSeat[], at: readonly LockedSeat[]): string[] {
  return at.map((seat) => `seatIds.${seats.indexOf(seat)}`);
}
