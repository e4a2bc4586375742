import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { confirmOption } from '../../../activities/options/confirm-option.ts';
import { placeDirectly } from '../../../activities/options/place-directly.ts';
import { withdrawOption } from '../../../activities/options/withdraw-option.ts';
import { checkGauges } from '../../../activities/stock/check-gauges.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { createHouse, type House } from '../../support/house.ts';

let test: TestDatabase;
let house: House;
let owner: pg.Client;

beforeAll(async () => {
  test = await createTestDatabase();
  house = await createHouse(test.url, { capacity: 50, poolSize: 20 });
  owner = new pg.Client({ connectionString: test.url });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await house.close();
  await test.drop();
});

const place = async (quantity: number) => {
  const { id } = await placeDirectly(house.caller(), {
    contactId: house.individualId,
    performanceId: house.performanceId,
    lines: [{ seatCategoryId: house.seatCategoryId, quantity }],
  });
  return { optionId: id };
};

describe('the gauge check', () => {
  it('counts every stock row, and finds them right', async () => {
    await place(3);
    await confirmOption(house.caller(), await place(4));
    const answer = await checkGauges(house.caller(), {});
    expect(answer).toEqual({ checkedAt: expect.any(String), rows: 4, overLimit: 0, drift: [] });
    const kept = await owner.query('select rows, drift from gauge_check order by checked_at desc limit 1');
    expect(kept.rows).toEqual([{ rows: 4, drift: [] }]);
  });

  it('never reports a drift while verbs are at work', async () => {
    let done = false;
    const load = Array.from({ length: 6 }, async () => {
      while (!done) await withdrawOption(house.caller(), await place(1));
    });
    for (let check = 0; check < 20; check += 1) {
      expect((await checkGauges(house.caller(), {})).drift).toEqual([]);
    }
    done = true;
    await Promise.all(load);
  });

  it('finds a counter that was changed, and says what it should count and why', async () => {
    const row = `performance_id = '${house.performanceId}' and seat_category_id = '${house.seatCategoryId}'`;
    await owner.query(`update stock set held = held - 1, tentative = 2 where ${row}`);
    const { rows, drift } = await checkGauges(house.caller(), { performanceId: house.performanceId });
    expect(rows).toBe(2);
    const where = {
      stockId: expect.any(String),
      performanceId: house.performanceId,
      contingentId: house.contingentId,
      seatCategoryId: house.seatCategoryId,
      sources: [
        { source: 'option', counter: 'held', quantity: 3 },
        { source: 'option', counter: 'ordered', quantity: 4 },
      ],
    };
    expect(drift).toEqual([
      { ...where, counter: 'held', counted: 3, stored: 2 },
      { ...where, counter: 'tentative', counted: 0, stored: 2 },
    ]);
    await owner.query(`update stock set held = held + 1, tentative = 0 where ${row}`);
  });

  it('looks only where its caller works', async () => {
    await expect(checkGauges(house.caller(), { performanceId: randomUUID() })).rejects.toMatchObject({
      code: 'request.notFound',
    });
    const caller = house.caller();
    const elsewhere = { ...caller, actor: { ...caller.actor, organisationIds: [randomUUID()] } };
    expect(await checkGauges(elsewhere, {})).toMatchObject({ rows: 0, drift: [] });
  });
});
