import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MikroORM } from '@mikro-orm/postgresql';
import { ormConfig } from '../../database/orm.config.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

/** What the entities have and the tables lack: tables, columns, keys and references. */
const structural =
  /^(create table|alter table \S+ (add (column )?"|alter column \S+ (type|set not null|drop not null)|add constraint "\w+_(foreign|unique|pkey)"))/;

let database: TestDatabase;
let orm: MikroORM;

beforeAll(async () => {
  database = await createTestDatabase();
  orm = await MikroORM.init(ormConfig({ databaseUrl: database.url, as: 'owner', poolSize: 2 }));
});

afterAll(async () => {
  await orm.close(true);
  await database.drop();
});

/** The other way round there is more in the tables: guards, sessions, the outbox are in no entity. */
async function differences(): Promise<string[]> {
  const statements = (await orm.schema.getUpdateSchemaSQL()).split('\n').map((line) => line.trim());
  return statements.filter((line) => structural.test(line));
}

describe('entities and migrations', () => {
  it('agree on tables, columns and references', async () => {
    expect(await differences()).toEqual([]);
  });

  it('would be told apart', async () => {
    await orm.em.getConnection().execute('alter table venue drop column time_zone');
    expect(await differences()).toEqual([expect.stringContaining('add "time_zone"')]);
  });
});
