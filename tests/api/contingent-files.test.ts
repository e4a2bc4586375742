import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { contingentRecords } from '../../activities/records/kinds/channels.ts';
import { createRecord } from '../../activities/records/write-record.ts';
import type { RunningApi } from '../../api/server.ts';
import { createNumberedHouse, type NumberedHouse } from '../activities/stock/support/numbered-house.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { createHouse, type House } from '../support/house.ts';
import { type Browser, signedIn, startApi } from './support/api.ts';
import { longBody } from './support/long-body.ts';

let database: TestDatabase;
let house: NumberedHouse;
let desk: House;
let api: RunningApi;
let browser: Browser;
let numbered: string;

beforeAll(async () => {
  database = await createTestDatabase();
  house = await createNumberedHouse(database.url);
  desk = await createHouse(database.url, { role: 'operator' });
  await createRecord(house.caller(), contingentRecords, { code: 'ECOLES', name: 'Écoles' });
  numbered = await house.numbered();
  api = await startApi(database.url);
  browser = await signedIn(api.url, house);
});

afterAll(async () => {
  await api.stop();
  await house.close();
  await desk.close();
  await database.drop();
});

async function send(
  body: Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>,
  { query = '', as = browser, locale = 'fr' } = {},
) {
  const response = await fetch(new URL(`/api/contingent-imports${query}`, api.url), {
    method: 'POST',
    body,
    headers: {
      cookie: as.cookie ?? '',
      'x-requested-with': 'placet',
      'accept-language': locale,
      'content-type': 'application/octet-stream',
    },
    ...(body instanceof ReadableStream ? { duplex: 'half' as const } : {}),
  });
  return { status: response.status, body: await response.json() };
}

async function taken(query: string, as = browser) {
  const response = await fetch(new URL(`/api/stock/export?${query}`, api.url), {
    headers: { cookie: as.cookie ?? '', 'accept-language': 'fr' },
  });
  const bytes = new Uint8Array(await response.arrayBuffer());
  return { response, bytes, lines: new TextDecoder().decode(bytes).trim().split('\r\n') };
}

const file = (...lines: string[]) => new TextEncoder().encode(lines.join('\r\n'));

const shares = async (performanceId: string) => {
  const { body } = await browser.get(`/api/performances/${performanceId}/stock`);
  const rows: { contingentId: string | null; contingentName?: string; capacity: number }[] = body;
  return rows
    .filter((row) => row.contingentId !== null)
    .map((row) => `${row.contingentName} ${row.capacity}`);
};

describe('a file of contingents', () => {
  it.each(['csv', 'xlsx'])('goes out as %s and comes back without a change', async (format) => {
    const { response, bytes } = await taken(`format=${format}`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-disposition')).toMatch(new RegExp(`contingents-.*\\.${format}"$`));
    const rows = Number(response.headers.get('x-total-rows'));
    expect(rows).toBeGreaterThan(40);
    const { status, body } = await send(bytes);
    expect([status, body]).toEqual([
      200,
      { rows, changed: 0, unchanged: expect.any(Number), rejected: 0, faults: [], more: 0 },
    ]);
  });

  it('goes out for one performance, and of nobody else’s', async () => {
    const { lines, response } = await taken(`performanceId=${numbered}`);
    expect(lines).toHaveLength(1 + Number(response.headers.get('x-total-rows')));
    expect(lines[0]).toBe('Événement;Date;Heure;Catégorie;Contingent;Capacité;Place;Libellé;Prises');
    const { lines: foreign } = await taken(`performanceId=${numbered}`, await signedIn(api.url, desk));
    expect(foreign).toHaveLength(1);
  });

  it('is tried, then taken: seats go to the contingent that is named', async () => {
    const { lines } = await taken(`performanceId=${numbered}`);
    const [head = '', ...seats] = lines;
    const moved = seats.slice(0, 3).map((line) => line.replace(/^((?:[^;]*;){4})[^;]*/, '$1ECOLES'));
    const before = await shares(numbered);
    const tried = await send(file(head, ...moved), { query: '?dryRun=true' });
    expect(tried).toMatchObject({ status: 200, body: { rows: 3, changed: 1, faults: [] } });
    expect(await shares(numbered)).toEqual(before);
    expect(await send(file(head, ...moved))).toMatchObject({ status: 200, body: { rows: 3, changed: 1 } });
    expect(await shares(numbered)).toContain('Écoles 3');
    expect(await send(file(head, ...moved))).toMatchObject({ body: { changed: 0, unchanged: 1 } });
  });

  it('tells each fault by line and column, in the reader’s language, and leaves that performance as it is', async () => {
    const { lines } = await taken(`performanceId=${numbered}`);
    const [head = '', ...seats] = lines;
    const [first = '', second = ''] = seats.slice(3);
    const good = first.replace(/^((?:[^;]*;){4})[^;]*/, '$1ECOLES');
    const bad = second.replace(/^((?:[^;]*;){4})[^;]*/, '$1PERDU');
    const before = await shares(numbered);
    const faulty = file(head, good, bad, 'NULLE;31/02/2027;20:00;X;ECOLES;1;');
    const french = await send(faulty);
    expect(french).toEqual({
      status: 200,
      body: {
        ...{ rows: 3, changed: 0, unchanged: 0, rejected: 1, more: 0 },
        faults: [
          {
            ...{ line: 3, column: 'contingent', code: 'contingent.unknown' },
            message: 'Aucun contingent ne porte le code « PERDU ».',
          },
          expect.objectContaining({ line: 4, column: 'date', code: 'cell.date' }),
        ],
      },
    });
    const { body } = await send(faulty, { locale: 'en' });
    expect(body.faults[0].message).toContain('PERDU');
    expect(body.faults[0].message).not.toBe(french.body.faults[0].message);
    expect(await shares(numbered)).toEqual(before);
  });

  it('of the encoding of French spreadsheets is read; what is no such file is one clear answer', async () => {
    const { lines } = await taken(`performanceId=${house.performanceId}`);
    const text = lines.join('\r\n');
    const windows = Uint8Array.from(text, (letter) => letter.charCodeAt(0) & 0xff);
    expect(await send(windows)).toMatchObject({ status: 200, body: { changed: 0, rejected: 0 } });
    expect(await send(file('Nom;Prénom', 'A;B'))).toMatchObject({
      status: 400,
      body: { code: 'import.contingentColumns', detail: expect.stringContaining('Événement') },
    });
    expect(await send(new Uint8Array([0, 1, 2, 3]))).toMatchObject({
      status: 400,
      body: { code: 'import.unreadable' },
    });
    expect(await send(new Uint8Array(21 * 1024 * 1024))).toMatchObject({
      status: 413,
      body: { code: 'request.tooLarge' },
    });
  });

  it('with a seat twice or a category nobody has, or of 200 MB, leaves nothing and little in memory', async () => {
    const { lines } = await taken(`performanceId=${numbered}`);
    const [head = '', ...seats] = lines;
    const [first = '', second = '', third = ''] = seats
      .slice(5)
      .map((line) => line.replace(/^((?:[^;]*;){4})[^;]*/, '$1ECOLES'));
    const strange = third.replace(/^((?:[^;]*;){3})[^;]*/, '$1BALCON');
    const before = await shares(numbered);
    expect(await send(file(head, first, second, first, strange))).toMatchObject({
      status: 200,
      body: {
        ...{ changed: 0, rejected: 1 },
        faults: [
          { line: 4, code: 'row.repeated' },
          { line: 5, column: 'category', code: 'category.unknown' },
        ],
      },
    });
    const long = longBody(200);
    expect(await send(long.stream)).toMatchObject({ status: 413, body: { code: 'request.tooLarge' } });
    expect(long.grownBy()).toBeLessThan(150 * 1024 * 1024);
    expect(await shares(numbered)).toEqual(before);
  });

  it('is taken only from who may change stock', async () => {
    const operator = await signedIn(api.url, desk);
    expect((await send(file('x'), { as: operator })).status).toBe(403);
    expect((await taken('', operator)).response.status).toBe(200);
  });
});
