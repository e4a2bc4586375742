import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { advanceBulkRun } from '../../activities/options/bulk/advance-run.ts';
import { requestOption } from '../../activities/options/request-option.ts';
import type { RunningApi } from '../../api/server.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { createHouse, type House } from '../support/house.ts';
import { type Browser, signedIn, startApi } from './support/api.ts';

let database: TestDatabase;
let house: House;
let neighbour: House;
let api: RunningApi;
let browser: Browser;
let manager: Browser;

beforeAll(async () => {
  database = await createTestDatabase();
  house = await createHouse(database.url, { capacity: 20 });
  neighbour = await createHouse(database.url, { role: 'manager' });
  api = await startApi(database.url);
  browser = await signedIn(api.url, house);
  manager = await signedIn(api.url, neighbour);
});

afterAll(async () => {
  await api.stop();
  await house.close();
  await neighbour.close();
  await database.drop();
});

async function requests(quantities: readonly number[], performance = 0): Promise<string[]> {
  const ids: string[] = [];
  for (const quantity of quantities) {
    const { id } = await requestOption(house.caller(), {
      contactId: house.individualId,
      performanceId: house.performanceIds[performance]!,
      lines: [{ seatCategoryId: house.seatCategoryIds[0]!, quantity }],
    });
    ids.push(id);
  }
  return ids;
}

const bulk = (verb: string, body: object, key?: string) =>
  browser.post(`/api/options/bulk/${verb}`, body, key === undefined ? {} : { 'idempotency-key': key });
type Proposed = { id: string; version: number; placement: { performanceId: string; lines: object[] } };
const outcome = (results: { ok: boolean; state?: string; problem?: { code: string } }[]) =>
  results.map(({ ok, state, problem }) => (ok ? state : problem?.code));

describe('a verb on a selection', () => {
  it('is done on each option by itself, in order, and goes on after a refusal', async () => {
    const [small, huge, last] = await requests([5, 50, 4]);
    const elsewhere = randomUUID();
    const ids = [small, huge, elsewhere, last];
    const { status, body } = await bulk('place', { ids });
    expect(status).toBe(200);
    expect(body.results.map(({ id }: { id: string }) => id)).toEqual(ids);
    expect(outcome(body.results)).toEqual(['placed', 'stock.insufficient', 'request.notFound', 'placed']);
    expect(body.results[1].problem).toMatchObject({ status: 409, title: 'Places insuffisantes' });
    expect((await browser.get(`/api/options/${huge}`)).body.state).toBe('requested');
  });

  it('gives the last seats to the first of the selection', async () => {
    const ids = await requests([8, 8, 8], 1);
    const { body } = await bulk('place', { ids });
    expect(outcome(body.results)).toEqual(['placed', 'placed', 'stock.insufficient']);
  });

  it('leaves alone what is placed already, and answers a repeated call the same', async () => {
    const [first, second] = await requests([1, 1]);
    const key = randomUUID();
    const done = await bulk('place', { ids: [first] }, key);
    expect(outcome(done.body.results)).toEqual(['placed']);
    expect((await bulk('place', { ids: [first] }, key)).body).toEqual(done.body);
    const { confirmationDueAt, version } = (await browser.get(`/api/options/${first}`)).body;
    const { body } = await bulk('place', { ids: [first, second] });
    expect(outcome(body.results)).toEqual(['option.state', 'placed']);
    expect(body.results[0].problem.detail).toBe(
      'Possible seulement quand l’option est demandée ou en attente.',
    );
    const after = (await browser.get(`/api/options/${first}`)).body;
    expect(after).toMatchObject({ confirmationDueAt, version });
  });

  it('keeps its motive in history, and takes the words of its verb', async () => {
    const ids = await requests([1, 1]);
    await bulk('refuse', { ids, reason: 'Salle fermée' });
    const history = await browser.list('history', { filter: { subjectId: ids, verb: 'refuse' } });
    expect(history.body.map(({ reason }: { reason: string }) => reason)).toEqual([
      'Salle fermée',
      'Salle fermée',
    ]);
    const refused = await bulk('refuse', { ids, paymentDueAt: '2030-01-01T00:00:00Z' });
    expect(refused.body.errors).toMatchObject([{ path: 'paymentDueAt', code: 'field.unknown' }]);
  });

  it('validates placements and refusals of one selection', async () => {
    const [first, second] = await requests([1, 1]);
    await bulk('place', { ids: [first] });
    await bulk('refuse', { ids: [second] });
    const key = randomUUID();
    const done = await bulk('validate', { ids: [first, second] }, key);
    expect(outcome(done.body.results)).toEqual(['confirmed', 'declined']);
    expect((await bulk('validate', { ids: [first, second] }, key)).body).toEqual(done.body);
  });

  it('done again under its key does nothing twice, and answers the same', async () => {
    const ids = await requests([1, 1]);
    const key = randomUUID();
    const first = await bulk('refuse', { ids }, key);
    const again = await bulk('refuse', { ids }, key);
    expect(again.body).toEqual(first.body);
    const history = await browser.list('history', { filter: { subjectId: ids, verb: 'refuse' } });
    expect(history.body).toHaveLength(2);
    const other = await bulk('refuse', { ids: ids.slice(1) }, key);
    expect(other).toMatchObject({ status: 422, body: { code: 'idempotency.mismatch' } });
  });

  it('refuses an option that has changed since it was seen, and only that one', async () => {
    const [one, two] = await requests([1, 1]);
    const { body } = await bulk('withdraw', {
      items: [
        { id: one, version: 9 },
        { id: two, version: 1 },
      ],
    });
    expect(outcome(body.results)).toEqual(['record.version', 'withdrawn']);
  });
});

describe('a selection', () => {
  it('names every option once', async () => {
    const [id] = await requests([1]);
    const { status, body } = await bulk('refuse', { ids: [id, id] });
    expect(status).toBe(400);
    expect(body.errors).toMatchObject([{ path: 'items.1', code: 'field.duplicate' }]);
  });

  it.each<[string, object, string]>([
    ['nothing', {}, 'ids'],
    ['no option', { ids: [] }, 'ids'],
    ['both shapes', { ids: [randomUUID()], items: [{ id: randomUUID() }] }, 'items'],
    ['something else than ids', { ids: ['x'] }, 'ids.0'],
  ])('is not %s', async (_name, body, path) => {
    const refused = await bulk('refuse', body);
    expect(refused).toMatchObject({ status: 400, body: { code: 'request.invalid', errors: [{ path }] } });
  });

  it('goes on by itself beyond 200 options, and is told as it goes', async () => {
    const ids = await requests([1, 2]);
    const strangers = Array.from({ length: 199 }, () => randomUUID());
    const started = await bulk('refuse', { ids: [...ids, ...strangers], reason: 'Relâche' });
    expect(started.status).toBe(202);
    const path = `/api/bulk-runs/${started.body.bulkRunId}`;
    expect((await browser.get(path)).body).toMatchObject({
      verb: 'refuse',
      state: 'waiting',
      total: 201,
      done: 0,
    });
    expect((await manager.get(path)).status).toBe(404);
    expect((await browser.post(`${path}/retry`, {})).status).toBe(409);
    const advance = () =>
      advanceBulkRun(house.caller(), { bulkRunId: started.body.bulkRunId, isLastTry: true });
    while ((await advance()).more);
    expect((await browser.get(path)).body).toMatchObject({ state: 'done', done: 201, failed: 199 });
    const told = await browser.get(`${path}/results?range=[0,9]`);
    expect(told.headers.get('content-range')).toBe('bulk-run-results 0-9/201');
    expect(outcome(told.body).slice(0, 3)).toEqual(['refused', 'refused', 'request.notFound']);
    expect((await browser.get(`${path}/results?state=done`)).body).toHaveLength(2);
    expect((await browser.get('/api/bulk-runs')).body).toHaveLength(1);
  });

  it('is looked at before: orders and contacts of a validation, and what is impossible', async () => {
    const ids = await requests([1, 1, 1, 1], 1);
    const [placed, twice, refused, requested] = ids;
    await bulk('place', { ids: [placed, twice] });
    await bulk('refuse', { ids: [refused] });
    const { body } = await browser.post('/api/options/bulk/preview', { ids });
    expect(body.validation).toEqual({ placements: 2, orders: 1, contacts: 1, refusals: 1 });
    const { number } = (await browser.get(`/api/options/${requested}`)).body;
    expect(body.verbs.find(({ verb }: { verb: string }) => verb === 'validate')).toEqual({
      verb: 'validate',
      possible: 3,
      impossible: 1,
      obstacles: [{ reason: expect.stringContaining('Possible seulement'), numbers: [number] }],
    });
    const one = await browser.post('/api/options/bulk/preview', { ids, verb: 'place' });
    expect(one.body.possibleIds).toEqual([requested]);
    const { body: done } = await bulk('validate', { ids });
    expect(outcome(done.results)).toEqual(['confirmed', 'confirmed', 'declined', 'option.state']);
    const orders = await Promise.all([placed, twice].map((id) => browser.get(`/api/options/${id}`)));
    expect(new Set(orders.map(({ body: { orderId } }) => orderId)).size).toBe(1);
  });

  it('is out of reach without the right, and behind the wall', async () => {
    const ids = await requests([1]);
    expect((await manager.post('/api/options/bulk/refuse', { ids })).status).toBe(403);
    const other = await signedIn(api.url, house);
    expect((await other.post('/api/options/bulk/unknown', { ids })).status).toBe(404);
  });
});

describe('a list placed together', () => {
  it('is proposed, placed as proposed, and done once under its key', async () => {
    const ids = await requests([3, 2, 60]);
    const seen = await bulk('place-together/preview', { ids });
    expect(seen.status).toBe(200);
    expect(seen.body.totals).toMatchObject({ options: 3, seats: 65 });
    const proposed = seen.body.items.filter(({ placement }: { placement: object | null }) => placement);
    const items = proposed.map(({ id, version, placement: { performanceId, lines } }: Proposed) => ({
      id,
      version,
      performanceId,
      lines,
    }));
    const key = randomUUID();
    const done = await bulk('place-together', { items }, key);
    expect(outcome(done.body.results)).toEqual(items.map(() => 'placed'));
    expect(done.body.results.every(({ elsewhere }: { elsewhere: boolean }) => !elsewhere)).toBe(true);
    expect((await bulk('place-together', { items }, key)).body).toEqual(done.body);
    const left = seen.body.items.find(({ placement }: { placement: object | null }) => placement === null);
    expect(left.obstacles[0].reasons[0].message).toMatch(/^Il reste \d+ places/);
  });

  it('has its limits, its right and its wall', async () => {
    const [id] = await requests([1]);
    const tooMany = await bulk('place-together/preview', {
      ids: Array.from({ length: 1_001 }, () => randomUUID()),
    });
    expect(tooMany).toMatchObject({ status: 400, body: { code: 'bulk.tooMany' } });
    expect((await bulk('place-together/preview', { ids: [] })).body.errors).toMatchObject([{ path: 'ids' }]);
    expect((await manager.post('/api/options/bulk/place-together/preview', { ids: [id] })).status).toBe(403);
    const lost = await bulk('place-together/preview', { ids: [randomUUID()] });
    expect(lost.body.items[0]).toMatchObject({
      number: null,
      placement: null,
      obstacles: [{ reasons: [{ code: 'request.notFound' }] }],
    });
  });
});
