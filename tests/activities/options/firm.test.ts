import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { requestOption } from '../../../activities/options/request-option.ts';
import { meetOrder } from '../../../activities/orders/meet-order.ts';
import { audit } from './support/audit.ts';
import { Stage, type Theatre } from './support/stage.ts';
import { type ActingVerb, acts, refusal } from './support/verbs.ts';

let stage: Stage;
let house: Theatre;

beforeAll(async () => {
  stage = await Stage.open();
  house = await stage.theatre();
});
afterAll(() => stage.close());

async function brought(verbs: readonly ActingVerb[], capacity = 30) {
  const performanceId = await stage.performance(house, { stock: [{ capacity }] });
  const request = {
    contactId: await stage.contact(),
    performanceId,
    lines: [{ seatCategoryId: house.categories.CAT1, quantity: 19 }],
  };
  const { id: optionId } = await requestOption(stage.caller(), request);
  const act = (verb: ActingVerb, reason?: string) =>
    acts[verb](stage.caller(), { optionId, ...(reason === undefined ? {} : { reason }) }, request);
  for (const verb of verbs) await act(verb);
  return { optionId, performanceId, request, act };
}

async function letterLeft(optionId: string, kind: string): Promise<void> {
  await stage.owner.query(`update letter set state = 'sent' where option_id = $1 and kind = $2`, [
    optionId,
    kind,
  ]);
}

describe('a firm option', () => {
  it('is not modified, not released by time, and cancelled with a motive and a right of its own', async () => {
    const { optionId, performanceId, act } = await brought(['place', 'confirm']);
    const { order_id: orderId } = await stage.option(optionId);
    expect(await act('firm')).toMatchObject({ state: 'firm', orderId });
    await expect(act('cancel-confirmation')).rejects.toMatchObject({ code: 'option.state' });
    const { rows } = await stage.owner.query<{ at: Date }>(
      'select next_action_at as at from customer_order where id = $1',
      [orderId],
    );
    const dueAt = rows[0]!.at.toISOString();
    expect(await meetOrder({ ...stage.caller(), now: dueAt }, { orderId: orderId!, dueAt })).toEqual({
      outcome: 'flagged',
    });
    expect((await stage.option(optionId)).state).toBe('firm');

    expect(await refusal(act('cancel'))).toBe('motive.required');
    const { actor, ...caller } = stage.caller();
    const rights = { [house.organisationId]: ['options.seats.cancellation:execute'] };
    const clerk = { ...caller, actor: { ...actor, rights } };
    const reason = 'Groupe dissous';
    expect(
      await refusal(acts.cancel(clerk, { optionId, reason }, { contactId: '', performanceId, lines: [] })),
    ).toBe('request.forbidden');
    await letterLeft(optionId, 'confirmation');
    expect(await act('cancel', reason)).toMatchObject({ state: 'cancelled', orderId: null });
    expect(await stage.counted(performanceId)).toEqual({ held: 0, ordered: 0, tentative: 0 });
    expect(await stage.told(optionId)).toEqual(['confirmation sent', 'correction owed']);
    expect(await audit(stage.owner, [performanceId])).toEqual([]);
  });

  it('is made so, or its validation cancelled: one of two people at once', async () => {
    const { optionId, performanceId, act } = await brought(['place', 'confirm']);
    const both = await Promise.all([refusal(act('firm')), refusal(act('cancel-confirmation'))]);
    expect(both.filter((code) => code === null)).toHaveLength(1);
    const { state } = await stage.option(optionId);
    expect(await stage.counted(performanceId)).toMatchObject(
      state === 'firm' ? { ordered: 19, held: 0 } : { ordered: 0, held: 19 },
    );
  });
});

describe('a validated option that is cancelled', () => {
  it('comes off its order once, with the same key or by two people', async () => {
    const { optionId, performanceId, request } = await brought(['place', 'confirm']);
    const cancel = (requestId?: string) =>
      acts.cancel(stage.caller(requestId === undefined ? {} : { requestId }), { optionId }, request);
    const both = await Promise.all([refusal(cancel('cancel-21')), refusal(cancel())]);
    expect(both.filter((code) => code === null)).toHaveLength(1);
    expect(await stage.counted(performanceId)).toEqual({ held: 0, ordered: 0, tentative: 0 });
    const { rows } = await stage.owner.query(
      `select d.state, d.total_cents, (select sum(quantity)::int from operation p where p.order_id = d.id) as places
       from customer_order d join operation o on o.order_id = d.id where o.option_id = $1 group by d.id`,
      [optionId],
    );
    expect(rows).toEqual([{ state: 'cancelled', total_cents: 0, places: 0 }]);
    expect(await stage.told(optionId)).toEqual(['confirmation superseded']);
  });
});

describe('a lapsed option that is reinstated', () => {
  it('is placed again as it was, and the contact is told that it stands', async () => {
    const { optionId, performanceId, request, act } = await brought(['place', 'confirm', 'lapse']);
    await stage.owner.query(`update letter set state = 'sent' where option_id = $1`, [optionId]);
    const reinstate = () => acts.reinstate(stage.caller({ requestId: 'again-21' }), { optionId }, request);
    expect(await reinstate()).toMatchObject({ state: 'placed', orderId: null });
    expect(await reinstate()).toMatchObject({ state: 'placed' });
    expect(await stage.counted(performanceId)).toMatchObject({ held: 19, ordered: 0 });
    expect((await act('confirm')).state).toBe('confirmed');
    expect(await audit(stage.owner, [performanceId])).toEqual([]);
  });

  it('takes back the letter that said it was no longer valid', async () => {
    const { optionId, act } = await brought(['place', 'confirm']);
    await stage.owner.query(`update organisation set letter_kinds = '["confirmation", "refusal", "lapse"]'`);
    await letterLeft(optionId, 'confirmation');
    await act('lapse');
    expect(await stage.told(optionId)).toEqual(['confirmation sent', 'lapse owed']);
    await letterLeft(optionId, 'lapse');
    await act('reinstate');
    expect(await stage.told(optionId)).toEqual(['confirmation sent', 'lapse sent', 'correction owed']);
  });

  it('stays lapsed when others have the seats', async () => {
    const { optionId, performanceId, act } = await brought(['place', 'lapse'], 20);
    const other = await requestOption(stage.caller(), {
      contactId: await stage.contact(),
      performanceId,
      lines: [{ seatCategoryId: house.categories.CAT1, quantity: 5 }],
    });
    await acts.place(stage.caller(), { optionId: other.id }, { contactId: '', performanceId, lines: [] });
    expect(await refusal(act('reinstate'))).toBe('stock.insufficient');
    expect((await stage.option(optionId)).state).toBe('lapsed');
  });
});
