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
let neighbour: Browser;

beforeAll(async () => {
  database = await createTestDatabase();
  house = await createHouse(database.url);
  other = await createHouse(database.url);
  api = await startApi(database.url);
  browser = await signedIn(api.url, house);
  neighbour = await signedIn(api.url, other);
});

afterAll(async () => {
  await api.stop();
  await house.close();
  await other.close();
  await database.drop();
});

/** For each resource a body that makes one, a change of it, and how the change shows. */
const resources: [name: string, body: () => object, change: object][] = [
  ['organisations', () => ({ code: 'OPERA', name: 'Opéra' }), { currency: 'CHF', addressLines: ['2 quai'] }],
  [
    'seasons',
    () => ({
      organisationId: house.organisationId,
      code: 'S27',
      name: '2027',
      startsOn: '2027-09-01',
      endsOn: '2028-06-30',
    }),
    { open: false, names: { fr: 'Saison', en: 'Season' } },
  ],
  [
    'season-activities',
    () => ({ seasonId: house.seasonId, code: 'FEST', name: 'Festival' }),
    { graceHours: 12, confirmationDaysAfterPlacement: null },
  ],
  ['product-families', () => ({ code: 'ATELIER', name: 'Atelier' }), { name: 'Ateliers' }],
  [
    'events',
    () => ({
      seasonId: house.seasonId,
      activityId: house.activityId,
      familyId: house.institution.families.ENTREE,
      code: 'MOUETTE',
      name: 'La Mouette',
    }),
    { name: 'La Mouette, encore', externalId: 'm-1' },
  ],
  [
    'performances',
    () => ({ eventId: house.eventId, venueId: house.venueId, startsAt: '2027-12-24T20:00:00+01:00' }),
    { state: 'closed', startsAt: '2027-12-25T19:00:00.000Z' },
  ],
  ['audience-categories', () => ({ code: 'SCOLAIRE-2', name: 'Scolaires' }), { name: 'Écoles' }],
  [
    'audience-subcategories',
    () => ({
      audienceCategoryId: house.institution.audienceCategories.INDIVIDUEL,
      code: 'SENIOR',
      name: 'Aînés',
    }),
    { name: 'Seniors' },
  ],
  ['collectivity-types', () => ({ code: 'CLUB', name: 'Club' }), { audienceCategoryId: null, name: 'Clubs' }],
  [
    'venues',
    () => ({
      organisationId: house.organisationId,
      code: 'STUDIO',
      name: 'Studio',
      timeZone: 'Europe/Paris',
    }),
    { timeZone: 'America/New_York' },
  ],
  [
    'seat-categories',
    () => ({ venueId: house.venueId, rank: 3, code: 'CAT3', name: 'Troisième' }),
    { colour: '#00ff00', optionAllowed: false },
  ],
  [
    'contingents',
    () => ({ code: 'AGENCES', name: 'Agences', organisationId: house.organisationId }),
    { external: true },
  ],
  [
    'sales-channels',
    () => ({
      organisationId: house.organisationId,
      code: 'WEB',
      name: 'Site',
      kind: 'internet-public',
      contingents: [{ contingentId: house.contingentId, rank: 1 }],
    }),
    { active: false, contingents: [], directOptionDueAt: '2027-05-01T10:00:00.000Z' },
  ],
  [
    'contacts',
    () => ({ kind: 'individual', name: 'Léa Dubois' }),
    { email: 'lea.dubois@contacts.test', city: 'Lyon', addressLines: ['3 rue des Lices'] },
  ],
  [
    'contact-links',
    () => ({
      kind: 'member',
      individualId: house.individualId,
      structureId: house.structureId,
      startsOn: '2026-01-01',
    }),
    { endsOn: '2026-12-31' },
  ],
  [
    'roles',
    () => ({ code: 'accueil', name: 'Accueil', rights: ['contacts.contacts:read'] }),
    { rights: ['contacts.contacts:read', 'contacts.contacts:create'] },
  ],
  [
    'operators',
    () => ({
      email: 'Nina@operators.test',
      name: 'Nina Costa',
      password: 'a long enough word',
      roles: [{ organisationId: house.organisationId, roleId: house.institution.roles.finance }],
    }),
    { locale: 'en', disabled: true },
  ],
];

describe.each(resources)('%s', (resource, body, change) => {
  it('are created, read, listed, changed, sent back as they were read, and deleted', async () => {
    const made = await browser.post(`/api/${resource}`, body());
    expect(made).toMatchObject({ status: 201, body: { version: 1 } });
    const path = made.headers.get('location') ?? '';
    expect(path).toBe(`/api/${resource}/${made.body.id}`);

    const read = await browser.get(path);
    expect(read).toMatchObject({ status: 200, body: made.body });
    expect(read.headers.get('etag')).toBe('"1"');
    const listed = await browser.list(resource, { filter: { id: [made.body.id] } });
    expect(listed.body).toEqual([read.body]);

    const changed = await browser.put(path, 1, { ...read.body, ...change });
    expect(changed).toMatchObject({ status: 200, body: { ...change, version: 2 } });
    const same = await browser.put(path, 2, changed.body);
    expect(same.body).toEqual(changed.body);

    const stale = await browser.put(path, 1, change);
    expect(stale).toMatchObject({ status: 412, body: { code: 'record.version', current: changed.body } });
    expect(await browser.put(path, null, change)).toMatchObject({
      status: 428,
      body: { code: 'record.versionRequired' },
    });
    expect(await browser.remove(path, null)).toMatchObject({ status: 428 });
    expect(await browser.remove(path, 1)).toMatchObject({ status: 412 });
    expect(await browser.remove(path, 2)).toMatchObject({ status: 200, body: { id: made.body.id } });
    expect(await browser.get(path)).toMatchObject({ status: 404, body: { code: 'request.notFound' } });
    const history = await browser.list('history', {
      filter: { subjectId: made.body.id },
      sort: ['at', 'ASC'],
    });
    const verbs = history.body
      .map((row: { verb: string }) => row.verb)
      .filter((verb: string) => verb !== 'grant-role');
    expect(verbs).toEqual(['create', 'change', 'delete']);
    expect(history.body[0]).toMatchObject({ actor: house.operatorId, actorName: 'Camille Essai' });
  });

  it('of another institution are not there', async () => {
    const made = await browser.post(`/api/${resource}`, body());
    const path = `/api/${resource}/${made.body.id}`;
    expect((await neighbour.get(path)).status).toBe(404);
    expect((await neighbour.put(path, 1, change)).status).toBe(404);
    expect((await neighbour.remove(path, 1)).status).toBe(404);
    expect((await neighbour.list(resource, { filter: { id: [made.body.id] } })).body).toEqual([]);
    expect((await browser.remove(path, 1)).status).toBe(200);
  });

  it('have fields that are known and well formed, or say which are not', async () => {
    const refused = await browser.post(`/api/${resource}`, { ...body(), surprise: 1 });
    expect(refused).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
    expect(refused.body.errors).toContainEqual(
      expect.objectContaining({ path: 'surprise', code: 'field.unknown' }),
    );
    const [first = ''] = Object.keys(body());
    const missing = await browser.post(`/api/${resource}`, { ...body(), [first]: undefined });
    expect(missing.body.errors).toContainEqual(
      expect.objectContaining({ path: first, code: 'field.required' }),
    );
    expect((await browser.get(`/api/${resource}/not-an-id`)).body).toMatchObject({
      status: 400,
      errors: [{ path: 'id', code: 'field.format' }],
    });
  });
});

describe('a record', () => {
  it('that names one of another institution is refused with the path', async () => {
    const refused = await browser.post('/api/season-activities', {
      seasonId: other.seasonId,
      code: 'X',
      name: 'X',
    });
    expect(refused).toMatchObject({
      status: 404,
      body: { code: 'request.notFound', errors: [{ path: 'seasonId', code: 'field.reference' }] },
    });
    const draws = [{ contingentId: other.contingentId, rank: 1 }];
    const channel = {
      organisationId: house.organisationId,
      code: 'X',
      name: 'X',
      kind: 'external',
      contingents: draws,
    };
    expect(await browser.post('/api/sales-channels', channel)).toMatchObject({
      status: 404,
      body: { errors: [{ path: 'contingents.0.contingentId' }] },
    });
  });

  it('that is used stays, and a code stands once', async () => {
    expect(await browser.remove(`/api/seasons/${house.seasonId}`, 1)).toMatchObject({
      status: 409,
      body: { code: 'record.inUse' },
    });
    const twice = { code: 'ENTREE', name: 'Encore' };
    expect(await browser.post('/api/product-families', twice)).toMatchObject({
      status: 409,
      body: { code: 'record.duplicate', errors: [{ path: 'code' }] },
    });
  });

  it('is written once for one key, and the key serves no other input', async () => {
    const key = { 'idempotency-key': 'tab-1/family/1' };
    const first = await browser.post('/api/product-families', { code: 'VISITE-2', name: 'Visite' }, key);
    const again = await browser.post('/api/product-families', { code: 'VISITE-2', name: 'Visite' }, key);
    expect(again).toMatchObject({ status: 201, body: first.body });
    const another = await browser.post('/api/product-families', { code: 'VISITE-3', name: 'Visite' }, key);
    expect(another).toMatchObject({ status: 422, body: { code: 'idempotency.mismatch' } });
    expect(await browser.post('/api/product-families', {}, { 'idempotency-key': 'é' })).toMatchObject({
      status: 400,
    });
    const listed = await browser.list('product-families', { filter: { code: ['VISITE-2', 'VISITE-3'] } });
    expect(listed.body).toHaveLength(1);
  });

  it('that does not hold together is refused', async () => {
    const backwards = {
      organisationId: house.organisationId,
      code: 'S',
      name: 'S',
      startsOn: '2027-02-01',
      endsOn: '2027-01-31',
    };
    expect((await browser.post('/api/seasons', backwards)).body.errors).toMatchObject([{ path: 'endsOn' }]);
    const noDay = { ...backwards, endsOn: '2027-02-30' };
    expect((await browser.post('/api/seasons', noDay)).body.errors).toMatchObject([{ path: 'endsOn' }]);
    const noZone = {
      organisationId: house.organisationId,
      code: 'V',
      name: 'V',
      timeZone: 'Europe/Atlantis',
    };
    expect((await browser.post('/api/venues', noZone)).body.errors).toMatchObject([{ path: 'timeZone' }]);
    const right = { code: 'R', name: 'R', rights: ['everything:execute'] };
    expect((await browser.post('/api/roles', right)).body.errors).toMatchObject([{ path: 'rights.0' }]);
  });

  it('of a performance with live options neither moves nor is cancelled', async () => {
    const asked = await browser.post('/api/options', {
      contactId: house.individualId,
      performanceId: house.performanceId,
      lines: [{ seatCategoryId: house.seatCategoryId, quantity: 2 }],
    });
    expect(asked.status).toBe(201);
    const path = `/api/performances/${house.performanceId}`;
    const { body } = await browser.get(path);
    expect(await browser.put(path, body.version, { startsAt: '2029-01-01T19:00:00.000Z' })).toMatchObject({
      status: 409,
      body: { code: 'record.inUse' },
    });
    expect((await browser.put(path, body.version, { state: 'closed' })).status).toBe(200);
  });
});

describe('people of the console', () => {
  it('see neither passwords nor what became of them, also in history', async () => {
    const password = 'quite a secret phrase';
    const made = await browser.post('/api/operators', {
      email: 'paul@operators.test',
      name: 'Paul Meunier',
      password,
      roles: [],
    });
    const history = await browser.list('history', { filter: { subjectId: made.body.id } });
    const told = JSON.stringify([made.body, history.body]);
    expect(told).not.toContain(password);
    expect(told).not.toContain('argon2');
    expect(made.body).not.toHaveProperty('password');
  });

  it('give no right they do not hold, neither in a role nor by one', async () => {
    const rights = [
      'organisation.operators:create',
      'organisation.operators:read',
      'organisation.roles:create',
    ];
    const role = await browser.post('/api/roles', { code: 'chef', name: 'Chef', rights });
    const roles = [{ organisationId: house.organisationId, roleId: role.body.id }];
    const chef = { email: 'chef@operators.test', password: 'a password for the chef' };
    expect((await browser.post('/api/operators', { ...chef, name: 'Zoé Petit', roles })).status).toBe(201);
    const chefs = await signedIn(api.url, chef);
    const strong = { code: 'fort', name: 'Fort', rights: ['options.seats.requests:create'] };
    expect((await chefs.post('/api/roles', strong)).body.code).toBe('request.forbidden');
    const friend = { email: 'ami@operators.test', name: 'Ami', password: 'a password for a friend' };
    const administrators = [
      { organisationId: house.organisationId, roleId: house.institution.roles.administrator },
    ];
    expect((await chefs.post('/api/operators', { ...friend, roles: administrators })).body.code).toBe(
      'request.forbidden',
    );
    expect((await chefs.post('/api/operators', { ...friend, roles })).status).toBe(201);
  });

  it('reach only the organisations in which they hold the right', async () => {
    const founded = await browser.post('/api/organisations', { code: 'ANNEXE', name: 'Annexe' });
    const inAnnexe = {
      organisationId: founded.body.id,
      code: 'A27',
      name: 'Annexe 27',
      startsOn: '2027-01-01',
      endsOn: '2027-12-31',
    };
    const season = await browser.post('/api/seasons', inAnnexe);
    expect(season.status).toBe(201);
    const reader = { email: 'lecteur@operators.test', password: 'a password for reading' };
    const roles = [{ organisationId: house.organisationId, roleId: house.institution.roles.finance }];
    await browser.post('/api/operators', { ...reader, name: 'Tom Roux', roles });
    const readers = await signedIn(api.url, reader);
    expect((await readers.get(`/api/seasons/${season.body.id}`)).status).toBe(404);
    const seen = await readers.list('seasons', { filter: { organisationId: founded.body.id } });
    expect(seen.body).toEqual([]);
    expect((await readers.post('/api/seasons', inAnnexe)).body.code).toBe('request.forbidden');
  });
});
