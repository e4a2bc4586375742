import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import pg from 'pg';
import { confirmOption } from '../../activities/options/confirm-option.ts';
import { linkTwin } from '../../activities/options/link-twin.ts';
import { placeDirectly } from '../../activities/options/place-directly.ts';
import { requestOption } from '../../activities/options/request-option.ts';
import type { RunningApi } from '../../api/server.ts';
import { listColumns } from '../../rules/lists/columns.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { createHouse, type House } from '../support/house.ts';
import { type Browser, signedIn, startApi } from './support/api.ts';

const many = 12_500;
let database: TestDatabase;
let house: House;
let other: House;
let api: RunningApi;
let browser: Browser;

beforeAll(async () => {
  database = await createTestDatabase();
  house = await createHouse(database.url, {
    startsAt: ['2027-01-15T19:30:00.000Z', '2027-07-15T18:30:00.000Z'],
  });
  other = await createHouse(database.url);
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await client.query(
    `insert into contact (institution_id, kind, name, postcode, address_lines)
     select $1, 'individual', 'Ligne ' || lpad(n::text, 5, '0'), (n % 100)::text, jsonb_build_array(repeat('rue ', 500)) from generate_series(1, ${many}) n`,
    [house.institutionId],
  );
  await client.query(
    `insert into contact (institution_id, kind, name, phone, city, country) values
      ($1, 'individual', '=HYPERLINK("http://x.test")', '+33 4 00 00 00 00', 'Saint-Étienne; centre', 'ZZ'),
      ($1, 'individual', E'Guillemets "doubles"\\nsur deux rangs', null, '@ville', 'ZZ'),
      ($1, 'individual', 'Ampère & <fils> _x0041_', null, null, 'ZZ')`,
    [house.institutionId],
  );
  await client.query(
    `insert into contact (institution_id, kind, name) values ($1, 'individual', 'Ligne cachée')`,
    [other.institutionId],
  );
  await client.end();
  const lines = [{ seatCategoryId: house.seatCategoryId, quantity: 12 }];
  await requestOption(house.caller(), {
    contactId: house.individualId,
    performanceId: house.performanceId,
    lines,
  });
  api = await startApi(database.url);
  browser = await signedIn(api.url, house);
});

afterAll(async () => {
  await api.stop();
  await house.close();
  await other.close();
  await database.drop();
});

const query = (wanted: Record<string, unknown>) =>
  new URLSearchParams(
    Object.entries(wanted).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]),
  );

/** The bytes of a file, as the browser of the house gets them. */
async function download(resource: string, wanted: Record<string, unknown>, locale = 'fr') {
  const response = await fetch(`${api.url}/api/${resource}/export?${query(wanted)}`, {
    headers: { cookie: browser.cookie ?? '', 'accept-language': locale },
  });
  return { headers: response.headers, bytes: new Uint8Array(await response.arrayBuffer()) };
}

async function rowsOf(resource: string, wanted: Record<string, unknown>, locale = 'fr'): Promise<string[][]> {
  const { bytes } = await download(resource, { ...wanted, format: 'csv' }, locale);
  return parse(Buffer.from(bytes), { delimiter: locale === 'fr' ? ';' : ',', bom: true });
}

/** The first sheet of a workbook, as the text of its cells, and its parts. */
async function sheetOf(resource: string, wanted: Record<string, unknown>) {
  const { bytes } = await download(resource, { ...wanted, format: 'xlsx' });
  const parts = unzipSync(bytes);
  const xml = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
  const rows = [...xml.matchAll(/<row r="\d+">(.*?)<\/row>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<c(?: [^>]*)?(?:\/>|>(.*?)<\/c>)/gs)].map(([, cell = '']) =>
      cell.replaceAll(/<[^>]*>/g, ''),
    ),
  );
  return { parts, xml, rows };
}

describe('an export', () => {
  it('holds every row of the filter, beyond the reach of the list, in its order', async () => {
    const wanted = { filter: { q: 'ligne' }, sort: ['name', 'DESC'], columns: 'name,postcode' };
    const rows = await rowsOf('contacts', wanted);
    expect(rows[0]).toEqual(['Nom', 'Code postal']);
    expect(rows).toHaveLength(many + 1);
    expect(rows[1]).toEqual(['Ligne 12500', '0']);
    expect(rows.at(-1)).toEqual(['Ligne 00001', '1']);
    const { rows: cells } = await sheetOf('contacts', wanted);
    expect(cells).toHaveLength(many + 1);
    expect(cells[1]).toEqual(['Ligne 12500', '0']);
  });

  it('says how many rows there are, and what it is called', async () => {
    const { headers } = await download('contacts', { filter: { q: 'ligne' }, columns: 'name' });
    expect(headers.get('x-total-rows')).toBe(String(many));
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(headers.get('content-disposition')).toMatch(
      /^attachment; filename="contacts-\d{4}-\d\d-\d\d[.]csv"$/,
    );
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('is told in the language of its reader', async () => {
    const french = await download('options', { columns: 'state' });
    expect(Buffer.from(french.bytes).toString()).toBe('\uFEFFÉtat\r\nDemandée\r\n');
    expect(await rowsOf('options', { columns: 'state,contactName' }, 'en')).toEqual([
      ['State', 'Contact'],
      ['Requested', 'Perrin Maëlle'],
    ]);
  });

  it('tells dates on the clock of the venue, also as dates of a spreadsheet', async () => {
    const wanted = { columns: 'startsAt', sort: ['startsAt', 'ASC'] };
    expect(await rowsOf('performances', wanted)).toEqual([
      ['Date et heure'],
      ['15/01/2027 20:30'],
      ['15/07/2027 20:30'],
    ]);
    expect((await rowsOf('performances', wanted, 'en'))[1]).toEqual(['2027-01-15 20:30']);
    const { rows } = await sheetOf('performances', wanted);
    expect(Number(rows[1]?.[0])).toBeCloseTo(Date.UTC(2027, 0, 15, 20, 30) / 86_400_000 + 25_569, 6);
  });

  it('tells names instead of ids', async () => {
    const [, row] = await rowsOf('performances', { columns: 'seasonId,activityId,organisationId' });
    expect(row).toEqual(['Saison', 'Spectacles tout public', 'Théâtre des Essais']);
  });

  it('holds no formula, and keeps quotes, lines and separators whole', async () => {
    const filter = { country: 'ZZ' };
    const wanted = { filter, sort: ['number', 'ASC'], columns: 'name,phone,city' };
    expect((await rowsOf('contacts', wanted)).slice(1)).toEqual([
      ['\'=HYPERLINK("http://x.test")', "'+33 4 00 00 00 00", 'Saint-Étienne; centre'],
      ['Guillemets "doubles"\nsur deux rangs', '', "'@ville"],
      ['Ampère & <fils> _x0041_', '', ''],
    ]);
    const { xml, parts } = await sheetOf('contacts', wanted);
    expect(xml).not.toContain('<f>');
    expect(xml).toContain(
      ' t="inlineStr" s="2"><is><t xml:space="preserve">=HYPERLINK("http://x.test")</t></is></c>',
    );
    expect(xml).toContain('Ampère &amp; &lt;fils&gt; _x005F_x0041_');
    expect(strFromU8(parts['xl/styles.xml'] ?? new Uint8Array())).toContain('quotePrefix="1"');
    expect(Object.keys(parts).sort()).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'xl/_rels/workbook.xml.rels',
      'xl/styles.xml',
      'xl/workbook.xml',
      'xl/worksheets/sheet1.xml',
    ]);
  });

  it('tells of an option its order, file, payment date, insurance and twin; of orders and files what is paid', async () => {
    const lines = [{ seatCategoryId: house.seatCategoryId, quantity: 4 }];
    const wish = { contactId: house.structureId, performanceId: house.performanceId, lines };
    const [one, other] = [
      await placeDirectly(house.caller(), wish),
      await placeDirectly(house.caller(), wish),
    ];
    await linkTwin(house.caller(), { optionId: one.id, twinId: other.id });
    const paymentDueAt = '2027-01-10T17:00:00.000Z';
    const { orderId } = await confirmOption(house.caller(), {
      optionId: one.id,
      paymentDueAt,
      insured: true,
    });
    const { body: order } = await browser.get(`/api/orders/${orderId}`);
    const { number, bookingFileNumber } = order;
    const columns = 'number,orderNumber,bookingFileNumber,paymentDueAt,insured,twinNumber';
    expect(await rowsOf('options', { filter: { id: [one.id] }, columns })).toEqual([
      ['N°', 'Commande', 'Dossier', 'À régler avant le', 'Assurée', 'Jumelle'],
      [one.number, number, bookingFileNumber, '10/01/2027 18:00', 'oui', other.number].map(String),
    ]);
    const paid = 'number,contactNumber,paidCents,paymentDueAt,insured';
    const [headings, row] = await rowsOf('orders', { filter: { id: [orderId] }, columns: paid });
    expect(headings).toEqual(['N°', 'N° de contact', 'Réglé', 'À régler avant le', 'Assurée']);
    expect(row?.slice(2)).toEqual(['0,00', '10/01/2027 18:00', 'oui']);
    const file = { filter: { id: [order.bookingFileId] }, columns: 'number,paymentDueAt,insured' };
    expect((await rowsOf('booking-files', file, 'en'))[1]).toEqual([
      ...[String(bookingFileNumber), '2027-01-10 18:00', 'yes'],
    ]);
    const letters = await rowsOf('letters', { columns: 'optionNumber,orderNumber,contactNumber,messageId' });
    expect(letters[1]?.slice(0, 2)).toEqual([String(one.number), String(number)]);
  });

  it('tells how deadlines run: as the house says, or nothing where an activity leaves it to the house', async () => {
    const columns = 'name,dueDays,weekendShift,reminderDays,paymentPolicy,endPolicy';
    const [headings, activity] = await rowsOf('season-activities', { columns });
    expect(headings).toEqual([
      ...['Nom', 'Délais comptés en', 'Échéance un jour non ouvré', 'Rappels (jours avant l’échéance)'],
      ...['Commande non réglée à sa date', 'À l’échéance'],
    ]);
    expect(activity?.slice(1)).toEqual(['', '', '', '', 'Signaler']);
    const [, organisation] = await rowsOf('organisations', { columns: 'dueDays,reminderDays' });
    expect(organisation).toEqual(['jours calendaires', 'aucun']);
    const season = { columns: 'productOptionsAllowed,productDeductsAvailability' };
    expect((await rowsOf('seasons', season))[1]).toEqual(['non', 'oui']);
    const contact = { filter: { id: [house.individualId] }, columns: 'locale,creditCents,mobile' };
    expect((await rowsOf('contacts', contact))[1]).toEqual(['français', '0,00', '']);
  });

  it('never reaches over the wall', async () => {
    expect(await rowsOf('contacts', { filter: { name: 'Ligne cachée' }, columns: 'name' })).toEqual([
      ['Nom'],
    ]);
  });

  it.each(Object.keys(listColumns))(
    'exists of %s, with a heading for each column in both languages',
    async (name) => {
      for (const locale of ['fr', 'en']) {
        const [headings] = await rowsOf(name, { filter: { id: house.performanceId } }, locale);
        expect(headings).toHaveLength(
          Object.entries(listColumns).find(([key]) => key === name)?.[1].length ?? 0,
        );
      }
    },
  );
});

describe('what cannot be exported', () => {
  it.each([
    [{ filter: { nothing: 1 } }, 'list.filter'],
    [{ sort: ['nothing', 'ASC'] }, 'list.sort'],
    [{ columns: 'name,nothing' }, 'request.invalid'],
    [{ format: 'pdf' }, 'request.invalid'],
    [{ range: [0, 9] }, 'request.invalid'],
  ])('%j is refused as %s', async (wanted, code) => {
    const answer = await browser.get(`/api/contacts/export?${query(wanted)}`);
    expect(answer).toMatchObject({ status: 400, body: { code } });
  });

  it('is what one may not read', async () => {
    const finance = await createHouse(database.url, { role: 'finance' });
    const reader = await signedIn(api.url, finance);
    expect(await reader.get('/api/operators/export')).toMatchObject({ status: 403 });
    expect(await reader.get('/api/orders/export')).toMatchObject({ status: 200 });
    await finance.close();
  });
});

describe('an export that breaks', () => {
  it('breaks its connection, so that a part is never taken for the whole', async () => {
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    const response = await fetch(`${api.url}/api/contacts/export?${query({ filter: { q: 'ligne' } })}`, {
      headers: { cookie: browser.cookie ?? '' },
    });
    expect(response.status).toBe(200);
    await client.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and query like 'fetch forward%'`,
    );
    await client.end();
    await expect(response.text()).rejects.toThrow();
  });

  it('gives its place back when the reader leaves', async () => {
    for (let time = 0; time < 5; time += 1) {
      const leave = new AbortController();
      const response = await fetch(`${api.url}/api/contacts/export?${query({ filter: { q: 'ligne' } })}`, {
        headers: { cookie: browser.cookie ?? '' },
        signal: leave.signal,
      });
      await response.body?.getReader().read();
      leave.abort();
    }
    expect(await rowsOf('contacts', { filter: { q: 'ampère' }, columns: 'name' })).toHaveLength(2);
  });
});
