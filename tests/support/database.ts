import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { hasCode } from '../../bin/parts/errors.ts';
import { TEMPLATE } from './postgres.ts';

const IN_USE = '55006';

export type TestDatabase = { url: string; drop(): Promise<void> };

/** A migrated, empty database of the test file's own, copied from the run's template in some hundredths of a second. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const url = new URL(process.env.PLACET_TEST_POSTGRES ?? 'the global setup has not run');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await asOwner(url, `create database ${name} template ${TEMPLATE}`);
  const own = new URL(url);
  own.pathname = `/${name}`;
  return { url: own.href, drop: () => drop(url, name) };
}

/** PostgreSQL waits some seconds for sessions that are closing; only those left open are ended by force. */
async function drop(url: URL, name: string): Promise<void> {
  try {
    await asOwner(url, `drop database ${name}`);
  } catch (error) {
    if (!hasCode(error, IN_USE)) throw error;
    await asOwner(url, `drop database ${name} with (force)`);
  }
}

async function asOwner(template: URL, statement: string): Promise<void> {
  const maintenance = new URL(template);
  maintenance.pathname = '/postgres';
  const client = new pg.Client({ connectionString: maintenance.href });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
