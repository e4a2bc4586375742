import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { setUpOperator } from '../../activities/organisation/set-up-operator.ts';
import type { RunningApi } from '../../api/server.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { createHouse, type House } from '../support/house.ts';
import { openBrowser, signedIn, startApi } from './support/api.ts';

let database: TestDatabase;
let house: House;
let api: RunningApi;
let owner: pg.Client;

beforeAll(async () => {
  database = await createTestDatabase();
  house = await createHouse(database.url);
  api = await startApi(database.url);
  owner = new pg.Client({ connectionString: database.url });
  await owner.connect();
});

afterAll(async () => {
  await owner.end();
  await api.stop();
  await house.close();
  await database.drop();
});

const sessionsOf = async () =>
  (await owner.query<{ expire: string }>('select sid, expire from operator_session order by sid')).rows;

describe('signing in', () => {
  it('answers who one is and what one may do where', async () => {
    const browser = openBrowser(api.url);
    const answer = await browser.signIn(house.email.toUpperCase(), house.password);
    expect(answer).toMatchObject({
      status: 200,
      body: {
        operator: { id: house.operatorId, name: 'Camille Essai', email: house.email },
        organisation: { id: house.organisationId, name: 'Théâtre des Essais' },
        organisations: [{ id: house.organisationId }],
        locale: 'fr',
        demo: false,
      },
    });
    expect(answer.body.rights).toContain('options.seats.placement:execute');
    expect((await browser.get('/api/session')).body).toEqual(answer.body);
  });

  it('gives a cookie that scripts cannot read and other sites cannot send', async () => {
    const { headers } = await openBrowser(api.url).signIn(house.email, house.password);
    expect(headers.get('set-cookie')).toMatch(
      /^placet=[^;]+; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Strict$/,
    );
  });

  it('gives a cookie for https only behind https', async () => {
    const secure = await startApi(database.url, { publicUrl: 'https://placet.example' });
    const forwarded = { 'x-forwarded-proto': 'https' };
    const browser = openBrowser(secure.url);
    const { email, password } = house;
    const { headers } = await browser.post('/api/session', { email, password }, forwarded);
    await secure.stop();
    expect(headers.get('set-cookie')).toMatch(/^__Host-placet=.*; HttpOnly; Secure; SameSite=Strict$/);
    expect(headers.get('strict-transport-security')).toContain('max-age=31536000');
  });

  it('makes a new session, whatever cookie the browser came with', async () => {
    const browser = await signedIn(api.url, house);
    const before = browser.cookie;
    await browser.signIn(house.email, house.password);
    expect(browser.cookie).not.toBe(before);
    const stale = openBrowser(api.url);
    stale.cookie = before;
    expect((await stale.get('/api/session')).status).toBe(401);
    const planted = openBrowser(api.url);
    planted.cookie = 'placet=s%3Aplanted.signature';
    await planted.signIn(house.email, house.password);
    expect(planted.cookie).not.toContain('planted');
  });

  it.each([
    ['a wrong password', () => [house.email, 'not the password']],
    ['an unknown e-mail', () => ['nobody@operators.test', house.password]],
    ['nothing in particular', () => [' ', 'x']],
  ])('with %s says only that it did not work', async (_name, credentials) => {
    const [email = '', password = ''] = credentials();
    const answer = await openBrowser(api.url).signIn(email, password);
    expect(answer).toMatchObject({ body: { detail: expect.any(String) } });
    expect([400, 401]).toContain(answer.status);
    expect(answer.headers.get('set-cookie')).toBeNull();
  });

  it('writes nothing for those who only look', async () => {
    const before = await sessionsOf();
    expect((await openBrowser(api.url).get('/api/session')).status).toBe(401);
    expect(await sessionsOf()).toEqual(before);
  });
});

describe('a session', () => {
  it('ends at the door', async () => {
    const browser = await signedIn(api.url, house);
    const { cookie } = browser;
    expect((await browser.ask('DELETE', '/api/session')).status).toBe(200);
    browser.cookie = cookie;
    expect((await browser.get('/api/session')).body).toMatchObject({
      status: 401,
      code: 'request.unauthenticated',
    });
  });

  it('costs no write while it is fresh, and starts its idle time anew when it is not', async () => {
    await owner.query('delete from operator_session');
    const browser = await signedIn(api.url, house);
    const [opened] = await sessionsOf();
    await browser.get('/api/session');
    expect(await sessionsOf()).toEqual([opened]);
    await owner.query(
      `update operator_session set expire = expire - interval '20 minutes',
        sess = jsonb_set(sess::jsonb, '{seenAt}', to_jsonb((sess->>'seenAt')::bigint - 1200000))::json`,
    );
    const renewed = await browser.get('/api/session');
    expect(renewed.headers.get('set-cookie')).toContain('Expires=');
    const [after] = await sessionsOf();
    expect(Date.parse(after!.expire)).toBeGreaterThanOrEqual(Date.parse(opened!.expire));
  });

  it('ends after twelve hours without a request, and after seven days in any case', async () => {
    const idle = await signedIn(api.url, house);
    await owner.query("update operator_session set expire = now() at time zone 'UTC' - interval '1 second'");
    expect((await idle.get('/api/session')).status).toBe(401);
    await owner.query('delete from operator_session');
    const old = await signedIn(api.url, house);
    await owner.query(
      "update operator_session set sess = jsonb_set(sess::jsonb, '{openedAt}', to_jsonb((sess->>'openedAt')::bigint - 7 * 86400000 - 1))::json",
    );
    expect((await old.get('/api/session')).status).toBe(401);
  });

  it('is not opened by a cookie with another signature', async () => {
    const browser = await signedIn(api.url, house);
    browser.cookie = `${browser.cookie?.slice(0, -3)}abc`;
    expect((await browser.get('/api/session')).status).toBe(401);
  });

  describe('of somebody else', () => {
    const person = { email: 'sacha@operators.test', password: 'the password of sacha' };
    beforeEach(async () => {
      await setUpOperator(house.system(), {
        ...person,
        name: 'Sacha Blin',
        locale: 'en',
        demo: false,
        roles: [{ organisationId: house.organisationId, role: 'operator' }],
      });
    });
    afterEach(async () => {
      await owner.query('delete from operator where email = $1', [person.email]);
    });

    it('ends with the operator, with a new password, and when they are disabled', async () => {
      const administrator = await signedIn(api.url, house);
      const [row] = (await administrator.list('operators', { filter: { email: person.email } })).body;
      const path = `/api/operators/${row.id}`;

      const first = await signedIn(api.url, person);
      await administrator.put(path, 1, { password: 'another password of sacha' });
      expect((await first.get('/api/session')).status).toBe(401);

      const second = await signedIn(api.url, { ...person, password: 'another password of sacha' });
      await administrator.put(path, 2, { disabled: true });
      expect((await second.get('/api/session')).status).toBe(401);
      expect((await openBrowser(api.url).signIn(person.email, 'another password of sacha')).status).toBe(401);

      await administrator.put(path, 3, { disabled: false });
      const third = await signedIn(api.url, { ...person, password: 'another password of sacha' });
      await administrator.remove(path, 4);
      expect((await third.get('/api/session')).status).toBe(401);
    });

    it('is told apart when many ask at the same time', async () => {
      const [mine, theirs] = [await signedIn(api.url, house), await signedIn(api.url, person)];
      const stranger = openBrowser(api.url);
      stranger.cookie = `${mine.cookie?.slice(0, -3)}abc`;
      const asked = Array.from({ length: 60 }, (_, at) => [mine, theirs, stranger][at % 3]!);
      const told = await Promise.all(asked.map((browser) => browser.get('/api/session')));
      expect(told.map(({ status, body }) => (status === 200 ? body.operator.email : status))).toEqual(
        asked.map((browser) => (browser === mine ? house.email : browser === theirs ? person.email : 401)),
      );
    });

    it('loses a right at once', async () => {
      const browser = await signedIn(api.url, person);
      expect((await browser.list('options')).status).toBe(200);
      await owner.query(
        'delete from operator_role g using operator o where o.id = g.operator_id and o.email = $1',
        [person.email],
      );
      expect((await browser.list('options')).body).toMatchObject({ status: 403, code: 'request.forbidden' });
    });
  });
});

describe('writes', () => {
  it('carry the header that only our pages send', async () => {
    const browser = await signedIn(api.url, house);
    const without = await browser.ask('POST', '/api/product-families', {
      body: { code: 'CSRF', name: 'x' },
      headers: { 'x-requested-with': 'XMLHttpRequest' },
    });
    expect(without).toMatchObject({ status: 403, body: { code: 'session.csrf' } });
    const out = await browser.ask('DELETE', '/api/session', { headers: { 'x-requested-with': '' } });
    expect(out).toMatchObject({ status: 403, body: { code: 'session.csrf' } });
  });
});

describe('guessing passwords', () => {
  it('is slowed down for an e-mail, known or not, and a wrong guess keeps nobody else out', async () => {
    for (const email of ['guessed@operators.test', house.email]) {
      const browser = openBrowser(api.url);
      const guesses = Array.from({ length: 14 }, () => browser.signIn(email, 'a guess'));
      const answers = (await Promise.all(guesses)).map(({ status }) => status);
      expect(answers.filter((status) => status === 401).length).toBeGreaterThanOrEqual(10);
      expect(answers.filter((status) => status === 401).length).toBeLessThanOrEqual(11);
      const late = await browser.signIn(email, house.password);
      expect(late).toMatchObject({ status: 429, body: { code: 'rate.limited' } });
      expect(Number(late.headers.get('retry-after'))).toBeGreaterThan(0);
    }
    await owner.query("delete from sign_in_attempt where key like 'email:%'");
    expect((await openBrowser(api.url).signIn(house.email, house.password)).status).toBe(200);
  });

  it('is slowed down for an address that tries many e-mails', async () => {
    await owner.query('delete from sign_in_attempt');
    const browser = openBrowser(api.url);
    for (let guess = 0; guess < 50; guess += 1) await browser.signIn(`guess-${guess}@operators.test`, 'x');
    expect((await browser.signIn('another@operators.test', 'x')).status).toBe(429);
    await owner.query('delete from sign_in_attempt');
  });

  it('does not hinder many who know theirs', async () => {
    const answers = await Promise.all(
      Array.from({ length: 40 }, () => openBrowser(api.url).signIn(house.email, house.password)),
    );
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
  });
});

describe('demo accounts', () => {
  const demo = { email: 'essai@demo.test', password: 'the password of the demo' };
  beforeAll(async () => {
    await setUpOperator(house.system(), {
      ...demo,
      name: 'Démo',
      locale: 'fr',
      demo: true,
      roles: [{ organisationId: house.organisationId, role: 'operator' }],
    });
  });

  it('come in and are named while the demo is on, and stay out when it is off', async () => {
    const open = await startApi(database.url, { demo: true });
    const browser = await signedIn(open.url, demo);
    expect((await browser.get('/api/demo')).body).toEqual({
      demo: true,
      accounts: [{ email: demo.email, role: 'operator' }],
    });
    await open.stop();
    const { cookie } = browser;
    const closed = openBrowser(api.url);
    closed.cookie = cookie;
    expect((await closed.get('/api/session')).status).toBe(401);
    expect((await closed.signIn(demo.email, demo.password)).status).toBe(401);
    expect((await closed.get('/api/demo')).body).toEqual({ demo: false, accounts: [] });
  });
});
