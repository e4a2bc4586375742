import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import type { RunningApi } from '../../api/server.ts';
import { readWorkerBeats } from '../../database/worker-beats.ts';
import { startHeartbeat } from '../../workflows/host/heartbeat.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { createHouse, type House } from '../support/house.ts';
import { startTestSmtp } from '../support/smtp.ts';
import { eventually } from '../workflows/support/eventually.ts';
import { type Browser, signedIn, startApi } from './support/api.ts';

let database: TestDatabase;
let house: House;
let temporal: Server;
let api: RunningApi;
let browser: Browser;

async function listening(): Promise<{ server: Server; port: number }> {
  const server = createServer((socket) => socket.end());
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return { server, port: typeof address === 'object' && address !== null ? address.port : 0 };
}

beforeAll(async () => {
  database = await createTestDatabase();
  house = await createHouse(database.url);
  const listener = await listening();
  temporal = listener.server;
  api = await startApi(database.url, { temporalAddress: `127.0.0.1:${listener.port}` });
  browser = await signedIn(api.url, house);
});

afterAll(async () => {
  await api.stop();
  temporal.close();
  await house.close();
  await database.drop();
});

/** What is asked again until it is so: null while it is not. */
function agrees(answer: unknown, expected: Record<string, unknown>): true | null {
  try {
    expect(answer).toMatchObject(expected);
    return true;
  } catch {
    return null;
  }
}

const overview = async () => (await browser.get('/api/health-overview')).body;

describe('the health overview', () => {
  it('says that nobody works while no worker lives', async () => {
    expect(await overview()).toMatchObject({
      state: 'broken',
      api: { state: 'good' },
      worker: { state: 'broken', count: 0, beatAt: null },
      temporal: { state: 'look' },
      mailServer: { state: 'look', known: false },
      mailHold: { state: 'good', since: null },
      gaugeCheck: { state: 'look', checkedAt: null },
    });
  });

  it('hears the sign of life a worker writes itself, and what it finds around it', async () => {
    const mail = await startTestSmtp();
    const log = pino({ level: 'silent' });
    const heart = startHeartbeat({ database: house.database, smtpUrl: mail.url, log, mailEveryMs: 0 });
    heart.connected(true);
    await eventually('a worker in good order', async () => {
      heart.connected(true);
      return agrees(await overview(), {
        worker: { state: 'good', count: 1 },
        temporal: { state: 'good' },
        mailServer: { state: 'good', known: true },
      });
    });
    await mail.stop();
    await eventually('a worker in need', async () => {
      heart.connected(false);
      return agrees(await overview(), {
        temporal: { state: 'look' },
        mailServer: { state: 'broken', known: true },
      });
    });
    await heart.stop();
    expect(await readWorkerBeats(house.database)).toEqual([]);
  });

  it('tells the next due dates, the letters and the last recount of the reader’s house', async () => {
    const place = () =>
      browser.post('/api/options', {
        contactId: house.structureId,
        performanceId: house.performanceId,
        lines: [{ seatCategoryId: house.seatCategoryId, quantity: 4 }],
        place: true,
      });
    const option = await place();
    const confirmed = await place();
    await browser.post(`/api/options/${confirmed.body.id}/confirm`);
    await browser.post('/api/gauge-check');
    expect(await overview()).toMatchObject({
      deadlines: {
        state: 'good',
        rows: [
          { optionId: option.body.id, contactName: 'CSE des Ateliers du Rhône', eventName: 'La Cerisaie' },
        ],
      },
      gaugeCheck: { state: 'good', drift: 0 },
      letters: { state: 'good', waiting: 1, failed: 0 },
      relay: { state: 'good', waiting: expect.any(Number) },
    });
  });
});
