import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setStock } from '../../../activities/catalogue/set-stock.ts';
import { cancelConfirmation } from '../../../activities/options/cancel-confirmation.ts';
import { confirmOption } from '../../../activities/options/confirm-option.ts';
import { lapseOption } from '../../../activities/options/lapse-option.ts';
import { placeDirectly } from '../../../activities/options/place-directly.ts';
import { placeOption } from '../../../activities/options/place-option.ts';
import { refuseOption } from '../../../activities/options/refuse-option.ts';
import { withdrawOption } from '../../../activities/options/withdraw-option.ts';
import { seasonActivityRecords } from '../../../activities/records/kinds/seasons.ts';
import { changeRecord } from '../../../activities/records/write-record.ts';
import { blockSeats } from '../../../activities/stock/block-seats.ts';
import { moveSeats } from '../../../activities/stock/move-seats.ts';
import { unblockSeats } from '../../../activities/stock/unblock-seats.ts';
import { readStock } from '../../../database/read-models/stock.ts';
import { audit } from '../options/support/audit.ts';
import { Stage, type StockWish, type Theatre } from '../options/support/stage.ts';
import { refusal } from '../options/support/verbs.ts';

const connections = 32;
const clients = 64;

let stage: Stage;
let house: Theatre;

beforeAll(async () => {
  stage = await Stage.open(connections);
  house = await stage.theatre();
});
afterAll(() => stage.close());

const both = (capacityOfPublic: number, capacityOfGroups: number): StockWish[] => [
  { contingent: 'PUBLIC', capacity: capacityOfPublic },
  { contingent: 'GROUPS', capacity: capacityOfGroups },
];

/** A performance whose options may go above the whole capacity. */
function pooled(overbookingPercent: number, stock: StockWish[]): Promise<string> {
  const activity = { overbookingAllowed: true, overbookingBasis: 'capacity' as const, overbookingPercent };
  return stage.performance(house, { activity, stock });
}

async function direct(performanceId: string, quantity: number, contingentId?: string) {
  const contactId = await stage.contact();
  const lines = [{ seatCategoryId: house.categories.CAT1, quantity }];
  const placed = await placeDirectly(stage.caller(), { contactId, performanceId, lines });
  if (contingentId === undefined) return placed;
  const lineId = placed.lines[0]!.id;
  return placeOption(stage.caller(), { optionId: placed.id, lines: [{ lineId, quantity, contingentId }] });
}

const withdraw = (optionId: string) => withdrawOption(stage.caller(), { optionId });

/** Pool and lent of the category, then held and overbooking of each of its rows. */
async function standing(performanceId: string): Promise<number[][]> {
  const { rows } = await stage.owner.query<{ told: number[] }>(
    `select array[pool, lent] as told, 0 as nth, '' as code from stock_category
     where performance_id = $1 and seat_category_id = $2
     union all
     select array[held, overbooking], 1, c.code from stock s join contingent c on c.id = s.contingent_id
     where performance_id = $1 and seat_category_id = $2 order by nth, code desc`,
    [performanceId, house.categories.CAT1],
  );
  return rows.map(({ told }) => told);
}

async function free(performanceId: string): Promise<(readonly [number, number])[]> {
  const scope = { institutionId: stage.institutionId, organisationIds: 'all' as const };
  const rows = await stage.database.read(stage.institutionId, (db) => readStock(db, scope, performanceId));
  return (rows ?? []).flatMap((row) => (row.contingentId === null ? [] : [[row.limit, row.free] as const]));
}

async function changeActivity(performanceId: string, values: Record<string, unknown>): Promise<void> {
  const { rows } = await stage.owner.query<{ id: string }>(
    'select e.activity_id as id from performance p join show_event e on e.id = p.event_id where p.id = $1',
    [performanceId],
  );
  await changeRecord(stage.caller(), seasonActivityRecords, { id: rows[0]!.id, version: null, values });
}

describe('overbooking of the whole capacity', () => {
  it('lends a row what a placement lacks, and every release gives back what it no longer needs', async () => {
    const performanceId = await pooled(10, both(20, 30));
    expect(await standing(performanceId)).toEqual([
      [5, 0],
      [0, 0],
      [0, 0],
    ]);
    const first = await direct(performanceId, 20, stage.contingents.PUBLIC);
    const over = await direct(performanceId, 3, stage.contingents.PUBLIC);
    expect(await standing(performanceId)).toEqual([
      [5, 3],
      [23, 3],
      [0, 0],
    ]);
    expect(await free(performanceId)).toEqual([
      [32, 32],
      [25, 2],
    ]);
    await direct(performanceId, 32, stage.contingents.GROUPS);
    expect(await refusal(direct(performanceId, 1, stage.contingents.GROUPS))).toBe('stock.insufficient');
    await withdraw(over.id);
    expect((await standing(performanceId))[0]).toEqual([5, 2]);
    await direct(performanceId, 3, stage.contingents.PUBLIC);
    await withdraw(first.id);
    expect(await standing(performanceId)).toEqual([
      [5, 2],
      [3, 0],
      [32, 2],
    ]);
    expect(await audit(stage.owner, [performanceId])).toEqual([]);
  });

  it('is for options: what is confirmed stays within the capacity of the row', async () => {
    const performanceId = await pooled(50, [{ capacity: 10 }]);
    const first = await direct(performanceId, 10);
    const second = await direct(performanceId, 5);
    await confirmOption(stage.caller(), { optionId: first.id });
    expect(await refusal(confirmOption(stage.caller(), { optionId: second.id }))).toBe('stock.insufficient');
    await cancelConfirmation(stage.caller(), { optionId: first.id });
    await withdraw(first.id);
    expect(await standing(performanceId)).toEqual([
      [5, 0],
      [5, 0],
    ]);
  });

  it('moves an option from one contingent to the other with what the first gives back', async () => {
    const performanceId = await pooled(10, both(10, 10));
    await direct(performanceId, 10, stage.contingents.GROUPS);
    await direct(performanceId, 10, stage.contingents.PUBLIC);
    const over = await direct(performanceId, 2, stage.contingents.PUBLIC);
    const lines = [{ lineId: over.lines[0]!.id, quantity: 2, contingentId: stage.contingents.GROUPS }];
    await placeOption(stage.caller(), { optionId: over.id, lines });
    expect(await standing(performanceId)).toEqual([
      [2, 2],
      [10, 0],
      [12, 2],
    ]);
  });

  it('lends to blocks within the capacity too, and takes it back', async () => {
    const performanceId = await pooled(20, [{ capacity: 10 }]);
    await direct(performanceId, 10);
    const block = {
      performanceId,
      seatCategoryId: house.categories.CAT1,
      contingentId: stage.contingents.PUBLIC,
      quantity: 2,
      reason: 'Régie',
    };
    await blockSeats(stage.caller(), block);
    expect((await standing(performanceId))[0]).toEqual([2, 2]);
    expect(await refusal(blockSeats(stage.caller(), { ...block, quantity: 1 }))).toBe('stock.insufficient');
    await unblockSeats(stage.caller(), block);
    expect((await standing(performanceId))[0]).toEqual([2, 0]);
  });

  it('is right when 64 clients want what is left, and refuses nobody while the pool has room', async () => {
    const performanceId = await pooled(20, both(20, 20));
    const contactId = await stage.contact();
    const input = {
      contactId,
      performanceId,
      lines: [{ seatCategoryId: house.categories.CAT1, quantity: 1 }],
    };
    const answers = await Promise.all(
      Array.from({ length: clients }, () => refusal(placeDirectly(stage.caller(), input))),
    );
    expect(answers.filter((answer) => answer === null)).toHaveLength(48);
    expect(new Set(answers)).toEqual(new Set([null, 'stock.insufficient']));
    expect((await standing(performanceId))[0]).toEqual([8, 8]);
    expect(await audit(stage.owner, [performanceId])).toEqual([]);
  });

  it('is right when clients place and give back on both rows at once, named and unnamed', async () => {
    const performanceId = await pooled(25, both(8, 8));
    const rounds = Array.from({ length: clients }, async (_, at) => {
      const contingentId = [undefined, stage.contingents.PUBLIC, stage.contingents.GROUPS][at % 3];
      const quantity = 1 + (at % 3);
      const said = await refusal(
        direct(performanceId, quantity, contingentId).then(({ id }) =>
          at % 2 === 0 ? withdraw(id) : undefined,
        ),
      );
      expect([null, 'stock.insufficient']).toContain(said);
    });
    await Promise.all(rounds);
    const [[pool, lent] = [], ...rows] = await standing(performanceId);
    expect(pool).toBe(4);
    expect(lent).toBe(rows.reduce((sum, [, overbooking]) => sum + (overbooking ?? 0), 0));
    for (const [held = 0, overbooking] of rows) expect(overbooking).toBe(Math.max(0, held - 8));
    expect(await audit(stage.owner, [performanceId])).toEqual([]);
  });
});

describe('a changed setting', () => {
  it('changes the pool of stock that is open; a pool that lends more than it holds only shrinks', async () => {
    const performanceId = await pooled(20, both(10, 10));
    await direct(performanceId, 10, stage.contingents.GROUPS);
    await direct(performanceId, 10, stage.contingents.PUBLIC);
    const over = await direct(performanceId, 3, stage.contingents.PUBLIC);
    await changeActivity(performanceId, { overbookingPercent: 10 });
    expect((await standing(performanceId))[0]).toEqual([2, 3]);
    expect(await refusal(direct(performanceId, 1))).toBe('stock.insufficient');
    const lineId = over.lines[0]!.id;
    const contingentId = stage.contingents.PUBLIC;
    await placeOption(stage.caller(), { optionId: over.id, lines: [{ lineId, quantity: 2, contingentId }] });
    expect((await standing(performanceId))[0]).toEqual([2, 2]);
    expect(await refusal(direct(performanceId, 1))).toBe('stock.insufficient');
    await withdraw(over.id);
    expect((await standing(performanceId))[0]).toEqual([2, 0]);
    await changeActivity(performanceId, { overbookingAllowed: false });
    expect((await standing(performanceId))[0]).toEqual([0, 0]);
  });

  it('turns a share of each contingent into a pool and back; what is held stays held', async () => {
    const activity = { overbookingAllowed: true, overbookingPercent: 20 };
    const performanceId = await stage.performance(house, { activity, stock: both(10, 20) });
    const over = await direct(performanceId, 12, stage.contingents.PUBLIC);
    expect(await standing(performanceId)).toEqual([
      [0, 0],
      [12, 2],
      [0, 4],
    ]);
    await changeActivity(performanceId, { overbookingBasis: 'capacity', overbookingPercent: 10 });
    expect(await standing(performanceId)).toEqual([
      [3, 2],
      [12, 2],
      [0, 0],
    ]);
    await changeActivity(performanceId, { overbookingBasis: 'quota' });
    expect(await standing(performanceId)).toEqual([
      [0, 0],
      [12, 1],
      [0, 2],
    ]);
    expect(await refusal(direct(performanceId, 1, stage.contingents.PUBLIC))).toBe('stock.insufficient');
    await withdraw(over.id);
  });

  it('follows the capacities: more makes the pool larger, a new contingent too', async () => {
    const performanceId = await pooled(10, [{ contingent: 'PUBLIC', capacity: 20 }]);
    const cell = (contingentId: string, capacity: number) => ({
      seatCategoryId: house.categories.CAT1,
      contingentId,
      capacity,
    });
    const set = (...cells: ReturnType<typeof cell>[]) =>
      setStock(stage.caller(), { performanceId, version: null, cells });
    await direct(performanceId, 22);
    await set(cell(stage.contingents.GROUPS, 30));
    expect((await standing(performanceId))[0]).toEqual([5, 2]);
    await set(cell(stage.contingents.PUBLIC, 21));
    expect(await standing(performanceId)).toEqual([
      [5, 1],
      [22, 1],
      [0, 0],
    ]);
    await set(cell(stage.contingents.PUBLIC, 10), cell(stage.contingents.GROUPS, 0));
    expect((await standing(performanceId))[0]).toEqual([1, 1]);
    expect(await refusal(direct(performanceId, 1))).toBe('stock.insufficient');
  });

  it('takes back what a contingent no longer needs when it is given places', async () => {
    const performanceId = await pooled(10, both(10, 30));
    await direct(performanceId, 13, stage.contingents.PUBLIC);
    expect((await standing(performanceId))[0]).toEqual([4, 3]);
    await moveSeats(stage.caller(), {
      performanceId,
      seatCategoryId: house.categories.CAT1,
      fromContingentId: stage.contingents.GROUPS,
      toContingentId: stage.contingents.PUBLIC,
      quantity: 2,
    });
    expect((await standing(performanceId))[0]).toEqual([4, 1]);
  });
});

describe('a hold above the quota', () => {
  /** 12 held of a quota of 10 with two more for options, which is then lowered to 6 without overbooking. */
  async function lowered(
    graceHours: number,
  ): Promise<{ performanceId: string; options: { id: string; lineId: string }[] }> {
    const performanceId = await stage.performance(house, {
      activity: { overbookingAllowed: true, overbookingPercent: 26, graceHours },
      stock: [{ capacity: 10 }],
    });
    const options: { id: string; lineId: string }[] = [];
    for (const quantity of [4, 4, 4]) {
      const { id, lines } = await direct(performanceId, quantity);
      options.push({ id, lineId: lines[0]!.id });
    }
    await changeActivity(performanceId, { overbookingPercent: 0 });
    const { CAT1: seatCategoryId } = house.categories;
    const cells = [{ seatCategoryId, contingentId: stage.contingents.PUBLIC, capacity: 6 }];
    await setStock(stage.caller(), { performanceId, version: null, cells });
    await changeActivity(performanceId, { overbookingPercent: 26 });
    await changeActivity(performanceId, { overbookingPercent: 0 });
    return { performanceId, options };
  }

  it('that is lowered or deleted gives its seats to nobody else', async () => {
    const { performanceId, options } = await lowered(7);
    const [first, second] = options;
    expect(await free(performanceId)).toEqual([[6, -6]]);
    const lines = [{ lineId: first!.lineId, quantity: 1, contingentId: stage.contingents.PUBLIC }];
    await placeOption(stage.caller(), { optionId: first!.id, lines });
    expect(await refusal(direct(performanceId, 1))).toBe('stock.insufficient');
    await withdraw(first!.id);
    expect(await free(performanceId)).toEqual([[6, -2]]);
    expect(await refusal(direct(performanceId, 1))).toBe('stock.insufficient');
    await withdraw(second!.id);
    expect(await refusal(direct(performanceId, 3))).toBe('stock.insufficient');
    await direct(performanceId, 2);
    expect(await free(performanceId)).toEqual([[6, 0]]);
  });

  it('is released always, by whatever gives seats back', async () => {
    const { performanceId, options } = await lowered(8);
    const [first, second, third] = options;
    await confirmOption(stage.caller(), { optionId: first!.id });
    expect(await refusal(confirmOption(stage.caller(), { optionId: second!.id }))).toBe('stock.insufficient');
    await cancelConfirmation(stage.caller(), { optionId: first!.id });
    await refuseOption(stage.caller(), { optionId: first!.id });
    await lapseOption(stage.caller(), { optionId: second!.id });
    const lines = [{ lineId: third!.lineId, quantity: 3, contingentId: stage.contingents.PUBLIC }];
    await placeOption(stage.caller(), { optionId: third!.id, lines });
    await withdraw(third!.id);
    expect(await free(performanceId)).toEqual([[6, 6]]);
    expect(await audit(stage.owner, [performanceId])).toEqual([]);
  });
});
