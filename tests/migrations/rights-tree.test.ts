import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MikroORM } from '@mikro-orm/postgresql';
import pg from 'pg';
import { ormConfig } from '../../database/orm.config.ts';
import { RightsTree } from '../../migrations/0023-rights-tree.ts';
import { allRights, isRight } from '../../rules/organisation/right-tree.ts';
import { rolePresetNames, rolePresets } from '../../rules/organisation/role-presets.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { createHouse, type House } from '../support/house.ts';

let test: TestDatabase;
let house: House;
let client: pg.Client;

beforeAll(async () => {
  test = await createTestDatabase();
  house = await createHouse(test.url);
  client = new pg.Client({ connectionString: test.url });
  await client.connect();
});

afterAll(async () => {
  await client.end();
  await house.close();
  await test.drop();
});

/** A right as it was named before; null for what did not exist. */
function formerly(right: string): string | null {
  if (/^(options[.]seats[.](twins|visit-)|contacts[.]imports)/.test(right)) return null;
  return right
    .replace(/^options[.](seats|products)[.]requests:/, 'options.requests:')
    .replace(/[.]waiting-end:/, '.waiting:')
    .replace(/^catalogue[.]activities:/, 'catalogue.seasons:')
    .replace(/^venues[.]seat-categories:/, 'venues.venues:')
    .replace(/^authorisation[.](limitation-tables|option-profiles):/, 'authorisation.rules:');
}

async function setRights(code: string, rights: readonly string[]): Promise<void> {
  await client.query(
    `insert into role (institution_id, code, name, rights) values ($1, $2, $2, $3)
     on conflict (institution_id, code) do update set rights = excluded.rights`,
    [house.institutionId, code, JSON.stringify(rights)],
  );
}

async function rightsOf(code: string): Promise<string[]> {
  const { rows } = await client.query<{ rights: string[] }>('select rights from role where code = $1', [
    code,
  ]);
  return rows[0]?.rights ?? [];
}

async function migrate(): Promise<void> {
  const orm = await MikroORM.init(ormConfig({ databaseUrl: test.url, as: 'owner', poolSize: 1 }));
  try {
    const migration = new RightsTree(orm.em.getDriver(), orm.config);
    migration.up();
    const [aboutRoles] = migration.getQueries(); // the others make tables, which are there
    await client.query(String(aboutRoles));
  } finally {
    await orm.close(true);
  }
}

describe('the roles there were', () => {
  beforeAll(async () => {
    for (const name of rolePresetNames) {
      const before = rolePresets[name].flatMap((right) => formerly(right) ?? []);
      await setRights(name, [...new Set(before)]);
    }
    await setRights('desk', ['options.requests:create', 'contacts.contacts:read']);
    await setRights('untouched', ['history.history:read']);
    await migrate();
  });

  it.each(rolePresetNames)('%s has what it has in a new institution', async (name) => {
    const rights = await rightsOf(name);
    expect([...rights].sort()).toEqual([...rolePresets[name]].sort());
    expect(rights.every(isRight)).toBe(true);
  });

  it('a role of the house keeps what it allowed, and nothing more', async () => {
    expect(await rightsOf('desk')).toEqual([
      'options.products.requests:create',
      'options.seats.requests:create',
      'contacts.contacts:read',
    ]);
    expect(await rightsOf('untouched')).toEqual(['history.history:read']);
  });

  it('tell in history what changed', async () => {
    const { rows } = await client.query<{ code: string; before: unknown; after: unknown }>(
      `select r.code, h.before -> 'rights' as before, h.after -> 'rights' as after from history h join role r on r.id = h.subject_id
       where h.subject_type = 'role' and h.actor_id = 'migration' order by r.code`,
    );
    expect(rows.map(({ code }) => code)).toEqual(['administrator', 'desk', 'finance', 'manager', 'operator']);
    expect(rows[1]).toMatchObject({ before: ['options.requests:create', 'contacts.contacts:read'] });
  });

  it('are left alone by a second run', async () => {
    await migrate();
    expect([...(await rightsOf('administrator'))].sort()).toEqual([...allRights].sort());
    const { rows } = await client.query("select from history where actor_id = 'migration'");
    expect(rows.length).toBe(5);
  });
});
