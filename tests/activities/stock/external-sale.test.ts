import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { placeDirectly } from '../../../activities/options/place-directly.ts';
import { placeOption } from '../../../activities/options/place-option.ts';
import { withdrawOption } from '../../../activities/options/withdraw-option.ts';
import { cancelExternalSale } from '../../../activities/stock/cancel-external-sale.ts';
import { checkGauges } from '../../../activities/stock/check-gauges.ts';
import {
  type ExternalSaleInput,
  recordExternalSale,
} from '../../../activities/stock/record-external-sale.ts';
import { readExplainedNumbers } from '../../../database/read-models/explained-numbers.ts';
import { readExternalSales } from '../../../database/read-models/external-sales.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { refusal } from '../options/support/verbs.ts';
import { createNumberedHouse, type NumberedHouse } from './support/numbered-house.ts';

let test: TestDatabase;
let house: NumberedHouse;
let owner: pg.Pool;
let sales = 0;

beforeAll(async () => {
  test = await createTestDatabase();
  house = await createNumberedHouse(test.url, { capacity: 10, poolSize: 20 });
  owner = new pg.Pool({ connectionString: test.url, max: 2 });
});
afterAll(async () => {
  await owner.end();
  await house.close();
  await test.drop();
});

const record = (what: Partial<ExternalSaleInput>) => {
  sales += 1;
  return recordExternalSale(house.caller(), {
    performanceId: house.performanceId,
    seller: 'Billetterie de la gare',
    reference: `V-${sales}`,
    reason: 'Vendu au guichet du partenaire',
    ...what,
  });
};
const places = (quantity: number) => ({
  seatCategoryId: house.seatCategoryId,
  contingentId: house.contingentId,
  quantity,
});
const cancel = (externalSaleId: string, performanceId = house.performanceId) =>
  cancelExternalSale(house.caller(), { performanceId, externalSaleId, reason: 'Saisie en double' });

async function direct(quantity: number, performanceId = house.performanceId) {
  const lines = [{ seatCategoryId: house.seatCategoryId, quantity }];
  return placeDirectly(house.caller(), { contactId: house.individualId, performanceId, lines });
}

async function row(performanceId = house.performanceId) {
  const { rows } = await owner.query<Record<string, number>>(
    `select held, sold, capacity, ceiling, firm_ceiling as "firmCeiling" from stock
     where performance_id = $1 and seat_category_id = $2 and contingent_id = $3`,
    [performanceId, house.seatCategoryId, house.contingentId],
  );
  return rows[0];
}

const check = (performanceId = house.performanceId) => checkGauges(house.caller(), { performanceId });
const scope = () => ({ institutionId: house.institutionId, organisationIds: 'all' as const });

describe('a sale made elsewhere', () => {
  it('is recorded within the limit without more ado, and explained with its reference', async () => {
    const sale = await record(places(3));
    expect(sale).toEqual({ externalSaleId: expect.any(String), quantity: 3, incident: null });
    expect(await row()).toMatchObject({ sold: 3, ceiling: 10, firmCeiling: 10 });
    expect((await check()).drift).toEqual([]);
    const option = await direct(2);
    const told = await house.database.read(house.institutionId, (db) =>
      readExplainedNumbers(db, scope(), house.performanceId, { options: scope(), contacts: scope() }),
    );
    const where = { contingentId: house.contingentId, seatCategoryId: house.seatCategoryId, more: 0 };
    expect(told).toEqual([
      {
        ...where,
        counter: 'held',
        total: 2,
        sources: [{ source: 'option', id: option.id, number: option.number, reference: null, quantity: 2 }],
      },
      {
        ...where,
        counter: 'sold',
        total: 3,
        sources: [
          { source: 'external-sale', id: sale.externalSaleId, number: null, reference: 'V-1', quantity: 3 },
        ],
      },
    ]);
    await withdrawOption(house.caller(), { optionId: option.id });
    await cancel(sale.externalSaleId);
    expect(await row()).toMatchObject({ sold: 0 });
  });

  it('is recorded over the limit too: an incident, in history and in the stock, until it is taken back', async () => {
    const option = await direct(8);
    const sale = await record(places(5));
    const { contingentId, seatCategoryId } = places(0);
    const incident = { over: [{ contingentId, seatCategoryId, by: 3 }], seats: [] };
    expect(sale.incident).toEqual(incident);
    expect(await row()).toEqual({ held: 8, sold: 5, capacity: 10, ceiling: 13, firmCeiling: 10 });
    expect(await check()).toMatchObject({ drift: [], overLimit: 1 });
    expect(await refusal(direct(1))).toBe('stock.insufficient');
    const { rows } = await owner.query(
      `select reason, after->'incident' as incident from history where verb = 'record-external-sale' order by at desc limit 1`,
    );
    expect(rows).toEqual([{ reason: 'Vendu au guichet du partenaire', incident }]);
    const shown = await house.database.read(house.institutionId, (db) =>
      readExternalSales(db, scope(), house.performanceId),
    );
    expect(shown[0]).toMatchObject({ id: sale.externalSaleId, quantity: 5, incident, cancelledAt: null });
    await cancel(sale.externalSaleId);
    expect(await row()).toMatchObject({ held: 8, sold: 0, ceiling: 10 });
    expect(await refusal(cancel(sale.externalSaleId))).toBe('sale.cancelled');
    await withdrawOption(house.caller(), { optionId: option.id });
  });

  it('is told once: its reference stands until it is cancelled', async () => {
    const twice = await Promise.allSettled([
      record({ ...places(1), reference: 'UNIQUE' }),
      record({ ...places(1), reference: 'UNIQUE' }),
    ]);
    expect(twice.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await refusal(record({ ...places(1), reference: 'UNIQUE' }))).toBe('sale.recorded');
    const done = twice.find((each) => each.status === 'fulfilled');
    await cancel(done?.value.externalSaleId ?? '');
    const again = await record({ ...places(1), reference: 'UNIQUE' });
    await cancel(again.externalSaleId);
    expect(await row()).toMatchObject({ sold: 0 });
  });

  it('needs a motive, a performance within reach and places there are', async () => {
    expect(await refusal(record({ ...places(1), reason: ' ' }))).toBe('motive.required');
    expect(await refusal(record({}))).toBe('request.invalid');
    const elsewhere = '0192b4d8-0000-7000-8000-000000000000';
    expect(await refusal(record({ ...places(1), performanceId: elsewhere }))).toBe('request.notFound');
    expect(await refusal(cancel(elsewhere))).toBe('request.notFound');
  });

  it('is the only one that may lift a ceiling: the trigger stops every other', async () => {
    const lift = owner.query(
      'update stock set sold = 11, ceiling = 11, firm_ceiling = 11 where performance_id = $1 and seat_category_id = $2',
      [house.performanceId, house.seatCategoryId],
    );
    await expect(lift).rejects.toThrow('may not be raised over its limit');
  });

  it('takes the seats that are free, and leaves those of others with them', async () => {
    const performanceId = await house.numbered();
    const [first, second, third] = (await house.seats(performanceId)).map(({ id }) => id);
    const option = await direct(1, performanceId);
    await placeOption(house.caller(), {
      optionId: option.id,
      lines: [{ lineId: option.lines[0]!.id, quantity: 1, seatIds: [first!] }],
    });
    const sale = await record({ performanceId, seatIds: [first!, second!, third!] });
    expect(sale).toMatchObject({
      quantity: 3,
      incident: { over: [], seats: [{ id: first, holder: { source: 'option', id: option.id } }] },
    });
    const held = (await house.seats(performanceId)).filter(({ claimId }) => claimId !== null);
    expect(held.map(({ id }) => id).sort()).toEqual([first, second, third].sort());
    expect(await check(performanceId)).toMatchObject({ drift: [], overLimit: 0 });
    expect(await row(performanceId)).toMatchObject({ held: 1, sold: 3 });
    await cancel(sale.externalSaleId, performanceId);
    const left = (await house.seats(performanceId)).filter(({ claimId }) => claimId !== null);
    expect(left.map(({ id }) => id)).toEqual([first]);
    expect((await check(performanceId)).drift).toEqual([]);
  });
});

describe('the gauge check of pools', () => {
  it('finds what a pool, its rows and the setting do not say of each other, with what was counted', async () => {
    const where = `performance_id = '${house.performanceId}' and seat_category_id = '${house.seatCategoryId}'`;
    await owner.query(`update stock_category set capacity = capacity + 1, assigned = assigned + 1, pool = 2,
      pool_ceiling = 2, lent = 1 where ${where}`);
    await owner.query(`update stock set overbooking = 1, ceiling = ceiling + 1 where ${where}
      and contingent_id = '${house.contingentId}'`);
    const { drift } = await check();
    expect(
      drift.map(({ counter, counted, stored, contingentId }) => [counter, counted, stored, contingentId]),
    ).toEqual(
      expect.arrayContaining([
        ['assigned', expect.any(Number), expect.any(Number), null],
        ['pool', 0, 2, null],
        ['lent', 0, 1, null],
        ['overbooking', 0, 1, house.contingentId],
      ]),
    );
    await owner.query(`update stock_category set capacity = capacity - 1, assigned = assigned - 1, pool = 0,
      pool_ceiling = 0, lent = 0 where ${where}`);
    await owner.query(`update stock set overbooking = 0, ceiling = ceiling - 1 where ${where}
      and contingent_id = '${house.contingentId}'`);
    expect((await check()).drift).toEqual([]);
  });

  it('counts places that are out with a distributor, and those that are called back', async () => {
    const found = await owner.query<{ id: string }>(
      'select id from stock where performance_id = $1 and seat_category_id = $2 and contingent_id = $3',
      [house.performanceId, house.seatCategoryId, house.contingentId],
    );
    const stockId = found.rows[0]!.id;
    const claim = (counter: string, quantity: number) =>
      owner.query(
        `insert into claim (institution_id, source_type, source_id, stock_id, performance_id, seat_category_id,
           contingent_id, quantity, counter)
         select institution_id, 'distributor-sale', uuidv7(), id, performance_id, seat_category_id, contingent_id, $2, $3
         from stock where id = $1`,
        [stockId, quantity, counter],
      );
    const move = (moves: object) =>
      owner.query('select move_stock_apart($1)', [JSON.stringify([{ stockId, ...moves }])]);
    await claim('allotted', 4);
    await move({ allotted: 4 });
    expect((await check()).drift).toEqual([]);
    await owner.query(`update claim set counter = 'recalling' where stock_id = $1 and counter = 'allotted'`, [
      stockId,
    ]);
    expect((await check()).drift.map(({ counter, counted, stored }) => [counter, counted, stored])).toEqual([
      ['allotted', 0, 4],
      ['recalling', 4, 0],
    ]);
    await move({ allotted: -4, recalling: 4 });
    expect((await check()).drift).toEqual([]);
    await expect(move({ recalling: 7 })).rejects.toThrow('not enough places');
    await owner.query(`update claim set counter = 'released' where stock_id = $1 and counter = 'recalling'`, [
      stockId,
    ]);
    await move({ recalling: -4 });
    expect((await check()).drift).toEqual([]);
  });
});
