import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { holdMail } from '../../../activities/mail-guard/hold-mail.ts';
import { confirmOption } from '../../../activities/options/confirm-option.ts';
import { placeDirectly } from '../../../activities/options/place-directly.ts';
import { reconcileAll, reconcileOverdue } from '../../../activities/reconcile/reconcile.ts';
import { sweep } from '../../../activities/reconcile/sweep.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { createHouse, type House } from '../../support/house.ts';

let test: TestDatabase;
let houses: [House, House];
let owner: pg.Client;

beforeAll(async () => {
  test = await createTestDatabase();
  houses = [await createHouse(test.url), await createHouse(test.url)];
  owner = new pg.Client({ connectionString: test.url });
  await owner.connect();
});
beforeEach(() => owner.query('delete from graphile_worker._private_jobs'));
afterAll(async () => {
  await owner.end();
  for (const house of houses) await house.close();
  await test.drop();
});

const wakeUps = async () => {
  const { rows } = await owner.query<{ key: string }>('select key from graphile_worker.jobs order by key');
  return rows.map(({ key }) => key);
};

/** An option placed by one house, its wake-up already served. */
async function placed(house: House): Promise<string> {
  const { id } = await placeDirectly(house.caller(), {
    contactId: house.individualId,
    performanceId: house.performanceId,
    lines: [{ seatCategoryId: house.seatCategoryId, quantity: 1 }],
  });
  return id;
}

const letterOf = async (optionId: string) => {
  const { rows } = await owner.query<{ id: string }>('select id from letter where option_id = $1', [
    optionId,
  ]);
  return rows[0]!.id;
};

const forgetWakeUps = () => owner.query('delete from graphile_worker._private_jobs');

describe('reconcile', () => {
  it('wakes what is overdue by two minutes, behind every wall, and leaves the rest asleep', async () => {
    const [first, second] = houses;
    const overdue = [await placed(first), await placed(second)];
    const dueSoon = await placed(first);
    const later = await placed(second);
    await owner.query(
      "update seat_option set next_action_at = now() - interval '121 seconds' where id = any($1)",
      [overdue],
    );
    await owner.query(
      "update seat_option set next_action_at = now() - interval '110 seconds' where id = $1",
      [dueSoon],
    );
    await forgetWakeUps();
    expect(await reconcileOverdue(first.database)).toEqual({ options: 2, orders: 0, baskets: 0, letters: 0 });
    expect(await wakeUps()).toEqual(overdue.map((id) => `option/${id}`).sort());
    expect(await reconcileAll(first.database)).toEqual({ options: 4, orders: 0, baskets: 0, letters: 0 });
    expect(await wakeUps()).toEqual([...overdue, dueSoon, later].map((id) => `option/${id}`).sort());
    await owner.query('update seat_option set next_action_at = null');
  });

  it('wakes more rows than one batch holds, each once', async () => {
    const [house] = houses;
    const model = await placed(house);
    await owner.query(
      `insert into seat_option select (jsonb_populate_record(o, jsonb_build_object('id', gen_random_uuid(),
         'number', nextval('option_number'), 'next_action_at', now() - interval '1 day'))).*
       from seat_option o, generate_series(1, 1100) where o.id = $1`,
      [model],
    );
    await owner.query('update seat_option set next_action_at = null where id = $1', [model]);
    await forgetWakeUps();
    expect(await reconcileOverdue(house.database)).toEqual({
      options: 1100,
      orders: 0,
      baskets: 0,
      letters: 0,
    });
    expect(await wakeUps()).toHaveLength(1100);
    await owner.query('update seat_option set next_action_at = null');
  });

  it('wakes letters owed for two minutes, then every ten, but none while all mail is held', async () => {
    const [house] = houses;
    const optionId = await placed(house);
    await confirmOption(house.caller(), { optionId });
    await owner.query('update seat_option set next_action_at = null');
    const letterId = await letterOf(optionId);
    const wokenAfter = async (minutes: number) => {
      await owner.query('update letter set created_at = now() - make_interval(secs => $2) where id = $1', [
        letterId,
        minutes * 60,
      ]);
      return (await reconcileOverdue(house.database)).letters;
    };
    expect([await wokenAfter(1), await wokenAfter(2.5), await wokenAfter(5), await wokenAfter(12.5)]).toEqual(
      [0, 1, 0, 1],
    );
    await holdMail(house.caller(), { reason: 'a restore' });
    expect(await wokenAfter(2.5)).toBe(0);
    expect((await reconcileAll(house.database)).letters).toBe(0);
    await owner.query('update worker_mark set held_since = null, held_reason = null');
    expect((await reconcileAll(house.database)).letters).toBe(1);
  });

  it('drops the answers of calls after seven days', async () => {
    const [house] = houses;
    await placed(house);
    const before = await owner.query<{ count: number }>('select count(*)::int as count from verb_call');
    await owner.query("update verb_call set at = now() - interval '8 days' where actor = $1", [
      house.operatorId,
    ]);
    await sweep(house.database);
    const after = await owner.query<{ count: number }>('select count(*)::int as count from verb_call');
    expect(after.rows[0]!.count).toBeLessThan(before.rows[0]!.count);
    const kept = await owner.query('select 1 from verb_call where actor = $1', [house.operatorId]);
    expect(kept.rowCount).toBe(0);
  });
});
