import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RunningApi } from '../../api/server.ts';
import { PerformanceSeatsBody } from '../../api/stock/schema.ts';
import { readExplainedNumbers } from '../../database/read-models/explained-numbers.ts';
import { readPerformanceSeats } from '../../database/read-models/performance-seats.ts';
import { readWithin } from '../../database/read-models/scoped.ts';
import { readStockSources } from '../../database/read-models/stock-sources.ts';
import { createNumberedHouse, type NumberedHouse } from '../activities/stock/support/numbered-house.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { type Browser, signedIn, startApi } from './support/api.ts';

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

/** An option of so many seats, the best ones, and which they are. */
async function placed(performanceId: string, quantity: number) {
  const { body: option } = await browser.post('/api/options', {
    contactId: house.individualId,
    performanceId,
    lines: [{ seatCategoryId: house.seatCategoryId, quantity }],
  });
  const { body } = await browser.post(`/api/options/${option.id}/place`, { seats: 'best' });
  const seats: { id: string }[] = body.lines[0].placed[0].seats;
  return { id: option.id, number: option.number, seatIds: seats.map((seat) => seat.id) };
}

const seatsOf = async (performanceId: string, as = browser) => {
  const { body } = await as.get(`/api/performances/${performanceId}/seats`);
  const { body: plan } = await as.get(`/api/seat-plans/${body.planId}/seats`);
  const ids: string[] = plan.seats.id;
  const told = PerformanceSeatsBody.parse(body);
  const holderOf = (seatId: string) => told.holders[told.seats.holder[ids.indexOf(seatId)] ?? -1];
  const stockOf = (seatId: string) => told.stock[told.seats.stock[ids.indexOf(seatId)] ?? -1];
  return { ...told, ids, holderOf, stockOf };
};

describe('who has each seat of a performance', () => {
  it('is told seat by seat in the order of the plan, with options and motives', async () => {
    const id = await house.numbered();
    const option = await placed(id, 4);
    const free = (await house.seats(id)).filter((seat) => seat.claimId === null).map((seat) => seat.id);
    await browser.post(`/api/performances/${id}/block-seats`, { seatIds: free.slice(0, 2), reason: 'Régie' });
    const [fromContingentId, toContingentId] = house.contingentIds;
    const move = { seatCategoryId: house.seatCategoryId, fromContingentId, toContingentId };
    await browser.post(`/api/performances/${id}/move-seats`, { ...move, seatIds: free.slice(2, 5) });
    const seats = await seatsOf(id);
    expect(seats.opened).toBe(true);
    expect(seats.ids).toHaveLength(40);
    expect(seats.holders).toHaveLength(2);
    for (const seatId of option.seatIds)
      expect(seats.holderOf(seatId)).toMatchObject({
        type: 'option',
        id: option.id,
        number: option.number,
        state: 'held',
        contactName: expect.any(String),
      });
    expect(seats.holderOf(free[1]!)).toMatchObject({ type: 'block', state: 'blocked', reason: 'Régie' });
    expect(seats.holderOf(free[2]!)).toBeUndefined();
    expect(seats.stockOf(free[2]!)).toMatchObject({ contingentId: toContingentId });
    expect(seats.stockOf(free[5]!)).toMatchObject({ contingentId: fromContingentId });
  });

  it('is not sent again while nothing changed, and compressed when it is', async () => {
    const id = await house.numbered();
    const path = `/api/performances/${id}/seats`;
    const first = await browser.get(path);
    const tag = first.headers.get('etag') ?? '';
    expect(tag).toMatch(/^W\//);
    expect(await browser.get(path, { 'if-none-match': tag })).toMatchObject({ status: 304, body: '' });
    await placed(id, 2);
    const second = await browser.get(path, { 'if-none-match': tag });
    expect(second.status).toBe(200);
    expect(second.headers.get('etag')).not.toBe(tag);
    const plan = await browser.get(`/api/seat-plans/${first.body.planId}/seats`);
    expect(plan.headers.get('content-encoding')).toBe('gzip');
  });

  it('is empty before the seats are opened, and out of reach for a stranger', async () => {
    const id = await house.numbered({ open: false });
    const { body } = await browser.get(`/api/performances/${id}/seats`);
    expect(body).toMatchObject({
      opened: false,
      planId: expect.any(String),
      seats: { stock: [], holder: [] },
    });
    const byQuantity = await browser.get(`/api/performances/${house.performanceId}/seats`);
    expect(byQuantity.body).toMatchObject({ opened: false, planId: null });
    expect((await browser.get(`/api/performances/${house.eventId}/seats`)).status).toBe(404);
    expect((await browser.get(`/api/performances/${house.eventId}/stock-sources?counter=held`)).status).toBe(
      404,
    );
  });

  it('names options and contacts to those only who may read them', async () => {
    const id = await house.numbered();
    await placed(id, 2);
    const scope = { institutionId: house.institutionId, organisationIds: [house.organisationId] };
    const nowhere = { ...scope, organisationIds: [] };
    const readAs = (options: boolean, contacts: boolean) =>
      readWithin(house.database, scope, (db) =>
        readPerformanceSeats(db, scope, id, {
          options: options ? scope : nowhere,
          contacts: contacts ? scope : nowhere,
        }),
      );
    expect((await readAs(false, true))?.holders).toMatchObject([{ number: null, contactName: null }]);
    expect((await readAs(true, false))?.holders).toMatchObject([
      { number: expect.any(Number), contactName: null },
    ]);
    const sources = await readWithin(house.database, scope, (db) =>
      readStockSources(db, scope, id, { counter: 'held' }, { options: nowhere, contacts: nowhere }),
    );
    expect(sources?.sources).toMatchObject([{ quantity: 2, number: null, contactName: null }]);
    const numbers = await readWithin(house.database, scope, (db) =>
      readExplainedNumbers(db, scope, id, { options: nowhere, contacts: nowhere }),
    );
    expect(numbers?.[0]?.sources).toMatchObject([{ source: 'option', quantity: 2, number: null }]);
  });
});

describe('what makes a counter', () => {
  it('is its sources, the largest first, with their sum', async () => {
    const id = await house.numbered();
    const small = await placed(id, 2);
    const large = await placed(id, 5);
    const asked = `/api/performances/${id}/stock-sources?counter=held`;
    const { body } = await browser.get(asked);
    expect(body).toMatchObject({
      quantity: 7,
      total: 2,
      sources: [
        { type: 'option', id: large.id, number: large.number, quantity: 5 },
        { type: 'option', id: small.id, number: small.number, quantity: 2 },
      ],
    });
    const elsewhere = await browser.get(`${asked}&seatCategoryId=${house.seatCategoryIds[1]}`);
    expect(elsewhere.body).toEqual({ quantity: 0, total: 0, sources: [] });
  });
});
