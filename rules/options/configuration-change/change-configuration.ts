import type { NamedSeat } from '../../stock/named-seat.ts';
import { namedSeat } from '../../stock/named-seat.ts';
import {
  type ClaimAfter,
  type ClaimPart,
  type ConfigurationChange,
  type ConfigurationOutcome,
  isFirm,
  type OptionPlaces,
  type PlacesFate,
  type SeatedOption,
  type TakenPlaces,
  type Unfit,
  weighs,
} from './places.ts';
import { lentIn, take } from './rooms.ts';
import {
  beginSettling,
  freestRows,
  hasCategory,
  mapOf,
  partsOn,
  reseat,
  type Settled,
  type Settling,
  sameSeat,
  settleCounted,
  stayingSeats,
  takeParts,
  undo,
} from './settle-places.ts';

/**
 * What becomes of a performance's places when it takes another configuration. Nobody changes their category, so no price.
 * Who sits on a seat that is there in the same category stays on it. The others are placed in the order of what they are
 * promised: sales made elsewhere, sold and ordered options, held ones by the date of their placement, blocks last. An
 * option is placed whole or does not fit. Row by row what is taken stays within the limit, what is promised for good
 * within the capacity: the outcome is never oversold.
 */
export function changeConfiguration(change: ConfigurationChange): ConfigurationOutcome {
  const settling = beginSettling(change);
  const claimsOf = Map.groupBy(
    change.claims.filter(({ source }) => source === 'option'),
    ({ optionId }) => optionId ?? '',
  );
  const options = change.options
    .map((option) => ({ option, claims: claimsOf.get(option.id) ?? [] }))
    .toSorted(byPromise);
  const others = change.claims.filter(({ source }) => source !== 'option');
  const [sales, blocks] = [others.filter(isSale), others.filter((claim) => !isSale(claim))];

  const staying = new Map<string, Stay>();
  for (const claim of sales) staying.set(claim.id, stayOther(settling, claim));
  for (const { claims } of options) stayLines(settling, claims, staying);
  for (const claim of blocks) staying.set(claim.id, stayOther(settling, claim));
  const kept = [...staying.values()].flatMap(({ parts }) => parts.flatMap(({ seats }) => seats ?? []));
  settling.map = mapOf(settling, new Set(kept.map(({ id }) => id)));

  const after: ClaimAfter[] = [];
  const placed = new Map<string, OptionPlaces>();
  const settledSales = sales.map((claim) => settleOther(settling, claim, staying.get(claim.id)));
  for (const each of options) {
    const settled = settleOption(settling, each.option, each.claims, staying);
    placed.set(each.option.id, told(settling, each.option, each.claims, settled));
    after.push(
      ...each.claims.map((claim) => ({
        claim,
        parts: 'unfit' in settled ? [] : (settled.parts.get(claim.id) ?? []),
      })),
    );
  }
  const settledBlocks = blocks.map((claim) => settleOther(settling, claim, staying.get(claim.id)));
  return {
    options: change.options.flatMap(({ id }) => placed.get(id) ?? []),
    claims: [...after, ...settledSales, ...settledBlocks],
    ...stockOf(settling),
    blocks: { places: placesOf(blocks), kept: keptOf(settledBlocks) },
    sales: lossesOf(settledSales.filter(({ claim }) => claim.source === 'sale')),
    others: { unfit: outOfPlace(settledSales.filter(({ claim }) => claim.source === 'other')) },
  };
}

function lossesOf(sales: readonly ClaimAfter[]): ConfigurationOutcome['sales'] {
  const places = placesOf(sales.map(({ claim }) => claim));
  const unseated = sales.reduce(
    (sum, { claim, parts }) => sum + (claim.seats?.length ?? 0) - seatsOf(parts).length,
    0,
  );
  return { places, unseated, unfit: places - keptOf(sales) };
}

/** Places of claims that would have another number, none any more, or no place. */
function outOfPlace(others: readonly ClaimAfter[]): number {
  const moved = others.filter(({ claim, parts }) => {
    const { unfit } = lossesOf([{ claim, parts }]);
    const fate = fateOf([claim], claim.seats ?? [], seatsOf(parts), null);
    return unfit > 0 || fate !== 'kept';
  });
  return placesOf(moved.map(({ claim }) => claim));
}

/** Seats that stay for a claim, with the room taken for them; `rest` places of it have to be placed yet. */
interface Stay {
  parts: ClaimPart[];
  rest: number;
}

function isSale({ source }: TakenPlaces): boolean {
  return source === 'sale' || source === 'other';
}

const promises = ['sold', 'allotted', 'recalling', 'ordered', 'blocked', 'held'] as const;

type Placed = { option: SeatedOption; claims: readonly TakenPlaces[] };

function byPromise(one: Placed, other: Placed): number {
  const rank = ({ claims }: Placed) =>
    Math.min(promises.length, ...claims.map(({ counter }) => promises.indexOf(counter)));
  const since = ({ option }: Placed) => option.placedAt ?? '';
  const date = since(one) < since(other) ? -1 : 1;
  return (
    rank(one) - rank(other) ||
    (since(one) === since(other) ? 0 : date) ||
    one.option.number - other.option.number
  );
}

/** Of a block or a sale every seat that is there stays; of a sale only in its category. */
function stayOther(settling: Settling, claim: TakenPlaces): Stay {
  const found = (claim.seats ?? []).flatMap(({ id }) => sameSeat(settling, id) ?? []);
  const seats = isSale(claim) ? found.filter((seat) => seat.seatCategoryId === claim.seatCategoryId) : found;
  const parts = partsOn(settling, { quantity: seats.length }, seats).filter((part) =>
    take(settling.rooms, part, part.quantity, isFirm(claim)),
  );
  return { parts, rest: claim.quantity - parts.reduce((sum, { quantity }) => sum + quantity, 0) };
}

/** Lines of which every seat is there stay on them. */
function stayLines(settling: Settling, claims: readonly TakenPlaces[], staying: Map<string, Stay>): void {
  for (const line of linesOf(claims.filter(weighs))) {
    const seats = line.map((claim) => stayingSeats(settling, claim));
    if (seats.some((each) => each === null)) continue;
    const parts = new Map(line.map((claim, at) => [claim.id, partsOn(settling, claim, seats[at] ?? [])]));
    const taken = new Map<string, readonly ClaimPart[]>();
    const all = line.every((claim) => {
      const own = parts.get(claim.id) ?? [];
      const fits = takeParts(settling.rooms, own, isFirm(claim));
      if (fits) taken.set(claim.id, own);
      return fits;
    });
    if (!all) undo(settling.rooms, line, taken);
    else for (const [id, own] of parts) staying.set(id, { parts: own, rest: 0 });
  }
}

function linesOf(claims: readonly TakenPlaces[]): TakenPlaces[][] {
  return [...Map.groupBy(claims, ({ lineId }) => lineId).values()];
}

/** All lines of an option, or none. */
function settleOption(
  settling: Settling,
  option: SeatedOption,
  claims: readonly TakenPlaces[],
  staying: ReadonlyMap<string, Stay>,
): Settled {
  const parts = new Map<string, readonly ClaimPart[]>();
  for (const claim of claims) {
    const stay = staying.get(claim.id);
    if (stay !== undefined) parts.set(claim.id, stay.parts);
  }
  const before = settling.map;
  for (const line of linesOf(claims.filter(({ id }) => !staying.has(id)))) {
    const settled = settleLine(settling, option, line);
    if ('unfit' in settled) {
      undo(settling.rooms, claims, parts);
      settling.map = before;
      return settled;
    }
    for (const [id, own] of settled.parts) parts.set(id, own);
  }
  return { parts };
}

/**
 * Numbers are given where there are some, but not to places that had none beside others that had, nor to tentative ones:
 * those keep the names of seats that are all there, and else have seats named when they are placed.
 */
function settleLine(settling: Settling, option: SeatedOption, line: readonly TakenPlaces[]): Settled {
  const { map, change } = settling;
  const numberless = change.formerSeats.length > 0 && line.every(({ seats }) => (seats?.length ?? 0) === 0);
  if (map === null || numberless) return settleCounted(settling, line);
  if (!line.every(weighs)) return nameAgain(settling, line, settleCounted(settling, line));
  const { settled, map: seated } = reseat({ ...settling, map }, line, option.contingentIds);
  settling.map = seated;
  const had = line.some(({ seats }) => (seats?.length ?? 0) > 0);
  return 'unfit' in settled && !had ? settleCounted(settling, line) : settled;
}

function nameAgain(settling: Settling, line: readonly TakenPlaces[], settled: Settled): Settled {
  if ('unfit' in settled) return settled;
  return {
    parts: new Map(
      line.map((claim) => {
        const seats = stayingSeats(settling, claim)?.map(namedSeat) ?? null;
        const parts = settled.parts.get(claim.id) ?? [];
        return [claim.id, parts.map((part) => ({ ...part, seats }))];
      }),
    ),
  };
}

/** What of a block or a sale has no seat that is there: counted, a sale in another contingent if need be. */
function settleOther(settling: Settling, claim: TakenPlaces, stay: Stay | undefined): ClaimAfter {
  const { parts: kept, rest } = stay ?? { parts: [], rest: claim.quantity };
  const { rooms, change } = settling;
  const { seatCategoryId, contingentId } = claim;
  const named = isSale(claim) || !change.numbered ? 0 : (claim.seats?.length ?? 0) - seatsOf(kept).length;
  const own = { seatCategoryId, contingentId };
  const elsewhere = isSale(claim) ? freestRows(rooms, seatCategoryId, true) : [];
  const parts = kept.map((part) => ({ ...part }));
  let left = rest - named; // seats of a block that are gone are not blocked elsewhere
  for (const row of [own, ...elsewhere]) {
    let quantity = left;
    while (quantity > 0 && !take(rooms, row, quantity, true)) quantity -= 1;
    if (quantity === 0) continue;
    left -= quantity;
    const same = parts.find(
      (part) => part.seatCategoryId === row.seatCategoryId && part.contingentId === row.contingentId,
    );
    if (same === undefined) {
      const key = { seatCategoryId: row.seatCategoryId, contingentId: row.contingentId };
      parts.push({ ...key, quantity, seats: null });
    } else same.quantity += quantity;
  }
  return { claim, parts };
}

function told(
  { rooms }: Settling,
  option: SeatedOption,
  claims: readonly TakenPlaces[],
  settled: Settled,
): OptionPlaces {
  const unfit = 'unfit' in settled ? settled.unfit : null;
  const seatsBefore = claims.flatMap(({ seats }) => seats ?? []);
  const seatsAfter =
    'unfit' in settled ? [] : claims.flatMap(({ id }) => seatsOf(settled.parts.get(id) ?? []));
  return {
    id: option.id,
    fate: fateOf(claims, seatsBefore, seatsAfter, unfit),
    places: placesOf(claims),
    seatsBefore,
    seatsAfter,
    unfit,
    askedGone: option.askedCategoryIds.some((id) => !hasCategory(rooms, id)),
  };
}

function fateOf(
  claims: readonly TakenPlaces[],
  before: readonly NamedSeat[],
  after: readonly NamedSeat[],
  unfit: Unfit | null,
): PlacesFate {
  if (claims.length === 0) return 'none';
  if (unfit !== null) return 'unfit';
  if (before.length === 0) return after.length === 0 ? 'kept' : 'seated';
  if (after.length === 0) return 'unnumbered';
  const labels = new Set(before.map(labelOf));
  const same = before.length === after.length && after.every((seat) => labels.has(labelOf(seat)));
  return same ? 'kept' : 'reseated';
}

function labelOf({ zone, block, rowLabel, number }: NamedSeat): string {
  return JSON.stringify([zone, block, rowLabel, number]);
}

function stockOf(settling: Settling): Pick<ConfigurationOutcome, 'rows' | 'categories' | 'seats'> {
  const { rooms, change, contingentOf } = settling;
  const rows = [...rooms.rows.values()];
  return {
    rows: rows.map(({ seatCategoryId, contingentId, capacity, overbooking, taken }) => ({
      seatCategoryId,
      contingentId,
      capacity,
      taken,
      overbooking: Math.max(overbooking, (rooms.pools.get(seatCategoryId) ?? 0) > 0 ? taken - capacity : 0),
    })),
    categories: change.categories.map(({ seatCategoryId }) => ({
      seatCategoryId,
      capacity: rows.reduce(
        (sum, row) => sum + (row.seatCategoryId === seatCategoryId ? row.capacity : 0),
        0,
      ),
      pool: rooms.pools.get(seatCategoryId) ?? 0,
      lent: lentIn(rooms, seatCategoryId),
    })),
    seats: change.seats.flatMap(({ id, seatCategoryId }) => {
      const contingentId = contingentOf.get(id);
      return contingentId === undefined ? [] : [{ id, seatCategoryId, contingentId }];
    }),
  };
}

function seatsOf(parts: readonly ClaimPart[]): NamedSeat[] {
  return parts.flatMap(({ seats }) => seats ?? []);
}

function placesOf(claims: readonly TakenPlaces[]): number {
  return claims.reduce((sum, { quantity }) => sum + quantity, 0);
}

function keptOf(after: readonly ClaimAfter[]): number {
  return after.reduce((sum, { parts }) => sum + parts.reduce((all, { quantity }) => all + quantity, 0), 0);
}
