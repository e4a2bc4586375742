import { sql } from 'kysely';
import type { ClaimAfter, ClaimPart } from '../../../rules/options/configuration-change/places.ts';
import { weighs } from '../../../rules/options/configuration-change/places.ts';
import { type NamedSeat, namedSeat } from '../../../rules/stock/named-seat.ts';
import { newId } from '../../new-id.ts';
import type { Verb } from '../../verb.ts';
import type { DrawnConfiguration } from './configuration-state.ts';

/** A part of a claim as it is written: `from` is the claim it is a part of, its own id for the first. */
interface WrittenPart extends ClaimPart {
  id: string;
  from: string;
  stockId: string;
  holds: boolean;
}

/**
 * Writes what another configuration makes of the places of a performance that is locked as a whole: claims and seats now,
 * counters last, each in one statement. What the counters say is counted anew from the claims, and none may stand above
 * its limit: the constraints of the table refuse it. Answers the options whose places are written otherwise.
 */
export async function writeConfiguration(
  verb: Verb,
  performanceId: string,
  drawn: DrawnConfiguration,
): Promise<Set<string>> {
  const stockIds = await openRows(verb, performanceId, drawn);
  const parts = drawn.outcome.claims.flatMap((after) => partsOf(after, stockIds));
  await writeClaims(verb, drawn.outcome.claims, parts);
  await writeSeats(verb, performanceId, drawn, stockIds, parts);
  await renameRefused(verb, performanceId, drawn);
  verb.last(() => writeStock(verb, performanceId, drawn, stockIds));
  return new Set(
    drawn.outcome.claims.flatMap(({ claim, parts: after }) =>
      claim.optionId === null || isUnchanged(claim, after) ? [] : [claim.optionId],
    ),
  );
}

type Row = Pick<ClaimPart, 'seatCategoryId' | 'contingentId'>;

function keyOf({ seatCategoryId, contingentId }: Row): string {
  return `${seatCategoryId}/${contingentId}`;
}

function idOf(stockIds: ReadonlyMap<string, string>, row: Row): string {
  const id = stockIds.get(keyOf(row));
  if (id === undefined) throw new RangeError('a stock row that is not there');
  return id;
}

/** The stock rows by category and contingent; those that places come to and were not there are opened empty. */
async function openRows(
  verb: Verb,
  performanceId: string,
  { rows, outcome }: DrawnConfiguration,
): Promise<Map<string, string>> {
  const stockIds = new Map(rows.map((row) => [keyOf(row), row.stockId]));
  const missing = outcome.rows.filter((row) => row.capacity > 0 && !stockIds.has(keyOf(row)));
  for (const row of missing) stockIds.set(keyOf(row), newId());
  if (missing.length === 0) return stockIds;
  await sql`
    insert into stock (id, institution_id, performance_id, seat_category_id, contingent_id)
    select w.id, ${verb.institutionId}, ${performanceId}, w.category, w.contingent
    from unnest(${missing.map((row) => idOf(stockIds, row))}::uuid[], ${missing.map((row) => row.seatCategoryId)}::uuid[],
      ${missing.map((row) => row.contingentId)}::uuid[]) as w (id, category, contingent)`.execute(verb.db);
  return stockIds;
}

function partsOf({ claim, parts }: ClaimAfter, stockIds: ReadonlyMap<string, string>): WrittenPart[] {
  return parts.map((part, at) => ({
    ...part,
    id: at === 0 ? claim.id : newId(),
    from: claim.id,
    stockId: idOf(stockIds, part),
    holds: weighs(claim),
  }));
}

function isUnchanged(claim: ClaimAfter['claim'], parts: readonly ClaimPart[]): boolean {
  const [part, ...more] = parts;
  if (part === undefined || more.length > 0 || keyOf(part) !== keyOf(claim)) return false;
  const ids = (seats: readonly NamedSeat[] | null) => (seats ?? []).map(({ id }) => id).join();
  return part.quantity === claim.quantity && ids(part.seats) === ids(claim.seats);
}

/** What is released keeps what it was; a claim over several rows goes on in claims of its own kind. */
async function writeClaims(
  verb: Verb,
  claims: readonly ClaimAfter[],
  parts: readonly WrittenPart[],
): Promise<void> {
  const released = claims.flatMap(({ claim, parts: after }) => (after.length === 0 ? [claim.id] : []));
  if (released.length > 0)
    await sql`update claim set counter = 'released' where id = any(${released}::uuid[])`.execute(verb.db);
  if (parts.length === 0) return;
  const told = sql`jsonb_to_recordset(${JSON.stringify(parts)}::jsonb) as w (id uuid, "from" uuid, "stockId" uuid,
    "seatCategoryId" uuid, "contingentId" uuid, quantity int, seats jsonb)`;
  await sql`
    insert into claim (id, institution_id, source_type, source_id, line_id, stock_id, performance_id, seat_category_id,
      contingent_id, audience_subcategory_id, quantity, counter, takes_stock, price_cents, seats)
    select w.id, c.institution_id, c.source_type, c.source_id, c.line_id, w."stockId", c.performance_id, w."seatCategoryId",
      w."contingentId", c.audience_subcategory_id, w.quantity, c.counter, c.takes_stock, c.price_cents, w.seats
    from ${told} join claim c on c.id = w."from" where w.id <> w."from"`.execute(verb.db);
  await sql`
    update claim c set stock_id = w."stockId", seat_category_id = w."seatCategoryId", contingent_id = w."contingentId",
      quantity = w.quantity, seats = w.seats
    from ${told} where c.id = w.id and w.id = w."from"`.execute(verb.db);
}

/** Seats that are not there any more go, the others stand with whoever holds them now. */
async function writeSeats(
  verb: Verb,
  performanceId: string,
  { outcome, formerSeats }: DrawnConfiguration,
  stockIds: ReadonlyMap<string, string>,
  parts: readonly WrittenPart[],
): Promise<void> {
  if (formerSeats.length === 0 && outcome.seats.length === 0) return;
  const holders = new Map(
    parts.flatMap(({ id, holds, seats }) =>
      (holds ? (seats ?? []) : []).map((seat) => [seat.id, id] as const),
    ),
  );
  const ids = outcome.seats.map(({ id }) => id);
  await sql`delete from performance_seat where performance_id = ${performanceId}
    and seat_id <> all(${ids}::uuid[])`.execute(verb.db);
  await sql`
    insert into performance_seat (performance_id, seat_id, institution_id, stock_id, claim_id)
    select ${performanceId}, w.seat, ${verb.institutionId}, w.stock, nullif(w.claim, '')::uuid
    from unnest(${ids}::uuid[], ${outcome.seats.map((seat) => idOf(stockIds, seat))}::uuid[],
      ${ids.map((id) => holders.get(id) ?? '')}::text[]) as w (seat, stock, claim)
    on conflict (performance_id, seat_id) do update set stock_id = excluded.stock_id, claim_id = excluded.claim_id`.execute(
    verb.db,
  );
}

/** A refusal that is cancelled places again what had been granted: on seats that are there, else without naming any. */
async function renameRefused(
  verb: Verb,
  performanceId: string,
  { formerSeats, newSeats }: DrawnConfiguration,
): Promise<void> {
  const { rows } = await sql<{ id: string; seatCategoryId: string; seats: NamedSeat[] }>`
    select c.id, c.seat_category_id as "seatCategoryId", c.seats from claim c join seat_option o on o.id = c.source_id
    where c.performance_id = ${performanceId} and c.source_type = 'option' and c.counter = 'released'
      and c.seats is not null and o.state = 'refused'`.execute(verb.db);
  if (rows.length === 0) return;
  const former = new Map(formerSeats.map(({ id, key }) => [id, key]));
  const byKey = new Map(newSeats.map((seat) => [seat.key, seat]));
  const named = rows.map(({ id, seatCategoryId, seats }) => {
    const found = seats.flatMap((seat) => byKey.get(former.get(seat.id) ?? '') ?? []);
    const all =
      found.length === seats.length && found.every((seat) => seat.seatCategoryId === seatCategoryId);
    return { id, seats: all ? found.map(namedSeat) : null };
  });
  await sql`update claim c set seats = w.seats from jsonb_to_recordset(${JSON.stringify(named)}::jsonb)
    as w (id uuid, seats jsonb) where c.id = w.id`.execute(verb.db);
}

/** Categories, then rows: their capacity and what is allowed above it, and what is taken as the claims say. */
async function writeStock(
  verb: Verb,
  performanceId: string,
  { rows, outcome }: DrawnConfiguration,
  stockIds: ReadonlyMap<string, string>,
): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    with wanted as (
      select * from jsonb_to_recordset(${JSON.stringify(outcome.categories)}::jsonb)
        as w ("seatCategoryId" uuid, capacity int, pool int, lent int)
      union all
      select seat_category_id, 0, 0, 0 from stock_category where performance_id = ${performanceId}
        and seat_category_id <> all(${outcome.categories.map((each) => each.seatCategoryId)}::uuid[])
    )
    insert into stock_category (institution_id, performance_id, seat_category_id, capacity, assigned, pool, pool_ceiling, lent)
    select ${verb.institutionId}, ${performanceId}, w."seatCategoryId", w.capacity, w.capacity, w.pool, w.pool, w.lent
    from wanted w
    on conflict (performance_id, seat_category_id) do update set capacity = excluded.capacity,
      assigned = excluded.assigned, pool = excluded.pool, pool_ceiling = excluded.pool_ceiling, lent = excluded.lent,
      version = stock_category.version + 1`.execute(verb.db);
  const wanted = new Map(outcome.rows.map((row) => [keyOf(row), row]));
  const written = [...stockIds].map(([key, id]) => {
    const { capacity = 0, overbooking = 0 } = wanted.get(key) ?? {};
    return { id, capacity, overbooking };
  });
  await sql`
    with counted as (
      select stock_id,
        sum(quantity) filter (where counter = 'held' and takes_stock) as held,
        sum(quantity) filter (where counter = 'held' and not takes_stock) as tentative,
        sum(quantity) filter (where counter = 'ordered') as ordered,
        sum(quantity) filter (where counter = 'sold') as sold,
        sum(quantity) filter (where counter = 'blocked') as blocked,
        sum(quantity) filter (where counter = 'allotted') as allotted,
        sum(quantity) filter (where counter = 'recalling') as recalling
      from claim where performance_id = ${performanceId} and counter <> 'released' group by stock_id
    )
    update stock t set capacity = w.capacity, overbooking = w.overbooking, ceiling = w.capacity + w.overbooking,
      firm_ceiling = w.capacity, held = coalesce(c.held, 0), tentative = coalesce(c.tentative, 0),
      ordered = coalesce(c.ordered, 0), sold = coalesce(c.sold, 0), blocked = coalesce(c.blocked, 0),
      allotted = coalesce(c.allotted, 0), recalling = coalesce(c.recalling, 0), version = version + 1
    from jsonb_to_recordset(${JSON.stringify(written)}::jsonb) as w (id uuid, capacity int, overbooking int)
    left join counted c on c.stock_id = w.id where t.id = w.id`.execute(verb.db);
}
