import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { placeDirectly } from '../../../activities/options/place-directly.ts';
import { placeOption } from '../../../activities/options/place-option.ts';
import { requestOption } from '../../../activities/options/request-option.ts';
import { Problem } from '../../../activities/problem.ts';
import { blockSeats } from '../../../activities/stock/block-seats.ts';
import { checkGauges } from '../../../activities/stock/check-gauges.ts';
import { type MoveInput, moveSeats } from '../../../activities/stock/move-seats.ts';
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
    activity: { overbookingAllowed: true, overbookingPercent: 20 },
  });
  owner = new pg.Pool({ connectionString: test.url, max: 2 });
});
afterAll(async () => {
  await owner.end();
  await house.close();
  await test.drop();
});

/** Moves from the first contingent to the second. */
const move = (performanceId: string, what: Partial<MoveInput>) =>
  moveSeats(house.caller(), {
    performanceId,
    seatCategoryId: house.seatCategoryId,
    fromContingentId: house.contingentIds[0]!,
    toContingentId: house.contingentIds[1]!,
    ...what,
  });

const back = (performanceId: string, what: Partial<MoveInput>) =>
  move(performanceId, {
    fromContingentId: house.contingentIds[1]!,
    toContingentId: house.contingentIds[0]!,
    ...what,
  });

/** Capacity and overbooking of both contingents, and what the category has assigned. */
async function capacities(performanceId: string) {
  const { rows } = await owner.query(
    `select t.capacity, t.overbooking, c.assigned from stock t
     join stock_category c using (performance_id, seat_category_id)
     where t.performance_id = $1 and t.seat_category_id = $2 order by array_position($3::uuid[], t.contingent_id)`,
    [performanceId, house.seatCategoryId, house.contingentIds],
  );
  return rows.map((row) => [row.capacity, row.overbooking, row.assigned]);
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

async function placeOn(performanceId: string, seatIds: readonly string[], quantity = seatIds.length) {
  const option = await requestOption(house.caller(), {
    contactId: house.individualId,
    performanceId,
    lines: [{ seatCategoryId: house.seatCategoryId, quantity }],
  });
  const lines = [{ lineId: option.lines[0]!.id, quantity, seatIds }];
  return placeOption(house.caller(), { optionId: option.id, lines });
}

describe('moving seats between contingents', () => {
  it('moves named seats, both capacities and their overbooking, and the category stays', async () => {
    const performanceId = await house.numbered();
    const seats = await ids(performanceId);
    expect(await move(performanceId, { seatIds: seats.slice(0, 5) })).toEqual({ quantity: 5 });
    expect(await capacities(performanceId)).toEqual([
      [15, 3, 20],
      [5, 1, 20],
    ]);
    const { lines } = await placeOn(performanceId, seats.slice(0, 2));
    expect(lines[0]!.placed[0]!.contingentId).toBe(house.contingentIds[1]);
    await sound(performanceId);
    await back(performanceId, { seatIds: seats.slice(2, 4) });
    expect((await capacities(performanceId)).map(([capacity]) => capacity)).toEqual([17, 3]);
    await sound(performanceId);
  });

  it('moves the last free seats of the plan where a quantity is named', async () => {
    const performanceId = await house.numbered();
    const seats = await ids(performanceId);
    await placeOn(performanceId, seats.slice(-1));
    await move(performanceId, { quantity: 3 });
    const moved = (await house.seats(performanceId)).filter(
      ({ contingentId }) => contingentId === house.contingentIds[1],
    );
    expect(moved.map(({ id }) => id)).toEqual(seats.slice(16, 19));
    await sound(performanceId);
  });

  it('moves a quantity of a performance without seats', async () => {
    await move(house.performanceId, { quantity: 30 });
    expect((await capacities(house.performanceId)).map(([capacity]) => capacity)).toEqual([70, 130]);
    await back(house.performanceId, { quantity: 30 });
  });

  it('moves free places only, held without a seat or not', async () => {
    const performanceId = await house.numbered();
    const seats = await ids(performanceId);
    await placeOn(performanceId, seats.slice(0, 1));
    expect(await problem(move(performanceId, { seatIds: seats.slice(0, 2) }))).toMatchObject({
      code: 'stock.insufficient',
      errors: [{ path: 'seatIds.0', code: 'seat.alreadyTaken' }],
    });
    await placeDirectly(house.caller(), {
      contactId: house.individualId,
      performanceId,
      lines: [{ seatCategoryId: house.seatCategoryId, quantity: 12 }],
    });
    expect(await problem(move(performanceId, { seatIds: seats.slice(1, 12) }))).toMatchObject({
      code: 'stock.insufficient',
      free: [{ contingentId: house.contingentId, free: 11 }],
    });
    await move(performanceId, { quantity: 9 });
    await sound(performanceId);
  });

  it('says what cannot be, and keeps what was done in history', async () => {
    const performanceId = await house.numbered();
    const [seat] = await ids(performanceId);
    const refused = (path: string, code: string) => ({ code: 'request.invalid', errors: [{ path, code }] });
    const moved = (what: Partial<MoveInput>) => problem(move(performanceId, what));
    expect(await moved({})).toMatchObject(refused('quantity', 'field.required'));
    expect(await moved({ quantity: 1, seatIds: [seat!] })).toMatchObject(
      refused('quantity', 'field.invalid'),
    );
    const same = { toContingentId: house.contingentId, quantity: 1 };
    expect(await moved(same)).toMatchObject(refused('toContingentId', 'field.invalid'));
    expect(await problem(back(performanceId, { quantity: 1 }))).toMatchObject(
      refused('fromContingentId', 'field.reference'),
    );
    await move(performanceId, { seatIds: [seat!], reason: 'Invitations' });
    expect(await moved({ seatIds: [seat!] })).toMatchObject(refused('seatIds.0', 'seat.otherContingent'));
    const { rows } = await owner.query(
      `select after, reason from history where subject_id = $1 and verb = 'move-seats'`,
      [performanceId],
    );
    expect(rows).toEqual([
      {
        reason: 'Invitations',
        after: expect.objectContaining({ quantity: 1, seats: [expect.objectContaining({ id: seat })] }),
      },
    ]);
  });

  it('there, back, placed and blocked at once: nothing is lost and nobody waits for ever', async () => {
    const performanceId = await house.numbered();
    const seats = await ids(performanceId);
    const answers = await Promise.allSettled(
      Array.from({ length: 40 }, (_, at): Promise<unknown> => {
        const some = [seats[(at * 3) % 20]!, seats[(at * 3 + 7) % 20]!];
        if (at % 4 === 0) return move(performanceId, { seatIds: some });
        if (at % 4 === 1) return back(performanceId, { quantity: 1 });
        if (at % 4 === 2) return placeOn(performanceId, some);
        return blockSeats(house.caller(), { performanceId, seatIds: some, reason: 'Essai' });
      }),
    );
    for (const answer of answers)
      if (answer.status === 'rejected')
        expect(['stock.insufficient', 'request.invalid', 'contingent.notForChannel']).toContain(
          answer.reason.code,
        );
    await sound(performanceId);
  });

  it('sent twice has one effect and one answer', async () => {
    const performanceId = await house.numbered();
    const caller = house.caller();
    const input = {
      performanceId,
      seatCategoryId: house.seatCategoryId,
      fromContingentId: house.contingentIds[0]!,
      toContingentId: house.contingentIds[1]!,
      quantity: 4,
    };
    expect(await moveSeats(caller, input)).toEqual(await moveSeats(caller, input));
    expect((await capacities(performanceId)).map(([capacity]) => capacity)).toEqual([16, 4]);
  });
});
