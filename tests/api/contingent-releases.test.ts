import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { releaseDue } from '../../activities/stock/release-due.ts';
import type { RunningApi } from '../../api/server.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { createHouse, type House } from '../support/house.ts';
import { type Browser, signedIn, startApi } from './support/api.ts';

let database: TestDatabase;
let house: House;
let other: House;
let api: RunningApi;
let browser: Browser;

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

beforeAll(async () => {
  database = await createTestDatabase();
  house = await createHouse(database.url, {
    contingents: ['GROUPES', 'PUBLIC'],
    startsAt: [inDays(20), inDays(40), inDays(60)],
  });
  other = await createHouse(database.url);
  api = await startApi(database.url);
  browser = await signedIn(api.url, house);
});

afterAll(async () => {
  await api.stop();
  await house.close();
  await other.close();
  await database.drop();
});

const plan = (more: object = {}) => ({
  eventId: house.eventId,
  fromContingentId: house.contingentIds[0],
  toContingentId: house.contingentIds[1],
  steps: [
    { days: 30, keep: 40 },
    { days: 14, keep: 0 },
  ],
  ...more,
});

const look = () =>
  releaseDue(
    { ...house.system(), now: new Date().toISOString() },
    {
      failed: (_step, failure) => {
        throw failure;
      },
    },
  );

describe('a plan of release', () => {
  it('is previewed, saved, done, listed, exported and taken back', async () => {
    const draft = {
      ...{ id: null, activityId: null, performanceId: null, seatCategoryId: null },
      ...{ keepUnit: 'places', moment: 'start-of-day' },
      ...plan(),
    };
    const preview = await browser.post('/api/release-plans/preview', draft);
    expect(preview).toMatchObject({ status: 200, body: { total: 3 } });
    expect(preview.body.performances.map((each: { steps: object[] }) => each.steps)).toEqual([
      [
        expect.objectContaining({ days: 30, state: 'late', released: 160, kept: 40 }),
        expect.objectContaining({ days: 14, state: 'ahead', released: 40, kept: 0 }),
      ],
      ...[1, 2].map(() => [
        expect.objectContaining({ days: 30, state: 'ahead', released: 160, kept: 40 }),
        expect.objectContaining({ days: 14, state: 'ahead', released: 40, kept: 0 }),
      ]),
    ]);
    const made = await browser.post('/api/release-plans', { name: 'Retour au public', ...plan() });
    expect(made).toMatchObject({
      status: 201,
      body: { targetName: 'La Cerisaie', keepUnit: 'places', active: true, version: 1 },
    });
    expect(await look()).toEqual({ steps: 1, places: 160, failed: 0 });
    const filter = { planId: made.body.id, quantity: 160 };
    const { body: rows } = await browser.list('contingent-releases', { filter });
    expect(rows).toEqual([
      expect.objectContaining({
        performanceId: house.performanceId,
        fromContingentName: 'GROUPES',
        quantity: 160,
        daysBefore: 30,
        takenBackAt: null,
      }),
    ]);
    const again = await browser.post('/api/release-plans/preview', { ...draft, id: made.body.id });
    expect(again.body.performances[0].steps[0]).toMatchObject({ state: 'done', released: 160 });
    const file = await browser.get('/api/contingent-releases/export?format=csv');
    expect(file.body).toMatch(/GROUPES.PUBLIC.160/);
    const door = `/api/contingent-releases/${rows[0].id}`;
    expect((await browser.get(`${door}/free`)).body).toEqual({ quantity: 160 });
    expect(await browser.post(`${door}/take-back`, { reason: 'Une école revient' })).toMatchObject({
      status: 200,
      body: { quantity: 160, released: 160 },
    });
    expect(await browser.post(`${door}/take-back`, {})).toMatchObject({
      status: 409,
      body: { code: 'release.takenBack' },
    });
    expect((await look()).steps).toBe(0);
    const deleted = await browser.remove(`/api/release-plans/${made.body.id}`, 1);
    expect(deleted.status).toBe(200);
    expect((await browser.get(door)).body).toMatchObject({ planId: null, planName: 'Retour au public' });
  });

  it('is refused with codes and paths, and stays within its wall', async () => {
    const faults = async (more: object) =>
      (await browser.post('/api/release-plans', { name: 'Faux', ...plan(more) })).body;
    expect(await faults({ toContingentId: house.contingentIds[0] })).toMatchObject({
      code: 'request.invalid',
      errors: [{ path: 'toContingentId', code: 'release.sameContingent' }],
    });
    expect((await faults({ steps: [{ days: -1, keep: 0 }] })).errors).toMatchObject([
      { path: 'steps.0.days' },
    ]);
    expect(
      (await faults({ steps: Array.from({ length: 13 }, (_, at) => ({ days: 20 - at, keep: 0 })) })).errors,
    ).toMatchObject([{ path: 'steps' }]);
    expect(await faults({ fromContingentId: other.contingentId })).toMatchObject({
      code: 'request.notFound',
      errors: [{ path: 'fromContingentId', code: 'field.reference' }],
    });
    expect((await faults({ eventId: other.eventId })).errors).toMatchObject([{ path: 'eventId' }]);
  });
});

describe('a template of contingents', () => {
  it('is previewed and applied, each performance answered by itself', async () => {
    const made = await browser.post('/api/contingent-templates', {
      venueId: house.venueId,
      restContingentId: house.contingentIds[1],
      code: 'SEMAINE',
      name: 'Soirs de semaine',
      shares: [{ seatCategoryId: house.seatCategoryId, contingentId: house.contingentIds[0], percent: 25 }],
    });
    expect(made).toMatchObject({
      status: 201,
      body: { shares: [{ quantity: null, percent: 25, seatIds: null }] },
    });
    const performanceIds = house.performanceIds.slice(1);
    const door = `/api/contingent-templates/${made.body.id}`;
    const preview = await browser.post(`${door}/preview`, { performanceIds });
    expect(preview.body).toMatchObject(
      performanceIds.map(() => ({ reasons: [], changes: [{ before: 100, after: 50 }, { after: 150 }] })),
    );
    await browser.post('/api/options', {
      contactId: house.individualId,
      performanceId: performanceIds[0],
      lines: [{ seatCategoryId: house.seatCategoryId, quantity: 60 }],
      place: true,
    });
    const applied = await browser.post(`${door}/apply`, { performanceIds });
    expect(applied.status).toBe(200);
    expect(applied.body).toMatchObject([
      {
        ok: false,
        problem: {
          code: 'template.refused',
          reasons: [{ message: 'GROUPES, CAT1 : 60 places sont prises, il n’en resterait que 50.' }],
        },
      },
      {
        ok: true,
        changes: [
          { before: 100, after: 50 },
          { before: 100, after: 150 },
        ],
      },
    ]);
    const used = await browser.remove(`/api/contingents/${house.contingentIds[0]}`, 1);
    expect(used.body.reasons).toContainEqual(expect.objectContaining({ code: 'usedBy.templates' }));
    expect(await browser.post(`${door}/apply`, { performanceIds: [other.performanceId] })).toMatchObject({
      status: 200,
      body: [{ ok: false, problem: { code: 'request.notFound' } }],
    });
    expect(await browser.post(`${door}/preview`, { performanceIds: [other.performanceId] })).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'performanceIds.0', code: 'field.reference' }] },
    });
    const many = Array.from({ length: 201 }, () => house.performanceId);
    expect((await browser.post(`${door}/apply`, { performanceIds: many })).status).toBe(400);
  });
});
