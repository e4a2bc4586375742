import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { hasCode } from '../../bin/parts/errors.ts';
import { ROOT } from '../../bin/settings.ts';
import { TEMPLATE } from './postgres.ts';

const IN_USE = '55006';
const DEMO = 'placet_demo';

export type TestDatabase = { url: string; drop(): Promise<void> };

/** A migrated, empty database of the test file's own, copied from the run's template in some hundredths of a second. */
export function createTestDatabase(): Promise<TestDatabase> {
  return copyOf(TEMPLATE);
}

/** A database in which nothing is yet, as PostgreSQL makes it. */
export function createBareDatabase(): Promise<TestDatabase> {
  return copyOf('template0');
}

/** A database with the demo in it, its letters sent: seeded when the first test file of the run asks, then copied. */
export async function createDemoDatabase(demoPassword: string): Promise<TestDatabase> {
  const url = runningPostgres();
  await asOwner(maintenanceOf(url), async (client) => {
    await client.query('select pg_advisory_lock(1)'); // the other test files wait for the first
    const { rowCount } = await client.query('select from pg_database where datname = $1', [DEMO]);
    if (rowCount === 1) return;
    const making = `${DEMO}_${randomUUID().replaceAll('-', '')}`;
    await client.query(`create database ${making} template ${TEMPLATE}`);
    const seeder = join(ROOT, 'tests', 'support', 'seed-demo.ts');
    await promisify(execFile)(process.execPath, [seeder, addressOf(url, making), demoPassword]);
    await client.query(`alter database ${making} rename to ${DEMO}`);
  });
  const copy = await copyOf(DEMO);
  await asOwner(new URL(copy.url), async (client) => {
    // a copied database holds its mail until somebody says that it is meant to be the one
    await client.query('update worker_mark set database_identity = database_identity()');
    // five hundred stories begun at once would keep both cores busy for half a minute: those that are touched are woken
    await client.query('delete from graphile_worker._private_jobs');
  });
  return copy;
}

async function copyOf(template: string): Promise<TestDatabase> {
  const url = runningPostgres();
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await asOwner(maintenanceOf(url), (client) => client.query(`create database ${name} template ${template}`));
  return { url: addressOf(url, name), drop: () => drop(url, name) };
}

function runningPostgres(): URL {
  return new URL(process.env.PLACET_TEST_POSTGRES ?? 'the global setup has not run');
}

function maintenanceOf(postgres: URL): URL {
  return new URL(addressOf(postgres, 'postgres'));
}

function addressOf(postgres: URL, name: string): string {
  const own = new URL(postgres);
  own.pathname = `/${name}`;
  return own.href;
}

/** PostgreSQL waits some seconds for sessions that are closing; only those left open are ended by force. */
async function drop(url: URL, name: string): Promise<void> {
  try {
    await asOwner(maintenanceOf(url), (client) => client.query(`drop database ${name}`));
  } catch (error) {
    if (!hasCode(error, IN_USE)) throw error;
    await asOwner(maintenanceOf(url), (client) => client.query(`drop database ${name} with (force)`));
  }
}

async function asOwner(database: URL, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: database.href });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
