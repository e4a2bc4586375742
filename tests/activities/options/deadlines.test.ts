import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ActivitySettings } from '../../../activities/catalogue/writing/programme-input.ts';
import { cancelRefusal } from '../../../activities/options/cancel-refusal.ts';
import { confirmOption } from '../../../activities/options/confirm-option.ts';
import { extendOption } from '../../../activities/options/extend-option.ts';
import { meetOption } from '../../../activities/options/meet-option.ts';
import { observeOption } from '../../../activities/options/observe-option.ts';
import { placeDirectly } from '../../../activities/options/place-directly.ts';
import { refuseOption } from '../../../activities/options/refuse-option.ts';
import { meetOrder } from '../../../activities/orders/meet-order.ts';
import { observeOrder } from '../../../activities/orders/observe-order.ts';
import { reconcileOverdue } from '../../../activities/reconcile/reconcile.ts';
import { checkGauges } from '../../../activities/stock/check-gauges.ts';
import { agreedDateRight } from '../../../rules/options/rights.ts';
import { inDays, Stage, type Theatre } from './support/stage.ts';
import { refusal } from './support/verbs.ts';

let stage: Stage;
let house: Theatre;

beforeAll(async () => {
  stage = await Stage.open();
  house = await stage.theatre();
});
afterAll(() => stage.close());

/** What an activity says of its deadlines, by column. */
type Says = Readonly<Record<string, string | number | null>>;

let made = 0;

async function placed(own: Says = {}, activity: Partial<ActivitySettings> = {}, now?: string) {
  made += 1;
  const settings = { confirmationDaysAfterPlacement: 10 + (made % 80), ...activity };
  const performanceId = await stage.performance(house, {
    activity: settings,
    startsAt: inDays(150),
    stock: [{ capacity: 10 }],
  });
  for (const [column, value] of Object.entries(own)) {
    await stage.owner.query(
      `update season_activity a set ${column} = $2 from show_event e join performance p on p.event_id = e.id
       where p.id = $1 and a.id = e.activity_id`,
      [performanceId, value],
    );
  }
  const input = {
    contactId: await stage.contact(),
    performanceId,
    lines: [{ seatCategoryId: house.categories.CAT1, quantity: 4 }],
  };
  const answer = await placeDirectly(stage.caller(now === undefined ? {} : { now }), input);
  return { optionId: answer.id, performanceId, dueAt: answer.confirmationDueAt ?? '', answer };
}

const nextAt = async (optionId: string) =>
  (await observeOption(stage.database, stage.institutionId, optionId)).nextAt;

const byTime = (now: string) => {
  const actor = { ...stage.caller().actor, type: 'process' as const, id: 'story', name: 'Placet' };
  return { ...stage.caller({ actor }), now };
};
const meet = (optionId: string, dueAt: string, now = dueAt) => meetOption(byTime(now), { optionId, dueAt });

const hourAfter = (instant: string) => new Date(Date.parse(instant) + 3_600_000).toISOString();

const order = async (id: string) => {
  const { rows } = await stage.owner.query<{
    state: string;
    payment_due_at: Date;
    payment_due_rule: string;
    overdue_at: Date | null;
    next_action_at: Date | null;
  }>('select * from customer_order where id = $1', [id]);
  return rows[0]!;
};

describe('how a house counts', () => {
  it('is said by the organisation, or by the activity for its own, and asks nothing of those that say nothing', async () => {
    const thursday = '2015-07-23T14:00:00.000Z';
    const due = async (own: Says) =>
      (await placed(own, { confirmationDaysAfterPlacement: 10 }, thursday)).answer;
    expect(await due({})).toMatchObject({
      confirmationDueAt: '2015-08-02T21:59:59.999Z',
      confirmationDueRule: 'after-placement',
    });
    await stage.owner.query(`update organisation set weekend_shift = 'next' where id = $1`, [
      house.organisationId,
    ]);
    expect(await due({})).toMatchObject({ confirmationDueAt: '2015-08-03T21:59:59.999Z' });
    expect(await due({ due_days: 'working', weekend_shift: 'none' })).toMatchObject({
      confirmationDueAt: '2015-08-06T21:59:59.999Z',
    });
    await stage.owner.query(`update organisation set weekend_shift = 'none' where id = $1`, [
      house.organisationId,
    ]);
  });

  it('leaves the notice that was set', async () => {
    const { answer } = await placed({ minimum_notice_hours: 72 }, { confirmationDaysAfterPlacement: 0 });
    expect(answer.confirmationDueRule).toBe('minimum-notice');
    expect(Date.parse(answer.confirmationDueAt ?? '') - Date.parse(answer.at)).toBe(72 * 3_600_000);
  });
});

describe('reminders', () => {
  it('are owed once a rung, once for several that nobody met, and none once the contact has answered', async () => {
    const { optionId, dueAt } = await placed({ reminder_days: '[5, 3, 1]' });
    const first = (await nextAt(optionId)) ?? '';
    expect(await meet(optionId, first, new Date(Date.parse(first) - 1).toISOString())).toEqual({
      outcome: 'notDue',
    });
    expect(await meet(optionId, first)).toEqual({ outcome: 'reminded' });
    expect(await meet(optionId, first)).toEqual({ outcome: 'notDue' });
    expect(await stage.told(optionId)).toEqual(['reminder owed']);
    const second = (await nextAt(optionId)) ?? '';
    expect(second > first).toBe(true);
    // two days late: the second and the third rung are met together
    const late = new Date(Date.parse(dueAt) - 3_600_000).toISOString();
    expect(await meet(optionId, second, late)).toEqual({ outcome: 'reminded' });
    expect(await stage.told(optionId)).toEqual(['reminder owed', 'reminder owed']);
    expect(await nextAt(optionId)).toBe(dueAt);
    expect((await stage.history(optionId)).map(({ verb }) => verb)).toEqual([
      'place-directly',
      'remind',
      'remind',
    ]);
    await confirmOption(stage.caller(), { optionId });
    expect(await stage.told(optionId)).toEqual([
      'reminder superseded',
      'reminder superseded',
      'confirmation owed',
    ]);
    expect(await nextAt(optionId)).toBeNull();
  });

  it('are not owed when nobody looked before the due date itself', async () => {
    const { optionId, dueAt } = await placed({ reminder_days: '[2]' });
    const rung = (await nextAt(optionId)) ?? '';
    expect(await meet(optionId, rung, dueAt)).toEqual({ outcome: 'notDue' });
    expect(await stage.told(optionId)).toEqual([]);
    expect(await nextAt(optionId)).toBe(dueAt);
    expect(await meet(optionId, dueAt)).toEqual({ outcome: 'lapsed' });
  });
});

describe('an agreed date', () => {
  it('is given with its own right and a motive, takes the reminders along, and clears what was overdue', async () => {
    const { optionId, dueAt } = await placed({ reminder_days: '[2]' }, { endPolicy: 'flag' });
    const later = new Date(Date.parse(dueAt) + 10 * 86_400_000).toISOString();
    const rights = { [house.organisationId]: ['options.seats.placement:execute'] };
    const actor = { ...stage.caller().actor, rights };
    const input = { optionId, dueAt: later, reason: 'Conseil d’administration le 12' };
    expect(await refusal(extendOption(stage.caller({ actor }), input))).toBe('request.forbidden');
    expect(await refusal(extendOption(stage.caller(), { optionId, dueAt: later }))).toBe('motive.required');
    expect(await refusal(extendOption(stage.caller(), { ...input, dueAt: inDays(-1) }))).toBe(
      'deadline.agreedPast',
    );
    expect(await refusal(extendOption(stage.caller(), { ...input, dueAt: inDays(151) }))).toBe(
      'deadline.agreedAfterPerformance',
    );
    await meet(optionId, (await nextAt(optionId)) ?? '');
    await meet(optionId, dueAt);
    expect((await stage.option(optionId)).overdue_at).not.toBeNull();
    const own = { ...stage.caller().actor, rights: { [house.organisationId]: [agreedDateRight()] } };
    const answer = await extendOption(stage.caller({ actor: own, now: hourAfter(dueAt) }), input);
    expect(answer).toMatchObject({
      state: 'placed',
      confirmationDueAt: later,
      confirmationDueRule: 'agreed',
    });
    expect(await stage.option(optionId)).toMatchObject({ overdue_at: null });
    expect(await stage.told(optionId)).toEqual(['reminder superseded']);
    const rung = (await nextAt(optionId)) ?? '';
    expect(rung < later && rung > dueAt).toBe(true);
    expect((await stage.history(optionId)).at(-1)).toMatchObject({
      verb: 'extend',
      reason: input.reason,
      before: { confirmationDueAt: dueAt },
      after: { confirmationDueAt: later },
    });
  });
});

describe('a pending refusal', () => {
  it('is validated by time after the days that were set, at the latest when the performance starts', async () => {
    const { optionId, performanceId } = await placed({ refusal_days: 3 });
    await refuseOption(stage.caller(), { optionId });
    const at = (await nextAt(optionId)) ?? '';
    expect(Date.parse(at) - Date.now()).toBeLessThan(4 * 86_400_000);
    expect(await meet(optionId, at, new Date(Date.parse(at) - 1).toISOString())).toEqual({
      outcome: 'notDue',
    });
    expect(await meet(optionId, at)).toEqual({ outcome: 'declined' });
    expect(await stage.told(optionId)).toEqual(['refusal owed']);
    expect(await nextAt(optionId)).toBeNull();
    expect(await stage.counted(performanceId)).toMatchObject({ held: 0 });

    const other = await placed();
    await refuseOption(stage.caller(), { optionId: other.optionId });
    expect(await nextAt(other.optionId)).toBe(other.answer.firstPerformanceStartsAt);
    await cancelRefusal(stage.caller(), { optionId: other.optionId });
    expect(await nextAt(other.optionId)).toBe(other.dueAt);
  });
});

describe('an order that is not paid by its date', () => {
  async function ordered(own: Says) {
    const { optionId, performanceId } = await placed(own);
    const { orderId } = await confirmOption(stage.caller(), { optionId, paymentDueAt: inDays(20) });
    const id = orderId ?? '';
    const looked = async () => (await observeOrder(stage.database, stage.institutionId, id)).nextAt;
    const pay = (dueAt: string, now = dueAt) => meetOrder(byTime(now), { orderId: id, dueAt });
    return { optionId, performanceId, orderId: id, looked, pay, dueAt: (await looked()) ?? '' };
  }

  it('is flagged as overdue, once, and no longer when another date is agreed', async () => {
    const { optionId, orderId, looked, pay, dueAt } = await ordered({});
    await stage.wakeUps();
    expect(await pay(dueAt, new Date(Date.parse(dueAt) - 1).toISOString())).toEqual({ outcome: 'notDue' });
    expect(await pay(dueAt)).toEqual({ outcome: 'flagged' });
    expect(await pay(dueAt)).toEqual({ outcome: 'notDue' });
    expect(await looked()).toBeNull();
    expect((await stage.option(optionId)).state).toBe('confirmed');
    const later = inDays(40);
    const now = hourAfter(dueAt);
    await extendOption(stage.caller({ now }), { optionId, dueAt: later, reason: 'Mandat en attente' });
    expect(await order(orderId)).toMatchObject({ overdue_at: null, payment_due_rule: 'agreed' });
    expect(await looked()).toBe(later);
    expect(await stage.wakeUps()).toContain(`reservation/${orderId}`);
    expect((await stage.history(orderId)).map(({ verb, reason }) => [verb, reason])).toEqual([
      ['flag-overdue', null],
      ['extend', 'Mandat en attente'],
    ]);
  });

  it('lapses under the policy release, is taken back from the contact, and its seats return', async () => {
    const { optionId, performanceId, orderId, pay, dueAt } = await ordered({ payment_policy: 'release' });
    const [letter] = await stage.letters(optionId);
    await stage.letterIs(letter!.id, 'sent');
    expect(await pay(dueAt)).toEqual({ outcome: 'lapsed' });
    expect(await stage.option(optionId)).toMatchObject({ state: 'lapsed', order_id: null });
    expect(await stage.counted(performanceId)).toMatchObject({ held: 0, ordered: 0 });
    expect(await order(orderId)).toMatchObject({ state: 'cancelled', next_action_at: null });
    expect(await stage.told(optionId)).toEqual(['confirmation sent', 'correction owed']);
    expect((await checkGauges(stage.caller(), {})).drift).toEqual([]);
  });

  it.each(['firm', 'resumed'])('is only flagged when what it holds is %s', async (state) => {
    const { optionId, performanceId, orderId, pay, dueAt } = await ordered({ payment_policy: 'release' });
    await stage.owner.query('update seat_option set state = $2 where id = $1', [optionId, state]);
    expect(await pay(dueAt)).toEqual({ outcome: 'flagged' });
    expect((await stage.option(optionId)).state).toBe(state);
    expect(await stage.counted(performanceId)).toMatchObject({ ordered: 4 });
    expect((await order(orderId)).overdue_at).not.toBeNull();
  });

  it('is woken by the reconciliation when its own wake-up was lost', async () => {
    const { orderId } = await ordered({});
    await stage.owner.query(
      `update customer_order set next_action_at = now() - interval '3 minutes' where id = $1`,
      [orderId],
    );
    await stage.wakeUps();
    expect((await reconcileOverdue(stage.database)).orders).toBe(1);
    expect(await stage.wakeUps()).toContain(`reservation/${orderId}`);
  });
});
