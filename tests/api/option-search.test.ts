import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import type { RunningApi } from '../../api/server.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { createHouse, type House } from '../support/house.ts';
import { type Answer, type Browser, signedIn, startApi } from './support/api.ts';

const many = 10_500;
let database: TestDatabase;
let house: House;
let other: House;
let api: RunningApi;
let browser: Browser;
let owner: pg.Client;

beforeAll(async () => {
  database = await createTestDatabase();
  house = await createHouse(database.url);
  other = await createHouse(database.url);
  owner = new pg.Client({ connectionString: database.url });
  await owner.connect();
  await fill(house, many);
  await fill(other, 20);
  await owner.query('analyze');
  api = await startApi(database.url);
  browser = await signedIn(api.url, house);
});

afterAll(async () => {
  await api.stop();
  await owner.end();
  await house.close();
  await other.close();
  await database.drop();
});

/** Fifty contacts and five events of two words each, so that options of every pair of them are there. */
async function fill({ institutionId, performanceId, channelId }: House, options: number): Promise<void> {
  await owner.query(
    `with asking as (
       insert into contact (institution_id, kind, email, name, city)
       select $1, 'individual', 'aulnes' || n || '@cite.test', (array['Lycée', 'Chorale', 'Amicale', 'Cirque', 'Cercle'])[1 + n % 5] || ' des Aulnes ' || n,
         (array['Melun', 'Tarbes'])[1 + n % 2]
       from generate_series(1, 50) n returning id),
     played as (
       insert into show_event (institution_id, organisation_id, season_id, activity_id, family_id, code, name)
       select e.institution_id, e.organisation_id, e.season_id, e.activity_id, e.family_id, 'MIX-' || n,
         (array['Cirque blanc', 'Nuit d’été', 'Les Vagues', 'Été à Melun', 'Chorale'])[n]
       from show_event e join performance p on p.event_id = e.id, generate_series(1, 5) n where p.id = $2
       returning id),
     staged as (
       insert into performance (institution_id, organisation_id, event_id, venue_id, starts_at, time_zone)
       select p.institution_id, p.organisation_id, played.id, p.venue_id, p.starts_at, p.time_zone
       from performance p, played where p.id = $2 returning id, institution_id, organisation_id, starts_at),
     asker as (select id, row_number() over (order by id) - 1 as place from asking),
     stage as (select *, row_number() over (order by id) - 1 as place from staged)
     insert into seat_option (institution_id, organisation_id, origin, contact_id, channel_id, state, performance_id,
       performance_starts_at, requested_quantity, requested_at)
     select stage.institution_id, stage.organisation_id, 'request', asker.id, $3,
       (array['requested', 'placed', 'refused'])[1 + n % 3], stage.id, stage.starts_at, 2, now() - n * interval '1 minute'
     from generate_series(1, $4::int) n
     join asker on asker.place = n % 50 join stage on stage.place = (n / 50) % 5`,
    [institutionId, performanceId, channelId, options],
  );
}

/** What must be found, looked for in each row by itself. */
async function expected(words: readonly string[], state: string | null = null): Promise<string[]> {
  const { rows } = await owner.query<{ id: string }>(
    `select o.id from seat_option o join contact c on c.id = o.contact_id join performance p on p.id = o.performance_id
       join show_event e on e.id = p.event_id
     where o.institution_id = $1 and ($3::text is null or o.state = $3) and (
       select bool_and(search_text(' ' || c.name || ' ' || c.email || ' ' || c.city) like sought
         or search_text(' ' || e.name || ' ' || e.code) like sought or o.number::text = word)
       from unnest($2::text[]) word, concat('%', case when length(word) < 3 then ' ' end, search_text(word), '%') sought)
     order by o.number desc`,
    [house.institutionId, words, state],
  );
  return rows.map(({ id }) => id);
}

const ids = (answer: Answer): string[] => answer.body.map((row: { id: string }) => row.id);

describe('the list of options', () => {
  it.each([
    ['a word of contacts and of events', ['cirque']],
    ['words of one contact', ['lycee', 'tarbes']],
    ['a word of contacts, another of events', ['amicale', 'vagues']],
    ['words that either may have', ['melun', 'chorale', 'ete']],
    ['words that no row has together', ['vagues', 'blanc']],
    ['two letters that begin a word, not the house of an address', ['ci']],
    ['beginnings of words of one contact', ['c', 'me']],
    ['a beginning of contacts, another of events', ['le', 'ly']],
    ['a beginning beside a word', ['am', 'vagues']],
    ['a beginning after an apostrophe', ["d'", 'ly']],
  ])('finds %s', async (_name, words) => {
    const wanted = await expected(words);
    const question = { filter: { q: words.join(' ') }, sort: ['number', 'DESC'], range: [0, 99] };
    const page = await browser.list('options', question);
    expect(ids(page)).toEqual(wanted.slice(0, 100));
    expect(page.headers.get('content-range')?.split('/')[1]).toBe(String(wanted.length));
    const placed = await browser.list('options', {
      ...question,
      filter: { ...question.filter, state: 'placed' },
    });
    expect(ids(placed)).toEqual((await expected(words, 'placed')).slice(0, 100));
  });

  it('finds a number, also beside a word', async () => {
    const [id = ''] = await expected(['amicale']);
    const { number, eventCode } = (await browser.get(`/api/options/${id}`)).body;
    for (const q of [`${number}`, `${number} amicale`, `${eventCode} ${number}`]) {
      const page = await browser.list('options', { filter: { q } });
      expect(ids(page)).toContain(id);
    }
    const beside = await browser.list('options', { filter: { q: `${number} chorale vagues blanc` } });
    expect(ids(beside)).not.toContain(id);
  });

  it.each(['number', 'requestedAt', 'confirmationDueAt', 'contactName', 'eventName'])(
    'that finds more than are counted is walked by %s, each row once',
    async (field) => {
      const seen = new Set<string>();
      let cursor: Record<string, string> = {};
      let rows = 0;
      for (let from = 0; from < many + 1; from += 1_000) {
        const query = { filter: { q: 'aulnes' }, sort: [field, 'ASC'], range: [from, from + 999], ...cursor };
        const page = await browser.list('options', query);
        expect(page.headers.get('x-total-capped')).toBe('true');
        for (const id of ids(page)) seen.add(id);
        rows += page.body.length;
        cursor = { after: page.headers.get('x-next-cursor') ?? '' };
        if (cursor.after === '') break;
      }
      expect({ rows, different: seen.size }).toEqual({ rows: many, different: many });
    },
  );

  it.each([
    ['contactName', 'DESC'],
    ['eventName', 'ASC'],
  ])('without words is in the order of %s %s, by cursor as by range', async (field, direction) => {
    const query = { filter: { state: 'refused' }, sort: [field, direction] };
    const first = await browser.list('options', { ...query, range: [0, 749] });
    const after = first.headers.get('x-next-cursor') ?? '';
    const byCursor = await browser.list('options', { ...query, range: [750, 799], after });
    const byRange = await browser.list('options', { ...query, range: [750, 799] });
    expect(byCursor.body).toHaveLength(50);
    expect(ids(byCursor)).toEqual(ids(byRange));
  });
});
