import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setStock } from '../../../activities/catalogue/set-stock.ts';
import { placeDirectly } from '../../../activities/options/place-directly.ts';
import { Problem } from '../../../activities/problem.ts';
import { performanceRecords } from '../../../activities/records/kinds/performances.ts';
import { changeRecord } from '../../../activities/records/write-record.ts';
import { openSeats } from '../../../activities/stock/open-seats.ts';
import { readStock } from '../../../database/read-models/stock.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { createNumberedHouse, type NumberedHouse } from './support/numbered-house.ts';

let test: TestDatabase;
let house: NumberedHouse;

beforeAll(async () => {
  test = await createTestDatabase();
  house = await createNumberedHouse(test.url, { contingents: ['COLLECTIVITES', 'RESERVE'] });
});
afterAll(async () => {
  await house.close();
  await test.drop();
});

const open = (performanceId: string, more: object = {}) =>
  openSeats(house.caller(), { performanceId, version: null, ...more });

async function capacities(performanceId: string) {
  const scope = { institutionId: house.institutionId, organisationIds: [house.organisationId] };
  const rows = await house.database.read(house.institutionId, (db) => readStock(db, scope, performanceId));
  return (rows ?? []).flatMap((row) =>
    row.contingentId === null ? [] : [[row.seatCategoryName, row.contingentName, row.capacity]],
  );
}

async function problem(work: Promise<unknown>) {
  const error = await work.then(
    () => null,
    (failure: unknown) => failure,
  );
  if (!(error instanceof Problem)) throw new Error('no problem', { cause: error });
  return { code: error.code, ...error.details };
}

describe('opening the seats of a performance', () => {
  it('gives every seat a stock row, and every row the seats it counts', async () => {
    const id = await house.numbered({ open: false });
    expect(await open(id, { contingentId: house.contingentId })).toEqual({ version: 3, seats: 40 });
    expect(await capacities(id)).toEqual([
      ['CAT1', 'COLLECTIVITES', 20],
      ['CAT2', 'COLLECTIVITES', 20],
    ]);
    expect(await house.seats(id)).toHaveLength(20);
  });

  it('takes another contingent for a category', async () => {
    const id = await house.numbered({ open: false });
    const [, second] = house.seatCategoryIds;
    const categories = [{ seatCategoryId: second, contingentId: house.contingentIds[1] }];
    await open(id, { contingentId: house.contingentId, categories });
    expect(await capacities(id)).toEqual([
      ['CAT1', 'COLLECTIVITES', 20],
      ['CAT2', 'RESERVE', 20],
    ]);
  });

  it('deals the seats to stock that is open already, in the order of the plan', async () => {
    const id = await house.numbered({ open: false });
    const cells = house.seatCategoryIds.flatMap((seatCategoryId) =>
      house.contingentIds.map((contingentId, index) => ({
        seatCategoryId,
        contingentId,
        capacity: index === 0 ? 13 : 7,
      })),
    );
    await setStock(house.caller(), { performanceId: id, version: null, cells });
    expect(await problem(open(id, { contingentId: house.contingentId }))).toMatchObject({
      errors: [{ path: 'contingentId', code: 'seats.dealt' }],
    });
    await open(id);
    const dealt = (await house.seats(id)).map((seat) => seat.contingentId);
    expect(new Set(dealt.slice(0, 13)).size).toBe(1);
    expect(new Set(dealt.slice(13)).size).toBe(1);
    expect(dealt.filter((contingent) => contingent === house.contingentId)).toHaveLength(13);
  });

  it('answers the same to the same call, and refuses another', async () => {
    const id = await house.numbered({ open: false });
    const input = { performanceId: id, version: null, contingentId: house.contingentId };
    const [one, other] = await Promise.allSettled([
      openSeats(house.caller('once'), input),
      openSeats(house.caller('twice'), input),
    ]);
    expect([one.status, other.status].sort()).toEqual(['fulfilled', 'rejected']);
    const key = one.status === 'fulfilled' ? 'once' : 'twice';
    expect(await openSeats(house.caller(key), input)).toEqual({ version: 3, seats: 40 });
    expect(await problem(open(id))).toMatchObject({ code: 'seats.open' });
  });

  it('says what is missing', async () => {
    const id = await house.numbered({ open: false });
    expect(await problem(open(id))).toMatchObject({
      errors: [{ path: 'contingentId', code: 'field.required' }],
    });
    expect(await problem(open(house.performanceId))).toMatchObject({ code: 'performance.notNumbered' });
    const cells = [{ seatCategoryId: house.seatCategoryId, contingentId: house.contingentId, capacity: 19 }];
    await setStock(house.caller(), { performanceId: id, version: null, cells });
    expect(await problem(open(id))).toMatchObject({
      errors: [{ path: 'configurationId', code: 'configuration.capacities' }],
    });
  });

  it('is refused while options live', async () => {
    const id = await house.numbered({ open: false });
    const cells = house.seatCategoryIds.map((seatCategoryId) => ({
      seatCategoryId,
      contingentId: house.contingentId,
      capacity: 20,
    }));
    await setStock(house.caller(), { performanceId: id, version: null, cells });
    await placeDirectly(house.caller(), {
      contactId: house.individualId,
      performanceId: id,
      lines: [{ seatCategoryId: house.seatCategoryId, quantity: 2 }],
    });
    expect(await problem(open(id))).toMatchObject({
      code: 'record.inUse',
      reasons: [{ code: 'performance.liveOptions', values: { count: 1 } }],
    });
  });

  it('keeps capacities and configuration as the seats are', async () => {
    const id = await house.numbered();
    const cells = [{ seatCategoryId: house.seatCategoryId, contingentId: house.contingentId, capacity: 21 }];
    expect(
      await problem(setStock(house.caller(), { performanceId: id, version: null, cells })),
    ).toMatchObject({ code: 'stock.numbered' });
    const values = { configurationId: null };
    expect(
      await problem(changeRecord(house.caller(), performanceRecords, { id, version: null, values })),
    ).toMatchObject({
      code: 'record.inUse',
      reasons: [{ code: 'performance.seatsOpen', values: { count: 40 } }],
    });
  });
});
