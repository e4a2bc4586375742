import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cancelConfirmation } from '../../../activities/options/cancel-confirmation.ts';
import { cancelRefusal } from '../../../activities/options/cancel-refusal.ts';
import { confirmOption } from '../../../activities/options/confirm-option.ts';
import { placeDirectly } from '../../../activities/options/place-directly.ts';
import { placeOption } from '../../../activities/options/place-option.ts';
import { refuseOption } from '../../../activities/options/refuse-option.ts';
import { withdrawOption } from '../../../activities/options/withdraw-option.ts';
import { Problem } from '../../../activities/problem.ts';
import { Stage, type StockWish, type Theatre } from './support/stage.ts';
import { refusal } from './support/verbs.ts';

let stage: Stage;
let house: Theatre;

beforeAll(async () => {
  stage = await Stage.open();
  house = await stage.theatre();
});
afterAll(() => stage.close());

async function direct(performanceId: string, quantity: number, contingentId?: string) {
  const contactId = await stage.contact();
  const lines = [{ seatCategoryId: house.categories.CAT1, quantity }];
  const placed = await placeDirectly(stage.caller(), { contactId, performanceId, lines });
  if (contingentId === undefined) return placed;
  const lineId = placed.lines[0]!.id;
  return placeOption(stage.caller(), { optionId: placed.id, lines: [{ lineId, quantity, contingentId }] });
}

const both = (capacityOfPublic: number, capacityOfGroups: number): StockWish[] => [
  { contingent: 'PUBLIC', capacity: capacityOfPublic },
  { contingent: 'GROUPS', capacity: capacityOfGroups },
];

const held = async (performanceId: string) => (await stage.stock(performanceId)).map((row) => row.held);

describe('what a placement draws from', () => {
  it('is the lowest rank with room for the line, else it is told what is free', async () => {
    const performanceId = await stage.performance(house, { stock: both(10, 20) });
    await direct(performanceId, 8);
    expect(await held(performanceId)).toEqual([8, 0]);
    await direct(performanceId, 8);
    expect(await held(performanceId)).toEqual([8, 8]);
    await direct(performanceId, 2);
    expect(await held(performanceId)).toEqual([10, 8]);
    const failure = await direct(performanceId, 13).then(
      () => null,
      (error: unknown) => error,
    );
    expect(failure).toBeInstanceOf(Problem);
    expect(failure).toMatchObject({
      code: 'stock.insufficient',
      details: {
        free: [
          {
            performanceId,
            seatCategoryName: 'CAT1',
            contingentId: stage.contingents.GROUPS,
            contingentName: 'GROUPS',
            free: 12,
          },
        ],
      },
    });
  });

  it('is the contingent an operator names, of those the channel may draw from', async () => {
    const performanceId = await stage.performance(house, { stock: both(10, 20) });
    await direct(performanceId, 3, stage.contingents.GROUPS);
    expect(await held(performanceId)).toEqual([0, 3]);
    const foreign = await stage.insert('contingent', { code: 'VIP', name: 'Invités' });
    await stage.insert('stock', {
      performance_id: performanceId,
      seat_category_id: house.categories.CAT1,
      contingent_id: foreign,
      capacity: 5,
      ceiling: 5,
      firm_ceiling: 5,
    });
    expect(await refusal(direct(performanceId, 1, foreign))).toBe('contingent.notForChannel');
  });

  it('is nothing where the channel has no contingent', async () => {
    const performanceId = await stage.performance(house, { stock: [{ category: 'CAT2', capacity: 5 }] });
    expect(await refusal(direct(performanceId, 1))).toBe('contingent.none');
  });
});

describe('overbooking', () => {
  it('lets options be held over the capacity, and confirmed only within it', async () => {
    const performanceId = await stage.performance(house, {
      activity: { overbookingAllowed: true, overbookingPercent: 20 },
      stock: [{ capacity: 10 }],
    });
    const first = await direct(performanceId, 7);
    const second = await direct(performanceId, 5);
    expect(await refusal(direct(performanceId, 1))).toBe('stock.insufficient');
    await confirmOption(stage.caller(), { optionId: first.id });
    expect(await refusal(confirmOption(stage.caller(), { optionId: second.id }))).toBe('stock.insufficient');
    expect(await stage.option(second.id)).toMatchObject({ state: 'placed', order_id: null });
    expect(await stage.letters(second.id)).toEqual([]);
    await cancelConfirmation(stage.caller(), { optionId: first.id });
    await confirmOption(stage.caller(), { optionId: second.id });
    expect(await stage.counted(performanceId)).toEqual({ held: 7, ordered: 5, tentative: 0 });
  });

  it('gives back on a row that is over its limit, and places nothing on it', async () => {
    const performanceId = await stage.performance(house, { stock: [{ capacity: 10 }] });
    const [first, second] = [await direct(performanceId, 6), await direct(performanceId, 4)];
    await stage.owner.query('update stock set capacity = 5 where performance_id = $1', [performanceId]);
    expect(await refusal(direct(performanceId, 1))).toBe('stock.insufficient');
    expect(await refusal(confirmOption(stage.caller(), { optionId: first.id }))).toBe('stock.insufficient');
    await confirmOption(stage.caller(), { optionId: second.id });
    await withdrawOption(stage.caller(), { optionId: first.id });
    await direct(performanceId, 1);
    expect(await stage.counted(performanceId)).toEqual({ held: 1, ordered: 4, tentative: 0 });
    expect(await stage.stock(performanceId)).toMatchObject([{ capacity: 5, ceiling: 5, firmCeiling: 5 }]);
  });
});

describe('an activity whose options deduct nothing', () => {
  const activity = { deductsAvailability: false };

  it('counts them as tentative, beside the limit, until they are confirmed', async () => {
    const performanceId = await stage.performance(house, { activity, stock: [{ capacity: 10 }] });
    const first = await direct(performanceId, 8);
    const second = await direct(performanceId, 8);
    expect(first.lines[0]?.placed).toMatchObject([{ takesStock: false }]);
    expect(await stage.counted(performanceId)).toEqual({ held: 0, ordered: 0, tentative: 16 });
    await confirmOption(stage.caller(), { optionId: first.id });
    expect(await stage.counted(performanceId)).toEqual({ held: 0, ordered: 8, tentative: 8 });
    expect(await refusal(confirmOption(stage.caller(), { optionId: second.id }))).toBe('stock.insufficient');
    await cancelConfirmation(stage.caller(), { optionId: first.id });
    expect(await stage.counted(performanceId)).toEqual({ held: 0, ordered: 0, tentative: 16 });
    await refuseOption(stage.caller(), { optionId: first.id });
    expect(await stage.counted(performanceId)).toEqual({ held: 0, ordered: 0, tentative: 8 });
  });

  it('keeps how an option was placed when the setting changes', async () => {
    const performanceId = await stage.performance(house, {
      activity: { ...activity, graceHours: 1 },
      stock: [{ capacity: 10 }],
    });
    const placed = await direct(performanceId, 4);
    await stage.owner.query(
      `update season_activity a set deducts_availability = true
       from performance p join show_event e on e.id = p.event_id where p.id = $1 and a.id = e.activity_id`,
      [performanceId],
    );
    await withdrawOption(stage.caller(), { optionId: placed.id });
    expect(await stage.counted(performanceId)).toEqual({ held: 0, ordered: 0, tentative: 0 });
    await direct(performanceId, 4);
    expect(await stage.counted(performanceId)).toEqual({ held: 4, ordered: 0, tentative: 0 });
  });
});

describe('a refusal that is cancelled', () => {
  it('places again as it was, or stays refused when the seats are gone', async () => {
    const performanceId = await stage.performance(house, { stock: both(0, 10) });
    const first = await direct(performanceId, 6);
    await refuseOption(stage.caller(), { optionId: first.id });
    const other = await direct(performanceId, 6);
    const again = cancelRefusal(stage.caller(), { optionId: first.id });
    expect(await refusal(again)).toBe('stock.insufficient');
    expect(await stage.option(first.id)).toMatchObject({ state: 'refused', refused_from: 'placed' });
    await withdrawOption(stage.caller(), { optionId: other.id });
    const back = await cancelRefusal(stage.caller(), { optionId: first.id });
    expect(back).toMatchObject({
      state: 'placed',
      refusedFrom: null,
      confirmationDueAt: first.confirmationDueAt,
      confirmationDueRule: first.confirmationDueRule,
    });
    expect(back.lines[0]?.placed).toMatchObject([
      { quantity: 6, contingentId: stage.contingents.GROUPS, priceCents: 2500 },
    ]);
    expect(await held(performanceId)).toEqual([0, 6]);
  });
});
