import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { openDatabase } from '../../../database/database.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';

const institution = '00000000-0000-4000-8000-000000000001';

let test: TestDatabase;
let owner: pg.Client;

beforeAll(async () => {
  test = await createTestDatabase();
  owner = new pg.Client({ connectionString: test.url });
  await owner.connect();
});
afterEach(() => owner.query('delete from graphile_worker._private_jobs'));
afterAll(async () => {
  await owner.end();
  await test.drop();
});

const ours = () => owner.query('select wake($1, $2)', ['option/1', institution]);
const theirs = () =>
  owner.query(
    `select graphile_worker.add_job('wake', json_build_object('process', 'option/1', 'institutionId', $1::uuid),
       job_key => 'option/1', max_attempts => 32767)`,
    [institution],
  );

/** The rows of the outbox but for what no two rows share; `age` says whether a time is that of this transaction. */
async function rows(): Promise<object[]> {
  const found = await owner.query<{ row: object }>(
    `select to_jsonb(j) - 'id' - 'created_at' - 'updated_at' - 'run_at' - 'locked_at'
       || jsonb_build_object('due', run_at = now(), 'written', updated_at = now(), 'locked', locked_at is not null) as row
     from graphile_worker._private_jobs j order by id`,
  );
  return found.rows.map(({ row }) => row);
}

/** What a way of adding a job leaves of an outbox in which `before` stands. */
async function leaves(add: () => Promise<unknown>, before: string): Promise<object[]> {
  await owner.query('begin');
  try {
    await theirs();
    await owner.query(before);
    await add();
    return await rows();
  } finally {
    await owner.query('rollback');
  }
}

describe('a wake-up in the outbox', () => {
  it.each([
    ['nothing waits', 'delete from graphile_worker._private_jobs'],
    ['one waits', 'select 1'],
    [
      'one waits after failures',
      "update graphile_worker._private_jobs set attempts = 9, last_error = 'no', run_at = now() + interval '6 hours'",
    ],
    [
      'one is being delivered',
      "update graphile_worker._private_jobs set locked_at = now(), locked_by = 'relay'",
    ],
    [
      'the task has no name yet',
      'delete from graphile_worker._private_jobs; delete from graphile_worker._private_tasks',
    ],
  ])('is the row the library itself would write when %s', async (_name, before) => {
    const written = await leaves(ours, before);
    expect(written).not.toEqual([]);
    expect(written.map(withoutTask)).toEqual((await leaves(theirs, before)).map(withoutTask));
  });

  it('tells the relay as the library does', async () => {
    expect(await heard(ours)).toEqual({ r: expect.any(String), count: 1 });
  });

  it('of verbs is told of after their commits, those of several verbs at once', async () => {
    const database = await openDatabase({ databaseUrl: test.url, as: 'application', poolSize: 1 });
    try {
      const told = await heard(async () => {
        database.tellOfJobs(2);
        database.tellOfJobs(3);
      });
      expect(told).toEqual({ count: 5 });
    } finally {
      await database.close();
    }
  });
});

/** The first notice given while `work` is done, or after it. */
async function heard(work: () => Promise<unknown>): Promise<unknown> {
  const listener = new pg.Client({ connectionString: test.url });
  await listener.connect();
  try {
    await listener.query('listen "jobs:insert"');
    const notice = new Promise<string>((resolve) =>
      listener.once('notification', ({ payload = '' }) => resolve(payload)),
    );
    await work();
    return JSON.parse(await notice);
  } finally {
    await listener.end();
  }
}

/** The number of the task is taken anew where it had no row. */
function withoutTask({ task_id: _id, ...row }: { task_id?: unknown }): object {
  return row;
}
