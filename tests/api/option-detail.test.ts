import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { confirmOption } from '../../activities/options/confirm-option.ts';
import { placeOption } from '../../activities/options/place-option.ts';
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
  house = await createHouse(database.url);
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

async function asked(quantity = 4): Promise<string> {
  const { id } = await requestOption(house.caller(), {
    contactId: house.individualId,
    performanceId: house.performanceId,
    lines: [{ seatCategoryId: house.seatCategoryIds[0]!, quantity }],
    remark: 'Groupe scolaire',
  });
  return id;
}

async function pdf(id: string, who = browser) {
  const response = await who.get(`/api/options/${id}/recap`);
  return { status: response.status, type: response.headers.get('content-type') };
}

describe('the page of an option', () => {
  it('keeps an internal remark in whatever state, and tells who acted last', async () => {
    const id = await asked();
    await placeOption(house.caller(), { optionId: id });
    const { version } = (await browser.get(`/api/options/${id}`)).body;
    const door = `/api/options/${id}/internal-remark`;
    const note = { internalRemark: ' Rappeler le lundi ' };
    expect((await browser.put(door, null, note)).status).toBe(428);
    expect((await browser.put(door, version - 1, note)).status).toBe(412);
    const written = await browser.put(door, version, note);
    expect(written).toMatchObject({ status: 200, body: { internalRemark: 'Rappeler le lundi' } });
    const { body } = await browser.get(`/api/options/${id}`);
    expect(body).toMatchObject({
      internalRemark: 'Rappeler le lundi',
      operatorName: 'Camille Essai',
      version: version + 1,
      lines: [{ placed: [{ audienceCategoryName: expect.any(String) }] }],
    });
    const { body: history } = await browser.get(
      `/api/history?filter=${encodeURIComponent(JSON.stringify({ subjectId: id, verb: 'note' }))}`,
    );
    expect(JSON.stringify(history)).not.toContain('Rappeler');
  });

  it('prints the letter its contact would get until there is one', async () => {
    const id = await asked();
    expect(await pdf(id)).toEqual({ status: 200, type: 'application/pdf' });
    await placeOption(house.caller(), { optionId: id });
    await confirmOption(house.caller(), { optionId: id });
    expect(await pdf(id)).toEqual({ status: 200, type: 'application/pdf' });
    expect((await pdf(id, manager)).status).toBe(404);
    const owner = new pg.Client({ connectionString: database.url });
    await owner.connect();
    await owner.query(
      `insert into letter_content (letter_id, at, institution_id, html, message, document)
       select id, created_at, institution_id, '', '', convert_to('%PDF the very one', 'utf8')
       from letter where option_id = $1 and kind = 'confirmation'`,
      [id],
    );
    await owner.end();
    expect((await browser.get(`/api/options/${id}/recap`)).body).toBe('%PDF the very one');
  });
});
