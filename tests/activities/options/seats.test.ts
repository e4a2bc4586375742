import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { cancelConfirmation } from '../../../activities/options/cancel-confirmation.ts';
import { cancelRefusal } from '../../../activities/options/cancel-refusal.ts';
import { confirmOption } from '../../../activities/options/confirm-option.ts';
import { lapseOption } from '../../../activities/options/lapse-option.ts';
import type { OptionAnswer } from '../../../activities/options/option-answer.ts';
import { placeOption } from '../../../activities/options/place-option.ts';
import { refuseOption } from '../../../activities/options/refuse-option.ts';
import { requestOption } from '../../../activities/options/request-option.ts';
import { withdrawOption } from '../../../activities/options/withdraw-option.ts';
import { Problem } from '../../../activities/problem.ts';
import { moveSeats } from '../../../activities/stock/move-seats.ts';
import type { Database } from '../../../database/database.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { createNumberedHouse, type NumberedHouse, type SeatRow } from '../stock/support/numbered-house.ts';
import { audit } from './support/audit.ts';

let test: TestDatabase;
let house: NumberedHouse;
let reserved: NumberedHouse;
let tentative: NumberedHouse;
let owner: pg.Pool;

beforeAll(async () => {
  test = await createTestDatabase();
  const contingents = ['COLLECTIVITES', 'RESERVE'];
  house = await createNumberedHouse(test.url, { contingents, poolSize: 32 });
  reserved = await createNumberedHouse(test.url, { contingents });
  tentative = await createNumberedHouse(test.url, {
    contingents,
    activity: { deductsAvailability: false },
  });
  owner = new pg.Pool({ connectionString: test.url, max: 2 });
});
afterAll(async () => {
  await owner.end();
  await house.close();
  await reserved.close();
  await tentative.close();
  await test.drop();
});

/** A requested option of one line. */
async function requested(performanceId: string, quantity: number, of: NumberedHouse = house) {
  return requestOption(of.caller(), {
    contactId: of.individualId,
    performanceId,
    lines: [{ seatCategoryId: of.seatCategoryId, quantity }],
  });
}

const place = (option: OptionAnswer, quantity: number, seatIds: readonly string[] | null, of = house) =>
  placeOption(of.caller(), {
    optionId: option.id,
    lines: [{ lineId: option.lines[0]!.id, quantity, seatIds }],
  });

const ids = (seats: readonly { id: string }[]) => seats.map(({ id }) => id);

async function held(performanceId: string, of = house): Promise<string[]> {
  return ids((await of.seats(performanceId)).filter(({ claimId }) => claimId !== null));
}

async function problem(work: Promise<unknown>) {
  const error = await work.then(
    () => null,
    (failure: unknown) => failure,
  );
  if (!(error instanceof Problem)) throw new Error('no problem', { cause: error });
  return { code: error.code, ...error.details };
}

/** Moves the second half of the best category to another contingent. */
async function split(performanceId: string, contingentId: string): Promise<SeatRow[]> {
  const seats = await house.seats(performanceId);
  await owner.query(
    `with made as (insert into stock (institution_id, performance_id, seat_category_id, contingent_id, capacity, ceiling, firm_ceiling)
       values ($1, $2, $3, $4, 10, 10, 10) returning id),
     less as (update stock set capacity = 10, ceiling = 10, firm_ceiling = 10 where id = $5)
     update performance_seat set stock_id = made.id from made where performance_id = $2 and seat_id = any($6)`,
    [
      house.institutionId,
      performanceId,
      house.seatCategoryId,
      contingentId,
      seats[0]!.stockId,
      ids(seats.slice(10)),
    ],
  );
  return seats;
}

describe('named seats', () => {
  it('are held by the placement that named them, with what their labels are made of', async () => {
    const performanceId = await house.numbered();
    const seats = await house.seats(performanceId);
    const named = ids(seats.slice(2, 5));
    const answer = await place(await requested(performanceId, 4), 4, named);
    const [places] = answer.lines[0]!.placed;
    expect(places).toMatchObject({ quantity: 4, contingentId: house.contingentId });
    expect(places!.seats).toEqual(
      named.map((id, at) => ({ id, zone: 'PLATEA', block: '', rowLabel: '1', number: `${at + 3}` })),
    );
    const now = await house.seats(performanceId);
    expect(now.filter(({ claimId }) => claimId === places!.id).map(({ id }) => id)).toEqual(named);
    expect(await held(performanceId)).toEqual(named);
  });

  it.each([
    ['refuse', refuseOption],
    ['withdraw', withdrawOption],
    ['lapse', lapseOption],
  ] as const)('go back at %s', async (_verb, act) => {
    const performanceId = await house.numbered();
    const option = await requested(performanceId, 3);
    await place(option, 3, ids((await house.seats(performanceId)).slice(0, 3)));
    await act(house.caller(), { optionId: option.id });
    expect(await held(performanceId)).toEqual([]);
  });

  it('stay through confirmation and its cancellation, and go back when a confirmed option lapses', async () => {
    const performanceId = await house.numbered();
    const option = await requested(performanceId, 3);
    const named = ids((await house.seats(performanceId)).slice(0, 3));
    await place(option, 3, named);
    const subject = { optionId: option.id };
    for (const act of [confirmOption, cancelConfirmation, confirmOption]) {
      const answer = await act(house.caller(), subject);
      expect(ids(answer.lines[0]!.placed[0]!.seats ?? [])).toEqual(named);
      expect(await held(performanceId)).toEqual(named);
    }
    await lapseOption(house.caller(), subject);
    expect(await held(performanceId)).toEqual([]);
  });

  it('are had again when the refusal is cancelled, or it stays refused', async () => {
    const performanceId = await house.numbered();
    const option = await requested(performanceId, 3);
    const seats = await house.seats(performanceId);
    const named = ids(seats.slice(0, 3));
    const subject = { optionId: option.id };
    await place(option, 3, named);
    await refuseOption(house.caller(), subject);
    await cancelRefusal(house.caller(), subject);
    expect(await held(performanceId)).toEqual(named);
    await refuseOption(house.caller(), subject);
    await place(await requested(performanceId, 1), 1, [named[1]!]);
    expect(await problem(cancelRefusal(house.caller(), subject))).toMatchObject({
      code: 'stock.insufficient',
      reasons: [{ code: 'seat.taken', values: { seatId: named[1], where: 'PLATEA - 1', number: '2' } }],
    });
    expect(await held(performanceId)).toEqual([named[1]]);
  });

  it('change with the placement: seats kept, given back and taken in one move', async () => {
    const performanceId = await house.numbered();
    const option = await requested(performanceId, 4);
    const seats = ids(await house.seats(performanceId));
    await place(option, 4, seats.slice(0, 4));
    await place(option, 4, seats.slice(2, 6));
    expect(await held(performanceId)).toEqual(seats.slice(2, 6));
    await place(option, 4, null);
    expect(await held(performanceId)).toEqual(seats.slice(2, 6));
    await place(option, 4, []);
    expect(await held(performanceId)).toEqual([]);
    await place(option, 4, seats.slice(0, 2));
    const other = await house.numbered();
    const moved = await placeOption(house.caller(), {
      optionId: option.id,
      performanceId: other,
      reason: 'Une autre date',
    });
    expect(moved.lines[0]!.placed[0]!.seats).toBeNull();
    expect([await held(performanceId), await held(other)]).toEqual([[], []]);
  });

  it('in two contingents are two placements of one line, refused and had again together', async () => {
    const performanceId = await house.numbered();
    const seats = await split(performanceId, house.contingentIds[1]!);
    const named = ids(seats.slice(8, 12));
    const option = await requested(performanceId, 5);
    const { placed } = (await place(option, 5, named)).lines[0]!;
    expect(placed.map(({ contingentId, quantity }) => [contingentId, quantity])).toEqual([
      [house.contingentIds[0], 3],
      [house.contingentIds[1], 2],
    ]);
    await refuseOption(house.caller(), { optionId: option.id });
    await cancelRefusal(house.caller(), { optionId: option.id });
    expect(await held(performanceId)).toEqual(named);
    expect(await audit(owner, [performanceId])).toEqual([]);
  });

  it('leave a place beside them in the contingent it came from: without room there the refusal stays', async () => {
    const performanceId = await house.numbered();
    const seats = await split(performanceId, house.contingentIds[1]!);
    const option = await requested(performanceId, 5);
    await place(option, 5, ids(seats.slice(8, 12)));
    await refuseOption(house.caller(), { optionId: option.id });
    const other = await requested(performanceId, 8);
    await placeOption(house.caller(), {
      optionId: other.id,
      lines: [{ lineId: other.lines[0]!.id, quantity: 8, contingentId: house.contingentIds[0]! }],
    });
    expect(await problem(cancelRefusal(house.caller(), { optionId: option.id }))).toMatchObject({
      code: 'stock.insufficient',
    });
    await withdrawOption(house.caller(), { optionId: other.id });
    const { lines } = await cancelRefusal(house.caller(), { optionId: option.id });
    expect(lines[0]!.placed.map(({ contingentId, quantity }) => [contingentId, quantity])).toEqual([
      [house.contingentIds[0], 3],
      [house.contingentIds[1], 2],
    ]);
  });

  it('are refused with the reason and its place', async () => {
    const performanceId = await house.numbered();
    const elsewhere = await house.numbered({ open: false });
    const option = await requested(performanceId, 3);
    const [one, two, three, four] = ids(await house.seats(performanceId));
    const [dear] = ids(await house.seats(performanceId, 1));
    const named = (...seatIds: (string | undefined)[]) =>
      problem(
        place(
          option,
          3,
          seatIds.map((id) => id!),
        ),
      );
    const refused = (path: string, code: string) => ({ code: 'request.invalid', errors: [{ path, code }] });
    expect(await named(one, two, three, four)).toMatchObject(refused('lines.0.seatIds', 'seat.tooMany'));
    expect(await named(one, one)).toMatchObject(refused('lines.0.seatIds.1', 'field.duplicate'));
    expect(await named(one, dear)).toMatchObject(refused('lines.0.seatIds.1', 'seat.otherCategory'));
    expect(await named(option.id)).toMatchObject(refused('lines.0.seatIds.0', 'field.reference'));
    const away = await requested(elsewhere, 1);
    expect(await problem(place(away, 1, [one!]))).toMatchObject(
      refused('lines.0.seatIds.0', 'field.reference'),
    );
    await place(await requested(performanceId, 1), 1, [two!]);
    expect(await named(one, two)).toMatchObject({
      code: 'stock.insufficient',
      errors: [{ path: 'lines.0.seatIds.1', code: 'seat.alreadyTaken' }],
    });
    await owner.query('delete from channel_contingent where contingent_id = $1', [house.contingentIds[1]]);
    await split(performanceId, house.contingentIds[1]!);
    const last = ids(await house.seats(performanceId)).at(-1);
    expect(await named(last)).toMatchObject({ code: 'contingent.notForChannel' });
    expect(await held(performanceId)).toEqual([two]);
  });
});

describe('a placement', () => {
  it('asks nothing more of the database where no seat is named, and three things where one is', async () => {
    const performanceId = await house.numbered();
    const { database } = house;
    let statements = 0;
    const counting: Database = {
      ...database,
      transaction: (work) =>
        database.transaction((db, { ask, send }) =>
          work(db, {
            ask: (statement) => {
              statements += 1;
              return ask(statement);
            },
            send: (statement) => {
              statements += 1;
              send(statement);
            },
          }),
        ),
    };
    const asked = async (id: string, seatIds: readonly string[] | null) => {
      const option = await requested(id, 1);
      statements = 0;
      const lines = [{ lineId: option.lines[0]!.id, quantity: 1, seatIds }];
      await placeOption({ ...house.caller(), database: counting }, { optionId: option.id, lines });
      return statements;
    };
    await asked(performanceId, null); // what the settings say is remembered from then on
    await asked(house.performanceId, null);
    const plain = await asked(house.performanceId, null);
    expect(await asked(performanceId, null)).toBe(plain);
    const [seat] = ids(await house.seats(performanceId));
    expect(await asked(performanceId, [seat!])).toBe(plain + 3);
    expect(plain).toBe(6);
  });
});

describe('seats of an option that deducts nothing', () => {
  it('are named at placement and taken at confirmation', async () => {
    const performanceId = await tentative.numbered();
    const seats = ids(await tentative.seats(performanceId));
    const first = await requested(performanceId, 2, tentative);
    const second = await requested(performanceId, 2, tentative);
    await place(first, 2, seats.slice(0, 2), tentative);
    await place(second, 2, seats.slice(1, 3), tentative);
    expect(await held(performanceId, tentative)).toEqual([]);
    await confirmOption(tentative.caller(), { optionId: first.id });
    expect(await held(performanceId, tentative)).toEqual(seats.slice(0, 2));
    expect(await problem(confirmOption(tentative.caller(), { optionId: second.id }))).toMatchObject({
      code: 'stock.insufficient',
      reasons: [{ code: 'seat.taken', values: { seatId: seats[1] } }],
    });
    await cancelConfirmation(tentative.caller(), { optionId: first.id });
    expect(await held(performanceId, tentative)).toEqual([]);
    await confirmOption(tentative.caller(), { optionId: second.id });
    expect(await held(performanceId, tentative)).toEqual(seats.slice(1, 3));
  });
});

describe('seats that went to another contingent meanwhile', () => {
  const moveAway = (of: NumberedHouse, performanceId: string, seatIds: readonly string[], to: string) =>
    moveSeats(of.caller(), {
      performanceId,
      seatCategoryId: of.seatCategoryId,
      fromContingentId: of.contingentId,
      toContingentId: to,
      seatIds,
    });

  it('are drawn from there when the refusal is cancelled', async () => {
    const performanceId = await reserved.numbered();
    const option = await requested(performanceId, 2, reserved);
    const named = ids((await reserved.seats(performanceId)).slice(0, 2));
    await place(option, 2, named, reserved);
    await refuseOption(reserved.caller(), { optionId: option.id });
    await moveAway(reserved, performanceId, named.slice(1), reserved.contingentIds[1]!);
    const { lines } = await cancelRefusal(reserved.caller(), { optionId: option.id });
    expect(lines[0]!.placed.map(({ contingentId }) => contingentId)).toEqual(reserved.contingentIds);
    expect(await audit(owner, [performanceId])).toEqual([]);
  });

  it('are not taken by a confirmation from the contingent they were named in', async () => {
    const performanceId = await tentative.numbered();
    const option = await requested(performanceId, 2, tentative);
    const named = ids((await tentative.seats(performanceId)).slice(0, 2));
    await place(option, 2, named, tentative);
    await moveAway(tentative, performanceId, named.slice(1), tentative.contingentIds[1]!);
    expect(await problem(confirmOption(tentative.caller(), { optionId: option.id }))).toMatchObject({
      code: 'stock.insufficient',
      reasons: [{ code: 'seat.taken', values: { seatId: named[1] } }],
    });
  });
});

describe('many at once', () => {
  it('32 clients who want the same ten seats: each seat once', async () => {
    const performanceId = await house.numbered();
    const seats = ids((await house.seats(performanceId)).slice(0, 10));
    const options = await Promise.all(Array.from({ length: 32 }, () => requested(performanceId, 2)));
    const answers = await Promise.allSettled(
      options.map((option, at) =>
        place(option, 2, [seats[at % 10]!, seats[(at * 7 + 3) % 10]!].filter(unique)),
      ),
    );
    for (const answer of answers)
      if (answer.status === 'rejected') expect(answer.reason).toMatchObject({ code: 'stock.insufficient' });
    const named = answers.flatMap((answer) =>
      answer.status === 'fulfilled' ? ids(answer.value.lines[0]!.placed[0]!.seats ?? []) : [],
    );
    expect(new Set(named).size).toBe(named.length);
    expect((await held(performanceId)).toSorted()).toEqual(named.toSorted());
    expect(await audit(owner, [performanceId])).toEqual([]);
  });

  it('two options that swap their seats wait for each other, never both', async () => {
    const performanceId = await house.numbered();
    const seats = ids(await house.seats(performanceId));
    const [one, other] = [await requested(performanceId, 5), await requested(performanceId, 5)];
    await place(one, 5, seats.slice(0, 5));
    await place(other, 5, seats.slice(5, 10));
    for (let round = 0; round < 10; round += 1) {
      const answers = await Promise.allSettled([
        place(one, 5, seats.slice(5, 10)),
        place(other, 5, seats.slice(0, 5)),
        place(one, 5, seats.slice(0, 5).reverse()),
        place(other, 5, seats.slice(10, 15)),
        refuseOption(house.caller(), { optionId: other.id }),
        cancelRefusal(house.caller(), { optionId: other.id }),
      ]);
      for (const answer of answers)
        if (answer.status === 'rejected')
          expect(['stock.insufficient', 'option.state']).toContain(answer.reason.code);
    }
    expect(await audit(owner, [performanceId])).toEqual([]);
  });

  it('the same placement sent twice has one effect and one answer', async () => {
    const performanceId = await house.numbered();
    const option = await requested(performanceId, 2);
    const lines = [
      {
        lineId: option.lines[0]!.id,
        quantity: 2,
        seatIds: ids((await house.seats(performanceId)).slice(0, 2)),
      },
    ];
    const caller = house.caller();
    const first = await placeOption(caller, { optionId: option.id, lines });
    const again = await placeOption(caller, { optionId: option.id, lines });
    expect(JSON.stringify(again)).toBe(JSON.stringify(first));
  });
});

const unique = <T>(value: T, at: number, all: readonly T[]) => all.indexOf(value) === at;
