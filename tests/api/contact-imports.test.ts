import { randomUUID } from 'node:crypto';
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
  house = await createHouse(database.url, { role: 'operator' });
  other = await createHouse(database.url, { role: 'finance' });
  api = await startApi(database.url);
  browser = await signedIn(api.url, house);
});

afterAll(async () => {
  await api.stop();
  await house.close();
  await other.close();
  await database.drop();
});

async function send(
  path: string,
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = {},
) {
  const response = await fetch(new URL(path, api.url), {
    method: 'POST',
    body,
    headers: {
      cookie: browser.cookie ?? '',
      'x-requested-with': 'placet',
      'content-type': 'application/octet-stream',
      ...headers,
    },
  });
  return { status: response.status, body: await response.json() };
}

const file = 'Nom;Prénom;Mail;Inconnue\nDupin;Aurore;aurore@dupin.test;x\n;Sans;;\n';

describe('a file of contacts', () => {
  it('shows its columns and what is recognised of them', async () => {
    const { status, body } = await send('/api/contact-imports/columns', file);
    expect(status).toBe(200);
    expect(body).toEqual({
      format: 'csv',
      rows: 2,
      kind: 'individual',
      columns: [
        { title: 'Nom', field: 'name', samples: ['Dupin'] },
        { title: 'Prénom', field: 'firstName', samples: ['Aurore', 'Sans'] },
        { title: 'Mail', field: 'email', samples: ['aurore@dupin.test'] },
        { title: 'Inconnue', field: null, samples: ['x'] },
      ],
    });
  });

  it('is tried, then taken; a repeated call has one effect', async () => {
    const tried = await send('/api/contact-imports?dryRun=true', file);
    expect(tried.body).toMatchObject({ created: 1, rejected: 1, rows: [{ contactId: null }, {}] });
    const key = { 'idempotency-key': randomUUID() };
    const mapping = encodeURIComponent(JSON.stringify(['name', 'firstName', 'email', 'remark']));
    const taken = await send(`/api/contact-imports?mapping=${mapping}`, file, key);
    expect(taken.body).toMatchObject({
      created: 1,
      updated: 0,
      unchanged: 0,
      rejected: 1,
      rows: [
        { line: 2, outcome: 'created', name: 'Dupin Aurore', number: expect.any(Number) },
        { line: 3, outcome: 'rejected', reasons: [{ code: 'row.nameMissing', message: 'Le nom manque.' }] },
      ],
    });
    expect((await send(`/api/contact-imports?mapping=${mapping}`, file, key)).body).toEqual(taken.body);
    const { body } = await browser.get(`/api/contacts/${taken.body.rows[0].contactId}`);
    expect(body).toMatchObject({ name: 'Dupin Aurore', remark: 'x' });
  });

  it.each<[string, string, string, Record<string, string>, number, string]>([
    ['mapping that is none', '?mapping=oops', file, {}, 400, 'request.invalid'],
    ['unknown field', '?mapping=["nom"]', file, {}, 400, 'request.invalid'],
    ['field named twice', '?mapping=["name","name"]', file, {}, 400, 'import.mapping'],
    ['empty file', '', '', {}, 400, 'import.empty'],
    ['JSON', '', '{}', { 'content-type': 'application/json' }, 415, 'request.unsupportedType'],
    ['page of another site', '', file, { 'x-requested-with': '' }, 403, 'session.csrf'],
  ])('is refused with a clear word: %s', async (_name, query, body, headers, status, code) => {
    expect(await send(`/api/contact-imports${query}`, body, headers)).toMatchObject({
      status,
      body: { code },
    });
  });

  it('is refused when it is too large, and without the right', async () => {
    const large = new Uint8Array(10 * 1024 * 1024 + 1);
    expect(await send('/api/contact-imports', large)).toMatchObject({
      status: 413,
      body: { code: 'request.tooLarge' },
    });
    const finance = await signedIn(api.url, other);
    expect((await finance.post('/api/contact-imports', {})).status).toBe(403);
  });
});
