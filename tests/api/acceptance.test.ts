import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RunningApi } from '../../api/server.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { createHouse, type House } from '../support/house.ts';
import { type Browser, signedIn, startApi } from './support/api.ts';

let database: TestDatabase;
let house: House;
let api: RunningApi;
let browser: Browser;

beforeAll(async () => {
  database = await createTestDatabase();
  house = await createHouse(database.url, { role: 'operator' });
  api = await startApi(database.url);
  browser = await signedIn(api.url, house);
});

afterAll(async () => {
  await api.stop();
  await house.close();
  await database.drop();
});

async function structure(acceptance: string) {
  const { body } = await browser.post('/api/contacts', {
    kind: 'structure',
    name: 'Amicale des Tanneurs',
    acceptance,
  });
  return body;
}

describe('the acceptance of a structure', () => {
  it('is given, taken back and given again, each with its line of history', async () => {
    const { id } = await structure('pending');
    const accepted = await browser.post(`/api/contacts/${id}/accept`, {});
    expect(accepted).toMatchObject({ status: 200, body: { acceptance: 'accepted', version: 2 } });
    const suspended = await browser.post(`/api/contacts/${id}/suspend`, { reason: 'Impayés' });
    expect(suspended.body).toMatchObject({ acceptance: 'suspended', version: 3 });
    await browser.post(`/api/contacts/${id}/accept`, { reason: 'Réglé' }, { 'if-match': '"3"' });
    const history = await browser.list('history', { filter: { subjectId: id }, sort: ['at', 'DESC'] });
    expect(history.body.slice(0, 3)).toMatchObject([
      {
        verb: 'accept',
        before: { acceptance: 'suspended' },
        after: { acceptance: 'accepted' },
        reason: 'Réglé',
      },
      { verb: 'suspend', reason: 'Impayés' },
      { verb: 'accept', before: { acceptance: 'pending' }, reason: null },
    ]);
    const queue = await browser.list('contacts', { filter: { acceptance: 'pending' } });
    expect(queue.body.map((row: { id: string }) => row.id)).not.toContain(id);
  });

  it.each<[string, string, string, object, string]>([
    ['refuse one that was accepted', 'accepted', 'refuse', { reason: 'x' }, 'contact.acceptance'],
    ['accept one twice', 'accepted', 'accept', {}, 'contact.acceptance'],
    ['refuse without a motive', 'pending', 'refuse', {}, 'motive.required'],
    ['suspend without a motive', 'accepted', 'suspend', {}, 'motive.required'],
  ])('does not %s', async (_name, acceptance, verb, body, code) => {
    const { id } = await structure(acceptance);
    expect((await browser.post(`/api/contacts/${id}/${verb}`, body)).body.code).toBe(code);
  });

  it('is not for individuals, nor for a version nobody saw', async () => {
    const person = await browser.post(`/api/contacts/${house.individualId}/accept`, {});
    expect(person).toMatchObject({ status: 409, body: { code: 'contact.acceptance' } });
    const { id } = await structure('pending');
    const old = await browser.post(`/api/contacts/${id}/accept`, {}, { 'if-match': '"7"' });
    expect(old.status).toBe(412);
  });
});

describe('a link between an individual and a structure', () => {
  const link = (more: object) =>
    browser.post('/api/contact-links', {
      kind: 'member',
      individualId: house.individualId,
      structureId: house.structureId,
      ...more,
    });

  it('ends on a day, stays as a fact of the past, and may begin anew after it', async () => {
    const made = await link({ startsOn: '2026-01-10' });
    expect(made.status).toBe(201);
    const { id, version } = made.body;
    const early = await browser.post(`/api/contact-links/${id}/end`, { endsOn: '2026-01-09' });
    expect(early.body.errors).toMatchObject([{ path: 'endsOn', code: 'field.tooSmall' }]);
    const ended = await browser.post(
      `/api/contact-links/${id}/end`,
      { endsOn: '2026-06-30', reason: 'Départ' },
      { 'if-match': `"${version}"` },
    );
    expect(ended.body).toMatchObject({ endsOn: '2026-06-30', version: version + 1 });
    const history = await browser.list('history', { filter: { subjectId: id }, sort: ['at', 'DESC'] });
    expect(history.body[0]).toMatchObject({ verb: 'end', after: { endsOn: '2026-06-30' }, reason: 'Départ' });
    expect((await link({ startsOn: '2026-06-30' })).body.code).toBe('record.duplicate');
    expect((await link({ startsOn: '2026-07-01' })).status).toBe(201);
    expect((await link({ startsOn: '2027-01-01' })).body.code).toBe('record.duplicate');
    expect((await link({ kind: 'relay', startsOn: '2027-01-01' })).status).toBe(201);
  });
});
