import type { SoldPart } from '../../rules/orders/plan-sale.ts';
import { moveBetween } from '../../rules/stock/counters.ts';
import type { NamedSeat } from '../../rules/stock/named-seat.ts';
import { tellLapse } from '../letters/tell-option.ts';
import { newId } from '../new-id.ts';
import { decideOption, writeDecision } from '../options/decide-option.ts';
import { nothingHeld } from '../options/give-back.ts';
import type { GrantedPlaces } from '../options/option-lines.ts';
import { seatsColumn } from '../stock/block-seats.ts';
import { moveStock, type StockChange } from '../stock/move-stock.ts';
import type { Verb } from '../verb.ts';
import { writeOperations } from './add-to-order.ts';
import type { LockedBasket } from './lock-basket.ts';
import { moveRestSeats } from './move-rest-seats.ts';
import type { RestClaim, SoldOption } from './sold-option.ts';
import { type RestOption, splitRest, tellRest } from './split-rest.ts';

/** What became of the options of a basket, by id. */
export interface Sold {
  /** Their places were sold. */
  soldOptionIds: string[];
  /** Made of what is left of them, validated or firm as they were. */
  restOptionIds: string[];
  /** Given back whole. */
  releasedOptionIds: string[];
}

type Motive = { reason?: string | null };

/**
 * Sells what was paid of the locked options of a basket. What is left of an option stays in its order as an option of its
 * own, so that every option is in one state and its claims in one counter; or it is given back. Operations are appended,
 * never changed. Seats are locked together behind the rows, stock rows last.
 */
export async function sellOptions(
  verb: Verb,
  locked: LockedBasket,
  options: readonly SoldOption[],
  input: Motive,
): Promise<Sold> {
  const sold: Sold = { soldOptionIds: [], restOptionIds: [], releasedOptionIds: [] };
  const kept: RestClaim[] = [];
  for (const option of options) {
    const { id } = option.decided.option;
    if (option.outcome === 'kept') continue;
    if (option.outcome === 'released') {
      await releaseOption(verb, locked, option, input);
      sold.releasedOptionIds.push(id);
      continue;
    }
    const rests = await sellOption(verb, locked, option, input);
    sold.soldOptionIds.push(id);
    if (option.outcome !== 'split') continue;
    const rest = await splitRest(verb, option.decided, rests, locked);
    for (const each of rests) writeRest(verb, id, each, rest);
    await writeOperations(verb, 'order', locked.order.id, rest.id, rests.map(restOf), rest.historyId);
    await tellRest(verb, rest, locked.order.id);
    sold.restOptionIds.push(rest.id);
    kept.push(...rests);
  }
  await moveRestSeats(verb, options, kept);
  moveStock(verb, options.flatMap(stockChanges));
  return sold;
}

/** Nothing of it was paid, and nothing of it stays. */
async function releaseOption(
  verb: Verb,
  { basket, order }: LockedBasket,
  { decided: { option } }: SoldOption,
  input: Motive,
): Promise<void> {
  const decided = await decideOption(verb, 'cancel', { optionId: option.id }, basket.id);
  const live = decided.lines.granted.filter(({ counter }) => counter === 'ordered');
  for (const { id } of live) {
    verb.write(verb.db.updateTable('claim').set({ counter: 'released' }).where('id', '=', id));
  }
  const changes = { ...nothingHeld, state: decided.to, order_id: null, decided_at: verb.now };
  const { historyId } = await writeDecision(verb, 'cancel', decided, changes, [], input);
  await writeOperations(verb, 'counter', order.id, option.id, live, historyId);
  await tellLapse(verb, option, historyId, input.reason ?? null);
}

/** The option is resumed with what is sold of it; the rest comes off it, and goes back unless an option is made of it. */
async function sellOption(
  verb: Verb,
  { order }: LockedBasket,
  { decided, parts, outcome }: SoldOption,
  input: Motive,
): Promise<RestClaim[]> {
  const { option } = decided;
  const granted = parts.filter(({ sold }) => sold > 0).map(soldOf);
  const placed_quantity = granted.reduce((sum, { quantity }) => sum + quantity, 0);
  const changes = { state: decided.to, placed_quantity, decided_at: verb.now };
  const { historyId } = await writeDecision(verb, 'resume', decided, changes, granted, input);
  for (const { id, quantity, seats } of granted) {
    verb.write(
      verb.db
        .updateTable('claim')
        .set({ counter: 'sold', quantity, seats: seatsColumn(seats) })
        .where('id', '=', id),
    );
  }
  const rests = parts
    .filter(({ rest }) => rest > 0)
    .map((part): RestClaim => ({ part, claimId: part.sold > 0 ? newId() : part.places.id }));
  if (rests.length > 0)
    await writeOperations(verb, 'counter', order.id, option.id, rests.map(restOf), historyId);
  if (outcome === 'reduced') for (const each of rests) writeRest(verb, option.id, each, null);
  return rests;
}

/** What is left stands under the option that was made of it, or stays with its own as places that went back. */
function writeRest(
  verb: Verb,
  optionId: string,
  { part, claimId }: RestClaim,
  rest: RestOption | null,
): void {
  const { places } = part;
  const counter = rest === null ? ('released' as const) : ('ordered' as const);
  const owner = {
    source_id: rest?.id ?? optionId,
    line_id: rest?.lineIds.get(places.lineId) ?? places.lineId,
  };
  if (claimId === places.id) {
    verb.write(
      verb.db
        .updateTable('claim')
        .set({ counter, ...owner })
        .where('id', '=', claimId),
    );
    return;
  }
  const { quantity, seats } = restOf({ part });
  verb.write(
    verb.db.insertInto('claim').values({
      id: claimId,
      institution_id: verb.institutionId,
      source_type: 'option',
      stock_id: places.stockId,
      performance_id: places.performanceId,
      seat_category_id: places.seatCategoryId,
      contingent_id: places.contingentId,
      audience_subcategory_id: places.audienceSubcategoryId,
      quantity,
      takes_stock: places.takesStock,
      price_cents: places.priceCents,
      counter,
      seats: seatsColumn(seats),
      ...owner,
    }),
  );
}

function soldOf({ places, sold, soldSeats }: SoldPart<GrantedPlaces>): GrantedPlaces {
  return { ...places, counter: 'sold', quantity: sold, seats: seatsOrNull(soldSeats) };
}

function restOf({ part: { places, rest, restSeats } }: Pick<RestClaim, 'part'>): GrantedPlaces {
  return { ...places, quantity: rest, seats: seatsOrNull(restSeats) };
}

function seatsOrNull(seats: NamedSeat[]): NamedSeat[] | null {
  return seats.length === 0 ? null : seats;
}

/** What is sold leaves `ordered` for `sold`; what goes back leaves it for nothing; what stays in the order does not move. */
function stockChanges({ parts, outcome }: SoldOption): StockChange[] {
  const gone = outcome === 'reduced' || outcome === 'released';
  return parts.flatMap(({ places: { stockId, takesStock }, sold, rest }) => [
    { stockId, move: moveBetween('ordered', 'sold', sold, takesStock) },
    ...(gone ? [{ stockId, move: moveBetween('ordered', 'nothing', rest, takesStock) }] : []),
  ]);
}
