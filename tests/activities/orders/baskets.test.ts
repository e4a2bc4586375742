import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { cancelConfirmation } from '../../../activities/options/cancel-confirmation.ts';
import { confirmOption } from '../../../activities/options/confirm-option.ts';
import { lapseOption } from '../../../activities/options/lapse-option.ts';
import { placeDirectly } from '../../../activities/options/place-directly.ts';
import { placeOption } from '../../../activities/options/place-option.ts';
import { requestOption } from '../../../activities/options/request-option.ts';
import { resumeOption } from '../../../activities/options/resume-option.ts';
import { abandonBasket } from '../../../activities/orders/abandon-basket.ts';
import { meetBasket } from '../../../activities/orders/meet-basket.ts';
import { meetOrder } from '../../../activities/orders/meet-order.ts';
import { payByHand } from '../../../activities/orders/pay-by-hand.ts';
import { resumeOrder } from '../../../activities/orders/resume-order.ts';
import { Problem } from '../../../activities/problem.ts';
import { checkGauges } from '../../../activities/stock/check-gauges.ts';
import { readExplainedNumbers } from '../../../database/read-models/explained-numbers.ts';
import { audit } from '../options/support/audit.ts';
import { inDays, Stage, type Theatre } from '../options/support/stage.ts';
import { refusal } from '../options/support/verbs.ts';

const price = 2_500;
let stage: Stage;
let house: Theatre;
let contactId: string;
let performanceId: string;

beforeAll(async () => {
  stage = await Stage.open();
  house = await stage.theatre();
});
beforeEach(async () => {
  contactId = await stage.contact();
  performanceId = await stage.performance(house, { stock: [{ capacity: 100 }] });
});
afterAll(() => stage.close());

const wish = (quantity: number) => ({
  contactId,
  performanceId,
  lines: [{ seatCategoryId: house.categories.CAT1, quantity }],
});

/** So many places of the contact, validated: in the file that is named, else in one of its own. */
async function confirmed(quantity: number, bookingFileId: string | null = null) {
  const { id: optionId } = await requestOption(stage.caller(), wish(quantity));
  await placeOption(stage.caller(), { optionId });
  const { orderId } = await confirmOption(stage.caller(), { optionId, bookingFileId });
  return { optionId, orderId: orderId ?? '' };
}

async function claims(optionId: string) {
  const { rows } = await stage.owner.query<{
    id: string;
    counter: string;
    quantity: number;
    seats: { id: string }[];
  }>('select id, counter, quantity, seats from claim where source_id = $1 order by counter, id', [optionId]);
  return rows;
}

const told = async (optionId: string) =>
  (await claims(optionId)).map(({ counter, quantity }) => `${counter} ${quantity}`);

async function order(id: string) {
  const { rows } = await stage.owner.query<Record<string, unknown>>(
    'select * from customer_order where id = $1',
    [id],
  );
  return rows[0]!;
}

async function operations(orderId: string): Promise<string[]> {
  const { rows } = await stage.owner.query<{ told: string }>(
    `select o.number || ' ' || operation.kind || ' ' || quantity as told from operation join seat_option o on o.id = option_id
     where operation.order_id = $1 order by operation.id`,
    [orderId],
  );
  return rows.map((row) => row.told);
}

async function numberOf(optionId: string): Promise<number> {
  const { rows } = await stage.owner.query<{ number: number }>(
    'select number from seat_option where id = $1',
    [optionId],
  );
  return rows[0]!.number;
}

/** Ordered and sold places; and everything else that must add up does. */
async function stock(): Promise<{ ordered: number; sold: number }> {
  const { rows } = await stage.owner.query<{ ordered: number; sold: number }>(
    'select sum(ordered)::int as ordered, sum(sold)::int as sold from stock where performance_id = $1',
    [performanceId],
  );
  expect((await checkGauges(stage.caller(), { performanceId })).drift).toEqual([]);
  expect(await audit(stage.owner, [performanceId])).toEqual([]);
  return rows[0]!;
}

const codeAndValues = async (work: Promise<unknown>) => {
  try {
    await work;
    return null;
  } catch (error) {
    if (error instanceof Problem) return { code: error.code, values: error.details.values };
    throw error;
  }
};

describe('a resumed order', () => {
  it('is sold whole: options resumed, ordered places sold, the order paid', async () => {
    const first = await confirmed(40);
    const bookingFileId = (await stage.option(first.optionId)).booking_file_id;
    const second = await confirmed(2, bookingFileId);
    expect(second.orderId).toBe(first.orderId);
    expect(await stock()).toEqual({ ordered: 42, sold: 0 });
    await stage.wakeUps();

    const basket = await resumeOrder(stage.caller(), { orderId: first.orderId });
    expect(basket.state).toBe('open');
    expect(Date.parse(basket.abandonAt) - Date.parse(basket.openedAt)).toBe(20 * 60_000);
    expect(await stage.wakeUps()).toEqual([`basket/${basket.id}`, `reservation/${first.orderId}`]);
    expect(await stock()).toEqual({ ordered: 42, sold: 0 });
    expect((await order(first.orderId)).next_action_at).toBeNull();

    const paid = { basketId: basket.id, means: 'cheque' as const, reference: '0012345' };
    expect(await codeAndValues(payByHand(stage.caller(), { ...paid, amountCents: 40 * price }))).toEqual({
      code: 'payment.amount',
      values: { due: 42 * price, given: 40 * price, currency: 'EUR' },
    });
    const answer = await payByHand(stage.caller(), { ...paid, amountCents: 42 * price });
    expect(answer).toMatchObject({
      state: 'paid',
      paidCents: 42 * price,
      restOptionIds: [],
      releasedOptionIds: [],
    });
    expect(answer.soldOptionIds.toSorted()).toEqual([first.optionId, second.optionId].toSorted());
    expect(await stock()).toEqual({ ordered: 0, sold: 42 });
    expect(await order(first.orderId)).toMatchObject({
      state: 'paid',
      total_cents: 42 * price,
      paid_cents: 42 * price,
      next_action_at: null,
      basket_id: null,
    });
    expect((await stage.history(first.optionId)).at(-1)).toMatchObject({
      verb: 'resume',
      before: { state: 'confirmed' },
      after: { state: 'resumed' },
    });
    expect((await stage.history(first.orderId)).map(({ verb }) => verb)).toEqual(['resume', 'pay-by-hand']);
    const scope = { institutionId: stage.institutionId, organisationIds: 'all' } as const;
    const explained = await stage.database.read(stage.institutionId, (db) =>
      readExplainedNumbers(db, scope, performanceId, { options: scope, contacts: scope }),
    );
    expect(explained?.map(({ counter, total }) => `${counter} ${total}`)).toEqual(['sold 42']);
    expect(explained?.[0]?.sources.map(({ source, quantity }) => `${source} ${quantity}`)).toEqual([
      'option 40',
      'option 2',
    ]);
  });

  it('is sold in part, and the rest stays validated in the order as an option of its own', async () => {
    const { optionId, orderId } = await confirmed(40);
    const basket = await resumeOrder(stage.caller(), { orderId });
    const [places] = await claims(optionId);
    const answer = await payByHand(stage.caller(), {
      basketId: basket.id,
      amountCents: 37 * price,
      means: 'card',
      lines: [{ placesId: places!.id, quantity: 37 }],
    });
    const [restId] = answer.restOptionIds;
    expect(await stock()).toEqual({ ordered: 3, sold: 37 });
    expect([await told(optionId), await told(restId!)]).toEqual([['sold 37'], ['ordered 3']]);
    expect(await stage.option(restId!)).toMatchObject({
      state: 'confirmed',
      order_id: orderId,
      placed_quantity: 3,
    });
    const [number, rest] = [await numberOf(optionId), await numberOf(restId!)];
    expect(await operations(orderId)).toEqual([
      `${number} order 40`,
      `${number} counter -3`,
      `${rest} order 3`,
    ]);
    expect(await order(orderId)).toMatchObject({
      state: 'open',
      total_cents: 40 * price,
      paid_cents: 37 * price,
      next_action_at: expect.any(Date),
    });
    expect((await stage.history(restId!)).map(({ verb, after }) => [verb, after?.state])).toEqual([
      ['split', 'confirmed'],
    ]);
    expect(await stage.told(restId!)).toEqual(['confirmation owed']);

    // time never takes an order back of which something was paid, but its rest can be taken off: then it is paid
    const { next_action_at: dueAt } = await order(orderId);
    const at = dueAt instanceof Date ? dueAt.toISOString() : '';
    await stage.owner.query(`update customer_order set end_policy = 'release' where id = $1`, [orderId]);
    expect(await meetOrder({ ...stage.house.system(), now: at }, { orderId, dueAt: at })).toEqual({
      outcome: 'flagged',
    });
    await cancelConfirmation(stage.caller(), { optionId: restId! });
    expect(await order(orderId)).toMatchObject({ state: 'paid', total_cents: 37 * price });
    expect(await stock()).toEqual({ ordered: 0, sold: 37 });
  });

  it('is sold in part, and the rest is given back', async () => {
    const first = await confirmed(40);
    const second = await confirmed(5, (await stage.option(first.optionId)).booking_file_id);
    const basket = await resumeOrder(stage.caller(), { orderId: first.orderId });
    const [places] = await claims(first.optionId);
    const answer = await payByHand(stage.caller(), {
      basketId: basket.id,
      amountCents: 37 * price,
      means: 'transfer',
      lines: [{ placesId: places!.id, quantity: 37 }],
      rest: 'release',
    });
    expect(answer).toMatchObject({ restOptionIds: [], releasedOptionIds: [second.optionId] });
    expect(await stock()).toEqual({ ordered: 0, sold: 37 });
    expect(await told(first.optionId)).toEqual(['released 3', 'sold 37']);
    expect(await stage.option(second.optionId)).toMatchObject({ state: 'cancelled', order_id: null });
    expect(await order(first.orderId)).toMatchObject({ state: 'paid', total_cents: 37 * price });
    const [number, other] = [await numberOf(first.optionId), await numberOf(second.optionId)];
    expect((await operations(first.orderId)).toSorted()).toEqual(
      [`${number} order 40`, `${other} order 5`, `${number} counter -3`, `${other} counter -5`].toSorted(),
    );
  });

  it('keeps numbered seats right: those paid, those left, those given back', async () => {
    const seats = (await stage.numberSeats(house, performanceId)).get('CAT1/PUBLIC')!.slice(0, 6);
    const seated = async (seatIds: string[]) => {
      const { id: optionId, lines } = await requestOption(stage.caller(), wish(seatIds.length));
      const line = { lineId: lines[0]!.id, quantity: seatIds.length, seatIds };
      await placeOption(stage.caller(), { optionId, lines: [line] });
      const { orderId } = await confirmOption(stage.caller(), { optionId });
      const basket = await resumeOrder(stage.caller(), { orderId: orderId! });
      return { optionId, basketId: basket.id, placesId: (await claims(optionId))[0]!.id };
    };
    const pay = (basketId: string, placesId: string, seatIds: string[], rest: 'keep' | 'release') =>
      payByHand(stage.caller(), {
        basketId,
        amountCents: seatIds.length * price,
        means: 'cash',
        lines: [{ placesId, quantity: seatIds.length, seatIds }],
        rest,
      });
    const kept = await seated(seats.slice(0, 3));
    const { restOptionIds } = await pay(kept.basketId, kept.placesId, [seats[1]!], 'keep');
    const given = await seated(seats.slice(3));
    await pay(given.basketId, given.placesId, [seats[4]!, seats[5]!], 'release');
    expect(await stage.holders([performanceId])).toEqual(
      new Map([
        [seats[0], restOptionIds[0]],
        [seats[1], kept.optionId],
        [seats[2], restOptionIds[0]],
        [seats[4], given.optionId],
        [seats[5], given.optionId],
      ]),
    );
    expect(await stock()).toEqual({ ordered: 2, sold: 3 });
  });

  it('is abandoned by a person, or by time, and its options are validated or firm as before', async () => {
    const { optionId, orderId } = await confirmed(4);
    const firm = await confirmed(2, (await stage.option(optionId)).booking_file_id);
    await stage.owner.query(`update seat_option set state = 'firm' where id = $1`, [firm.optionId]);
    const before = await order(orderId);
    const basket = await resumeOrder(stage.caller(), { orderId });
    await abandonBasket(stage.caller(), { basketId: basket.id, reason: 'Le contact paiera plus tard' });
    expect([(await stage.option(optionId)).state, (await stage.option(firm.optionId)).state]).toEqual([
      'confirmed',
      'firm',
    ]);
    expect(await order(orderId)).toMatchObject({ state: 'open', next_action_at: before.next_action_at });

    const again = await resumeOrder(stage.caller(), { orderId });
    const dueAt = again.abandonAt;
    const early = new Date(Date.parse(dueAt) - 1).toISOString();
    const meet = (now: string) => meetBasket({ ...stage.house.system(), now }, { basketId: again.id, dueAt });
    expect(await meet(early)).toEqual({ outcome: 'notDue' });
    expect(await meet(dueAt)).toEqual({ outcome: 'abandoned' });
    expect(await meet(dueAt)).toEqual({ outcome: 'notDue' });
    expect(await told(optionId)).toEqual(['ordered 4']);
    expect(
      await refusal(payByHand(stage.caller(), { basketId: again.id, amountCents: 6 * price, means: 'cash' })),
    ).toBe('basket.abandoned');
    expect((await stage.history(orderId)).map(({ verb }) => verb)).toEqual([
      'resume',
      'abandon',
      'resume',
      'abandon',
    ]);
  });

  it('does not lapse while it is in a basket, and is looked at again when that has ended', async () => {
    const { optionId, orderId } = await confirmed(4);
    await stage.owner.query(`update customer_order set end_policy = 'release' where id = $1`, [orderId]);
    const { next_action_at: due } = await order(orderId);
    const dueAt = due instanceof Date ? due.toISOString() : '';
    const basket = await resumeOrder(stage.caller({ now: dueAt }), { orderId });
    const meet = () => meetOrder({ ...stage.house.system(), now: dueAt }, { orderId, dueAt });
    expect(await meet()).toEqual({ outcome: 'notDue' });
    expect((await stage.option(optionId)).state).toBe('confirmed');
    await meetBasket(
      { ...stage.house.system(), now: basket.abandonAt },
      {
        basketId: basket.id,
        dueAt: basket.abandonAt,
      },
    );
    expect(await meet()).toEqual({ outcome: 'lapsed' });
    expect(await stock()).toEqual({ ordered: 0, sold: 0 });
  });
});

describe('a live basket', () => {
  it('locks what is in it, says whose it is, and lets another date be agreed', async () => {
    const { optionId, orderId } = await confirmed(4);
    const basket = await resumeOption(stage.caller(), { optionId });
    expect(basket).toMatchObject({ state: 'confirmed', basketId: expect.any(String) });
    const { values } = (await codeAndValues(cancelConfirmation(stage.caller(), { optionId })))!;
    expect(values).toMatchObject({ basketId: basket.basketId, openedBy: 'Camille Essai' });
    for (const act of [cancelConfirmation, lapseOption, resumeOption])
      expect(await refusal(act(stage.caller(), { optionId }))).toBe('order.inBasket');
    expect(await refusal(resumeOrder(stage.caller(), { orderId }))).toBe('order.inBasket');
    expect(await stock()).toEqual({ ordered: 4, sold: 0 });
  });

  it('is loaded once, and paid once, by whoever is first of two people', async () => {
    const { orderId } = await confirmed(4);
    const loads = await Promise.all(
      [1, 2].map(() =>
        codeAndValues(resumeOrder(stage.caller(), { orderId })).then((told) => told?.code ?? 'loaded'),
      ),
    );
    expect(loads.toSorted()).toEqual(['loaded', 'order.inBasket']);
    const { basket_id } = await order(orderId);
    const pay = { basketId: String(basket_id), amountCents: 4 * price, means: 'cash' as const };
    const key = { requestId: crypto.randomUUID() };
    const first = await payByHand(stage.caller(key), pay);
    expect(await payByHand(stage.caller(key), pay)).toEqual(first);
    expect(await codeAndValues(payByHand(stage.caller(), pay))).toMatchObject({
      code: 'basket.paid',
      values: { endedBy: 'Camille Essai' },
    });
    expect(await refusal(abandonBasket(stage.caller(), { basketId: pay.basketId }))).toBe('basket.paid');
    expect(await stock()).toEqual({ ordered: 0, sold: 4 });
    expect(await refusal(resumeOrder(stage.caller(), { orderId }))).toBe('order.nothingToPay');
  });

  it('is not joined by an option that is validated meanwhile, though its order is', async () => {
    const { optionId, orderId } = await confirmed(4);
    const basket = await resumeOrder(stage.caller(), { orderId });
    const joined = await confirmed(3, (await stage.option(optionId)).booking_file_id);
    expect(joined.orderId).toBe(orderId);
    await payByHand(stage.caller(), {
      basketId: basket.id,
      amountCents: 4 * price,
      means: 'cash',
      rest: 'release',
    });
    expect((await stage.option(joined.optionId)).state).toBe('confirmed');
    expect(await order(orderId)).toMatchObject({ state: 'open', total_cents: 7 * price });
    expect(await stock()).toEqual({ ordered: 3, sold: 4 });
  });

  it('gives nothing of an insured order back', async () => {
    const { optionId, orderId } = await confirmed(4);
    await stage.owner.query('update customer_order set insured = true where id = $1', [orderId]);
    const basket = await resumeOrder(stage.caller(), { orderId });
    const [places] = await claims(optionId);
    const lines = [{ placesId: places!.id, quantity: 1 }];
    const part = { basketId: basket.id, amountCents: price, means: 'cash' as const, lines };
    expect(await refusal(payByHand(stage.caller(), { ...part, rest: 'release' }))).toBe('order.insured');
    await payByHand(stage.caller(), part);
    expect(await stock()).toEqual({ ordered: 3, sold: 1 });
  });

  it('gives back only by who may cancel options', async () => {
    const { optionId, orderId } = await confirmed(4);
    const basket = await resumeOrder(stage.caller(), { orderId });
    const clerk = stage.caller();
    const rights = { [house.organisationId]: ['orders.payment-by-hand:execute'] };
    const [places] = await claims(optionId);
    const part = {
      basketId: basket.id,
      amountCents: price,
      means: 'cash' as const,
      lines: [{ placesId: places!.id, quantity: 1 }],
      rest: 'release' as const,
    };
    expect(await refusal(payByHand({ ...clerk, actor: { ...clerk.actor, rights } }, part))).toBe(
      'request.forbidden',
    );
    expect(await stock()).toEqual({ ordered: 4, sold: 0 });
  });
});

describe('the file of a validation', () => {
  it('is an open one of the contact when one is chosen, and one order is in it', async () => {
    const first = await confirmed(4);
    const { booking_file_id: bookingFileId } = await stage.option(first.optionId);
    expect((await confirmed(2, bookingFileId)).orderId).toBe(first.orderId);
    expect((await confirmed(1)).orderId).not.toBe(first.orderId);
    const own = contactId;
    contactId = await stage.contact();
    expect(await refusal(confirmed(1, bookingFileId))).toBe('file.otherContact');
    expect(await refusal(confirmed(1, crypto.randomUUID()))).toBe('request.notFound');
    contactId = own;
    const basket = await resumeOrder(stage.caller(), { orderId: first.orderId });
    await payByHand(stage.caller(), { basketId: basket.id, amountCents: 6 * price, means: 'other' });
    expect(await refusal(confirmed(1, bookingFileId))).toBe('file.closed');
    const direct = await placeDirectly(stage.caller(), { ...wish(1), confirmationDueAt: inDays(20) });
    expect((await stage.option(direct.id)).state).toBe('placed');
  });
});
