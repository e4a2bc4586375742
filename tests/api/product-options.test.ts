import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { advanceBulkRun } from '../../activities/options/bulk/advance-run.ts';
import type { RunningApi } from '../../api/server.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { createHouse, type House } from '../support/house.ts';
import { type Answer, type Browser, signedIn, startApi } from './support/api.ts';

let database: TestDatabase;
let house: House;
let api: RunningApi;
let browser: Browser;
let familyId: string;

beforeAll(async () => {
  database = await createTestDatabase();
  house = await createHouse(database.url, { role: 'administrator' });
  api = await startApi(database.url);
  browser = await signedIn(api.url, house);
  const season = await browser.get(`/api/seasons/${house.seasonId}`);
  await browser.put(`/api/seasons/${house.seasonId}`, season.body.version, { productOptionsAllowed: true });
  familyId = (await browser.post('/api/product-families', { code: 'VISITES', name: 'Visites guidées' })).body
    .id;
});

afterAll(async () => {
  await api.stop();
  await house.close();
  await database.drop();
});

const prices = (priceCents: number) =>
  Object.values(house.institution.audienceSubcategories).map((audienceSubcategoryId) => ({
    audienceSubcategoryId,
    priceCents,
  }));

/** Visits on two days at 14:30 in winter, Paris time. */
async function visit(code: string) {
  const year = new Date().getUTCFullYear() + 1;
  const { status, body } = await browser.post('/api/products', {
    seasonId: house.seasonId,
    familyId,
    kind: 'visit',
    code,
    name: `Visite ${code}`,
    venueId: house.venueId,
    contingentId: house.contingentIds[0],
    slots: [11, 12].map((day) => ({
      startsAt: `${year}-01-${day}T13:30:00.000Z`,
      guide: 'Une guide',
      capacity: 20,
    })),
    prices: prices(1200),
  });
  expect([status, body.errors]).toEqual([201, undefined]);
  return { ...body, day: (at: number) => `${year}-01-${11 + at}` };
}

async function contact(): Promise<string> {
  return (await browser.post('/api/contacts', { kind: 'individual', name: 'Maëlle Tardieu' })).body.id;
}

async function request(
  productId: string,
  productLineId: string,
  performanceId: string,
  quantity = 4,
  contactId?: string,
) {
  return browser.post('/api/product-options', {
    contactId: contactId ?? (await contact()),
    productId,
    quantity,
    lines: [{ productLineId, performanceId }],
  });
}

describe('a product', () => {
  it('is a record: read as it was written, changed by its parts, in use once an option is on it', async () => {
    const made = await visit('ORGUE');
    expect(made.slots).toMatchObject([{ capacity: 20, free: 20, guide: 'Une guide' }, { capacity: 20 }]);
    const [first, second] = made.slots;
    const grown = await browser.put(`/api/products/${made.id}`, made.version, {
      ...made,
      slots: [{ ...first, capacity: 25 }, second],
    });
    expect([grown.status, grown.body.slots?.[0]?.capacity]).toEqual([200, 25]);
    await request(made.id, made.ownLineId, first.id);
    const gone = await browser.put(`/api/products/${made.id}`, grown.body.version, { slots: [second] });
    expect([gone.status, gone.body.code]).toEqual([409, 'record.inUse']);
    const bad = await browser.post('/api/products', {
      seasonId: house.seasonId,
      familyId,
      kind: 'package',
      code: 'VIDE',
      name: 'Vide',
      lines: [{ name: 'A', role: 'companion', performanceIds: [], quantity: 1, prices: [] }],
    });
    expect(bad.body.errors.map(({ path }: { path: string }) => path)).toEqual(
      expect.arrayContaining(['lines', 'lines.0.performanceIds', 'lines.0.seatCategoryId', 'lines.0.per']),
    );
  });

  it('is no performance to ask seats of, and an article is none at all', async () => {
    const made = await visit('CINTRES');
    const { status } = await browser.post('/api/options', {
      contactId: await contact(),
      performanceId: made.slots[0].id,
      lines: [{ seatCategoryId: house.seatCategoryId, quantity: 1 }],
    });
    expect(status).toBe(404);
    const article = await browser.post('/api/products', {
      seasonId: house.seasonId,
      familyId,
      kind: 'article',
      code: 'PARKING',
      name: 'Parking',
      capacity: 12,
      contingentId: house.contingentIds[0],
      prices: prices(300),
    });
    expect(article.body).toMatchObject({ capacity: 12, slots: [] });
    const events = await browser.list('events', { filter: { code: ['PARKING', 'CINTRES'] } });
    expect(events.body.map((row: { code: string }) => row.code)).toEqual(['CINTRES']);
  });
});

describe('options on products', () => {
  it('stand in a list of their own, found by product, date and time of the visit', async () => {
    const made = await visit('COULISSES');
    const early = await request(made.id, made.ownLineId, made.slots[0].id);
    const late = await request(made.id, made.ownLineId, made.slots[1].id);
    expect([early.status, late.status]).toEqual([201, 201]);
    const found = async (filter: Record<string, unknown>) =>
      (await browser.list('product-options', { filter: { productId: made.id, ...filter } })).body.map(
        (row: { id: string }) => row.id,
      );
    expect(await found({ visitOn: made.day(0) })).toEqual([early.body.id]);
    expect(await found({ visitOn: made.day(1), visitAt: '14:30' })).toEqual([late.body.id]);
    expect(await found({ visitAt: '10:00' })).toEqual([]);
    expect(await found({ q: 'COULISSES' })).toHaveLength(2);
    const seats = await browser.list('options', { filter: { id: [early.body.id] } });
    expect(seats.body).toEqual([]);
    // a link does not say of which kind an option is
    const one = await browser.get(`/api/options/${early.body.id}`);
    expect(one.body).toMatchObject({ kind: 'product', productName: 'Visite COULISSES', productQuantity: 4 });
    expect(one.body.lines).toMatchObject([{ eventKind: 'visit', guide: 'Une guide', requestedQuantity: 4 }]);
    const columns = 'productName,productKind,productQuantity,startsAt,guide,twinNumber,insured';
    const sheet = await browser.get(
      `/api/product-options/export?filter={"productId":"${made.id}"}&sort=["number","ASC"]&columns=${columns}`,
    );
    const [headings, first] = sheet.body.replace('\uFEFF', '').split('\r\n');
    expect(headings).toBe('Produit;Nature;Unités;Date;Guide;Jumelle;Assurée');
    const [year, month, day] = made.day(0).split('-');
    expect(first).toBe(`Visite COULISSES;Visite guidée;4;${day}/${month}/${year} 14:30;Une guide;;`);
  });

  it('are acted on at their own door, with the rights for products', async () => {
    const made = await visit('ATELIERS');
    const { body } = await request(made.id, made.ownLineId, made.slots[0].id);
    expect((await browser.post(`/api/options/${body.id}/place`)).status).toBe(404);
    const placed = await browser.post(`/api/product-options/${body.id}/place`, {
      lines: [{ lineId: body.lines[0].id, quantity: 3, performanceId: made.slots[1].id }],
    });
    expect(placed.body).toMatchObject({ state: 'placed', lines: [{ placed: [{ quantity: 3 }] }] });
    const actions = placed.body.allowedActions.filter(({ allowed }: { allowed: boolean }) => allowed);
    expect(actions.map(({ verb }: { verb: string }) => verb)).toEqual(
      expect.arrayContaining(['place', 'confirm', 'refuse', 'lapse', 'withdraw']),
    );
    const confirmed = await browser.post(`/api/product-options/${body.id}/confirm`, {});
    const order = await browser.get(`/api/orders/${confirmed.body.orderId}`);
    expect(order.body.totalCents).toBe(3600);
  });

  it('say the role of their lines, and that their order is insured', async () => {
    const made = await visit('TRAPPES');
    const { body } = await request(made.id, made.ownLineId, made.slots[0].id);
    const door = `/api/product-options/${body.id}`;
    await browser.post(`${door}/place`);
    const before = await browser.get(door);
    expect(before.body).toMatchObject({ insured: null, lines: [{ productLineRole: 'mandatory' }] });
    const { body: confirmed } = await browser.post(`${door}/confirm`, { insured: true });
    expect((await browser.get(door)).body.insured).toBe(true);
    const order = await browser.get(`/api/orders/${confirmed.orderId}`);
    expect(order.body.insured).toBe(true);
    const { body: basket } = await browser.post(`/api/orders/${confirmed.orderId}/resume`, {});
    expect((await browser.get(`/api/baskets/${basket.id}`)).body.insured).toBe(true);
  });

  it('may be twins: what is done to one is proposed for the other, and nothing more', async () => {
    const made = await visit('TOITS');
    const [one, other, third] = await Promise.all(
      [0, 1, 0].map((at) => request(made.id, made.ownLineId, made.slots[at].id)),
    );
    const link = (id: string, twinId: string) =>
      browser.post(`/api/product-options/${id}/link-twin`, { twinId, reason: 'Même groupe' });
    const linked = await link(one!.body.id, other!.body.id);
    expect(linked.body.twin).toMatchObject({ id: other!.body.id, state: 'requested', verb: null });
    expect((await link(third!.body.id, other!.body.id)).body.code).toBe('twin.taken');
    expect((await link(third!.body.id, third!.body.id)).body.code).toBe('twin.itself');
    const placed = await browser.post(`/api/product-options/${one!.body.id}/place`);
    expect(placed.body.twin).toMatchObject({ id: other!.body.id, state: 'requested', verb: 'place' });
    expect((await browser.get(`/api/product-options/${other!.body.id}`)).body.state).toBe('requested');
    const refused = await browser.post(`/api/product-options/${other!.body.id}/refuse`);
    expect(refused.body.twin).toMatchObject({ id: one!.body.id, state: 'placed', verb: 'refuse' });
    const history = await browser.list('history', {
      filter: { subjectId: other!.body.id, verb: 'link-twin' },
    });
    expect(history.body).toMatchObject([{ after: { twinId: one!.body.id }, reason: 'Même groupe' }]);
    const alone = await browser.post(`/api/product-options/${other!.body.id}/unlink-twin`);
    expect(alone.body.twin).toBeNull();
    expect((await browser.get(`/api/product-options/${one!.body.id}`)).body.twin).toBeNull();
  });
});

describe('a verb on a selection of options on products', () => {
  const bulk = (verb: string, body: object, key?: string) =>
    browser.post(
      `/api/product-options/bulk/${verb}`,
      body,
      key === undefined ? {} : { 'idempotency-key': key },
    );
  const outcome = ({ body }: Answer) =>
    body.results.map(({ ok, state, problem }: Answer['body']) => (ok ? state : problem.code));

  /** Requests of one contact for one slot of 20 places. */
  async function requests(code: string, quantities: readonly number[]): Promise<string[]> {
    const { id, ownLineId, slots } = await visit(code);
    const asker = await contact();
    const ids: string[] = [];
    for (const quantity of quantities)
      ids.push((await request(id, ownLineId, slots[0].id, quantity, asker)).body.id);
    return ids;
  }

  async function seatOption(): Promise<string> {
    const { body } = await browser.post('/api/options', {
      contactId: await contact(),
      performanceId: house.performanceId,
      lines: [{ seatCategoryId: house.seatCategoryId, quantity: 1 }],
    });
    return body.id;
  }

  /** Somebody with these rights alone. */
  async function colleague(name: string, rights: readonly string[]): Promise<Browser> {
    const { body: role } = await browser.post('/api/roles', { code: name, name, rights });
    const someone = { email: `${name}@groupes.test`, password: 'a password of a colleague' };
    const roles = [{ roleId: role.id, organisationId: house.organisationId }];
    expect((await browser.post('/api/operators', { ...someone, name, roles })).status).toBe(201);
    return signedIn(api.url, someone);
  }

  it('is done on each by itself, the first get the last places; seats and strangers are not there', async () => {
    const [first, second, third] = await requests('CAVES', [15, 10, 4]);
    const seats = await seatOption();
    const ids = [first, second, seats, randomUUID(), third];
    const done = await bulk('place', { ids });
    expect(outcome(done)).toEqual([
      'placed',
      'stock.insufficient',
      'request.notFound',
      'request.notFound',
      'placed',
    ]);
    expect(done.body.results.map(({ id }: Answer['body']) => id)).toEqual(ids);
    const { body } = await browser.get(`/api/product-options/${first}`);
    expect(body.lines).toMatchObject([{ requestedQuantity: 15, placed: [{ quantity: 15 }] }]);
    const wait = await bulk('place', { ids: [second], remainder: 'wait' });
    expect(wait.body.errors).toMatchObject([{ path: 'remainder', code: 'field.unknown' }]);
  });

  it('leaves alone what is of the other kind', async () => {
    const [id] = await requests('LOGES', [2]);
    const seats = await seatOption();
    expect(outcome(await browser.post('/api/options/bulk/refuse', { ids: [id, seats] }))).toEqual([
      'request.notFound',
      'refused',
    ]);
    expect((await browser.post('/api/options/bulk/preview', { ids: [id] })).status).toBe(404);
    expect((await bulk('place-together', { ids: [id] })).status).toBe(404);
    expect((await browser.get(`/api/product-options/${id}`)).body.state).toBe('requested');
  });

  it('is looked at before, and validated with one order for the contact', async () => {
    const [placed, twice, refused, requested] = await requests('DESSOUS', [2, 3, 1, 1]);
    await bulk('place', { ids: [placed, twice] });
    await bulk('refuse', { ids: [refused], reason: 'Groupe trop petit' });
    const ids = [placed, twice, refused, requested];
    const { body } = await bulk('preview', { ids, verb: 'place' });
    expect(body).toMatchObject({
      total: 4,
      possibleIds: [requested],
      validation: { placements: 2, orders: 1, contacts: 1, refusals: 1 },
    });
    expect(body.verbs.find(({ verb }: Answer['body']) => verb === 'validate')).toMatchObject({
      possible: 3,
      impossible: 1,
    });
    const key = randomUUID();
    const done = await bulk('validate', { ids }, key);
    expect(outcome(done)).toEqual(['confirmed', 'confirmed', 'declined', 'option.state']);
    expect((await bulk('validate', { ids }, key)).body).toEqual(done.body);
    expect((await bulk('validate', { ids: [placed] }, key)).body.code).toBe('idempotency.mismatch');
    const orders = await Promise.all([placed, twice].map((id) => browser.get(`/api/product-options/${id}`)));
    expect(new Set(orders.map(({ body: { orderId } }) => orderId)).size).toBe(1);
    const history = await browser.list('history', { filter: { subjectId: ids, verb: 'confirm' } });
    expect(history.body).toHaveLength(2);
  });

  it('needs the rights for products, and goes on by itself beyond 200 options as who has them', async () => {
    const products = await colleague('visites', [
      'options.products.requests:read',
      'options.products.refusal:execute',
    ]);
    const seats = await colleague('places', ['options.seats.requests:read', 'options.seats.refusal:execute']);
    const [first, second] = await requests('VOILES', [1, 2]);
    const other = await seatOption();
    const ids = [first, second, other, ...Array.from({ length: 198 }, () => randomUUID())];
    expect((await seats.post('/api/product-options/bulk/refuse', { ids: [first] })).status).toBe(403);
    expect((await seats.post('/api/product-options/bulk/preview', { ids: [first] })).status).toBe(403);
    const started = await products.post('/api/product-options/bulk/refuse', { ids });
    expect(started.status).toBe(202);
    const { bulkRunId } = started.body;
    const path = `/api/bulk-runs/${bulkRunId}`;
    while ((await advanceBulkRun(house.caller(), { bulkRunId, isLastTry: true })).more);
    expect((await products.get(path)).body).toMatchObject({
      kind: 'product',
      verb: 'refuse',
      state: 'done',
      done: 201,
      failed: 199,
    });
    const told = await products.get(`${path}/results?range=[0,2]`);
    expect(outcome({ ...told, body: { results: told.body } })).toEqual([
      'refused',
      'refused',
      'request.notFound',
    ]);
    // of an option of the other kind nothing is told
    expect(told.body[2]).toMatchObject({ number: null, contactName: null });
    const runsOf = async (who: Browser) =>
      (await who.get('/api/bulk-runs')).body.map(({ id }: Answer['body']) => id);
    expect([await runsOf(products), await runsOf(seats)]).toEqual([[bulkRunId], []]);
    expect((await seats.get(path)).status).toBe(404);
    expect((await seats.get(`${path}/results`)).status).toBe(404);
    expect((await seats.post(`${path}/retry`)).status).toBe(404);
    expect((await products.post(`${path}/retry`)).status).toBe(202);
  });
});
