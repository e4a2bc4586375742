import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { cancelConfirmation } from '../../activities/options/cancel-confirmation.ts';
import { cancelRefusal } from '../../activities/options/cancel-refusal.ts';
import { confirmOption } from '../../activities/options/confirm-option.ts';
import { placeOption } from '../../activities/options/place-option.ts';
import { reinstateOption } from '../../activities/options/reinstate-option.ts';
import { requestOption } from '../../activities/options/request-option.ts';
import { checkGauges } from '../../activities/stock/check-gauges.ts';
import { newRequestId, type VerbCaller } from '../../activities/verb.ts';
import { type Database, openDatabase } from '../../database/database.ts';
import { migrate } from '../../database/migrate.ts';
import { migrations } from '../../migrations/index.ts';
import { audit } from '../activities/options/support/audit.ts';
import { Stage } from '../activities/options/support/stage.ts';
import { createBareDatabase, createTestDatabase, type TestDatabase } from '../support/database.ts';
import { type Former, keepFormer, readFormer, writeFormer } from './support/former.ts';
import { narrowed, shapeOf } from './support/shape.ts';
import { playSmallHouse } from './support/small-house.ts';

/**
 * Small houses as former schemas had them: options in every state of their time, letters, orders, history. Before the next
 * migration is written: PLACET_KEEP_FORMER=1 npm test -- tests/migrations/upgrade.test.ts, and its name goes in here.
 */
const formers = ['0009-list-words', '0030-lighter-placements', '0035-bulk-runs'] as const;
/** The one that may still be running while its successor migrates. */
const running = '0035-bulk-runs';

let test: TestDatabase;
let client: pg.Client;

async function connect(created: TestDatabase): Promise<void> {
  test = created;
  client = new pg.Client({ connectionString: test.url });
  await client.connect();
}

async function leave(): Promise<void> {
  await client.end();
  await test.drop();
}

const countsOf = async (tables: readonly string[]): Promise<Record<string, number>> => {
  const counted: Record<string, number> = {};
  for (const table of tables) {
    const { rows } = await client.query<{ count: number }>(`select count(*)::int from ${table}`);
    counted[table] = rows[0]!.count;
  }
  return counted;
};

const rowsOf = (former: Former): Record<string, number> =>
  Object.fromEntries(Object.entries(former.tables).map(([table, rows]) => [table, rows.length]));

describe.each(formers)('a house of %s', (name) => {
  let former: Former;
  let database: Database;

  beforeAll(async () => {
    await connect(await createBareDatabase());
    former = await readFormer(name);
    await migrate(test.url, { to: name });
    await writeFormer(client, former);
    await migrate(test.url);
    database = await openDatabase({ databaseUrl: test.url, as: 'application', poolSize: 3 });
  });

  afterAll(async () => {
    await database.close();
    await leave();
  });

  const optionIn = async (state: string, also = 'true'): Promise<string> => {
    const { rows } = await client.query<{ id: string }>(
      `select id from seat_option where state = $1 and ${also} order by number limit 1`,
      [state],
    );
    return rows[0]!.id;
  };

  const caller = async (): Promise<VerbCaller> => {
    const { rows } = await client.query<{ institution: string; operator: string }>(
      'select o.institution_id as institution, o.id as operator from operator o limit 1',
    );
    const { institution, operator } = rows[0]!;
    return {
      database,
      institutionId: institution,
      actor: { type: 'operator', id: operator, name: 'Camille Essai', rights: 'all', organisationIds: 'all' },
      requestId: newRequestId(),
    };
  };

  it('keeps every row', async () => {
    const now = await countsOf(Object.keys(former.tables));
    // rights and profiles of later functions are told in history, and come as rows of their own
    for (const [table, rows] of Object.entries(rowsOf(former)))
      expect([table, now[table]! >= rows]).toEqual([table, true]);
    expect(Object.keys(former.tables)).toEqual(
      expect.arrayContaining([
        'seat_option',
        'option_line',
        'claim',
        'stock',
        'letter',
        'customer_order',
        'history',
      ]),
    );
  });

  it('has its counters, seats and deadlines right', async () => {
    expect(await audit(client, null)).toEqual([]);
    expect((await checkGauges(await caller(), {})).drift).toEqual([]);
  });

  it('goes on with its options from every state', async () => {
    const { rows } = await client.query<{
      contact: string;
      performance: string;
      category: string;
      number: number;
    }>(
      `select o.contact_id as contact, o.performance_id as performance, l.seat_category_id as category,
         (select max(number) from seat_option) as number
       from seat_option o join option_line l on l.option_id = o.id where o.state = 'placed' order by o.number limit 1`,
    );
    const { contact, performance, category, number } = rows[0]!;
    const lines = [{ seatCategoryId: category, quantity: 1 }];
    const reason = 'Reprise';
    const asked = await requestOption(await caller(), {
      contactId: contact,
      performanceId: performance,
      lines,
    });
    expect(asked.number).toBe(number + 1);
    const done = [
      await placeOption(await caller(), { optionId: asked.id }),
      await confirmOption(await caller(), { optionId: await optionIn('placed') }),
      await cancelConfirmation(await caller(), { optionId: await optionIn('confirmed') }),
      await cancelRefusal(await caller(), { optionId: await optionIn('refused', "refused_from = 'placed'") }),
      await reinstateOption(await caller(), { optionId: await optionIn('lapsed'), reason }),
    ];
    expect(done.map(({ state }) => state)).toEqual(['placed', 'confirmed', 'placed', 'placed', 'placed']);
    expect(await audit(client, null)).toEqual([]);
  });
});

describe(`the code of ${running} beside its successor`, () => {
  it('may go on writing all it wrote', async () => {
    await connect(await createTestDatabase());
    const former = await readFormer(running);
    await writeFormer(client, former);
    expect(await countsOf(Object.keys(former.tables))).toEqual(rowsOf(former));
    await leave();
  });

  it('finds every table and column it knows, and owes no new one', async () => {
    await connect(await createBareDatabase());
    await migrate(test.url, { to: running });
    const before = await shapeOf(client);
    await migrate(test.url);
    expect(narrowed(before, await shapeOf(client))).toEqual([]);
    await leave();
  });
});

describe('a house of now', () => {
  it('can be kept for later ones', async () => {
    const stage = await Stage.open();
    await playSmallHouse(stage);
    expect(await audit(stage.owner, null)).toEqual([]);
    if (process.env.PLACET_KEEP_FORMER !== undefined) await keepFormer(stage.owner, migrations.at(-1)!.name);
    await stage.close();
  });
});

describe('a migration that former code could not bear', () => {
  beforeEach(async () => connect(await createTestDatabase()));
  afterEach(leave);

  it.each([
    ['alter table venue drop column time_zone', 'venue.time_zone is gone'],
    ['alter table venue rename to house', 'venue.code is gone'],
    ['alter table venue add column plan text not null', 'venue.plan must be written'],
    ['alter table venue alter column address_lines set data type text', 'venue.address_lines was'],
    ['alter table contact alter column email set not null', 'contact.email may no longer be empty'],
    ['alter table seat_option alter column version drop default', 'seat_option.version must be written'],
  ])('is found: %s', async (statement, fault) => {
    const before = await shapeOf(client);
    await client.query(statement);
    expect(narrowed(before, await shapeOf(client))).toEqual(
      expect.arrayContaining([expect.stringContaining(fault)]),
    );
  });

  it('is not one that adds what may be left out', async () => {
    const before = await shapeOf(client);
    await client.query(
      "alter table venue add column note text, add column kind text not null default 'hall'",
    );
    expect(narrowed(before, await shapeOf(client))).toEqual([]);
  });
});
