import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { duplicateOption } from '../../../activities/options/duplicate-option.ts';
import { meetOption } from '../../../activities/options/meet-option.ts';
import { placeOption } from '../../../activities/options/place-option.ts';
import { requestOption } from '../../../activities/options/request-option.ts';
import { audit } from './support/audit.ts';
import { inDays, Stage, type Theatre } from './support/stage.ts';
import { acts, refusal } from './support/verbs.ts';

let stage: Stage;
let house: Theatre;

beforeAll(async () => {
  stage = await Stage.open();
  house = await stage.theatre();
  await stage.owner.query(
    `update organisation set letter_kinds = '["acknowledgement", "placement", "confirmation", "refusal", "lapse"]'`,
  );
});
afterAll(() => stage.close());

type Wish = { quantity?: number; startsAt?: string; fallbacks?: string[]; capacity?: number };

async function asked(wish: Wish = {}) {
  const { quantity = 19, capacity = 30, startsAt, fallbacks = [] } = wish;
  const performanceId = await stage.performance(house, {
    stock: [{ capacity }],
    ...(startsAt === undefined ? {} : { startsAt }),
  });
  const request = {
    contactId: await stage.contact(),
    performanceId,
    fallbackPerformanceIds: fallbacks,
    lines: [{ seatCategoryId: house.categories.CAT1, quantity, minimumQuantity: 10 }],
    remark: 'Groupe scolaire',
  };
  const answer = await requestOption(stage.caller(), request);
  return { optionId: answer.id, performanceId, request, answer };
}

async function splitOf(optionId: string) {
  const { rows } = await stage.owner.query<{
    id: string;
    state: string;
    requested_quantity: number;
    refused_from: string;
    minimum: number;
    remark: string;
  }>(
    `select o.*, l.minimum_quantity as minimum from seat_option o join option_line l on l.option_id = o.id
     where split_from_id = $1 order by o.number`,
    [optionId],
  );
  return rows;
}

describe('the waiting list', () => {
  it('is told to the contact, left again without a word, and placed from as a placement', async () => {
    const { optionId, performanceId, request } = await asked();
    await acts.refuse(stage.caller(), { optionId }, request);
    await acts.wait(stage.caller(), { optionId }, request);
    expect(await stage.told(optionId)).toEqual(['acknowledgement superseded', 'waiting owed']);
    await acts['leave-waiting'](stage.caller(), { optionId }, request);
    expect(await stage.told(optionId)).toEqual(['acknowledgement superseded', 'waiting superseded']);
    expect((await stage.option(optionId)).refused_from).toBe('requested');

    await acts.wait(stage.caller(), { optionId }, request);
    await placeOption(stage.caller(), { optionId });
    expect(await stage.counted(performanceId)).toMatchObject({ held: 19 });
    expect((await stage.told(optionId)).slice(2)).toEqual(['waiting superseded', 'placement owed']);
  });

  it('is not left by a placement that finds no seats', async () => {
    const { optionId, request } = await asked({ capacity: 10 });
    await acts.refuse(stage.caller(), { optionId }, request);
    await acts.wait(stage.caller(), { optionId }, request);
    expect(await refusal(placeOption(stage.caller(), { optionId }))).toBe('stock.insufficient');
    expect((await stage.option(optionId)).state).toBe('waiting');
  });

  it('is entered once by two people at once, and once by the same key', async () => {
    const { optionId, request } = await asked();
    await acts.refuse(stage.caller(), { optionId }, request);
    const wait = (caller = stage.caller()) => acts.wait(caller, { optionId }, request);
    const both = await Promise.all([refusal(wait()), refusal(wait())]);
    expect(both.filter((code) => code === null)).toHaveLength(1);
    expect(both).toContain('option.state');
    const other = await asked();
    await acts.refuse(stage.caller(), { optionId: other.optionId }, request);
    const again = () =>
      acts.wait(stage.caller({ requestId: 'wait-21' }), { optionId: other.optionId }, request);
    expect(await again()).toEqual(await again());
    expect(await stage.told(other.optionId)).toEqual(['acknowledgement superseded', 'waiting owed']);
  });

  it('takes what a partial placement did not grant as an option of its own', async () => {
    const { optionId, performanceId, answer } = await asked();
    const lineId = answer.lines[0]!.id;
    const place = (quantity: number) =>
      placeOption(stage.caller(), { optionId, lines: [{ lineId, quantity }], remainder: 'wait' });
    const placed = await place(12);
    expect(placed.lines[0]).toMatchObject({ requestedQuantity: 19, placed: [{ quantity: 12 }] });
    expect(await splitOf(optionId)).toMatchObject([
      {
        state: 'waiting',
        requested_quantity: 7,
        refused_from: 'requested',
        minimum: 7,
        remark: 'Groupe scolaire',
      },
    ]);
    const [first] = await splitOf(optionId);
    expect(await stage.told(first!.id)).toEqual(['waiting owed']);
    expect((await stage.history(first!.id)).map(({ verb }) => verb)).toEqual(['split']);

    // what already waits is not put on the list again
    await place(10);
    expect((await splitOf(optionId)).map((row) => row.requested_quantity)).toEqual([7, 2]);
    await place(10);
    expect(await splitOf(optionId)).toHaveLength(2);
    expect((await placeOption(stage.caller(), { optionId: first!.id })).state).toBe('placed');
    expect(await stage.counted(performanceId)).toMatchObject({ held: 17 });
    expect(await audit(stage.owner, [performanceId])).toEqual([]);
  });
});

describe('a request whose performance is past', () => {
  it('ends by time with its last choice, and not before a fallback that was moved', async () => {
    const fallback = await stage.performance(house, { startsAt: inDays(20) });
    const { optionId, request } = await asked({ startsAt: inDays(10), fallbacks: [fallback] });
    const due = (await stage.option(optionId)).next_action_at!.toISOString();
    expect(Date.parse(due)).toBe(Date.parse(inDays(20).slice(0, 10)) + (Date.parse(due) % 86_400_000));
    await stage.owner.query(
      `update performance set starts_at = starts_at + interval '2 days' where id = $1`,
      [fallback],
    );
    const meet = (dueAt: string) => meetOption({ ...stage.caller(), now: dueAt }, { optionId, dueAt });
    expect(await meet(due)).toEqual({ outcome: 'notDue' });
    const later = (await stage.option(optionId)).next_action_at!.toISOString();
    expect(Date.parse(later) - Date.parse(due)).toBe(2 * 86_400_000);
    expect(await meet(later)).toEqual({ outcome: 'expired' });
    expect(await stage.option(optionId)).toMatchObject({ state: 'lapsed', next_action_at: null });
    expect(await stage.told(optionId)).toEqual(['acknowledgement superseded']);
    expect(await refusal(acts.reinstate(stage.caller(), { optionId }, request))).toBe('option.state');
  });

  it('is declined without a letter when it was waiting', async () => {
    const { optionId, request } = await asked({ startsAt: inDays(10) });
    await acts.refuse(stage.caller(), { optionId }, request);
    await acts.wait(stage.caller(), { optionId }, request);
    const dueAt = (await stage.option(optionId)).next_action_at!.toISOString();
    expect(await refusal(acts.expire(stage.caller(), { optionId }, request))).toBe('option.state');
    const met = await meetOption({ ...stage.caller(), now: dueAt }, { optionId, dueAt });
    expect(met).toEqual({ outcome: 'expired' });
    expect((await stage.option(optionId)).state).toBe('declined');
    expect(await stage.told(optionId)).toEqual(['acknowledgement superseded', 'waiting superseded']);
  });
});

describe('the copy of a request', () => {
  it('asks for the same places in another audience subcategory, whatever became of the first', async () => {
    const { optionId, performanceId, request } = await asked();
    await acts.withdraw(stage.caller(), { optionId }, request);
    const audienceSubcategoryId = stage.audience('SCOLAIRE/OPTION');
    const caller = stage.caller({ requestId: 'copy-21' });
    const copy = await duplicateOption(caller, { optionId, audienceSubcategoryId });
    expect(copy).toMatchObject({
      state: 'requested',
      lines: [{ requestedQuantity: 19, minimumQuantity: 10, audienceSubcategoryId }],
    });
    expect((await duplicateOption(caller, { optionId, audienceSubcategoryId })).id).toBe(copy.id);
    expect(await stage.history(copy.id)).toMatchObject([{ verb: 'duplicate' }]);
    expect(await stage.told(copy.id)).toEqual(['acknowledgement owed']);
    expect((await stage.option(copy.id)).performance_id).toBe(performanceId);
    await placeOption(stage.caller(), { optionId: copy.id });
    expect(await stage.counted(performanceId)).toMatchObject({ held: 19 });
  });
});
