import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import type { OptionAnswer } from '../../../activities/options/option-answer.ts';
import { placeOption } from '../../../activities/options/place-option.ts';
import { proposeSeats } from '../../../activities/options/propose-seats.ts';
import { requestOption } from '../../../activities/options/request-option.ts';
import { Problem } from '../../../activities/problem.ts';
import { salesChannelRecords } from '../../../activities/records/kinds/channels.ts';
import { changeRecord } from '../../../activities/records/write-record.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { createNumberedHouse, type NumberedHouse } from '../stock/support/numbered-house.ts';
import { audit } from './support/audit.ts';

let test: TestDatabase;
let house: NumberedHouse;
let owner: pg.Pool;

beforeAll(async () => {
  test = await createTestDatabase();
  house = await createNumberedHouse(test.url, { poolSize: 32 });
  owner = new pg.Pool({ connectionString: test.url, max: 2 });
});
afterAll(async () => {
  await owner.end();
  await house.close();
  await test.drop();
});

const requested = (performanceId: string, ...quantities: number[]) =>
  requestOption(house.caller(), {
    contactId: house.individualId,
    performanceId,
    lines: quantities.map((quantity) => ({ seatCategoryId: house.seatCategoryId, quantity })),
  });

const best = (option: Pick<OptionAnswer, 'id'>) =>
  placeOption(house.caller(), { optionId: option.id, seats: 'best' });

const seatsOf = (answer: OptionAnswer, line = 0) =>
  (answer.lines[line]?.placed ?? []).flatMap(({ seats }) => (seats ?? []).map(({ id }) => id));

async function problem(work: Promise<unknown>) {
  const error = await work.then(
    () => null,
    (failure: unknown) => failure,
  );
  if (!(error instanceof Problem)) throw new Error('no problem', { cause: error });
  return { code: error.code, ...error.details };
}

describe('proposals of seats', () => {
  it('are the best ways, with their reasons, and take nothing', async () => {
    const performanceId = await house.numbered();
    const option = await requested(performanceId, 4);
    const [line] = await proposeSeats(house.caller(), { optionId: option.id, k: 2 });
    expect(line).toMatchObject({ quantity: 4, lineId: option.lines[0]!.id, left: [] });
    expect(line!.proposals).toHaveLength(2);
    const [first] = line!.proposals;
    expect(first!.seats.map(({ rowLabel }) => rowLabel)).toEqual(['1', '1', '1', '1']);
    expect(first!.reasons.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['choice.first', 'seats.together', 'isolated.none', 'rank.first']),
    );
    expect((await house.seats(performanceId)).filter(({ claimId }) => claimId !== null)).toEqual([]);
    expect(seatsOf(await best(option))).toEqual(first!.seats.map(({ id }) => id));
  });

  it('count the seats of the option itself as free, and those of lines before as taken', async () => {
    const performanceId = await house.numbered();
    const option = await requested(performanceId, 10, 10);
    const placed = await best(option);
    const lines = await proposeSeats(house.caller(), { optionId: option.id });
    expect(lines.map(({ proposals }) => proposals[0]?.seats.map(({ id }) => id))).toEqual([
      seatsOf(placed, 0),
      seatsOf(placed, 1),
    ]);
  });

  it('say what is left where there is no way', async () => {
    const performanceId = await house.numbered();
    await best(await requested(performanceId, 18));
    const option = await requested(performanceId, 3);
    const [line] = await proposeSeats(house.caller(), { optionId: option.id });
    expect(line).toMatchObject({
      proposals: [],
      left: [{ performanceId, reasons: [{ code: 'left.fewer', values: { free: 2, most: 2 } }] }],
    });
    expect(await problem(best(option))).toMatchObject({
      code: 'stock.insufficient',
      reasons: [{ code: 'seats.noneFit', values: { quantity: 3, free: 2 } }],
    });
  });

  it('are asked for options and lines within reach', async () => {
    const performanceId = await house.numbered();
    const option = await requested(performanceId, 2);
    const caller = house.caller();
    const elsewhere = { ...caller, actor: { ...caller.actor, organisationIds: [house.institutionId] } };
    expect(await problem(proposeSeats(elsewhere, { optionId: option.id }))).toMatchObject({
      code: 'request.notFound',
    });
    const lines = [{ lineId: option.id, quantity: 2 }];
    expect(await problem(proposeSeats(caller, { optionId: option.id, lines }))).toMatchObject({
      errors: [{ path: 'lines.0.lineId', code: 'field.reference' }],
    });
  });
});

describe('placing the best seats', () => {
  it('keeps what lines name and chooses for the others', async () => {
    const performanceId = await house.numbered();
    const option = await requested(performanceId, 2, 3);
    const seats = (await house.seats(performanceId)).map(({ id }) => id);
    const [one, other] = option.lines;
    const answer = await placeOption(house.caller(), {
      optionId: option.id,
      seats: 'best',
      lines: [
        { lineId: one!.id, quantity: 2, seatIds: seats.slice(4, 6) },
        { lineId: other!.id, quantity: 3 },
      ],
    });
    expect(seatsOf(answer, 0)).toEqual(seats.slice(4, 6));
    expect(seatsOf(answer, 1)).toHaveLength(3);
    expect(seatsOf(answer, 1)).not.toEqual(expect.arrayContaining(seats.slice(4, 5)));
    expect(await audit(owner, [performanceId])).toEqual([]);
  });

  it('needs open seats', async () => {
    const option = await requested(house.performanceId, 2);
    expect(await problem(best(option))).toMatchObject({
      errors: [{ path: 'seats', code: 'seats.notOpen' }],
    });
  });

  it('loses no race: fourteen pairs at once for twenty seats, nobody refused while two are left', async () => {
    const performanceId = await house.numbered();
    const options = await Promise.all(Array.from({ length: 14 }, () => requested(performanceId, 2)));
    const answers = await Promise.allSettled(options.map(best));
    const seated = answers.flatMap((answer) => (answer.status === 'fulfilled' ? seatsOf(answer.value) : []));
    expect(seated).toHaveLength(20);
    expect(new Set(seated).size).toBe(20);
    expect(await audit(owner, [performanceId])).toEqual([]);
  });
});

describe('changing a placement without a word of seats', () => {
  const change = (option: OptionAnswer, quantity: number, more: object = {}) =>
    placeOption(house.caller(), {
      optionId: option.id,
      lines: [{ lineId: option.lines[0]!.id, quantity, ...more }],
      seats: 'best',
    });

  it('keeps the seats, side by side when there are fewer, and asks for the difference beside them', async () => {
    const performanceId = await house.numbered();
    const seats = (await house.seats(performanceId)).map(({ id }) => id);
    const option = await requested(performanceId, 4);
    const mine = seats.slice(15, 19); // not the best there are: the back row
    const named = [{ lineId: option.lines[0]!.id, quantity: 4, seatIds: mine }];
    await placeOption(house.caller(), { optionId: option.id, lines: named });
    expect(seatsOf(await change(option, 4))).toEqual(mine);
    const more = seatsOf(await change(option, 5));
    expect(more.toSorted()).toEqual(seats.slice(15, 20));
    const fewer = seatsOf(await change(option, 3));
    expect(seats.slice(15, 20)).toEqual(expect.arrayContaining(fewer));
    const at = fewer.map((id) => seats.indexOf(id));
    expect(at).toEqual([at[0], at[0]! + 1, at[0]! + 2]);
    // without a choice of seats the others are places without one
    const without = await placeOption(house.caller(), {
      optionId: option.id,
      lines: [{ lineId: option.lines[0]!.id, quantity: 6 }],
    });
    expect([seatsOf(without), without.lines[0]!.placed]).toEqual([
      fewer,
      [expect.objectContaining({ quantity: 6 })],
    ]);
    // an empty list gives them up, and the best there are are chosen
    expect(seatsOf(await change(option, 4, { seatIds: [] }))).toEqual(seats.slice(2, 6));
    expect(await audit(owner, [performanceId])).toEqual([]);
  });

  it('sits anew where nothing is left to add to what it has, and says so where nothing is left at all', async () => {
    const performanceId = await house.numbered();
    const seats = (await house.seats(performanceId)).map(({ id }) => id);
    const [one, other] = [await requested(performanceId, 2), await requested(performanceId, 7)];
    const put = (option: OptionAnswer, seatIds: string[]) =>
      placeOption(house.caller(), {
        optionId: option.id,
        lines: [{ lineId: option.lines[0]!.id, quantity: seatIds.length, seatIds }],
      });
    await put(one, seats.slice(0, 2));
    await put(other, seats.slice(2, 9));
    expect(seatsOf(await change(one, 3))).toHaveLength(3);
    await put(await requested(performanceId, 10), seats.slice(10, 20)).catch(() => null);
    expect(await audit(owner, [performanceId])).toEqual([]);
  });
});

describe('the setting of the channel for isolated seats', () => {
  const set = (values: { isolatedSeatTrigger: number | null; isolatedSeatsAllowed: boolean }) =>
    changeRecord(house.caller(), salesChannelRecords, { id: house.channelId, version: null, values });
  afterAll(() => set({ isolatedSeatTrigger: null, isolatedSeatsAllowed: false }));

  /** Nine of the ten seats left in the category: one is left alone, whichever nine they are. */
  const nineOfTen = async () => {
    const performanceId = await house.numbered();
    await best(await requested(performanceId, 10));
    return requested(performanceId, 9);
  };
  const reasonsFor = async (option: Pick<OptionAnswer, 'id'>) => {
    const [line] = await proposeSeats(house.caller(), { optionId: option.id, k: 1 });
    return line?.proposals.flatMap(({ reasons }) => reasons.map(({ code }) => code)) ?? [];
  };

  it('leaves none alone while the date has as many free places as the trigger', async () => {
    await set({ isolatedSeatTrigger: 30, isolatedSeatsAllowed: false });
    const option = await nineOfTen();
    expect(await reasonsFor(option)).toEqual([]);
    expect(await problem(best(option))).toMatchObject({
      code: 'stock.insufficient',
      reasons: [{ code: 'seats.noneFit' }],
    });
  });

  it('allows it below the trigger, where nothing else is possible', async () => {
    await set({ isolatedSeatTrigger: 31, isolatedSeatsAllowed: false });
    const option = await nineOfTen();
    expect(await reasonsFor(option)).toContain('isolated.unavoidable');
    expect(seatsOf(await best(option))).toHaveLength(9);
  });

  it('allows it always, or, without a trigger, where nothing else is possible', async () => {
    await set({ isolatedSeatTrigger: 30, isolatedSeatsAllowed: true });
    expect(await reasonsFor(await nineOfTen())).toContain('isolated.allowed');
    await set({ isolatedSeatTrigger: null, isolatedSeatsAllowed: false });
    expect(seatsOf(await best(await nineOfTen()))).toHaveLength(9);
  });
});
