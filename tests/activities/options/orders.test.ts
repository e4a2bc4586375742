import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { cancelConfirmation } from '../../../activities/options/cancel-confirmation.ts';
import { confirmOption } from '../../../activities/options/confirm-option.ts';
import { lapseOption } from '../../../activities/options/lapse-option.ts';
import { placeDirectly } from '../../../activities/options/place-directly.ts';
import { Stage, type Theatre } from './support/stage.ts';
import { refusal } from './support/verbs.ts';

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

async function placed(quantity: number, more: { bookingFileId?: string } = {}) {
  const lines = [{ seatCategoryId: house.categories.CAT1, quantity }];
  const { id: optionId } = await placeDirectly(stage.caller(), { contactId, performanceId, lines });
  if (more.bookingFileId !== undefined) {
    await stage.owner.query('update seat_option set booking_file_id = $2 where id = $1', [
      optionId,
      more.bookingFileId,
    ]);
  }
  return { optionId };
}

const bookingFile = () =>
  stage.insert('booking_file', { organisation_id: house.organisationId, contact_id: contactId });

async function order(id: string | null) {
  const { rows } = await stage.owner.query<{
    state: string;
    total_cents: number;
    payment_due_at: Date | null;
    payment_due_rule: string | null;
    booking_file_id: string;
  }>('select * from customer_order where id = $1', [id]);
  return rows[0]!;
}

async function operations(orderId: string | null) {
  const { rows } = await stage.owner.query<{ told: string }>(
    `select kind || ' ' || quantity || ' ' || amount_cents as told from operation where order_id = $1 order by at, id`,
    [orderId],
  );
  return rows.map((row) => row.told);
}

describe('the order of confirmed options', () => {
  it('is made at the confirmation, in a file of its own, due with the option', async () => {
    const option = await placed(4);
    const { confirmation_due_at } = await stage.option(option.optionId);
    const confirmed = await confirmOption(stage.caller(), option);
    const made = await order(confirmed.orderId);
    expect(made).toMatchObject({
      state: 'open',
      total_cents: 10_000,
      payment_due_at: confirmation_due_at,
      payment_due_rule: 'confirmation',
    });
    expect(confirmed.paymentDueAt).toBe(confirmation_due_at?.toISOString());
    expect((await stage.option(option.optionId)).booking_file_id).toBe(made.booking_file_id);
    expect(await operations(confirmed.orderId)).toEqual(['order 4 10000']);
  });

  it('is one for all options of a file, due at the earliest of their dates', async () => {
    const bookingFileId = await bookingFile();
    const first = await confirmOption(stage.caller(), await placed(4, { bookingFileId }));
    const agreed = new Date(Date.now() + 3 * 86_400_000).toISOString();
    const second = await confirmOption(stage.caller(), {
      ...(await placed(2, { bookingFileId })),
      paymentDueAt: agreed,
    });
    const later = new Date(Date.now() + 5 * 86_400_000).toISOString();
    const third = await confirmOption(stage.caller(), {
      ...(await placed(1, { bookingFileId })),
      paymentDueAt: later,
    });
    expect([second.orderId, third.orderId]).toEqual([first.orderId, first.orderId]);
    expect(await order(first.orderId)).toMatchObject({
      total_cents: 17_500,
      payment_due_at: new Date(agreed),
      payment_due_rule: 'agreed',
    });
    expect(third.paymentDueAt).toBe(agreed);
  });

  it('loses one option by counter-operation and lives while others remain', async () => {
    const bookingFileId = await bookingFile();
    const first = await placed(4, { bookingFileId });
    const second = await placed(2, { bookingFileId });
    const { orderId } = await confirmOption(stage.caller(), first);
    await confirmOption(stage.caller(), second);
    await cancelConfirmation(stage.caller(), first);
    expect(await order(orderId)).toMatchObject({ state: 'open', total_cents: 5000 });
    expect((await operations(orderId)).toSorted()).toEqual([
      'counter -4 -10000',
      'order 2 5000',
      'order 4 10000',
    ]);
    expect(await stage.option(first.optionId)).toMatchObject({
      order_id: null,
      booking_file_id: bookingFileId,
    });

    const again = await confirmOption(stage.caller(), first);
    expect(again.orderId).toBe(orderId);
    await lapseOption(stage.caller(), first);
    await lapseOption(stage.caller(), second);
    expect(await order(orderId)).toMatchObject({ state: 'cancelled', total_cents: 0 });
  });

  it('is a new one in the same file when the former is empty', async () => {
    const bookingFileId = await bookingFile();
    const option = await placed(3, { bookingFileId });
    const { orderId } = await confirmOption(stage.caller(), option);
    await cancelConfirmation(stage.caller(), option);
    const again = await confirmOption(stage.caller(), option);
    expect(again.orderId).not.toBe(orderId);
    expect(await order(again.orderId)).toMatchObject({ state: 'open', booking_file_id: bookingFileId });
  });

  it('takes an agreed payment date, ahead and not after the performance', async () => {
    const option = await placed(1);
    const at = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
    const confirm = (paymentDueAt: string) => confirmOption(stage.caller(), { ...option, paymentDueAt });
    expect(await refusal(confirm(at(-1)))).toBe('deadline.agreedPast');
    expect(await refusal(confirm(at(100)))).toBe('deadline.agreedAfterPerformance');
    const due = at(20);
    expect((await confirm(due)).paymentDueAt).toBe(due);
  });
});

describe('a cancelled validation', () => {
  it('keeps the due date that is ahead, else gives a new one', async () => {
    const agreedAt = new Date(Date.now() + 20 * 86_400_000).toISOString();
    const lines = [{ seatCategoryId: house.categories.CAT1, quantity: 2 }];
    const option = await placeDirectly(stage.caller(), {
      contactId,
      performanceId,
      lines,
      confirmationDueAt: agreedAt,
    });
    await confirmOption(stage.caller(), { optionId: option.id });
    const back = await cancelConfirmation(stage.caller(), { optionId: option.id });
    expect(back).toMatchObject({ confirmationDueAt: agreedAt, confirmationDueRule: 'agreed', orderId: null });
    expect((await stage.option(option.id)).next_action_at?.toISOString()).toBe(agreedAt);

    await confirmOption(stage.caller(), { optionId: option.id });
    const after = new Date(Date.now() + 30 * 86_400_000).toISOString();
    const anew = await cancelConfirmation(stage.caller({ now: after }), { optionId: option.id });
    expect(anew.confirmationDueRule).toBe('after-placement');
    expect(Date.parse(anew.confirmationDueAt!)).toBeGreaterThan(Date.parse(after));
  });
});
