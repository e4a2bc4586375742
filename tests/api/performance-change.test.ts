import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setUpOperator } from '../../activities/organisation/set-up-operator.ts';
import type { RunningApi } from '../../api/server.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { createHouse, type House } from '../support/house.ts';
import { type Browser, openBrowser, signedIn, startApi } from './support/api.ts';

let database: TestDatabase;
let house: House;
let api: RunningApi;
let browser: Browser;

beforeAll(async () => {
  database = await createTestDatabase();
  house = await createHouse(database.url);
  api = await startApi(database.url);
  browser = await signedIn(api.url, house);
});

afterAll(async () => {
  await api.stop();
  await house.close();
  await database.drop();
});

const at = (verb: string, id = house.performanceId) => `/api/performances/${id}/${verb}`;
const soon = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

describe('moving and cancelling a performance', () => {
  it('shows who is affected, then does exactly that', async () => {
    const lines = [{ seatCategoryId: house.seatCategoryId, quantity: 4 }];
    const asked = { contactId: house.individualId, performanceId: house.performanceId, lines, place: true };
    const option = await browser.post('/api/options', asked);
    expect(option.status).toBe(201);
    const startsAt = soon(90);
    const shown = await browser.post(at('preview-move-performance'), { startsAt });
    expect(shown).toMatchObject({
      status: 200,
      body: { total: 1, letters: 1, options: [{ before: 'placed' }] },
    });
    const body = { startsAt, preview: shown.body.fingerprint };
    const old = { 'if-match': `"${shown.body.version + 7}"` };
    expect(await browser.post(at('move-performance'), body, old)).toMatchObject({ status: 412 });
    const moved = await browser.post(at('move-performance'), body);
    expect(moved).toMatchObject({ status: 200, body: { options: 1, letters: 1 } });
    expect(moved.headers.get('etag')).toBe(`"${moved.body.version}"`);
    expect(await browser.post(at('move-performance'), body)).toMatchObject({
      status: 400,
      body: { code: 'request.invalid', errors: [{ path: 'startsAt', code: 'start.same' }] },
    });

    const stale = await browser.post(at('cancel-performance'), { reason: 'Grève', preview: 'another' });
    expect(stale).toMatchObject({
      status: 409,
      body: {
        code: 'performance.previewStale',
        current: { verb: 'cancel-performance', total: 1, placesBack: 4 },
      },
    });
    const cancel = { reason: 'Grève', preview: stale.body.current.fingerprint };
    expect(await browser.post(at('cancel-performance'), cancel)).toMatchObject({ status: 200 });
    const page = await browser.get(`/api/options/${option.body.id}`);
    expect(page.body).toMatchObject({ state: 'cancelled', choices: [{ cancelled: true }] });
    const { body: letters } = await browser.list('letters', { filter: { optionId: option.body.id } });
    expect(letters.map(({ kind, state }: { kind: string; state: string }) => [kind, state]).sort()).toEqual([
      ['performance-cancelled', 'owed'],
      ['performance-moved', 'superseded'],
    ]);
    expect(await browser.post('/api/options', asked)).toMatchObject({
      status: 422,
      body: { code: 'authorisation.refused', reasons: [{ code: 'performance.cancelled' }] },
    });
    expect(await browser.post(at('preview-cancel-performance'), {})).toMatchObject({
      status: 409,
      body: { code: 'performance.state' },
    });
    const { body: cancelled } = await browser.get(`/api/performances/${house.performanceId}`);
    const reopened = { ...cancelled, state: 'open' };
    const path = `/api/performances/${house.performanceId}`;
    expect(await browser.put(path, cancelled.version, reopened)).toMatchObject({
      status: 409,
      body: { code: 'performance.state' },
    });
  });

  it('gives a performance another configuration, when what it costs is accepted', async () => {
    const [, performanceId = ''] = house.performanceIds;
    const lines = [{ seatCategoryId: house.seatCategoryId, quantity: 4 }];
    const asked = { contactId: house.individualId, performanceId, lines, place: true };
    const { body: option } = await browser.post('/api/options', asked);
    const { body: before } = await browser.get(`/api/performances/${performanceId}`);
    const { venueId } = before;
    const { body: space } = await browser.post('/api/spaces', {
      venueId,
      code: 'PETITE',
      name: 'Petite salle',
    });
    const configuration = async (code: string, capacity: number) => {
      const capacities = [{ seatCategoryId: house.seatCategoryId, capacity }];
      const made = { spaceId: space.id, code, name: code, numbered: false, state: 'valid', capacities };
      return (await browser.post('/api/logical-configurations', made)).body.id;
    };
    const small = await configuration('TROIS', 3);
    const shown = await browser.post(at('preview-change-configuration', performanceId), {
      configurationId: small,
    });
    expect(shown).toMatchObject({
      status: 200,
      body: {
        verb: 'change-configuration',
        letters: 0,
        configuration: { unfit: 1, fates: [{ fate: 'unfit', options: 1, places: 4 }] },
        options: [{ after: 'requested', places: { unfit: { code: 'room', quantity: 4, free: 3 } } }],
      },
    });
    const body = { configurationId: small, preview: shown.body.fingerprint };
    expect(await browser.post(at('change-configuration', performanceId), body)).toMatchObject({
      status: 409,
      body: { code: 'configuration.unfit' },
    });
    const done = await browser.post(at('change-configuration', performanceId), { ...body, takeBack: true });
    expect(done).toMatchObject({ status: 200, body: { options: 1, letters: 0 } });
    expect(done.headers.get('etag')).toBe(`"${done.body.version}"`);
    expect((await browser.get(`/api/options/${option.id}`)).body).toMatchObject({ state: 'requested' });
    const { body: stock } = await browser.get(`/api/performances/${performanceId}/stock`);
    const rows = stock.filter(({ contingentId }: { contingentId: string | null }) => contingentId !== null);
    const capacities = new Map(
      rows.map((row: { seatCategoryId: string; capacity: number }) => [row.seatCategoryId, row.capacity]),
    );
    expect(capacities.get(house.seatCategoryId)).toBe(3);
    expect([...capacities.values()]).toEqual([3, 0]); // a category that is gone keeps its row, empty
    for (const [configurationId, code] of [
      [small, 'configuration.same'],
      [house.contingentId, 'field.reference'],
    ])
      expect(
        await browser.post(at('preview-change-configuration', performanceId), { configurationId }),
      ).toMatchObject({ status: 400, body: { errors: [{ path: 'configurationId', code }] } });
  });

  it('refuses what it cannot read, and a performance that is not there', async () => {
    const [, other = ''] = house.performanceIds;
    expect(await browser.post(at('cancel-performance', other), { reason: '  ', preview: 'x' })).toMatchObject(
      {
        status: 400,
        body: { errors: [{ path: 'reason', code: 'field.tooShort' }] },
      },
    );
    expect(await browser.post(at('preview-move-performance', other), { startsAt: 'demain' })).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'startsAt' }] },
    });
    expect(await browser.post(at('preview-cancel-performance', house.contingentId), {})).toMatchObject({
      status: 404,
    });
  });

  it('is a right of managers', async () => {
    const password = 'a password of an operator';
    const email = 'operator@operators.test';
    await setUpOperator(house.system(), {
      email,
      name: 'Ada Quillan',
      password,
      locale: 'fr',
      demo: false,
      roles: [{ organisationId: house.organisationId, role: 'operator' }],
    });
    const operator = openBrowser(api.url);
    await operator.signIn(email, password);
    expect(await operator.post(at('preview-cancel-performance'), {})).toMatchObject({ status: 403 });
    expect(await operator.post(at('cancel-performance'), { reason: 'x', preview: 'x' })).toMatchObject({
      status: 403,
    });
  });
});
