import { sql } from 'kysely';
import { statesBefore } from '../../rules/options/life.ts';
import { abandonAt } from '../../rules/orders/basket-life.ts';
import { processId } from '../../rules/processes.ts';
import { newId } from '../new-id.ts';
import { inPerimeter } from '../options/locked-option.ts';
import { Problem } from '../problem.ts';
import { requireServed } from '../records/require-served.ts';
import { runVerb, type Verb, type VerbCaller } from '../verb.ts';
import { type BasketAnswer, basketAnswer } from './basket-answer.ts';
import { inBasket } from './lock-basket.ts';
import type { OrderRow } from './lock-with-order.ts';

/** Which order is taken up again, and through which channel: the organisation's back office when none is named. */
export interface ResumeInput {
  orderId: string;
  version?: number | null;
  channelId?: string | null;
  reason?: string | null;
}

/**
 * Takes an order up again (verb `resume`, seed 004 "Reprise d'option"): its validated and firm options are loaded into a
 * basket and locked; their places stay ordered until they are paid for, or until the channel's delay has passed.
 * @throws Problem `request.notFound` | `record.version` | `order.inBasket` (it is in a basket, with whose) |
 *   `order.nothingToPay` | `channel.none`.
 */
export async function resumeOrder(caller: VerbCaller, input: ResumeInput): Promise<BasketAnswer> {
  return runVerb(caller, 'resume-order', input, async (verb) => {
    const order = await verb.db
      .selectFrom('customer_order')
      .selectAll()
      .where('id', '=', input.orderId)
      .forUpdate()
      .executeTakeFirst();
    if (order === undefined || !inPerimeter(verb, order.organisation_id))
      throw new Problem('request.notFound');
    await requireServed(verb, 'customer_order', [order.id]);
    if (order.basket_id !== null) throw await inBasket(verb, order.basket_id);
    if (typeof input.version === 'number' && input.version !== order.version)
      throw new Problem('record.version');
    return openBasket(verb, order, input);
  });
}

/**
 * Loads a locked order that is in no basket into one; its options are locked by id.
 * @throws Problem `order.nothingToPay` | `channel.none`.
 */
export async function openBasket(
  verb: Verb,
  order: OrderRow,
  input: Pick<ResumeInput, 'channelId' | 'reason'>,
): Promise<BasketAnswer> {
  const options = await verb.db
    .selectFrom('seat_option')
    .select(['id', 'number', 'placed_quantity'])
    .where('order_id', '=', order.id)
    .where('state', 'in', statesBefore('resume'))
    .orderBy('id')
    .forUpdate()
    .execute();
  if (options.length === 0) throw new Problem('order.nothingToPay', { values: { number: order.number } });
  const channel = await channelOf(verb, order, input.channelId ?? null);
  const dueAt = abandonAt(verb.now, channel.abandonDelayMinutes);
  const basket = await verb.db
    .insertInto('basket')
    .values({
      id: newId(),
      institution_id: verb.institutionId,
      organisation_id: order.organisation_id,
      order_id: order.id,
      channel_id: channel.id,
      opened_by: verb.actor.name,
      opened_at: verb.now,
      abandon_at: dueAt,
      next_action_at: dueAt,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  await verb.db
    .updateTable('seat_option')
    .set({ basket_id: basket.id })
    .where(
      'id',
      'in',
      options.map(({ id }) => id),
    )
    .execute();
  await verb.db
    .updateTable('customer_order')
    .set({ basket_id: basket.id, next_action_at: null, version: sql`version + 1` })
    .where('id', '=', order.id)
    .execute();
  verb.record({
    verb: 'resume',
    subjectType: 'order',
    subjectId: order.id,
    organisationId: order.organisation_id,
    before: { basketId: null },
    after: {
      basketId: basket.id,
      abandonAt: dueAt,
      options: options.map(({ number, placed_quantity: places }) => ({ number, places })),
    },
    reason: input.reason ?? null,
  });
  verb.wake(processId.basket(basket.id));
  verb.wake(processId.reservation(order.id));
  return basketAnswer(basket);
}

/** The channel an order is resumed through: one of its organisation, and when none is named its back office. */
async function channelOf(verb: Verb, order: OrderRow, channelId: string | null) {
  const found = await verb.db
    .selectFrom('sales_channel')
    .select(['id', 'abandon_delay_minutes as abandonDelayMinutes'])
    .where('organisation_id', '=', order.organisation_id)
    .where('active', '=', true)
    .where((where) => (channelId === null ? where('kind', '=', 'back-office') : where('id', '=', channelId)))
    .orderBy('code')
    .executeTakeFirst();
  if (found === undefined) throw new Problem(channelId === null ? 'channel.none' : 'request.notFound');
  return found;
}
