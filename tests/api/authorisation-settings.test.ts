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
let familyId: string;

beforeAll(async () => {
  database = await createTestDatabase();
  house = await createHouse(database.url);
  other = await createHouse(database.url);
  api = await startApi(database.url);
  browser = await signedIn(api.url, house);
  familyId = (await browser.list('product-families', { filter: { code: 'ENTREE' } })).body[0].id;
});

afterAll(async () => {
  await api.stop();
  await house.close();
  await other.close();
  await database.drop();
});

const table = (more: Record<string, unknown> = {}) => ({
  organisationId: house.organisationId,
  code: 'OPTIONCE',
  name: 'Option pour les CE',
  familyId,
  ...more,
});

const type = (code: string) => house.institution.collectivityTypes[code]!;

describe('limitation tables', () => {
  it('are made as drafts, changed, validated when they say enough, and duplicated as drafts', async () => {
    const made = await browser.post('/api/limitation-tables', table());
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ state: 'draft', collectivityTypeIds: [], maximumPerOption: null });
    const path = `/api/limitation-tables/${made.body.id}`;
    const early = await browser.post(`${path}/validate`);
    expect([early.status, early.body.errors]).toEqual([
      400,
      [
        expect.objectContaining({ path: 'collectivityTypeIds', code: 'field.required' }),
        expect.objectContaining({ path: 'maximumPerPerformance', code: 'field.required' }),
      ],
    ]);
    const changed = await browser.put(path, 1, {
      collectivityTypeIds: [type('CSE')],
      seasonIds: [house.seasonId],
      activityIds: [house.activityId],
      eventIds: [house.eventId],
      seatCategoryIds: house.seatCategoryIds,
      maximumPerSeason: 200,
    });
    expect([changed.status, changed.body.version]).toEqual([200, 2]);
    const validated = await browser.post(`${path}/validate`);
    expect([validated.status, validated.body.state]).toEqual([200, 'validated']);
    const twice = [await browser.post(`${path}/duplicate`), await browser.post(`${path}/duplicate`)];
    expect(twice.map(({ status, body }) => [status, body.code, body.name])).toEqual([
      [201, 'OPTIONCE-2', 'Option pour les CE (2)'],
      [201, 'OPTIONCE-3', 'Option pour les CE (2)'],
    ]);
    const { id: _id, version: _version, code: _code, name: _name, state, ...copied } = twice[0]!.body;
    expect(state).toBe('draft');
    expect(validated.body).toMatchObject({ ...copied, state: 'validated' });
  });

  it('answer a repeated duplication with the same copy', async () => {
    const { body } = await browser.post('/api/limitation-tables', table({ code: 'UNE' }));
    const again = () =>
      browser.post(`/api/limitation-tables/${body.id}/duplicate`, {}, { 'idempotency-key': 'one-copy' });
    expect((await again()).body).toEqual((await again()).body);
  });

  it('are found by state, type and words', async () => {
    const found = async (filter: Record<string, unknown>) =>
      (await browser.list('limitation-tables', { filter })).body.map((row: { code: string }) => row.code);
    expect(await found({ state: 'validated' })).toEqual(['OPTIONCE']);
    expect(await found({ collectivityTypeId: type('CSE'), state: 'draft' })).toHaveLength(2);
    expect(await found({ q: 'OPTIONCE-3' })).toEqual(['OPTIONCE-3']);
  });

  it('name nothing beyond the wall', async () => {
    const foreign = await browser.post(
      '/api/limitation-tables',
      table({ code: 'X', seasonIds: [house.seasonId, other.seasonId] }),
    );
    expect([foreign.status, foreign.body.errors?.[0]?.path]).toEqual([404, 'seasonIds.1']);
    const twice = await browser.post(
      '/api/limitation-tables',
      table({ code: 'X', seasonIds: [house.seasonId, house.seasonId] }),
    );
    expect(twice.status).toBe(400);
    const away = await signedIn(api.url, other);
    const [own] = (await browser.list('limitation-tables')).body;
    expect((await away.get(`/api/limitation-tables/${own.id}`)).status).toBe(404);
    expect((await away.post(`/api/limitation-tables/${own.id}/duplicate`)).status).toBe(404);
    expect((await away.post(`/api/limitation-tables/${own.id}/validate`)).status).toBe(404);
  });

  it('keep what they name from being deleted', async () => {
    const { body } = await browser.post('/api/collectivity-types', { code: 'CHORALE', name: 'Chorale' });
    const made = await browser.post(
      '/api/limitation-tables',
      table({ code: 'OPTIONCHO', collectivityTypeIds: [body.id] }),
    );
    const refused = await browser.remove(`/api/collectivity-types/${body.id}`, 1);
    expect(refused.body.reasons).toEqual([
      expect.objectContaining({ code: 'usedBy.limitationTables', values: { count: 1 } }),
    ]);
    expect((await browser.remove(`/api/limitation-tables/${made.body.id}`, 1)).status).toBe(200);
    expect((await browser.remove(`/api/collectivity-types/${body.id}`, 1)).status).toBe(200);
  });
});

describe('option profiles', () => {
  it('one that is open stands for the back office', async () => {
    const { body } = await browser.list('option-profiles', {
      filter: { channelId: house.channelId, kind: 'seats' },
    });
    expect(body).toEqual([
      expect.objectContaining({
        code: 'OPEN',
        name: 'Profil ouvert',
        kind: 'seats',
        state: 'validated',
        startsOn: null,
        endsOn: null,
        minimumQuantity: 1,
        channelIds: [house.channelId],
        eventIds: [],
      }),
    ]);
  });

  it('are made, validated and duplicated', async () => {
    const profile = {
      organisationId: house.organisationId,
      kind: 'seats',
      code: 'OPTION',
      name: 'Option',
      names: { fr: 'Option', de: 'Option' },
      startsOn: '2026-10-08',
      endsOn: '2027-02-28',
      paymentOn: '2027-01-31',
      minimumQuantity: 5,
      eventIds: [house.eventId],
      performanceIds: house.performanceIds,
      seatCategoryIds: [house.seatCategoryId],
      channelIds: [house.channelId],
    };
    const made = await browser.post('/api/option-profiles', profile);
    expect([made.status, made.body.state]).toEqual([201, 'draft']);
    const { performanceIds, ...rest } = profile;
    expect(made.body).toMatchObject(rest);
    expect(made.body.performanceIds.toSorted()).toEqual(performanceIds.toSorted());
    const path = `/api/option-profiles/${made.body.id}`;
    expect((await browser.post(`${path}/validate`)).body.state).toBe('validated');
    expect((await browser.post(`${path}/duplicate`)).body).toMatchObject({
      code: 'OPTION-2',
      minimumQuantity: 5,
    });
    const crossed = await browser.put(path, null, { startsOn: '2027-03-01' }, { 'if-match': '"2"' });
    expect([crossed.status, crossed.body.errors?.[0]]).toEqual([
      400,
      expect.objectContaining({ path: 'endsOn', code: 'field.tooSmall' }),
    ]);
  });

  it('say why a request is refused, in the reader’s words, with what would pass', async () => {
    const lines = [{ seatCategoryId: house.seatCategoryId, quantity: 61 }];
    await browser.post(
      '/api/limitation-tables',
      table({
        code: 'SOIXANTE',
        collectivityTypeIds: [type('CSE')],
        maximumPerPerformance: 60,
        state: 'validated',
      }),
    );
    const input = { contactId: house.structureId, performanceId: house.performanceId, lines };
    const refused = await browser.post('/api/options', input);
    expect([refused.status, refused.body.code]).toEqual([422, 'authorisation.refused']);
    expect(refused.body.reasons).toEqual([
      {
        code: 'limitation.performance',
        message: expect.stringMatching(
          /^Les contacts de type « CSE » peuvent détenir 60 places par séance ; .* en demande 61 [(]possible : 60 au plus[)][.]$/,
        ),
        values: expect.objectContaining({ limit: 60, held: 0, asked: 61, passing: 60 }),
      },
    ]);
    const anyone = await browser.post('/api/options', { ...input, contactId: house.individualId });
    expect(anyone.status).toBe(201);
  });
});
