import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { confirmOption } from '../../../activities/options/confirm-option.ts';
import { placeDirectly } from '../../../activities/options/place-directly.ts';
import { payByHand } from '../../../activities/orders/pay-by-hand.ts';
import { resumeOrder } from '../../../activities/orders/resume-order.ts';
import { reconcileAll } from '../../../activities/reconcile/reconcile.ts';
import { checkGauges } from '../../../activities/stock/check-gauges.ts';
import { eventually } from '../support/eventually.ts';
import { recordHistory } from '../support/record-history.ts';
import { openTimeMachine, type TimeMachine } from '../support/time-machine.ts';

const places = 2;
let machine: TimeMachine;
beforeAll(async () => {
  machine = await openTimeMachine();
  machine.startRelay();
});
afterAll(() => machine.close());

/** An order in a basket whose story sleeps. */
async function inBasket() {
  const { house } = machine;
  const { id: optionId } = await placeDirectly(house.caller(), {
    contactId: house.individualId,
    performanceId: house.performanceId,
    lines: [{ seatCategoryId: house.seatCategoryId, quantity: places }],
  });
  const { orderId } = await confirmOption(house.caller(), { optionId });
  const { rows } = await machine.owner.query<{ total_cents: number }>(
    'select total_cents from customer_order where id = $1',
    [orderId],
  );
  const basket = await resumeOrder(house.caller(), { orderId: orderId! });
  await eventually('its story sleeps', async () => {
    const history = await machine.temporal.client.workflow
      .getHandle(`basket/${basket.id}`)
      .fetchHistory()
      .catch(() => null);
    return history?.events?.some(({ timerStartedEventAttributes }) => timerStartedEventAttributes)
      ? true
      : null;
  });
  return {
    optionId,
    orderId,
    basketId: basket.id,
    dueAt: basket.abandonAt,
    amountCents: rows[0]!.total_cents,
  };
}

async function standing(basketId: string) {
  const { rows } = await machine.owner.query<{
    basket: string;
    order: string;
    options: string[];
    verbs: string[];
  }>(
    `select b.state as basket, d.state as order,
       array(select o.state from seat_option o where o.order_id = d.id) as options,
       array(select h.verb || ' by ' || h.actor_type from history h
         where h.subject_id = d.id and h.verb <> 'resume' order by h.at) as verbs
     from basket b join customer_order d on d.id = b.order_id where b.id = $1`,
    [basketId],
  );
  return rows[0]!;
}

const abandoned = {
  basket: 'abandoned',
  order: 'open',
  options: ['confirmed'],
  verbs: ['abandon by process'],
};
const paid = { basket: 'paid', order: 'paid', options: ['resumed'], verbs: ['pay-by-hand by operator'] };

/** In the order time reaches them: the clock of a time machine never goes back. */
describe('the story of a basket', () => {
  it('ends with its payment, or abandons it after the delay of its channel', async () => {
    const first = await inBasket();
    const { basketId, amountCents } = first;
    await payByHand(machine.house.caller(), { basketId, amountCents, means: 'cash' });
    await machine.temporal.client.workflow.getHandle(`basket/${basketId}`).result();
    expect(await standing(basketId)).toEqual(paid);

    const left = await inBasket();
    await machine.travelTo(new Date(Date.parse(left.dueAt) - 1_000).toISOString());
    expect((await standing(left.basketId)).basket).toBe('open');
    await machine.travelTo(left.dueAt);
    await eventually('the basket is abandoned', async () =>
      (await standing(left.basketId)).basket === 'abandoned' ? true : null,
    );
    expect(await standing(left.basketId)).toEqual(abandoned);
    await machine.temporal.client.workflow.getHandle(`basket/${left.basketId}`).result();
    await recordHistory(machine, `basket/${left.basketId}`, 'basket-abandoned');
  });

  it('has one winner when a payment comes at the same instant', async () => {
    await machine.owner.query('update sales_channel set abandon_delay_minutes = 600');
    const baskets: Awaited<ReturnType<typeof inBasket>>[] = [];
    for (let each = 0; each < 8; each += 1) baskets.push(await inBasket());
    const last = baskets
      .map(({ dueAt }) => dueAt)
      .sort()
      .at(-1)!;
    const [payments] = await Promise.all([
      Promise.allSettled(
        baskets.map(({ basketId, amountCents, dueAt }) =>
          payByHand(machine.house.caller(undefined, dueAt), { basketId, amountCents, means: 'card' }),
        ),
      ),
      machine.travelTo(last),
    ]);
    for (const [index, { basketId }] of baskets.entries()) {
      const wanted = payments[index]!.status === 'fulfilled' ? paid : abandoned;
      await eventually(`one winner: ${wanted.basket}`, async () =>
        (await standing(basketId)).basket === wanted.basket ? true : null,
      );
      expect(await standing(basketId)).toEqual(wanted);
    }
    expect((await checkGauges(machine.house.caller(), {})).drift).toEqual([]);
    expect((await reconcileAll(machine.house.database)).baskets).toBe(0);
  });
});
