import { monitorEventLoopDelay } from 'node:perf_hooks';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readSeatPlan } from '../../activities/venues/seat-plan-file/read-seat-plan.ts';
import type { RunningApi } from '../../api/server.ts';
import { bytesOf, plainPlan, plainPlanOf } from '../activities/venues/support/plan-files.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { createHouse, type House } from '../support/house.ts';
import { type Browser, signedIn, startApi } from './support/api.ts';
import { longBody } from './support/long-body.ts';

let database: TestDatabase;
let house: House;
let desk: House;
let api: RunningApi;
let browser: Browser;
let spaceId: string;

beforeAll(async () => {
  database = await createTestDatabase();
  house = await createHouse(database.url, { role: 'manager' });
  desk = await createHouse(database.url, { role: 'operator' });
  api = await startApi(database.url);
  browser = await signedIn(api.url, house);
  const space = await browser.post('/api/spaces', {
    venueId: house.venueId,
    code: 'GRANDE',
    name: 'Grande salle',
  });
  spaceId = space.body.id;
});

afterAll(async () => {
  await api.stop();
  await house.close();
  await desk.close();
  await database.drop();
});

async function send(
  body: string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>,
  { query = '', type = 'application/json', as = browser, locale = 'fr' } = {},
) {
  const request = {
    method: 'POST',
    body,
    headers: {
      cookie: as.cookie ?? '',
      'x-requested-with': 'placet',
      'accept-language': locale,
      'content-type': type,
    },
    duplex: 'half', // a stream is sent while the answer may come already
  };
  const response = await fetch(new URL(`/api/spaces/${spaceId}/seat-plans${query}`, api.url), request);
  return { status: response.status, body: await response.json() };
}

const file = (value: unknown) => new Uint8Array(bytesOf(value));

describe('a seat plan', () => {
  it('is tried, taken and given back, whatever the file calls itself', async () => {
    const tried = await send(file(plainPlan()), { query: '?dryRun=true', type: 'application/octet-stream' });
    expect(tried).toMatchObject({ status: 200, body: { outcome: 'created', planId: null, seatCount: 12 } });
    expect((await browser.list('seat-plans')).body).toEqual([]);
    const taken = await send(file(plainPlan()));
    expect(taken).toMatchObject({ status: 200, body: { outcome: 'created', revision: 1 } });
    const { planId } = taken.body;
    const given = await browser.get(`/api/seat-plans/${planId}/file`);
    expect(given.headers.get('content-disposition')).toContain("UTF-8''Salle%20simple.json");
    expect(await send(file(given.body))).toMatchObject({ body: { outcome: 'unchanged', planId } });
    const listed = await browser.list('seat-plans', { filter: { spaceId } });
    expect(listed.body).toEqual([
      expect.objectContaining({
        id: planId,
        name: 'Salle simple',
        revision: 1,
        seatCount: 12,
        zones: ['PLATEA'],
      }),
    ]);
    const columns = await browser.get(`/api/seat-plans/${planId}/seats`);
    expect(columns.body).toMatchObject({
      rows: [
        { zone: 'PLATEA', block: '', label: '1', order: 1 },
        { zone: 'PLATEA', block: '', label: '2', order: 2 },
      ],
      categories: [],
      seats: { row: [0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1], run: [1, 1, 1, 2, 2, 2, 1, 1, 1, 2, 2, 2] },
    });
    expect(columns.body.seats.attributes).toEqual([0, 0, 8, 8, 0, 0, 0, 0, 8, 8, 0, 0]);
  });

  it('with faults is one clear answer, in the language of the reader, and leaves nothing', async () => {
    const before = (await browser.list('seat-plans')).body;
    const plan = plainPlan();
    plan.name = 'Fautive';
    plan.zones[0]!.rows[0]!.seats[1]!.category = 'CAT9';
    plan.zones[0]!.rows[1]!.seats[2]!.seat_guid = '1-3';
    const places = ['zones[0].rows[0].seats[1].category', 'zones[0].rows[1].seats[2].seat_guid'] as const;
    const answered = (detail: string, category: string, guid: string) => ({
      status: 400,
      body: {
        code: 'plan.invalid',
        detail,
        errors: [
          { path: places[0], code: 'plan.categoryUnknown', message: category },
          { path: places[1], code: 'plan.guidTwice', message: guid },
        ],
      },
    });
    const french = answered(
      'Défauts trouvés : 2 (au plus 100 sont indiqués). Rien n’a été importé.',
      'Cette catégorie n’est pas dans la liste des catégories du plan.',
      'Une autre place porte déjà cet identifiant.',
    );
    expect(await send(file(plan), { query: '?dryRun=true' })).toMatchObject(french);
    expect(await send(file(plan))).toMatchObject(french);
    expect(await send(file(plan), { locale: 'en' })).toMatchObject(
      answered(
        'Faults found: 2 (at most 100 are told). Nothing was imported.',
        'This category is not in the list of categories of the plan.',
        'Another seat has this identifier already.',
      ),
    );
    const refused = [
      ['{"name": "A", }', 'plan.unreadable', 'ligne 1, colonne 15', 'line 1, column 15'],
      [file(plainPlanOf(100_000)), 'plan.tooManySeats', 'places au plus', 'at most'],
    ] as const;
    for (const [body, code, inFrench, inEnglish] of refused) {
      for (const [locale, words] of [
        ['fr', inFrench],
        ['en', inEnglish],
      ] as const) {
        expect(await send(body, { locale })).toMatchObject({
          status: 400,
          body: { code, detail: expect.stringContaining(words) },
        });
      }
    }
    expect((await browser.list('seat-plans')).body).toEqual(before);
  });

  it('of 200 MB is refused before it is read, however it comes', async () => {
    const long = longBody(200);
    const tooLarge = (detail: string) => ({
      status: 413,
      body: { code: 'request.tooLarge', detail: expect.stringContaining(detail) },
    });
    expect(await send(long.stream)).toMatchObject(tooLarge('dépasse la taille acceptée'));
    expect(long.grownBy()).toBeLessThan(100 * 1024 * 1024);
    const whole = new Uint8Array(200 * 1024 * 1024);
    expect(await send(whole, { locale: 'en' })).toMatchObject(tooLarge('larger than what is accepted')); // says its length beforehand
  });

  it('of 30,000 seats is read while others are answered', async () => {
    const body = file(plainPlanOf(30_000));
    const before = performance.now();
    readSeatPlan(body);
    const reading = performance.now() - before;
    const delay = monitorEventLoopDelay({ resolution: 5 });
    const sent = send(body);
    delay.enable();
    let under = true;
    void sent.then(() => {
      under = false;
    });
    for (let asked = 0; asked < 10; asked += 1) {
      expect((await browser.get('/healthz')).status).toBe(200);
      expect(under).toBe(true);
    }
    expect(await sent).toMatchObject({ status: 200, body: { outcome: 'created', seatCount: 30_000 } });
    delay.disable();
    expect(delay.max / 1e6).toBeLessThan(reading / 2);
  });

  it('needs the right to create, and a space within reach', async () => {
    const operator = await signedIn(api.url, desk);
    expect(await send(file(plainPlan()), { as: operator })).toMatchObject({ status: 403 });
    const nowhere = await browser.ask('POST', `/api/spaces/${desk.venueId}/seat-plans`, {
      body: plainPlan(),
    });
    expect(nowhere.status).toBe(404);
  });

  it('is deleted while nothing is made of it, and never changed', async () => {
    const { body } = await send(file({ ...plainPlan(), name: 'À jeter' }));
    expect((await browser.put(`/api/seat-plans/${body.planId}`, 1, {})).status).toBe(405);
    expect((await browser.remove(`/api/seat-plans/${body.planId}`, 1)).status).toBe(200);
    expect((await browser.get(`/api/seat-plans/${body.planId}`)).status).toBe(404);
  });
});

describe('a logical configuration', () => {
  it('is made, painted and read as a map', async () => {
    const { body: plan } = await send(file({ ...plainPlan(), name: 'Peinte' }));
    const made = await browser.post('/api/logical-configurations', {
      spaceId,
      code: 'ASSIS',
      name: 'Grande salle assis',
      numbered: true,
      planId: plan.planId,
    });
    expect(made).toMatchObject({
      status: 201,
      body: { state: 'draft', capacity: 12, venueId: house.venueId },
    });
    const path = `/api/logical-configurations/${made.body.id}`;
    const [best] = house.seatCategoryIds;
    const paints = [{ seatCategoryId: best, areas: [{ zone: 'PLATEA', rowLabel: '2' }] }];
    const stale = await browser.post(`${path}/paint`, { paints }, { 'if-match': '"9"' });
    expect(stale).toMatchObject({ status: 412, body: { code: 'record.version' } });
    const painted = await browser.post(`${path}/paint`, { paints }, { 'if-match': '"1"' });
    expect(painted).toMatchObject({ status: 200, body: { version: 2, capacity: 12 } });
    expect(painted.body.categories).toEqual([
      expect.objectContaining({ seatCategoryId: best, capacity: 12 }),
    ]);
    const columns = await browser.get(`${path}/seats`);
    expect(columns.body.categories).toEqual([expect.objectContaining({ id: best })]);
    expect(columns.body.seats.category).toEqual(Array.from({ length: 12 }, () => 0));
    const nothing = await browser.post(`${path}/paint`, { paints: [{ seatCategoryId: null }] });
    expect(nothing).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
    const valid = await browser.put(path, 2, { ...painted.body, state: 'valid' });
    expect(valid).toMatchObject({ status: 200, body: { state: 'valid', version: 3 } });
  });
});
