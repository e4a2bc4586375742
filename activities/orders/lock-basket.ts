import { type Selectable, sql } from 'kysely';
import type { Schema } from '../../database/schema.ts';
import { type BasketVerb, nextBasketState } from '../../rules/orders/basket-life.ts';
import { inPerimeter } from '../options/locked-option.ts';
import { Problem } from '../problem.ts';
import { requireServed } from '../records/require-served.ts';
import type { Verb } from '../verb.ts';
import type { OrderRow } from './lock-with-order.ts';

/** A locked basket. */
export type BasketRow = Selectable<Schema['basket']>;

/** What every verb on a basket is told. */
export interface BasketVerbInput {
  basketId: string;
  /** Refused with 412 when the basket has changed since; null takes it as it is. */
  version?: number | null;
  /** The motive, kept in history. */
  reason?: string | null;
}

/** A basket with its order, both locked, the order first. */
export interface LockedBasket {
  basket: BasketRow;
  order: OrderRow;
}

/**
 * Locks the order a basket is of, then the basket, inside the caller's perimeter, and asks its life whether a verb is
 * possible. Who comes second finds how it ended.
 * @throws Problem `request.notFound` | `record.version` | `basket.paid` | `basket.abandoned`.
 */
export async function lockBasket(
  verb: Verb,
  name: BasketVerb,
  input: BasketVerbInput,
): Promise<LockedBasket> {
  const found = await lockedBasket(verb, input.basketId);
  if (found === null || !inPerimeter(verb, found.basket.organisation_id))
    throw new Problem('request.notFound');
  const { basket } = found;
  await requireServed(verb, 'basket', [basket.id]);
  if (nextBasketState(basket.state, name) === null) throw ended(basket);
  if (typeof input.version === 'number' && input.version !== basket.version)
    throw new Problem('record.version');
  return found;
}

/** Locks a basket behind its order; null when there is none. */
export async function lockedBasket(verb: Verb, basketId: string): Promise<LockedBasket | null> {
  const { rows } = await sql<{ id: string }>`
    select d.id from customer_order d where d.id = (select order_id from basket where id = ${basketId})
    for update`.execute(verb.db);
  const orderId = rows[0]?.id;
  if (orderId === undefined) return null;
  const order = await verb.db
    .selectFrom('customer_order')
    .selectAll()
    .where('id', '=', orderId)
    .executeTakeFirstOrThrow();
  const basket = await verb.db
    .selectFrom('basket')
    .selectAll()
    .where('id', '=', basketId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return { basket, order };
}

/** How a basket ended, for who wanted to end it too. */
function ended(basket: BasketRow): Problem {
  const code = basket.state === 'paid' ? 'basket.paid' : 'basket.abandoned';
  return new Problem(code, { values: { endedBy: basket.ended_by, endedAt: basket.ended_at } });
}

/**
 * The refusal for who wants to do something with an order, or an option of it, that is in a basket.
 */
export async function inBasket(verb: Verb, basketId: string): Promise<Problem> {
  const basket = await verb.db
    .selectFrom('basket')
    .select(['id', 'opened_by', 'abandon_at'])
    .where('id', '=', basketId)
    .executeTakeFirst();
  return new Problem('order.inBasket', {
    values: {
      basketId,
      openedBy: basket?.opened_by ?? null,
      abandonAt: basket?.abandon_at ?? null,
    },
    reasons: [{ code: 'order.locked', values: {} }],
  });
}
