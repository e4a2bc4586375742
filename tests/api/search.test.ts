import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createContact } from '../../activities/contacts/create-contact.ts';
import type { RunningApi } from '../../api/server.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { createHouse, type House } from '../support/house.ts';
import { type Browser, signedIn, startApi } from './support/api.ts';

let database: TestDatabase;
let house: House;
let neighbour: House;
let api: RunningApi;
let browser: Browser;
let stranger: Browser;
let option: { id: string; number: number };

beforeAll(async () => {
  database = await createTestDatabase();
  house = await createHouse(database.url);
  neighbour = await createHouse(database.url, { role: 'finance' });
  api = await startApi(database.url);
  browser = await signedIn(api.url, house);
  stranger = await signedIn(api.url, neighbour);
  const { id: contactId } = await createContact(house.system(), {
    kind: 'structure',
    structureType: 'community',
    name: 'Lycée Saint-Brès « Les Œillets »',
    email: 'voyages@oeillets.test',
  });
  const answer = await browser.post('/api/options', {
    contactId,
    performanceId: house.performanceId,
    lines: [{ seatCategoryId: house.seatCategoryId, quantity: 30 }],
    place: true,
  });
  option = answer.body;
  await browser.post(`/api/options/${option.id}/confirm`);
});

afterAll(async () => {
  await api.stop();
  await house.close();
  await neighbour.close();
  await database.drop();
});

type Row = { kind: string; number: number | null; title: string; detail: string | null; optionId: string };

async function find(who: Browser, q: string, limit?: number): Promise<Row[]> {
  const query = new URLSearchParams({ q, ...(limit === undefined ? {} : { limit: String(limit) }) });
  const { status, body } = await who.get(`/api/search?${query}`);
  expect(status).toBe(200);
  return body.results;
}

const kinds = (rows: Row[]) => [...new Set(rows.map(({ kind }) => kind))];

describe('the search', () => {
  it('finds a contact and what hangs on it, whatever accents, case and punctuation', async () => {
    for (const q of ['lycee saint bres', 'OEILLETS', 'Saint-Brès Lycée', 'lyc sai br', 'œillets']) {
      const rows = await find(browser, q);
      expect(kinds(rows)).toEqual(['contacts', 'options', 'orders', 'letters']);
      expect(rows[1]).toMatchObject({ kind: 'options', number: option.number, detail: 'La Cerisaie' });
    }
  });

  it('finds options by words of contact and event together, and by the event alone', async () => {
    expect(await find(browser, 'cerisaie lycee')).toContainEqual(
      expect.objectContaining({ kind: 'options', number: option.number }),
    );
    expect(kinds(await find(browser, 'cerisaie'))).toEqual(['options', 'performances', 'events']);
    expect(await find(browser, 'cerisaie nobody')).toEqual([]);
  });

  it('finds a record by its number first', async () => {
    const rows = await find(browser, `n° ${option.number}`);
    expect(rows[0]).toMatchObject({ kind: 'options', number: option.number });
    const order = await find(browser, 'oeillets');
    const number = order.find(({ kind }) => kind === 'orders')?.number;
    expect(await find(browser, `commande ${number}`)).toContainEqual(
      expect.objectContaining({ kind: 'orders', number, optionId: option.id }),
    );
  });

  it('finds performances by day, in the zone of the venue', async () => {
    const { body } = await browser.get(`/api/performances/${house.performanceId}`);
    const [year, month, day] = String(body.startsAt).slice(0, 10).split('-');
    expect(await find(browser, `${day}/${month}/${year}`)).toMatchObject([
      { kind: 'performances', title: 'La Cerisaie', detail: 'Grande salle' },
    ]);
    expect(await find(browser, '01/01/2001')).toEqual([]);
  });

  it('finds settings and colleagues by name and code', async () => {
    expect(await find(browser, 'grande salle')).toContainEqual(expect.objectContaining({ kind: 'venues' }));
    expect(await find(browser, 'collectivites')).toContainEqual(
      expect.objectContaining({ kind: 'contingents' }),
    );
    expect(kinds(await find(browser, 'camille essai'))).toEqual(['operators']);
  });

  it('finds what authorises options: profiles, limitation tables, versions of the rules', async () => {
    const { organisationId } = house;
    const [family] = (await browser.list('product-families', {})).body;
    const table = {
      organisationId,
      code: 'OPTIONSCO',
      name: 'Option pour les scolaires',
      familyId: family.id,
    };
    expect((await browser.post('/api/limitation-tables', table)).status).toBe(201);
    const profile = {
      organisationId,
      code: 'HIVER',
      name: 'Demandes d’hiver',
      kind: 'seats',
      minimumQuantity: 5,
    };
    expect((await browser.post('/api/option-profiles', profile)).status).toBe(201);
    const rule = {
      code: 'samedis',
      name: 'Scolaires : au plus 60 places le samedi',
      scope: 'all',
      scopeId: null,
      moments: ['request'],
      outcome: 'refuse',
      priority: 0,
      conditions: { all: [{ fact: 'contact.performanceTotal', operator: 'greaterThan', value: 60 }] },
    };
    const draft = { organisationId, note: 'Avant les fêtes', rules: [rule] };
    expect((await browser.post('/api/rule-sets', draft)).status).toBe(201);
    expect(await find(browser, 'scolaires option')).toContainEqual(
      expect.objectContaining({ kind: 'limitation-tables', title: 'Option pour les scolaires' }),
    );
    expect(await find(browser, 'demandes hiver')).toContainEqual(
      expect.objectContaining({ kind: 'option-profiles', detail: 'HIVER' }),
    );
    const version = { kind: 'rule-sets', number: 1, title: 'Avant les fêtes', mark: 'draft' };
    for (const q of ['fetes', 'scolaires samedi', 'version 1'])
      expect(await find(browser, q)).toContainEqual(expect.objectContaining(version));
    // nothing of them beyond the wall
    for (const q of ['fetes', 'demandes hiver', 'scolaires option', 'version 1'])
      expect(await find(stranger, q)).toEqual([]);
  });

  it('shows nothing of another institution, and no kind without its right', async () => {
    expect(await find(stranger, 'oeillets')).toEqual([]);
    expect(await find(stranger, String(option.number))).toEqual([]);
    // finance may not read colleagues
    expect(await find(stranger, 'camille essai')).toEqual([]);
    expect(kinds(await find(stranger, 'cerisaie'))).toEqual(['performances', 'events']);
  });

  it('is bounded, and takes signs of patterns for what they are', async () => {
    expect((await find(browser, 'cse', 1)).filter(({ kind }) => kind === 'contacts').length).toBe(1);
    for (const q of ['%', '_', '\\', "'", '" or 1=1 --', '%%%%']) expect(await find(browser, q)).toEqual([]);
    expect((await browser.get(`/api/search?q=${'a'.repeat(101)}`)).status).toBe(400);
    expect((await browser.get('/api/search?q=')).status).toBe(400);
    expect((await browser.get('/api/search?q=a&limit=21')).status).toBe(400);
  });
});
