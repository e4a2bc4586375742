import type { OptionKind } from '../options/rights.ts';
import type { NamedSeat } from '../stock/named-seat.ts';
import type { RestChoice } from './basket-life.ts';

/** Ordered places of an option in a basket: one price, and the numbered seats named for them, at most as many. */
export interface BasketPlaces {
  id: string;
  quantity: number;
  priceCents: number | null;
  seats: readonly NamedSeat[] | null;
}

/** How many of which places are paid, and which of their seats; without seats named, the first ones. */
export interface PaidPlaces {
  placesId: string;
  quantity: number;
  seatIds?: readonly string[] | null | undefined;
}

/** What is sold of some places and what is left of them, with the seats of each. */
export interface SoldPart<Places extends BasketPlaces> {
  places: Places;
  sold: number;
  rest: number;
  soldSeats: NamedSeat[];
  restSeats: NamedSeat[];
}

/** What is sold of a basket and what it comes to in cents. */
export interface SalePlan<Places extends BasketPlaces> {
  parts: SoldPart<Places>[];
  amountCents: number;
}

type Fault = { path: string; code: string };

/**
 * Shares the places of a basket into what is paid and what is left: everything when no lines are named, else what they
 * name; places no line names are left whole. Seats go with their places: never more seats than places on either side.
 * Answers the faults of the lines, each at its place, when they cannot be done as told.
 */
export function planSale<Places extends BasketPlaces>(
  places: readonly Places[],
  lines: readonly PaidPlaces[] | null,
): SalePlan<Places> | { faults: Fault[] } {
  if (lines === null) return planOf(places.map((each) => partOf(each, each.quantity, null)));
  const byId = new Map(places.map((each) => [each.id, each]));
  const faults = lines.flatMap((line, at) => faultsOf(line, at, byId.get(line.placesId), lines));
  if (faults.length > 0) return { faults };
  const named = new Map(lines.map((line) => [line.placesId, line]));
  const parts = places.map((each) => {
    const line = named.get(each.id);
    return partOf(each, line?.quantity ?? 0, line?.seatIds ?? null);
  });
  if (parts.every(({ sold }) => sold === 0)) return { faults: [{ path: 'lines', code: 'field.required' }] };
  return planOf(parts);
}

/** What becomes of an option of which so many places are sold: all, some, or none of them. */
export function optionOutcome(
  sold: number,
  rest: number,
  choice: RestChoice,
): 'sold' | 'split' | 'reduced' | 'kept' | 'released' {
  if (sold === 0) return choice === 'keep' ? 'kept' : 'released';
  if (rest === 0) return 'sold';
  return choice === 'keep' ? 'split' : 'reduced';
}

/** Whether an option on a product would be sold in part, which none is: its lines go together. */
export function dividesProduct(kind: OptionKind, outcome: ReturnType<typeof optionOutcome>): boolean {
  return kind === 'product' && (outcome === 'split' || outcome === 'reduced');
}

function planOf<Places extends BasketPlaces>(parts: SoldPart<Places>[]): SalePlan<Places> {
  const amountCents = parts.reduce((sum, { places, sold }) => sum + sold * (places.priceCents ?? 0), 0);
  return { parts, amountCents };
}

function partOf<Places extends BasketPlaces>(
  places: Places,
  sold: number,
  seatIds: readonly string[] | null,
): SoldPart<Places> {
  const seats = places.seats ?? [];
  const soldSeats = seatIds === null ? seats.slice(0, sold) : seats.filter(({ id }) => seatIds.includes(id));
  const restSeats = seats.filter((seat) => !soldSeats.includes(seat));
  return { places, sold, rest: places.quantity - sold, soldSeats, restSeats };
}

function faultsOf(
  line: PaidPlaces,
  at: number,
  places: BasketPlaces | undefined,
  lines: readonly PaidPlaces[],
): Fault[] {
  if (places === undefined) return [{ path: `lines.${at}.placesId`, code: 'field.reference' }];
  if (lines.findIndex(({ placesId }) => placesId === line.placesId) < at)
    return [{ path: `lines.${at}.placesId`, code: 'field.duplicate' }];
  if (line.quantity > places.quantity) return [{ path: `lines.${at}.quantity`, code: 'field.tooLarge' }];
  const { seatIds } = line;
  if (seatIds === null || seatIds === undefined) return [];
  const known = new Set((places.seats ?? []).map(({ id }) => id));
  const strange = seatIds.flatMap((id, nth): Fault[] => {
    const path = `lines.${at}.seatIds.${nth}`;
    if (!known.has(id)) return [{ path, code: 'field.reference' }];
    return seatIds.indexOf(id) < nth ? [{ path, code: 'field.duplicate' }] : [];
  });
  if (strange.length > 0) return strange;
  if (seatIds.length > line.quantity) return [{ path: `lines.${at}.seatIds`, code: 'field.tooLarge' }];
  const leftWithoutPlace = known.size - seatIds.length > places.quantity - line.quantity;
  return leftWithoutPlace ? [{ path: `lines.${at}.seatIds`, code: 'field.tooSmall' }] : [];
}
