import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setUpOperator } from '../../activities/organisation/set-up-operator.ts';
import type { RunningApi } from '../../api/server.ts';
import type { RolePreset } from '../../rules/organisation/role-presets.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { createHouse, type House } from '../support/house.ts';
import { type Browser, signedIn, startApi } from './support/api.ts';

let database: TestDatabase;
let house: House;
let other: House;
let api: RunningApi;
let alice: Browser;
let basile: Browser;
let administrator: Browser;
let stranger: Browser;

async function colleague(role: RolePreset, name: string): Promise<Browser> {
  const email = `${name.toLowerCase()}-${randomUUID().slice(0, 8)}@operators.test`;
  const password = 'a password of a colleague';
  const roles = [{ organisationId: house.organisationId, role }];
  await setUpOperator(house.system(), { email, name, password, locale: 'fr', demo: false, roles });
  return signedIn(api.url, { email, password });
}

beforeAll(async () => {
  database = await createTestDatabase();
  house = await createHouse(database.url);
  other = await createHouse(database.url);
  api = await startApi(database.url);
  administrator = await signedIn(api.url, house);
  stranger = await signedIn(api.url, other);
  alice = await colleague('operator', 'Alice');
  basile = await colleague('operator', 'Basile');
});

afterAll(async () => {
  await api.stop();
  await house.close();
  await other.close();
  await database.drop();
});

const due = {
  resource: 'options',
  name: 'Échéance sous deux jours',
  filter: { state: ['placed'], confirmationDueAt_lte: 'now+2d' },
  sort: ['confirmationDueAt', 'ASC'],
  columns: ['number', 'contactName'],
  shared: false,
};
const named = (name: string, more: object = {}) => ({ ...due, name, ...more });
const namesFor = async (browser: Browser) =>
  (await browser.list('saved-views', { filter: { resource: 'options' }, range: [0, 99] })).body.map(
    (view: { name: string }) => view.name,
  );

describe('a saved view', () => {
  it('is its owner’s, as it was kept', async () => {
    const made = await alice.post('/api/saved-views', due);
    expect(made).toMatchObject({ status: 201, body: { ...due, mine: true, ownerName: 'Alice', version: 1 } });
    expect(made.headers.get('location')).toBe(`/api/saved-views/${made.body.id}`);
    expect(await alice.get(`/api/saved-views/${made.body.id}`)).toMatchObject({ status: 200, body: due });
    expect(await namesFor(alice)).toContain(due.name);
    expect(await namesFor(basile)).not.toContain(due.name);
    expect(await basile.get(`/api/saved-views/${made.body.id}`)).toMatchObject({ status: 404 });
  });

  it('is found by colleagues once it is shared, and changed by its owner only', async () => {
    const { body } = await alice.post('/api/saved-views', named('Pour tous'));
    const path = `/api/saved-views/${body.id}`;
    const shared = await alice.put(path, body.version, { shared: true });
    expect(shared).toMatchObject({ status: 200, body: { shared: true, version: 2 } });
    const found = await basile.get(path);
    expect(found).toMatchObject({
      status: 200,
      body: { name: 'Pour tous', mine: false, ownerName: 'Alice' },
    });
    expect(await basile.put(path, 2, { name: 'À moi' })).toMatchObject({ status: 403 });
    expect(await basile.remove(path, 2)).toMatchObject({ status: 403 });
    expect(await stranger.get(path)).toMatchObject({ status: 404 });
    expect(await namesFor(stranger)).not.toContain('Pour tous');
    expect(await administrator.put(path, 2, { name: 'Pour toutes' })).toMatchObject({ status: 200 });
    expect(await alice.remove(path, 2)).toMatchObject({
      status: 412,
      body: { current: { name: 'Pour toutes' } },
    });
    expect(await alice.remove(path, null)).toMatchObject({ status: 428 });
    expect(await alice.remove(path, 3)).toMatchObject({ status: 200 });
    expect(await namesFor(basile)).not.toContain('Pour toutes');
  });

  it('takes no condition and no order that the list does not have', async () => {
    const refused = await alice.post('/api/saved-views', named('Fausse', { filter: { colour: 'red' } }));
    expect(refused).toMatchObject({
      status: 400,
      body: { code: 'list.filter', errors: [{ path: 'filter.colour', code: 'field.unknown' }] },
    });
    const wrong = await alice.post('/api/saved-views', named('Fausse', { filter: { state: ['sold'] } }));
    expect(wrong.body.errors).toMatchObject([{ path: 'filter.state', code: 'field.choice' }]);
    const unordered = await alice.post('/api/saved-views', named('Fausse', { sort: ['colour', 'ASC'] }));
    expect(unordered).toMatchObject({ status: 400, body: { code: 'list.sort' } });
    const unknown = await alice.post('/api/saved-views', named('Fausse', { resource: 'passwords' }));
    expect(unknown.body.errors).toMatchObject([{ path: 'resource', code: 'field.choice' }]);
    const { body } = await alice.post('/api/saved-views', named('Juste'));
    const changed = await alice.put(`/api/saved-views/${body.id}`, 1, { filter: { colour: 'red' } });
    expect(changed).toMatchObject({ status: 400, body: { code: 'list.filter' } });
  });

  it('has a name of its own among its owner’s views of a list', async () => {
    await alice.post('/api/saved-views', named('Deux fois'));
    const again = await alice.post('/api/saved-views', named('Deux fois'));
    expect(again).toMatchObject({
      status: 409,
      body: { code: 'record.duplicate', errors: [{ path: 'name' }] },
    });
    expect(await basile.post('/api/saved-views', named('Deux fois'))).toMatchObject({ status: 201 });
  });

  it('is only of lists that one may read', async () => {
    const view = { resource: 'operators', name: 'Désactivés', filter: { disabled: true } };
    expect(await alice.post('/api/saved-views', view)).toMatchObject({ status: 403 });
    const made = await administrator.post('/api/saved-views', { ...view, shared: true });
    expect(made.status).toBe(201);
    expect(await alice.get(`/api/saved-views/${made.body.id}`)).toMatchObject({ status: 404 });
    const seen = await alice.list('saved-views', { filter: { resource: 'operators' } });
    expect(seen.body).toEqual([]);
  });

  it('keeps bounds that follow the clock', async () => {
    const at = (bound: string) =>
      alice.list('performances', { filter: { startsAt_gte: bound }, range: [0, 9] });
    expect((await at('now')).body).toHaveLength(2);
    expect((await at('now+60h')).body).toHaveLength(2);
    expect((await at('now+900d')).body).toHaveLength(0);
    expect(await at('now+2w')).toMatchObject({ status: 400, body: { code: 'list.filter' } });
  });
});

describe('preferences', () => {
  const set = (browser: Browser, name: string, value: unknown) =>
    browser.ask('PUT', `/api/preferences/${name}`, { body: { value } });

  it('follow their operator, the last write winning', async () => {
    expect((await alice.get('/api/preferences')).body).toEqual({});
    expect(await set(alice, 'theme', 'light')).toMatchObject({ status: 200 });
    expect(await set(alice, 'theme', 'dark')).toMatchObject({
      status: 200,
      body: { name: 'theme', value: 'dark' },
    });
    const list = { hiddenColumns: ['provenance'], rowsPerPage: 50, defaultView: null };
    expect(await set(alice, 'list.option-requests', list)).toMatchObject({ status: 200 });
    expect((await alice.get('/api/preferences')).body).toEqual({
      theme: 'dark',
      'list.option-requests': list,
    });
    expect((await basile.get('/api/preferences')).body).toEqual({});
    expect((await stranger.get('/api/preferences')).body).toEqual({});
  });

  it('go back to what ships', async () => {
    await set(basile, 'language', 'en');
    expect(await set(basile, 'language', null)).toMatchObject({ status: 200, body: { value: null } });
    expect((await basile.get('/api/preferences')).body).toEqual({});
  });

  it.each([
    ['colour', 'red', 'name'],
    ['list.', {}, 'name'],
    ['theme', 'purple', 'value'],
    ['density', { any: 'thing' }, 'value'],
    ['list.options', { rowsPerPage: 10_000 }, 'value'],
    ['list.options', { hiddenColumns: ['x'.repeat(5_000)] }, 'value'],
    ['menu', Array.from({ length: 61 }, (_, n) => `section ${n}`), 'value'],
  ])('%s cannot be %j', async (name, value, path) => {
    const answer = await set(alice, name, value);
    expect(answer).toMatchObject({ status: 400, body: { code: 'request.invalid', errors: [{ path }] } });
  });
});
