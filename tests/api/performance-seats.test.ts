import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setUpOperator } from '../../activities/organisation/set-up-operator.ts';
import type { RunningApi } from '../../api/server.ts';
import { createNumberedHouse, type NumberedHouse } from '../activities/stock/support/numbered-house.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { type Browser, openBrowser, signedIn, startApi } from './support/api.ts';

let database: TestDatabase;
let house: NumberedHouse;
let api: RunningApi;
let browser: Browser;

beforeAll(async () => {
  database = await createTestDatabase();
  house = await createNumberedHouse(database.url, { contingents: ['COLLECTIVITES', 'RESERVE'] });
  api = await startApi(database.url);
  browser = await signedIn(api.url, house);
});

afterAll(async () => {
  await api.stop();
  await house.close();
  await database.drop();
});

async function requested(performanceId: string, quantity: number) {
  const { body } = await browser.post('/api/options', {
    contactId: house.individualId,
    performanceId,
    lines: [{ seatCategoryId: house.seatCategoryId, quantity }],
  });
  return body;
}

describe('the seats of a performance', () => {
  it('are opened, named, labelled in the reader’s language and refused by name', async () => {
    const id = await house.numbered({ open: false });
    const opened = await browser.post(`/api/performances/${id}/open-seats`, {
      contingentId: house.contingentId,
    });
    expect(opened.status).toBe(200);
    expect(opened.headers.get('etag')).toBe('"3"');
    const twice = await browser.post(`/api/performances/${id}/open-seats`, {});
    expect(twice).toMatchObject({ status: 409, body: { code: 'seats.open' } });

    const option = await requested(id, 2);
    const seats = (await house.seats(id)).slice(0, 2).map((seat) => seat.id.toUpperCase());
    const lines = [{ lineId: option.lines[0].id, quantity: 2, seatIds: seats }];
    const placed = await browser.post(`/api/options/${option.id}/place`, { lines });
    expect(placed.status).toBe(200);
    const labels = ['PLATEA - Rang 1 - Place 1', 'PLATEA - Rang 1 - Place 2'];
    const told = seats.map((seat, at) => ({ id: seat.toLowerCase(), label: labels[at] }));
    expect(placed.body.lines[0].placed[0].seats).toEqual(told);
    const page = await browser.get(`/api/options/${option.id}`);
    expect(page.body.lines[0].placed[0].seats).toEqual(told);

    const late = await requested(id, 1);
    const taken = [{ lineId: late.lines[0].id, quantity: 1, seatIds: seats.slice(1) }];
    expect(await browser.post(`/api/options/${late.id}/place`, { lines: taken })).toMatchObject({
      status: 409,
      body: {
        code: 'stock.insufficient',
        reasons: [{ code: 'seat.taken', message: 'Place déjà prise : PLATEA - 1, place 2.' }],
        errors: [{ path: 'lines.0.seatIds.0', code: 'seat.alreadyTaken' }],
      },
    });
  });

  it('are proposed with their reasons and taken by choice', async () => {
    const id = await house.numbered();
    const option = await requested(id, 3);
    const proposals = await browser.post(`/api/options/${option.id}/seat-proposals`, { k: 2 });
    expect(proposals.status).toBe(200);
    const [first] = proposals.body[0].proposals;
    expect(first.seats).toHaveLength(3);
    expect(first.reasons).toContainEqual({
      code: 'seats.together',
      values: expect.anything(),
      message: 'Le groupe est assis ensemble dans un rang.',
    });
    const placed = await browser.post(`/api/options/${option.id}/place`, { seats: 'best' });
    expect(placed.body.lines[0].placed[0].seats).toEqual(first.seats);
  });

  it('are blocked with a motive, put back on sale and moved to another contingent', async () => {
    const id = await house.numbered();
    const seatIds = (await house.seats(id)).slice(0, 2).map((seat) => seat.id);
    const at = (verb: string) => `/api/performances/${id}/${verb}`;
    const row = (rows: { seatCategoryId: string; contingentId: string | null }[], contingentId: string) =>
      rows.find((each) => each.seatCategoryId === house.seatCategoryId && each.contingentId === contingentId);
    expect(await browser.post(at('block-seats'), { seatIds })).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'reason', code: 'field.required' }] },
    });
    const blocked = await browser.post(at('block-seats'), { seatIds, reason: 'Régie' });
    expect(blocked.status).toBe(200);
    expect(row(blocked.body, house.contingentId)).toMatchObject({ blocked: 2, free: 18 });
    const unblocked = await browser.post(at('unblock-seats'), { seatIds, reason: 'Régie démontée' });
    expect(row(unblocked.body, house.contingentId)).toMatchObject({ blocked: 0, free: 20 });
    const [fromContingentId, toContingentId] = house.contingentIds;
    const moved = await browser.post(at('move-seats'), {
      seatCategoryId: house.seatCategoryId,
      fromContingentId,
      toContingentId,
      seatIds,
    });
    expect(row(moved.body, house.contingentIds[1]!)).toMatchObject({ capacity: 2, free: 2 });
    expect(row(moved.body, house.contingentId)).toMatchObject({ capacity: 18, free: 18 });
  });

  it('are opened, blocked and moved by those who may change the stock only', async () => {
    const id = await house.numbered();
    const email = 'lecture@operators.test';
    const password = 'a password of a colleague';
    await setUpOperator(house.system(), {
      email,
      name: 'Sacha Essai',
      password,
      locale: 'en',
      demo: false,
      roles: [{ organisationId: house.organisationId, role: 'operator' }],
    });
    const colleague = openBrowser(api.url);
    await colleague.signIn(email, password);
    for (const verb of ['open-seats', 'block-seats', 'unblock-seats', 'move-seats'])
      expect((await colleague.post(`/api/performances/${id}/${verb}`, {})).status).toBe(403);
    const option = await requested(id, 2);
    const placed = await colleague.post(`/api/options/${option.id}/place`, { seats: 'best' });
    expect(placed.body.lines[0].placed[0].seats[0].label).toMatch(/^PLATEA - Row 1 - Seat \d+$/);
  });
});
