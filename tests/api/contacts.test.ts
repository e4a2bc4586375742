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

describe('a new contact', () => {
  it('is a person without type or e-mail, if nothing else is known', async () => {
    const made = await browser.post('/api/contacts', { kind: 'individual', name: 'Inès Marchand' });
    expect(made).toMatchObject({
      status: 201,
      body: {
        number: expect.any(Number),
        kind: 'individual',
        email: null,
        locale: 'fr',
        structureType: null,
        acceptance: null,
        structureId: null,
      },
    });
  });

  it('is an accepted community when it is a structure and nothing else is said', async () => {
    const structure = { kind: 'structure', name: 'CSE des Verriers' };
    const made = await browser.post('/api/contacts', structure);
    expect(made.body).toMatchObject({ structureType: 'community', acceptance: 'accepted' });
    const collectivityTypeId = house.institution.collectivityTypes.CSE;
    const said = { structureType: 'community', acceptance: 'pending', collectivityTypeId };
    const other = await browser.post('/api/contacts', { ...structure, ...said, email: 'cse@verriers.test' });
    expect(other.body).toMatchObject(said);
  });

  it('is made relay of its structure', async () => {
    const made = await browser.post('/api/contacts', {
      kind: 'individual',
      name: 'Jules Arnaud',
      structureId: house.structureId,
    });
    expect(made.body).toMatchObject({
      structureId: house.structureId,
      structureName: 'CSE des Ateliers du Rhône',
    });
    const links = await browser.list('contact-links', { filter: { individualId: made.body.id } });
    expect(links.body).toMatchObject([
      { kind: 'relay', structureId: house.structureId, individualName: 'Jules Arnaud', endsOn: null },
    ]);
  });

  it.each<[string, () => object, string]>([
    [
      'a person with a collectivity type',
      () => ({ kind: 'individual', collectivityTypeId: house.institution.collectivityTypes.CSE }),
      'collectivityTypeId',
    ],
    ['a person with an acceptance', () => ({ kind: 'individual', acceptance: 'accepted' }), 'acceptance'],
    [
      'an agency with a collectivity type',
      () => ({
        kind: 'structure',
        structureType: 'agency',
        collectivityTypeId: house.institution.collectivityTypes.CSE,
      }),
      'collectivityTypeId',
    ],
    [
      'a structure that is relay of another',
      () => ({ kind: 'structure', structureId: house.structureId }),
      'structureId',
    ],
    ['a relay of a person', () => ({ kind: 'individual', structureId: house.individualId }), 'structureId'],
  ])('is not %s', async (_name, body, path) => {
    const refused = await browser.post('/api/contacts', { name: 'X', ...body() });
    expect(refused).toMatchObject({ status: 400, body: { code: 'request.invalid', errors: [{ path }] } });
  });
});

describe('a contact', () => {
  it('keeps its kind, and is found under its new name', async () => {
    const { body } = await browser.get(`/api/contacts/${house.structureId}`);
    const changed = await browser.put(`/api/contacts/${body.id}`, body.version, {
      ...body,
      kind: 'individual',
      name: 'CSE Rhône-Alpes',
      acceptance: 'suspended',
    });
    expect(changed.body).toMatchObject({
      kind: 'structure',
      name: 'CSE Rhône-Alpes',
      acceptance: 'suspended',
    });
    const wrong = await browser.put(`/api/contacts/${body.id}`, changed.body.version, { acceptance: null });
    expect(wrong.body.errors).toMatchObject([{ path: 'acceptance', code: 'field.required' }]);
  });

  it('is kept in history without a word about who it is', async () => {
    const person = {
      name: 'Olga Secrète',
      email: 'olga@contacts.test',
      city: 'Vichy',
      addressLines: ['9 rue Cachée'],
    };
    const made = await browser.post('/api/contacts', { kind: 'individual', ...person });
    await browser.put(`/api/contacts/${made.body.id}`, 1, { email: 'olga.s@contacts.test', locale: 'en' });
    const history = await browser.list('history', {
      filter: { subjectId: made.body.id },
      sort: ['at', 'ASC'],
    });
    // the name beside a line is the contact's present one, read with it and never written into it
    const kept = JSON.stringify(
      history.body.map(({ subjectName: _present, ...line }: { subjectName: string }) => line),
    );
    for (const word of ['Olga', 'olga', 'Vichy', 'Cachée']) expect(kept).not.toContain(word);
    const [create, change] = history.body;
    expect(create.after).toMatchObject({
      kind: 'individual',
      email: { personalValueId: expect.any(String) },
    });
    expect(change.after).toMatchObject({ locale: 'en', email: { personalValueId: expect.any(String) } });
    expect(change.before).toEqual({ locale: 'fr', email: create.after.email });
  });
});
