import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RunningApi } from '../../api/server.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { createHouse, type House } from '../support/house.ts';
import { type Browser, signedIn, startApi } from './support/api.ts';

let database: TestDatabase;
let house: House;
let other: House;
let api: RunningApi;
let browser: Browser;

beforeAll(async () => {
  database = await createTestDatabase();
  house = await createHouse(database.url, { capacity: 40 });
  other = await createHouse(database.url);
  api = await startApi(database.url);
  browser = await signedIn(api.url, house);
});

afterAll(async () => {
  await api.stop();
  await house.close();
  await other.close();
  await database.drop();
});

/** A new performance, planned by a person: no stock, no price. */
async function planned(): Promise<{ id: string; version: number }> {
  const made = await browser.post('/api/performances', {
    eventId: house.eventId,
    venueId: house.venueId,
    startsAt: '2027-12-24T20:00:00+01:00',
  });
  return made.body;
}

const cell = (capacity: number, at = 0) => ({
  seatCategoryId: house.seatCategoryIds[at],
  contingentId: house.contingentId,
  capacity,
});

const gaugeOf = async (id: string) =>
  (await browser.list('performance-gauges', { filter: { id: [id] } })).body[0];

describe('the stock of a performance that a person planned', () => {
  it('is opened in one step, and then options can be placed on it', async () => {
    const { id, version } = await planned();
    expect(await gaugeOf(id)).toMatchObject({ capacity: 0, taken: 0 });
    const opened = await browser.put(`/api/performances/${id}/stock`, version, [cell(12), cell(30, 1)]);
    expect(opened.status).toBe(200);
    expect(opened.body).toContainEqual(
      expect.objectContaining({ ...cell(12), limit: 12, free: 12, seatCategoryName: 'CAT1' }),
    );
    const second = opened.headers.get('etag');
    expect(second).toBe(`"${version + 1}"`);
    const price = { audienceSubcategoryId: await optionPrice(), priceCents: 2_500 };
    const priced = await browser.put(`/api/performances/${id}/prices`, version + 1, [
      { seatCategoryId: house.seatCategoryId, ...price },
    ]);
    expect(priced.status).toBe(200);
    const placed = await browser.post('/api/options', {
      contactId: house.structureId,
      performanceId: id,
      lines: [{ seatCategoryId: house.seatCategoryId, quantity: 5 }],
      place: true,
    });
    expect(placed).toMatchObject({ status: 201, body: { state: 'placed' } });
    expect(await gaugeOf(id)).toMatchObject({ capacity: 42, taken: 5 });
  });

  it('takes other capacities, below what is taken too, and keeps what is not named', async () => {
    const { id, version } = await planned();
    await browser.put(`/api/performances/${id}/stock`, version, [cell(12), cell(30, 1)]);
    const changed = await browser.put(`/api/performances/${id}/stock`, version + 1, [cell(8)]);
    const rows = changed.body.filter((row: { contingentId: string | null }) => row.contingentId !== null);
    expect(rows.map((row: { capacity: number }) => row.capacity)).toEqual([8, 30]);
    const same = await browser.put(`/api/performances/${id}/stock`, version + 2, [cell(8)]);
    expect(same.headers.get('etag')).toBe(`"${version + 2}"`);
    const check = await browser.post('/api/gauge-check', { performanceId: id });
    expect(check.body.drift).toEqual([]);
  });

  it('follows the overbooking of its activity', async () => {
    const percent = { overbookingAllowed: true, overbookingPercent: 10 };
    const path = `/api/season-activities/${house.activityId}`;
    await browser.put(path, (await browser.get(path)).body.version, percent);
    const { id, version } = await planned();
    const opened = await browser.put(`/api/performances/${id}/stock`, version, [cell(50)]);
    expect(opened.body[0]).toMatchObject({ capacity: 50, limit: 55, free: 55 });
    await browser.put(path, (await browser.get(path)).body.version, { overbookingAllowed: false });
  });

  it('refuses what belongs elsewhere, twice the same, and an old version', async () => {
    const { id, version } = await planned();
    const put = (body: unknown, at = version) => browser.put(`/api/performances/${id}/stock`, at, body);
    expect(await put([{ ...cell(1), seatCategoryId: other.seatCategoryId }])).toMatchObject({
      status: 400,
      body: { errors: [{ path: '0.seatCategoryId', code: 'field.reference' }] },
    });
    expect(await put([{ ...cell(1), contingentId: other.contingentId }])).toMatchObject({
      status: 404,
      body: { errors: [{ path: '0.contingentId' }] },
    });
    expect(await put([cell(1), cell(2)])).toMatchObject({ status: 400, body: { errors: [{ path: '1' }] } });
    expect(await put([cell(-1)])).toMatchObject({ status: 400, body: { errors: [{ path: '0.capacity' }] } });
    expect(await put([cell(1)], version + 1)).toMatchObject({
      status: 412,
      body: { code: 'record.version', current: { id } },
    });
    expect((await browser.put(`/api/performances/${other.performanceId}/stock`, 1, [cell(1)])).status).toBe(
      404,
    );
  });
});

describe('a record that is used', () => {
  it('says what stands in the way of deleting it', async () => {
    const path = `/api/seasons/${house.seasonId}`;
    const { body: season } = await browser.get(path);
    const refused = await browser.remove(path, season.version);
    expect(refused).toMatchObject({
      status: 409,
      body: {
        code: 'record.inUse',
        reasons: [
          { code: 'usedBy.activities', values: { count: 1 } },
          { code: 'usedBy.events', values: { count: 1 } },
        ],
      },
    });
    expect(refused.body.reasons[0].message).toMatch(/^Activités de la saison\s: 1[.]$/u);
    const contingent = await browser.remove(`/api/contingents/${house.contingentId}`, 1);
    expect(contingent.body.reasons.map(({ code }: { code: string }) => code)).toEqual([
      'usedBy.channels',
      'usedBy.stock',
    ]);
  });

  it('says how many options keep a performance where it is', async () => {
    await browser.post('/api/options', {
      contactId: house.individualId,
      performanceId: house.performanceId,
      lines: [{ seatCategoryId: house.seatCategoryId, quantity: 2 }],
    });
    const path = `/api/performances/${house.performanceId}`;
    const { body } = await browser.get(path);
    expect(await browser.put(path, body.version, { startsAt: '2029-01-01T19:00:00.000Z' })).toMatchObject({
      status: 409,
      body: { reasons: [{ code: 'performance.liveOptions', values: { count: 1 } }] },
    });
  });

  it('says that nobody disables their own account, and that a code is taken', async () => {
    const path = `/api/operators/${house.operatorId}`;
    const { body } = await browser.get(path);
    expect(await browser.put(path, body.version, { disabled: true })).toMatchObject({
      status: 409,
      body: { reasons: [{ code: 'operator.self' }] },
    });
    expect(await browser.post('/api/product-families', { code: 'ENTREE', name: 'Encore' })).toMatchObject({
      status: 409,
      body: { errors: [{ path: 'code', code: 'field.taken' }] },
    });
  });
});

/** The price that options of a works council take by default. */
async function optionPrice(): Promise<string> {
  const { body } = await browser.list('audience-subcategories', { filter: { optionDefault: true } });
  const { audienceCategories } = house.institution;
  return body.find(
    (row: { audienceCategoryId: string }) => row.audienceCategoryId === audienceCategories.ADHERENTE,
  ).id;
}
