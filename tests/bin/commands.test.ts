import { execFile, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { ROOT } from '../../bin/settings.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

const run = promisify(execFile);
const LAUNCHER = join(ROOT, 'bin', 'launch.mjs');

describe('the commands', () => {
  let database: TestDatabase;
  let home: string;
  beforeAll(async () => {
    database = await createTestDatabase();
    home = await mkdtemp(join(tmpdir(), 'placet-home-'));
  });
  afterAll(async () => {
    await database.drop();
    await rm(home, { recursive: true });
  });

  const environment = () => ({ ...process.env, DATABASE_URL: database.url, PLACET_HOME: home });
  const placet = (...args: string[]) =>
    run(process.execPath, [LAUNCHER, 'placet', ...args], { env: environment() });
  const rows = async <Row extends pg.QueryResultRow>(query: string): Promise<Row[]> => {
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    const found = await client.query<Row>(query);
    await client.end();
    return found.rows;
  };

  it('hold nothing back where there is no institution yet', async () => {
    await expect(placet('release-mail')).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('no institution yet'),
    });
  });

  it('make the first administrator, with an institution to work in', async () => {
    const { stdout } = await placet(
      'operator',
      'create',
      '--email',
      'Anna@theatre.test',
      '--name',
      'Anna Weiss',
    );
    expect(stdout).toMatch(/^Anna@theatre.test is an administrator. Password: \S{20}\n$/);
    await expect(
      rows(
        'select operator.email, role.code from operator join operator_role on operator_id = operator.id join role on role.id = role_id',
      ),
    ).resolves.toEqual([{ email: 'anna@theatre.test', code: 'administrator' }]);
  });

  it('take a password that nobody else sees', async () => {
    const args = [
      'placet',
      'operator',
      'create',
      '--email',
      'ben@theatre.test',
      '--name',
      'Ben',
      '--password-stdin',
    ];
    const child = spawn(process.execPath, [LAUNCHER, ...args], {
      env: environment(),
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    child.stdin?.end('a long enough password\n');
    await expect(text(child.stdout!)).resolves.toBe('ben@theatre.test is an administrator.\n');
  });

  it('do not make an operator twice, nor one without name', async () => {
    await expect(
      placet('operator', 'create', '--email', 'ANNA@theatre.test', '--name', 'Anna'),
    ).rejects.toMatchObject({
      stderr: expect.stringContaining('is an operator already'),
    });
    await expect(placet('operator', 'create', '--email', 'anna')).rejects.toMatchObject({
      stderr: expect.stringMatching(/--email takes.*--name takes.*Usage:/s),
    });
  });

  it('hold mail after a restore until a person lets it go', async () => {
    const { stdout } = await placet('reconcile', '--after-restore');
    expect(stdout.trim().split('\n').at(-1)).toBe(
      '{"options":0,"orders":0,"baskets":0,"letters":0,"inDoubt":0}',
    );
    await expect(rows('select held_reason from worker_mark')).resolves.toEqual([{ held_reason: 'asked' }]);
    await expect(placet('release-mail', '--reason', 'checked by hand')).resolves.toMatchObject({
      stdout: '{"released":true}\n',
    });
    await expect(rows('select held_reason from worker_mark')).resolves.toEqual([{ held_reason: null }]);
  });

  it('wake what is overdue, or everything', async () => {
    await expect(placet('reconcile')).resolves.toMatchObject({
      stdout: '{"options":0,"orders":0,"baskets":0,"letters":0}\n',
    });
    await expect(placet('reconcile', '--all')).resolves.toMatchObject({
      stdout: '{"options":0,"orders":0,"baskets":0,"letters":0}\n',
    });
  });
});
