import { sql } from 'kysely';
import { moveBetween } from '../../../rules/stock/counters.ts';
import type { NamedSeat } from '../../../rules/stock/named-seat.ts';
import { newId } from '../../new-id.ts';
import { moveStock } from '../../stock/move-stock.ts';
import { releaseSeats } from '../../stock/seats.ts';
import type { Verb } from '../../verb.ts';
import { inChunks } from '../writing/put-records.ts';

/** Places that an option has, with the order it is in. */
interface LiveClaim {
  id: string;
  optionId: string;
  orderId: string | null;
  stockId: string;
  performanceId: string;
  seatCategoryId: string;
  audienceSubcategoryId: string | null;
  quantity: number;
  counter: 'held' | 'ordered';
  takesStock: boolean;
  priceCents: number | null;
  seats: NamedSeat[] | null;
}

/**
 * Gives back the places of locked options, seats and stock rows alike, and takes what was ordered off its order. `causes`
 * names the history row of each option. All set-based: so many options cost so many rows, not so many questions.
 */
export async function releasePlaces(
  verb: Verb,
  causes: ReadonlyMap<string, string>,
  where: { at: string } | { elsewhereThan: string } | 'everywhere',
): Promise<void> {
  const claims = await liveClaims(verb, [...causes.keys()], where);
  if (claims.length === 0) return;
  await takeOffOrders(verb, claims, causes);
  releaseSeats(
    verb,
    claims.filter(({ takesStock, counter }) => takesStock || counter !== 'held'),
  );
  await sql`update claim set counter = 'released' where id = any(${claims.map(({ id }) => id)}::uuid[])`.execute(
    verb.db,
  );
  moveStock(
    verb,
    claims.map(({ stockId, counter, quantity, takesStock }) => ({
      stockId,
      move: moveBetween(counter, 'nothing', quantity, takesStock),
    })),
  );
}

async function liveClaims(
  verb: Verb,
  optionIds: readonly string[],
  where: Parameters<typeof releasePlaces>[2],
): Promise<LiveClaim[]> {
  if (optionIds.length === 0) return [];
  const there = where !== 'everywhere' && 'at' in where ? sql`and c.performance_id = ${where.at}` : sql``;
  const not =
    where !== 'everywhere' && 'elsewhereThan' in where
      ? sql`and c.performance_id <> ${where.elsewhereThan}`
      : sql``;
  const { rows } = await sql<LiveClaim>`
    select c.id, c.source_id as "optionId", o.order_id as "orderId", c.stock_id as "stockId",
      c.performance_id as "performanceId", c.seat_category_id as "seatCategoryId",
      c.audience_subcategory_id as "audienceSubcategoryId", c.quantity, c.counter, c.takes_stock as "takesStock",
      c.price_cents as "priceCents", c.seats
    from claim c join seat_option o on o.id = c.source_id
    where c.source_id = any(${[...optionIds]}::uuid[]) and c.source_type = 'option' and c.counter <> 'released'
      ${there} ${not}
    order by c.id`.execute(verb.db);
  return rows;
}

/** Counter-operations; an order lives while operations of other options remain in it. */
async function takeOffOrders(
  verb: Verb,
  claims: readonly LiveClaim[],
  causes: ReadonlyMap<string, string>,
): Promise<void> {
  const ordered = claims.flatMap(({ orderId, ...claim }) =>
    claim.counter === 'ordered' && orderId !== null ? [{ ...claim, orderId }] : [],
  );
  if (ordered.length === 0) return;
  await inChunks(ordered, (portion) =>
    verb.db
      .insertInto('operation')
      .values(
        portion.map((claim) => ({
          id: newId(),
          institution_id: verb.institutionId,
          order_id: claim.orderId,
          option_id: claim.optionId,
          kind: 'counter' as const,
          performance_id: claim.performanceId,
          seat_category_id: claim.seatCategoryId,
          audience_subcategory_id: claim.audienceSubcategoryId,
          quantity: -claim.quantity,
          price_cents: claim.priceCents ?? 0,
          amount_cents: -claim.quantity * (claim.priceCents ?? 0),
          cause_history_id: causes.get(claim.optionId) ?? '',
          at: verb.now,
        })),
      )
      .execute(),
  );
  const amounts = [...Map.groupBy(ordered, ({ orderId }) => orderId)].map(([id, parts]) => ({
    id,
    amount: parts.reduce((sum, { quantity, priceCents }) => sum + quantity * (priceCents ?? 0), 0),
  }));
  await sql`
    update customer_order d set total_cents = d.total_cents - w.amount, version = version + 1,
      state = case when (select coalesce(sum(p.quantity), 0) from operation p where p.order_id = d.id) = 0
        then 'cancelled' when (select sum(p.quantity) from operation p where p.order_id = d.id) = d.sold_quantity
        then 'paid' else 'open' end,
      next_action_at = case when (select coalesce(sum(p.quantity), 0) from operation p where p.order_id = d.id)
        > d.sold_quantity then d.next_action_at end
    from jsonb_to_recordset(${JSON.stringify(amounts)}::jsonb) as w (id uuid, amount bigint)
    where d.id = w.id`.execute(verb.db);
}
