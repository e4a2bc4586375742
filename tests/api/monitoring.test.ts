import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RunningApi } from '../../api/server.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { createHouse, type House } from '../support/house.ts';
import { type Browser, signedIn, startApi } from './support/api.ts';

let database: TestDatabase;
let house: House;
let folder: string;
let temporal: Server;
let api: RunningApi;
let browser: Browser;

beforeAll(async () => {
  database = await createTestDatabase();
  house = await createHouse(database.url);
  folder = await mkdtemp(join(tmpdir(), 'placet-console-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>Placet</title>');
  await writeFile(join(folder, 'assets', 'main-1a2b.js'), 'export {};');
  temporal = createServer();
  const temporalAddress = await new Promise<string>((resolve) => {
    temporal.listen(0, '127.0.0.1', () => {
      const address = temporal.address();
      resolve(`127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`);
    });
  });
  api = await startApi(database.url, { consoleDir: folder, temporalAddress });
  browser = await signedIn(api.url, house);
});

afterAll(async () => {
  await api.stop();
  temporal.close();
  await house.close();
  await database.drop();
  await rm(folder, { recursive: true });
});

describe('what machines ask', () => {
  it('is alive and ready', async () => {
    expect((await browser.get('/healthz')).body).toEqual({ status: 'alive' });
    expect((await browser.get('/readyz')).body).toMatchObject({
      status: 'ready',
      checks: { database: 'ok', temporal: 'ok', mail: 'ok', relay: 'ok' },
    });
  });

  it('goes on without Temporal, and says so', async () => {
    const alone = await startApi(database.url);
    const answer = await (await signedIn(alone.url, house)).get('/readyz');
    expect(answer).toMatchObject({
      status: 200,
      body: { status: 'degraded', checks: { temporal: 'unreachable' } },
    });
    await alone.stop();
  });

  it('gives figures by route, never by address', async () => {
    await browser.get(`/api/contacts/${house.individualId}`);
    const { body } = await browser.get('/metrics');
    expect(body).toMatch(
      /placet_http_request_seconds_count{method="GET",route="\/api\/contacts\/{id}",status="200"} \d/,
    );
    expect(body).not.toContain(house.individualId);
    for (const name of [
      'placet_outbox_jobs',
      'placet_letters{state="owed"}',
      'placet_mail_held',
      'placet_stock_drift 0',
      'placet_stock_over_limit_rows 0',
      'placet_session_pool_connections',
    ]) {
      expect(body).toContain(name);
    }
  });
});

describe('the console', () => {
  it('opens at any of its screens', async () => {
    for (const path of ['/', '/options', '/options/1/show']) {
      const page = await browser.get(path, { accept: 'text/html' });
      expect(page).toMatchObject({ status: 200, body: expect.stringContaining('<title>Placet</title>') });
      expect(page.headers.get('cache-control')).toBe('no-cache');
    }
  });

  it('has assets that browsers keep, and misses those that are not there', async () => {
    const asset = await browser.get('/assets/main-1a2b.js');
    expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect((await browser.get('/assets/main-old.js', { accept: '*/*' })).status).toBe(404);
    expect((await browser.get('/../package.json')).status).not.toBe(200);
  });
});

describe('stopping', () => {
  it('lets the requests under way end', async () => {
    const short = await startApi(database.url);
    const person = await signedIn(short.url, house);
    const answers = Promise.all(Array.from({ length: 8 }, () => person.list('performances')));
    await person.get('/healthz');
    await short.stop();
    expect((await answers).map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 200));
    await expect(person.get('/healthz')).rejects.toThrow();
  });
});
