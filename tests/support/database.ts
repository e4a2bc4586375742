import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { TEMPLATE } from './postgres.ts';

export type TestDatabase = { url: string; drop(): Promise<void> };

/** A migrated, empty database of the test file's own, copied from the run's template in some hundredths of a second. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const url = new URL(process.env.PLACET_TEST_POSTGRES ?? 'the global setup has not run');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await asOwner(url, `create database ${name} template ${TEMPLATE}`);
  const own = new URL(url);
  own.pathname = `/${name}`;
  return { url: own.href, drop: () => asOwner(url, `drop database ${name} with (force)`) };
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
