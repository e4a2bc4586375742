import { sql } from 'kysely';
import type { SaleIncident } from '../../database/entities/stock/external-sale.ts';
import { overBy, type StockRow } from '../../rules/stock/counters.ts';
import { namedSeat } from '../../rules/stock/named-seat.ts';
import { applyWithPool, type StockCategoryRow } from '../../rules/stock/pool.ts';
import { newId } from '../new-id.ts';
import { Problem } from '../problem.ts';
import { runVerb, type Verb, type VerbCaller } from '../verb.ts';
import { requireMotive, seatsColumn } from './block-seats.ts';
import { type ChosenPlaces, choosePlaces, type PlacesInput } from './chosen-places.ts';
import { moveStock } from './move-stock.ts';
import { requireWithin } from './require-within.ts';
import type { LockedSeat } from './seat.ts';
import { holdSeats } from './seats.ts';

/** A sale somebody else made: who, under which reference, of which places, and why it is told here. */
export interface ExternalSaleInput extends PlacesInput {
  seller: string;
  reference: string;
  reason: string;
}

/** What was recorded; `incident` is null when there was room for all of it and nobody had its seats. */
export interface RecordedSale {
  externalSaleId: string;
  quantity: number;
  incident: SaleIncident | null;
}

/** Places of one stock row that were sold; `seats` are those that were free. */
interface SoldPart {
  stockId: string;
  seatCategoryId: string;
  contingentId: string;
  quantity: number;
  seats: readonly LockedSeat[] | null;
}

/**
 * Records a sale made elsewhere (verb `record-external-sale`): a fact, the only verb that asks no guard. What goes over the
 * limit is an incident; a named seat that somebody else has stays theirs, its place is counted without a seat, and the
 * incident names it.
 * @throws Problem `request.notFound`, `motive.required`, `sale.recorded` (the seller's reference stands already), and those
 *   of `choosePlaces`.
 */
export async function recordExternalSale(
  caller: VerbCaller,
  input: ExternalSaleInput,
): Promise<RecordedSale> {
  return runVerb(caller, 'record-external-sale', input, async (verb) => {
    const { organisationId } = await requireWithin(verb, input.performanceId);
    requireMotive(input);
    await requireNew(verb, input);
    const chosen = await choosePlaces(verb, input);
    const parts = partsOf(chosen);
    const taken = (chosen.seats ?? []).filter(({ claimId }) => claimId !== null);
    const saleId = newId();
    const claims = parts.map((part) => ({ id: newId(), ...part }));
    await writeClaims(verb, saleId, input.performanceId, claims);
    holdSeats(
      verb,
      claims.flatMap(({ id: claimId, seats }) =>
        (seats ?? []).map(({ performanceId, id: seatId }) => ({ performanceId, seatId, claimId })),
      ),
    );
    const holders = await holdersOf(verb, taken);
    const over = await overAfter(verb, parts);
    const quantity = parts.reduce((sum, part) => sum + part.quantity, 0);
    const incident = over.length + taken.length === 0 ? null : { over, seats: holders };
    const { seller, reference } = input;
    await verb.db
      .insertInto('external_sale')
      .values({
        id: saleId,
        institution_id: verb.institutionId,
        organisation_id: organisationId,
        performance_id: input.performanceId,
        seller,
        reference,
        quantity,
        incident: incident === null ? null : sql`${JSON.stringify(incident)}::jsonb`,
        recorded_at: verb.now,
      })
      .execute();
    moveStock(
      verb,
      parts.map((part) => ({ stockId: part.stockId, move: { sold: part.quantity, externalSale: true } })),
    );
    verb.record({
      verb: 'record-external-sale',
      subjectType: 'performance',
      subjectId: input.performanceId,
      organisationId,
      after: { externalSaleId: saleId, seller, reference, quantity, places: parts.map(told), incident },
      reason: input.reason,
    });
    return { externalSaleId: saleId, quantity, incident };
  });
}

/** A reference told twice is the usual mistake: the second time it is refused. */
async function requireNew(
  verb: Verb,
  { performanceId, seller, reference }: ExternalSaleInput,
): Promise<void> {
  // the performance is locked, so that the same reference told twice at once is looked at one after the other
  await sql`select 1 from performance where id = ${performanceId} for no key update`.execute(verb.db);
  const known = await verb.db
    .selectFrom('external_sale')
    .select('id')
    .where('performance_id', '=', performanceId)
    .where('seller', '=', seller)
    .where('reference', '=', reference)
    .where('cancelled_at', 'is', null)
    .executeTakeFirst();
  if (known !== undefined) throw new Problem('sale.recorded', { values: { seller, reference } });
}

function partsOf({ seats, quantity }: ChosenPlaces): SoldPart[] {
  if (seats === null) return [{ ...quantity, seats: null }];
  return [...Map.groupBy(seats, ({ stockId }) => stockId)].flatMap(([stockId, part]) => {
    const [first] = part;
    if (first === undefined) return [];
    const { seatCategoryId, contingentId } = first;
    const free = part.filter(({ claimId }) => claimId === null);
    return { stockId, seatCategoryId, contingentId, quantity: part.length, seats: free };
  });
}

async function writeClaims(
  verb: Verb,
  saleId: string,
  performanceId: string,
  claims: readonly (SoldPart & { id: string })[],
): Promise<void> {
  await verb.db
    .insertInto('claim')
    .values(
      claims.map((claim) => ({
        id: claim.id,
        institution_id: verb.institutionId,
        source_type: 'external-sale' as const,
        source_id: saleId,
        stock_id: claim.stockId,
        performance_id: performanceId,
        seat_category_id: claim.seatCategoryId,
        contingent_id: claim.contingentId,
        quantity: claim.quantity,
        counter: 'sold' as const,
        takes_stock: true,
        seats: seatsColumn(claim.seats),
      })),
    )
    .execute();
}

async function holdersOf(verb: Verb, seats: readonly LockedSeat[]): Promise<SaleIncident['seats']> {
  const ids = seats.flatMap(({ claimId }) => claimId ?? []);
  if (ids.length === 0) return [];
  const claims = await verb.db
    .selectFrom('claim')
    .select(['id', 'source_type as source', 'source_id as sourceId'])
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute();
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  return seats.flatMap((seat) => {
    const claim = byId.get(seat.claimId ?? '');
    if (claim === undefined) return [];
    return [{ ...namedSeat(seat), holder: { source: claim.source, id: claim.sourceId } }];
  });
}

type LockedRow = StockRow & { id: string };

/** By how many places each row will be over its limit: as the rule says, on rows that are locked from here on. */
async function overAfter(verb: Verb, parts: readonly SoldPart[]): Promise<SaleIncident['over']> {
  const ids = parts.map(({ stockId }) => stockId);
  const categories = new Map<string, StockCategoryRow>();
  const locked = await sql<StockCategoryRow & { seatCategoryId: string }>`
    select seat_category_id as "seatCategoryId", capacity, assigned, pool, lent, pool_ceiling as "poolCeiling"
    from stock_category where id in (
      select c.id from stock t join stock_category c using (performance_id, seat_category_id)
      where t.id = any(${ids}::uuid[]))
    order by id for no key update`.execute(verb.db);
  for (const { seatCategoryId, ...category } of locked.rows) categories.set(seatCategoryId, category);
  const rows = await sql<LockedRow>`
    select id, capacity, overbooking, held, ordered, sold, blocked, allotted, recalling, tentative, ceiling,
      firm_ceiling as "firmCeiling"
    from stock where id = any(${ids}::uuid[]) order by id for no key update`.execute(verb.db);
  return rows.rows.flatMap((row) => {
    const part = parts.find(({ stockId }) => stockId === row.id);
    const category = part && categories.get(part.seatCategoryId);
    if (part === undefined || category === undefined) return [];
    const after = applyWithPool(category, row, { sold: part.quantity, externalSale: true });
    if (after === 'insufficient') return [];
    categories.set(part.seatCategoryId, after.category);
    const by = Math.max(overBy(after.row), overCapacity(after.row));
    const { contingentId, seatCategoryId } = part;
    return by === 0 ? [] : [{ contingentId, seatCategoryId, by }];
  });
}

/** What is promised for good above the capacity: overbooking covers options only. */
function overCapacity({ capacity, ordered, sold, blocked, allotted, recalling }: StockRow): number {
  return Math.max(0, ordered + sold + blocked + allotted + recalling - capacity);
}

function told({ seatCategoryId, contingentId, quantity, seats }: SoldPart) {
  return { seatCategoryId, contingentId, quantity, seats: seats?.map(namedSeat) ?? null };
}
