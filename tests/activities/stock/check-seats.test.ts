import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { placeOption } from '../../../activities/options/place-option.ts';
import { refuseOption } from '../../../activities/options/refuse-option.ts';
import { requestOption } from '../../../activities/options/request-option.ts';
import { checkGauges } from '../../../activities/stock/check-gauges.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { createNumberedHouse, type NumberedHouse } from './support/numbered-house.ts';

let test: TestDatabase;
let house: NumberedHouse;
let owner: pg.Pool;

beforeAll(async () => {
  test = await createTestDatabase();
  house = await createNumberedHouse(test.url, { poolSize: 16 });
  owner = new pg.Pool({ connectionString: test.url, max: 1 });
});
afterAll(async () => {
  await owner.end();
  await house.close();
  await test.drop();
});

/** An option on these seats, and the claim that holds them. */
async function seated(performanceId: string, seatIds: readonly string[]) {
  const option = await requestOption(house.caller(), {
    contactId: house.individualId,
    performanceId,
    lines: [{ seatCategoryId: house.seatCategoryId, quantity: seatIds.length }],
  });
  const lines = [{ lineId: option.lines[0]!.id, quantity: seatIds.length, seatIds }];
  const placed = await placeOption(house.caller(), { optionId: option.id, lines });
  return { optionId: option.id, claimId: placed.lines[0]!.placed[0]!.id };
}

const ids = async (performanceId: string, category = 0) =>
  (await house.seats(performanceId, category)).map(({ id }) => id);

const drift = async (performanceId: string) => (await checkGauges(house.caller(), { performanceId })).drift;

/** Says of a seat that a claim holds it. */
const mark = (performanceId: string, seatId: string, claimId: string | null) =>
  owner.query('update performance_seat set claim_id = $3 where performance_id = $1 and seat_id = $2', [
    performanceId,
    seatId,
    claimId,
  ]);

describe('the gauge check of numbered seats', () => {
  it('finds all in order, and never a drift while seats change hands', async () => {
    const performanceId = await house.numbered();
    const seats = await ids(performanceId);
    let done = false;
    const load = Array.from({ length: 5 }, async (_, at) => {
      while (!done) {
        const { optionId } = await seated(performanceId, seats.slice(at * 4, at * 4 + 4));
        await refuseOption(house.caller(), { optionId });
      }
    });
    for (let check = 0; check < 15; check += 1) expect(await drift(performanceId)).toEqual([]);
    done = true;
    await Promise.all(load);
  });

  it('finds seats of a released, a vanished or another claim, and says which', async () => {
    const performanceId = await house.numbered();
    const other = await house.numbered();
    const seats = await ids(performanceId);
    const refused = await seated(performanceId, seats.slice(0, 1));
    await refuseOption(house.caller(), { optionId: refused.optionId });
    const held = await seated(performanceId, seats.slice(1, 3));
    const away = await seated(other, (await ids(other)).slice(0, 1));
    const nobody = randomUUID();
    await mark(performanceId, seats[5]!, refused.claimId);
    await mark(performanceId, seats[6]!, away.claimId);
    await mark(performanceId, seats[7]!, nobody);
    await mark(performanceId, seats[8]!, held.claimId);
    const [found, ...more] = await drift(performanceId);
    expect(more).toEqual([]);
    expect(found).toMatchObject({
      counter: 'seatsHeld',
      counted: 2,
      stored: 6,
      sources: [{ source: 'option', counter: 'held', quantity: 2 }],
    });
    expect(found!.seats).toEqual([
      { seatId: seats[5], claimId: refused.claimId, fault: 'released' },
      { seatId: seats[6], claimId: away.claimId, fault: 'elsewhere' },
      { seatId: seats[7], claimId: nobody, fault: 'gone' },
      { seatId: seats[8], claimId: held.claimId, fault: 'unnamed' },
    ]);
    expect(await drift(other)).toEqual([]);
  });

  it('finds a seat that its claim names and does not hold', async () => {
    const performanceId = await house.numbered();
    const seats = await ids(performanceId);
    const { claimId } = await seated(performanceId, seats.slice(0, 3));
    await mark(performanceId, seats[1]!, null);
    expect(await drift(performanceId)).toMatchObject([
      {
        counter: 'seatsNamed',
        counted: 3,
        stored: 2,
        seats: [{ seatId: seats[1], claimId, fault: 'unheld' }],
      },
    ]);
  });

  it('finds a row that has not as many seats as its capacity', async () => {
    const performanceId = await house.numbered();
    const [seat] = await house.seats(performanceId);
    const [dear] = await house.seats(performanceId, 1);
    await owner.query(
      'update performance_seat set stock_id = $3 where performance_id = $1 and seat_id = $2',
      [performanceId, seat!.id, dear!.stockId],
    );
    const found = await drift(performanceId);
    expect(new Map(found.map(({ stockId, counted, stored }) => [stockId, [counted, stored]]))).toEqual(
      new Map([
        [seat!.stockId, [19, 20]],
        [dear!.stockId, [21, 20]],
      ]),
    );
    expect(found.map(({ counter }) => counter)).toEqual(['seats', 'seats']);
  });
});
