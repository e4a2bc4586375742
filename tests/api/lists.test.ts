import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import type { RunningApi } from '../../api/server.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { createHouse, type House } from '../support/house.ts';
import { type Answer, type Browser, signedIn, startApi } from './support/api.ts';

const many = 12_345;
let database: TestDatabase;
let house: House;
let other: House;
let api: RunningApi;
let browser: Browser;

beforeAll(async () => {
  database = await createTestDatabase();
  house = await createHouse(database.url);
  other = await createHouse(database.url);
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await client.query(
    `insert into contact (institution_id, kind, name, postcode, created_at)
     select $1, 'individual', 'Ligne ' || lpad((n / 3)::text, 5, '0'), case when n % 4 > 0 then (n % 100)::text end,
       timestamptz '2026-01-01 00:00:00+00' + n * interval '1 second'
     from generate_series(1, ${many}) n`,
    [house.institutionId],
  );
  await client.query('analyze contact');
  await client.end();
  api = await startApi(database.url);
  browser = await signedIn(api.url, house);
});

afterAll(async () => {
  await api.stop();
  await house.close();
  await other.close();
  await database.drop();
});

const ids = (answer: Answer): string[] => answer.body.map((row: { id: string }) => row.id);
const cursorOf = (answer: Answer) => answer.headers.get('x-next-cursor');
const lines = { q: 'ligne' };

describe('a page', () => {
  it('says where it stands, and that more were not counted', async () => {
    const page = await browser.list('contacts', { filter: lines, range: [0, 24], sort: ['name', 'ASC'] });
    expect(page.body).toHaveLength(25);
    expect(page.headers.get('content-range')).toBe('contacts 0-24/10000');
    expect(page.headers.get('x-total-capped')).toBe('true');
    expect(page.body[0]).toMatchObject({ name: 'Ligne 00000' });
  });

  it('counts exactly below ten thousand', async () => {
    const page = await browser.list('contacts', { filter: { ...lines, postcode: '7' }, range: [0, 9] });
    expect(page.headers.get('x-total-capped')).toBeNull();
    expect(page.headers.get('content-range')).toBe('contacts 0-9/124');
    const last = await browser.list('contacts', { filter: { ...lines, postcode: '7' }, range: [120, 139] });
    expect(last.headers.get('content-range')).toBe('contacts 120-123/124');
    expect(cursorOf(last)).toBeNull();
    const none = await browser.list('contacts', { filter: { name: 'nobody' }, range: [0, 9] });
    expect(none.headers.get('content-range')).toBe('contacts */0');
    const beyond = await browser.list('contacts', { filter: { ...lines, postcode: '7' }, range: [200, 209] });
    expect(beyond.headers.get('content-range')).toBe('contacts */124');
  });

  it('may be asked for without any condition', async () => {
    expect((await browser.list('contacts')).body).toHaveLength(25);
    expect((await browser.list('performances', { filter: '{}' })).body).toHaveLength(2);
  });
});

describe('a walk by cursor', () => {
  it.each([
    ['name', 'ASC'],
    ['name', 'DESC'],
    ['postcode', 'ASC'],
    ['postcode', 'DESC'],
    ['createdAt', 'DESC'],
    ['id', 'ASC'],
  ])('by %s %s meets every row once, beyond ten thousand', async (field, direction) => {
    const seen = new Set<string>();
    let after: string | null = null;
    let rows = 0;
    for (let from = 0; from === 0 || after !== null; from += 1000) {
      const range = [from, from + 999];
      const cursor: Record<string, string> = after === null ? {} : { after };
      const page = await browser.list('contacts', {
        filter: lines,
        range,
        sort: [field, direction],
        ...cursor,
      });
      expect(page.status).toBe(200);
      for (const id of ids(page)) seen.add(id);
      rows += page.body.length;
      after = cursorOf(page);
    }
    expect({ rows, different: seen.size }).toEqual({ rows: many, different: many });
  });

  it('gives the same rows as ranges do', async () => {
    const query = { filter: lines, sort: ['postcode', 'ASC'] };
    const first = await browser.list('contacts', { ...query, range: [0, 899] });
    const byCursor = await browser.list('contacts', {
      ...query,
      range: [900, 999],
      after: cursorOf(first) ?? '',
    });
    const byRange = await browser.list('contacts', { ...query, range: [900, 999] });
    expect(ids(byCursor)).toEqual(ids(byRange));
  });

  it('is refused with a cursor of another sort, or one that was made up', async () => {
    const first = await browser.list('contacts', { range: [0, 9], sort: ['name', 'ASC'] });
    const after = cursorOf(first) ?? '';
    const other = await browser.list('contacts', { range: [0, 9], sort: ['createdAt', 'ASC'], after });
    expect(other).toMatchObject({ status: 400, body: { code: 'list.range', errors: [{ path: 'after' }] } });
    const forged = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64url');
    const id = house.individualId;
    for (const wrong of [
      'x',
      forged(1),
      forged('contact.created_at', false, "now()'", id, 1),
      forged('contact.created_at', false, null, 'b', 1),
    ]) {
      const answer = await browser.list('contacts', {
        range: [0, 9],
        sort: ['createdAt', 'ASC'],
        after: wrong,
      });
      expect(answer).toMatchObject({ status: 400, body: { code: 'list.range' } });
    }
  });
});

describe('many ids', () => {
  it('are answered whole, without a range', async () => {
    const page = await browser.list('contacts', { filter: lines, range: [0, 999] });
    const all = await browser.list('contacts', { filter: { id: ids(page) } });
    expect(all.body).toHaveLength(1000);
    expect(all.headers.get('content-range')).toBe('contacts 0-999/1000');
  });

  it('of others are left out', async () => {
    const asked = [house.individualId, other.individualId];
    expect(ids(await browser.list('contacts', { filter: { id: asked } }))).toEqual([house.individualId]);
  });
});

describe('conditions', () => {
  it('are equality, any of several, empty, from and to', async () => {
    const count = async (filter: object) =>
      Number(
        (await browser.list('contacts', { filter: { ...lines, ...filter }, range: [0, 0] })).headers
          .get('content-range')
          ?.split('/')[1],
      );
    expect(await count({ postcode: '5' })).toBe(124);
    expect(await count({ postcode: ['5', '6'] })).toBe(248);
    expect(await count({ postcode: null })).toBe(3086);
    expect(await count({ postcode: ['5', null] })).toBe(3210);
    expect(await count({ postcode: [] })).toBe(0);
    expect(
      await count({ createdAt_gte: '2026-01-01T01:00:00Z', createdAt_lte: '2026-01-01T02:00:00+01:00' }),
    ).toBe(1);
  });

  it('find words whatever their case and accents, and numbers', async () => {
    const found = async (q: string) =>
      (await browser.list('contacts', { filter: { q }, range: [0, 9] })).body;
    expect(await found('MAELLE perr')).toMatchObject([{ id: house.individualId }]);
    const { number } = (await browser.get(`/api/contacts/${house.structureId}`)).body;
    expect(await found(String(number))).toContainEqual(expect.objectContaining({ id: house.structureId }));
    expect(await found('50%')).toEqual([]);
    expect(await found('_igne')).toEqual([]);
  });

  it('reach rows that hang on a record', async () => {
    const relay = await browser.post('/api/contacts', {
      kind: 'individual',
      name: 'Relais',
      structureId: house.structureId,
    });
    const found = await browser.list('contacts', { filter: { structureId: house.structureId } });
    expect(found.body).toMatchObject([{ id: relay.body.id, structureName: 'CSE des Ateliers du Rhône' }]);
  });

  it.each<[string, Record<string, unknown>, string, string]>([
    ['a field that does not exist', { filter: { secret: 1 } }, 'list.filter', 'filter.secret'],
    [
      'a column that is no field',
      { filter: { institution_id: 'x' } },
      'list.filter',
      'filter.institution_id',
    ],
    ['a property of every object', { filter: { constructor: 'x' } }, 'list.filter', 'filter.constructor'],
    ['a bound on a text', { filter: { name_gte: 'a' } }, 'list.filter', 'filter.name_gte'],
    ['a state that does not exist', { filter: { kind: 'robot' } }, 'list.filter', 'filter.kind'],
    ['an id that is none', { filter: { id: ['1'] } }, 'list.filter', 'filter.id'],
    ['an object as a value', { filter: { name: { ne: 1 } } }, 'list.filter', 'filter.name'],
    [
      'a time without a zone',
      { filter: { createdAt_gte: '2026-01-01T00:00:00' } },
      'list.filter',
      'filter.createdAt_gte',
    ],
    ['a number beyond the type', { filter: { number: 5e9 } }, 'list.filter', 'filter.number'],
    ['a search that is no text', { filter: { q: 1 } }, 'list.filter', 'filter.q'],
    [
      'too many values',
      { filter: { name: Array.from({ length: 1001 }, () => 'a') } },
      'list.filter',
      'filter.name',
    ],
    ['no JSON', { filter: '{' }, 'list.filter', 'filter'],
    ['a list as a filter', { filter: '[]' }, 'list.filter', 'filter'],
    ['a sort by a field that does not exist', { sort: ['secret', 'ASC'] }, 'list.sort', 'sort'],
    ['a sort by SQL', { sort: ['name; drop table contact', 'ASC'] }, 'list.sort', 'sort'],
    ['a sort in no direction', { sort: ['name', 'sideways'] }, 'list.sort', 'sort'],
    ['a page too long', { range: [0, 1000] }, 'list.range', 'range'],
    ['a page too far', { range: [9990, 10_000] }, 'list.range', 'range'],
    ['a page backwards', { range: [10, 5] }, 'list.range', 'range'],
    ['a page before the first', { range: [-1, 5] }, 'list.range', 'range'],
    ['another parameter', { limit: '5' }, 'request.invalid', 'limit'],
  ])('refuse %s', async (_name, query, code, path) => {
    const answer = await browser.list('contacts', query);
    expect(answer).toMatchObject({ status: 400, body: { code, errors: [{ path }] } });
  });

  it('let the last reachable row be read', async () => {
    const page = await browser.list('contacts', { filter: lines, range: [9990, 9999] });
    expect(page.body).toHaveLength(10);
  });
});

describe('every list', () => {
  const lists = [
    'organisations',
    'seasons',
    'season-activities',
    'product-families',
    'events',
    'performances',
    'venues',
    'seat-categories',
    'contingents',
    'collectivity-types',
    'audience-categories',
    'audience-subcategories',
    'sales-channels',
    'contacts',
    'contact-links',
    'operators',
    'roles',
    'options',
    'booking-files',
    'orders',
    'letters',
    'history',
  ];

  it.each(lists)('%s sorts by id, both ways, and shows nothing of the neighbours', async (name) => {
    const up = await browser.list(name, { sort: ['id', 'ASC'], range: [0, 999] });
    const down = await browser.list(name, { sort: ['id', 'DESC'], range: [0, 999] });
    expect([up.status, down.status]).toEqual([200, 200]);
    if (up.body.length < 1000) expect(ids(down)).toEqual(ids(up).reverse());
    const theirs = await (await signedIn(api.url, other)).list(name, {
      sort: ['id', 'ASC'],
      range: [0, 999],
    });
    expect(ids(theirs).filter((id) => ids(up).includes(id))).toEqual([]);
  });

  it('sorts names in French', async () => {
    const names = ['Zèbre', 'École', 'Eclat', 'écrin', 'Fête'];
    for (const name of names) await browser.post('/api/product-families', { code: `TRI-${name}`, name });
    const listed = await browser.list('product-families', { filter: { q: 'tri-' }, sort: ['name', 'ASC'] });
    expect(listed.body.map((row: { name: string }) => row.name)).toEqual([
      'Eclat',
      'École',
      'écrin',
      'Fête',
      'Zèbre',
    ]);
  });
});
