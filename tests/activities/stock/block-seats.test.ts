import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { placeDirectly } from '../../../activities/options/place-directly.ts';
import { placeOption } from '../../../activities/options/place-option.ts';
import { requestOption } from '../../../activities/options/request-option.ts';
import { Problem } from '../../../activities/problem.ts';
import { type BlockInput, blockSeats } from '../../../activities/stock/block-seats.ts';
import { checkGauges } from '../../../activities/stock/check-gauges.ts';
import { unblockSeats } from '../../../activities/stock/unblock-seats.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { audit } from '../options/support/audit.ts';
import { createNumberedHouse, type NumberedHouse } from './support/numbered-house.ts';

let test: TestDatabase;
let house: NumberedHouse;
let owner: pg.Pool;

beforeAll(async () => {
  test = await createTestDatabase();
  house = await createNumberedHouse(test.url, {
    contingents: ['COLLECTIVITES', 'RESERVE'],
    poolSize: 32,
    activity: { overbookingAllowed: true, overbookingPercent: 50 },
  });
  owner = new pg.Pool({ connectionString: test.url, max: 2 });
});
afterAll(async () => {
  await owner.end();
  await house.close();
  await test.drop();
});

const reason = 'Régie son';
const block = (performanceId: string, what: Partial<BlockInput>) =>
  blockSeats(house.caller(), { performanceId, reason, ...what });
const unblock = (performanceId: string, what: Partial<BlockInput>) =>
  unblockSeats(house.caller(), { performanceId, reason, ...what });
const counted = (quantity: number) => ({
  seatCategoryId: house.seatCategoryId,
  contingentId: house.contingentId,
  quantity,
});

async function stock(performanceId: string): Promise<{ blocked: number; held: number }> {
  const { rows } = await owner.query(
    'select blocked, held from stock where performance_id = $1 and seat_category_id = $2 and contingent_id = $3',
    [performanceId, house.seatCategoryId, house.contingentId],
  );
  return rows[0];
}

async function sound(performanceId: string) {
  expect((await checkGauges(house.caller(), { performanceId })).drift).toEqual([]);
  expect(await audit(owner, [performanceId])).toEqual([]);
}

async function problem(work: Promise<unknown>) {
  const error = await work.then(
    () => null,
    (failure: unknown) => failure,
  );
  if (!(error instanceof Problem)) throw new Error('no problem', { cause: error });
  return { code: error.code, ...error.details };
}

const ids = async (performanceId: string) => (await house.seats(performanceId)).map(({ id }) => id);

async function place(performanceId: string, seatIds: readonly string[]) {
  const option = await requestOption(house.caller(), {
    contactId: house.individualId,
    performanceId,
    lines: [{ seatCategoryId: house.seatCategoryId, quantity: seatIds.length }],
  });
  const lines = [{ lineId: option.lines[0]!.id, quantity: seatIds.length, seatIds }];
  return placeOption(house.caller(), { optionId: option.id, lines });
}

describe('blocking seats', () => {
  it('takes named seats out of sale, and puts some of them back', async () => {
    const performanceId = await house.numbered();
    const seats = await ids(performanceId);
    expect(await block(performanceId, { seatIds: seats.slice(0, 4) })).toMatchObject({ quantity: 4 });
    expect(await stock(performanceId)).toEqual({ blocked: 4, held: 0 });
    expect(await problem(place(performanceId, seats.slice(3, 5)))).toMatchObject({
      code: 'stock.insufficient',
      reasons: [{ code: 'seat.taken', values: { seatId: seats[3] } }],
    });
    await sound(performanceId);
    expect(await unblock(performanceId, { seatIds: seats.slice(2, 4) })).toEqual({ quantity: 2 });
    await place(performanceId, seats.slice(3, 5));
    expect(await stock(performanceId)).toEqual({ blocked: 2, held: 2 });
    await unblock(performanceId, { seatIds: seats.slice(0, 2) });
    expect(await stock(performanceId)).toEqual({ blocked: 0, held: 2 });
    await sound(performanceId);
  });

  it('takes a quantity out of sale, within the capacity and not the overbooking', async () => {
    const performanceId = await house.numbered();
    await block(performanceId, counted(15));
    expect(await problem(block(performanceId, counted(6)))).toMatchObject({
      code: 'stock.insufficient',
      free: [{ performanceId, contingentId: house.contingentId, free: 15 }],
    });
    await block(performanceId, counted(5));
    await placeDirectly(house.caller(), {
      contactId: house.individualId,
      performanceId,
      lines: [{ seatCategoryId: house.seatCategoryId, quantity: 10 }],
    });
    await sound(performanceId);
    expect(await problem(unblock(performanceId, counted(21)))).toMatchObject({
      errors: [{ path: 'quantity', code: 'field.tooLarge' }],
    });
    expect(await unblock(performanceId, counted(17))).toEqual({ quantity: 17 });
    expect(await stock(performanceId)).toEqual({ blocked: 3, held: 10 });
    await sound(performanceId);
  });

  it('needs a motive, which stays in history with the places', async () => {
    const performanceId = await house.numbered();
    const [seat] = await ids(performanceId);
    expect(await problem(block(performanceId, { seatIds: [seat!], reason: ' ' }))).toMatchObject({
      code: 'motive.required',
    });
    await block(performanceId, { seatIds: [seat!] });
    await unblock(performanceId, { seatIds: [seat!] });
    const { rows } = await owner.query(
      `select verb, before, after, reason from history where subject_id = $1 and verb like '%block-seats' order by at, id`,
      [performanceId],
    );
    const places = [
      { ...counted(1), seats: [expect.objectContaining({ id: seat, zone: 'PLATEA', number: '1' })] },
    ];
    expect(rows).toEqual([
      { verb: 'block-seats', before: null, after: { blockId: expect.any(String), places }, reason },
      { verb: 'unblock-seats', before: { places }, after: null, reason },
    ]);
  });

  it('says what cannot be', async () => {
    const performanceId = await house.numbered();
    const [one, two] = await ids(performanceId);
    await place(performanceId, [two!]);
    const refused = (path: string, code: string) => ({ code: 'request.invalid', errors: [{ path, code }] });
    const blocked = (what: Partial<BlockInput>) => problem(block(performanceId, what));
    expect(await blocked({})).toMatchObject(refused('seatIds', 'field.required'));
    expect(await blocked({ seatIds: [one!], quantity: 2 })).toMatchObject(
      refused('seatIds', 'field.invalid'),
    );
    expect(await blocked({ seatIds: [one!, one!] })).toMatchObject(refused('seatIds.1', 'field.duplicate'));
    expect(await blocked({ seatIds: [randomUUID()] })).toMatchObject(refused('seatIds.0', 'field.reference'));
    expect(await blocked({ quantity: 2 })).toMatchObject(refused('seatCategoryId', 'field.required'));
    expect(await blocked({ ...counted(2), contingentId: house.contingentIds[1]! })).toMatchObject(
      refused('contingentId', 'field.reference'),
    );
    expect(await blocked({ seatIds: [one!, two!] })).toMatchObject({
      code: 'stock.insufficient',
      errors: [{ path: 'seatIds.1', code: 'seat.alreadyTaken' }],
    });
    expect(await problem(unblock(performanceId, { seatIds: [one!, two!] }))).toMatchObject({
      code: 'request.invalid',
      errors: [
        { path: 'seatIds.0', code: 'seat.notBlocked' },
        { path: 'seatIds.1', code: 'seat.notBlocked' },
      ],
    });
    expect(await problem(block(randomUUID(), { seatIds: [one!] }))).toMatchObject({
      code: 'request.notFound',
    });
    await sound(performanceId);
  });

  it('32 blocks and placements of the same ten seats: each seat once', async () => {
    const performanceId = await house.numbered();
    const seats = (await ids(performanceId)).slice(0, 10);
    const pair = (at: number) => [seats[at % 10]!, seats[(at + 1 + (at % 3)) % 10]!];
    const answers = await Promise.allSettled(
      Array.from({ length: 32 }, (_, at): Promise<unknown> => {
        if (at % 4 === 0) return unblock(performanceId, { seatIds: pair(at + 1) });
        return at % 2 === 0 ? place(performanceId, pair(at)) : block(performanceId, { seatIds: pair(at) });
      }),
    );
    for (const answer of answers)
      if (answer.status === 'rejected')
        expect(['stock.insufficient', 'request.invalid']).toContain(answer.reason.code);
    await sound(performanceId);
  });

  it('sent twice has one effect and one answer', async () => {
    const performanceId = await house.numbered();
    const input = { performanceId, reason, ...counted(3) };
    const caller = house.caller();
    expect(await blockSeats(caller, input)).toEqual(await blockSeats(caller, input));
    expect(await stock(performanceId)).toMatchObject({ blocked: 3 });
  });
});
