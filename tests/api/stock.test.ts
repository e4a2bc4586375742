import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import type { RunningApi } from '../../api/server.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { createHouse, type House } from '../support/house.ts';
import { type Browser, signedIn, startApi } from './support/api.ts';

let database: TestDatabase;
let house: House;
let other: House;
let api: RunningApi;
let browser: Browser;
let owner: pg.Client;

beforeAll(async () => {
  database = await createTestDatabase();
  house = await createHouse(database.url, { contingents: ['COLLECTIVITES', 'RESERVE'], capacity: 40 });
  other = await createHouse(database.url);
  api = await startApi(database.url);
  browser = await signedIn(api.url, house);
  owner = new pg.Client({ connectionString: database.url });
  await owner.connect();
});

afterAll(async () => {
  await owner.end();
  await api.stop();
  await house.close();
  await other.close();
  await database.drop();
});

const request = (quantity: number, more: object = {}) =>
  browser.post('/api/options', {
    contactId: house.individualId,
    performanceId: house.performanceId,
    lines: [{ seatCategoryId: house.seatCategoryId, quantity }],
    ...more,
  });

describe('the stock of a performance', () => {
  const stockOf = async () => (await browser.get(`/api/performances/${house.performanceId}/stock`)).body;

  it('tells what each contingent has, and what is asked for in each category', async () => {
    expect((await request(3)).status).toBe(201);
    expect((await request(5, { place: true })).status).toBe(201);
    const rows = await stockOf();
    const first = { contingentId: house.contingentId, seatCategoryId: house.seatCategoryId };
    expect(rows).toHaveLength(6);
    expect(rows).toContainEqual({
      ...first,
      contingentName: 'COLLECTIVITES',
      seatCategoryName: 'CAT1',
      capacity: 40,
      limit: 40,
      held: 5,
      ordered: 0,
      sold: 0,
      blocked: 0,
      allotted: 0,
      recalling: 0,
      tentative: 0,
      free: 35,
    });
    const asked = rows.filter((row: { contingentId: string | null }) => row.contingentId === null);
    expect(asked).toEqual([
      {
        contingentId: null,
        seatCategoryId: house.seatCategoryIds[0],
        seatCategoryName: 'CAT1',
        requested: 3,
      },
      {
        contingentId: null,
        seatCategoryId: house.seatCategoryIds[1],
        seatCategoryName: 'CAT2',
        requested: 0,
      },
    ]);
  });

  it('counts what its pool still lends', async () => {
    await owner.query(
      'update stock_category set pool = 6, pool_ceiling = 6, lent = 2 where performance_id = $1 and seat_category_id = $2',
      [house.performanceId, house.seatCategoryIds[1]],
    );
    const rows = await stockOf();
    const second = rows.filter(
      (row: { contingentId: string | null; seatCategoryId: string }) =>
        row.contingentId !== null && row.seatCategoryId === house.seatCategoryIds[1],
    );
    expect(second).toMatchObject([
      { capacity: 40, limit: 44, free: 44 },
      { capacity: 40, limit: 44, free: 44 },
    ]);
    await owner.query('update stock_category set pool = 0, pool_ceiling = 0, lent = 0');
  });

  it('is not there for a performance of others', async () => {
    for (const door of ['stock', 'prices']) {
      expect((await browser.get(`/api/performances/${other.performanceId}/${door}`)).status).toBe(404);
    }
  });
});

describe('a recount', () => {
  it('has not been made yet, finds nothing, then what was changed behind its back', async () => {
    expect((await browser.get('/api/gauge-check')).body).toEqual({
      checkedAt: null,
      rows: 0,
      overLimit: 0,
      drift: [],
    });
    const clean = await browser.post('/api/gauge-check');
    expect(clean.body).toMatchObject({ rows: 8, drift: [] });
    await owner.query(
      'update stock set held = held + 1 where performance_id = $1 and contingent_id = $2 and seat_category_id = $3',
      [house.performanceId, house.contingentId, house.seatCategoryId],
    );
    const found = await browser.post('/api/gauge-check', { performanceId: house.performanceId });
    expect(found.body).toMatchObject({
      rows: 4,
      drift: [{ counter: 'held', stored: 6, counted: 5, contingentId: house.contingentId }],
    });
    expect((await browser.get('/api/gauge-check')).body).toEqual(found.body);
    await owner.query('update stock set held = held - 1 where held = 6');
  });

  it('is not made of others', async () => {
    expect((await browser.post('/api/gauge-check', { performanceId: other.performanceId })).status).toBe(404);
  });
});

describe('a price grid', () => {
  const path = () => `/api/performances/${house.performanceIds[1]}/prices`;
  type Cell = { seatCategoryId: string; audienceSubcategoryId: string; priceCents: number };

  it('is read, changed as a whole, and remembered', async () => {
    const read = await browser.get(path());
    const cells: Cell[] = read.body;
    expect(cells.length).toBeGreaterThanOrEqual(4);
    expect(read.body[0]).toMatchObject({
      seatCategoryName: 'CAT1',
      audienceSubcategoryName: expect.any(String),
    });
    const version = Number(read.headers.get('etag')?.replaceAll('"', ''));
    const [first, ...rest] = cells;
    const wanted = [{ ...first, priceCents: 9900 }, ...rest.slice(1)];
    expect((await browser.put(path(), null, wanted)).status).toBe(428);
    const changed = await browser.put(path(), version, wanted);
    expect(changed).toMatchObject({ status: 200, body: wanted });
    expect(changed.headers.get('etag')).toBe(`"${version + 1}"`);
    expect((await browser.put(path(), version, cells)).status).toBe(412);
    const again = await browser.put(path(), version + 1, wanted);
    expect(again.headers.get('etag')).toBe(`"${version + 1}"`);
    const history = await browser.list('history', {
      filter: { subjectId: house.performanceIds[1], verb: 'set-prices' },
    });
    expect(history.body).toHaveLength(1);
    expect(history.body[0].after).toEqual([expect.objectContaining({ priceCents: 9900 })]);
    expect(history.body[0].before).toHaveLength(2);
  });

  it('has no cell twice, none of another venue, none below nothing', async () => {
    const { body, headers } = await browser.get(path());
    const version = Number(headers.get('etag')?.replaceAll('"', ''));
    const [cell] = body;
    expect((await browser.put(path(), version, [cell, cell])).body.errors).toMatchObject([{ path: '1' }]);
    const strange = { ...cell, seatCategoryId: other.seatCategoryId };
    expect((await browser.put(path(), version, [strange])).body.errors).toMatchObject([
      { path: '0.seatCategoryId' },
    ]);
    expect((await browser.put(path(), version, [{ ...cell, priceCents: -1 }])).body.errors).toMatchObject([
      { path: '0.priceCents', code: 'field.tooSmall' },
    ]);
  });
});

describe('a sale made elsewhere', () => {
  it('is recorded over the limit, listed, explained, told to monitors, and taken back', async () => {
    const door = `/api/performances/${house.performanceIds[1]}`;
    const sale = {
      seller: 'Gare',
      reference: 'A-1',
      seatCategoryId: house.seatCategoryId,
      contingentId: house.contingentId,
      quantity: 1_000,
      reason: 'Vendu au guichet',
    };
    const recorded = await browser.post(`${door}/record-external-sale`, sale);
    expect(recorded).toMatchObject({ status: 200, body: { quantity: 1_000, incident: { seats: [] } } });
    expect(recorded.body.incident.over).toMatchObject([{ by: expect.any(Number) }]);
    const again = await browser.post(`${door}/record-external-sale`, sale);
    expect(again).toMatchObject({ status: 409, body: { code: 'sale.recorded' } });
    const none = await browser.post(`${door}/record-external-sale`, { ...sale, reason: '' });
    expect(none.status).toBe(400);
    const told = await browser.get(`${door}/stock-numbers`);
    expect(told.body).toContainEqual(
      expect.objectContaining({
        counter: 'sold',
        total: 1_000,
        sources: [expect.objectContaining({ source: 'external-sale', reference: 'A-1', quantity: 1_000 })],
      }),
    );
    expect((await browser.post('/api/gauge-check', {})).body).toMatchObject({ overLimit: 1 });
    expect((await browser.get('/metrics')).body).toContain('placet_stock_over_limit_rows 1');
    const { externalSaleId } = recorded.body;
    const back = await browser.post(`${door}/external-sales/${externalSaleId}/cancel`, { reason: 'Doublon' });
    expect(back.body).toMatchObject([{ id: externalSaleId, cancelledAt: expect.any(String) }]);
    expect((await browser.get(`${door}/external-sales`)).body).toHaveLength(1);
    const foreign = `/api/performances/${other.performanceId}`;
    expect((await browser.get(`${foreign}/stock-numbers`)).status).toBe(404);
    expect((await browser.get(`${foreign}/external-sales`)).status).toBe(404);
    expect((await browser.post(`${foreign}/record-external-sale`, sale)).status).toBe(404);
  });
});

describe('held mail', () => {
  it('is shown and let go by who may', async () => {
    expect((await browser.get('/api/mail-hold')).body).toEqual({ held: false, since: null, reason: null });
    await owner.query("update worker_mark set held_since = now(), held_reason = 'older'");
    expect((await browser.get('/api/mail-hold')).body).toMatchObject({ held: true, reason: 'older' });
    expect((await browser.get('/readyz')).body).toMatchObject({
      status: 'degraded',
      checks: { mail: 'held' },
    });
    const released = await browser.post('/api/mail-hold/release', { reason: 'vérifié avec la sauvegarde' });
    expect(released.body).toEqual({ held: false, since: null, reason: null });
  });
});
