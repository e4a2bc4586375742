import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Secret, TOTP } from 'otpauth';
import pg from 'pg';
import { setUpOperator } from '../../activities/organisation/set-up-operator.ts';
import type { RunningApi } from '../../api/server.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { createHouse, type House } from '../support/house.ts';
import { type Browser, openBrowser, signedIn, startApi } from './support/api.ts';

let database: TestDatabase;
let house: House;
let api: RunningApi;
let owner: pg.Client;
let administrator: Browser;
let people = 0;

/** An operator made for one test. */
interface Person {
  id: string;
  email: string;
  password: string;
}

beforeAll(async () => {
  database = await createTestDatabase();
  house = await createHouse(database.url);
  api = await startApi(database.url);
  owner = new pg.Client({ connectionString: database.url });
  await owner.connect();
  administrator = await signedIn(api.url, house);
});

afterAll(async () => {
  await owner.end();
  await api.stop();
  await house.close();
  await database.drop();
});

beforeEach(async () => {
  await owner.query('delete from sign_in_attempt');
});

async function person(role: 'operator' | 'finance' = 'operator'): Promise<Person> {
  people += 1;
  const email = `person-${people}@operators.test`;
  const password = 'the password of a person';
  const { operatorId: id } = await setUpOperator(house.system(), {
    email,
    password,
    name: `Personne ${people}`,
    locale: 'fr',
    demo: false,
    roles: [{ organisationId: house.organisationId, role }],
  });
  return { id, email, password };
}

/** The code an authenticator shows, so many steps from now. */
const codeOf = (secret: string, steps = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + steps * 30_000 });

/** A code that is none of those near now. */
const wrongCode = (secret: string) => {
  const near = [-2, -1, 0, 1, 2].map((step) => codeOf(secret, step));
  return ['000000', '111111', '222222', '333333', '444444', '555555'].find((code) => !near.includes(code))!;
};

/** Enrols who is signed in; the code of the step after this one is then still free, and taken already. */
async function enrol(browser: Browser): Promise<{ secret: string; recoveryCodes: string[] }> {
  const { secret } = (await browser.post('/api/account/second-factor')).body;
  const made = await browser.post('/api/account/second-factor/confirm', { code: codeOf(secret) });
  expect(made.status).toBe(200);
  return { secret, recoveryCodes: made.body.recoveryCodes };
}

const historyOf = async (id: string) =>
  (
    await owner.query<{ verb: string; after: Record<string, unknown> | null }>(
      'select verb, after from history where subject_id = $1 order by at, id',
      [id],
    )
  ).rows;

describe('sessions', () => {
  it('are listed by their device, and ended one by one or all others at once', async () => {
    const who = await person();
    const agent = (text: string) => ({ 'user-agent': text });
    const [here, phone, old] = [openBrowser(api.url), openBrowser(api.url), openBrowser(api.url)];
    const { email, password } = who;
    await here.post(
      '/api/session',
      { email, password },
      agent('Mozilla/5.0 (X11; Linux x86_64) Firefox/141.0'),
    );
    await phone.post(
      '/api/session',
      { email, password },
      agent('Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Mobile Safari/604.1'),
    );
    await old.post('/api/session', { email, password });
    const { sessions } = (await here.get('/api/account/security')).body;
    expect(sessions).toHaveLength(3);
    expect(sessions[0]).toMatchObject({ current: true, device: { browser: 'firefox', system: 'linux' } });
    expect(JSON.stringify(sessions)).not.toContain(here.cookie!.slice(12, 30));
    const onPhone = sessions.find((each: { device: { system: string } }) => each.device.system === 'ios');
    expect(onPhone).toMatchObject({ current: false, device: { browser: 'safari' } });

    expect((await here.remove(`/api/account/sessions/${onPhone.id}`, null)).body).toEqual({ ended: 1 });
    expect((await phone.get('/api/session')).status).toBe(401);
    expect((await here.remove(`/api/account/sessions/${onPhone.id}`, null)).status).toBe(404);
    expect((await here.remove('/api/account/sessions', null)).body).toEqual({ ended: 1 });
    expect((await old.get('/api/session')).status).toBe(401);
    expect((await here.get('/api/session')).status).toBe(200);
    const verbs = (await historyOf(who.id)).map(({ verb }) => verb);
    expect(verbs.filter((verb) => verb === 'sign-in')).toHaveLength(3);
    expect(verbs.filter((verb) => verb === 'end-sessions')).toHaveLength(2);
  });

  it('of an operator are seen and ended with the right only, and never those of another house', async () => {
    const who = await person();
    const browser = await signedIn(api.url, who);
    const path = `/api/operators/${who.id}`;
    const colleague = await signedIn(api.url, await person('finance'));
    expect((await colleague.get(`${path}/security`)).status).toBe(403);
    expect((await colleague.remove(`${path}/sessions`, null)).status).toBe(403);

    const other = await createHouse(database.url);
    const stranger = await signedIn(api.url, other);
    expect((await stranger.get(`${path}/security`)).status).toBe(404);
    expect((await stranger.remove(`${path}/sessions`, null)).status).toBe(404);
    await other.close();

    const { sessions } = (await administrator.get(`${path}/security`)).body;
    expect(sessions).toHaveLength(1);
    const foreign = (await administrator.get('/api/account/security')).body.sessions[0].id;
    expect((await administrator.remove(`${path}/sessions/${foreign}`, null)).status).toBe(404);
    expect((await administrator.remove(`${path}/sessions/${sessions[0].id}`, null)).status).toBe(200);
    expect((await browser.get('/api/session')).status).toBe(401);
  });

  it('end at once when the operator is disabled, all of them, and are gone for good', async () => {
    const who = await person();
    const browsers = await Promise.all([1, 2, 3].map(() => signedIn(api.url, who)));
    await administrator.put(`/api/operators/${who.id}`, 1, { disabled: true });
    for (const browser of browsers) expect((await browser.get('/api/session')).status).toBe(401);
    await administrator.put(`/api/operators/${who.id}`, 2, { disabled: false });
    for (const browser of browsers) expect((await browser.get('/api/session')).status).toBe(401);
    expect(await historyOf(who.id)).toContainEqual({ verb: 'end-sessions', after: { sessions: 3 } });
  });

  it('that ended do not come back with the end of a request that was under way', async () => {
    const who = await person();
    const browser = await signedIn(api.url, who);
    // the request starts the idle time anew, so its end keeps the session; it waits for a lock meanwhile
    await owner.query(
      `update operator_session set sess = jsonb_set(sess::jsonb, '{seenAt}', to_jsonb((sess->>'seenAt')::bigint - 1200000))::json
       where operator_id = $1`,
      [who.id],
    );
    const locker = new pg.Client({ connectionString: database.url });
    await locker.connect();
    await locker.query('begin; lock table operator_preference');
    const slow = browser.get('/api/preferences');
    const waits = 'select 1 from pg_locks where not granted and relation = $1::regclass';
    while ((await owner.query(waits, ['operator_preference'])).rowCount === 0);
    await owner.query('delete from operator_session where operator_id = $1', [who.id]);
    await locker.query('rollback');
    await locker.end();
    await slow;
    expect((await browser.get('/api/session')).status).toBe(401);
  });
});

describe('a second factor', () => {
  it('is enrolled by a code, under a new session; others end; nothing of it is readable at rest', async () => {
    const who = await person();
    const browser = await signedIn(api.url, who);
    const elsewhere = await signedIn(api.url, who);
    const before = browser.cookie;
    const begun = (await browser.post('/api/account/second-factor')).body;
    expect(begun.uri).toContain(`secret=${begun.secret}`);
    expect(begun.qrCode).toMatch(/^<svg /);
    const wrong = await browser.post('/api/account/second-factor/confirm', { code: wrongCode(begun.secret) });
    expect(wrong).toMatchObject({ status: 422, body: { code: 'secondFactor.code' } });
    const code = codeOf(begun.secret);
    const made = await browser.post('/api/account/second-factor/confirm', { code });
    expect(made.body.recoveryCodes).toHaveLength(10);

    expect(browser.cookie).not.toBe(before);
    const stale = openBrowser(api.url);
    stale.cookie = before;
    expect((await stale.get('/api/session')).status).toBe(401);
    expect((await elsewhere.get('/api/session')).status).toBe(401);
    expect((await browser.get('/api/session')).status).toBe(200);

    const kept = await owner.query(
      `select (select jsonb_agg(to_jsonb(f)) from second_factor f) as factors,
        (select jsonb_agg(to_jsonb(c)) from recovery_code c) as codes,
        (select jsonb_agg(to_jsonb(v)) from verb_call v) as calls, (select jsonb_agg(to_jsonb(h)) from history h) as told`,
    );
    const everything = JSON.stringify(kept.rows);
    for (const secret of [
      begun.secret,
      ...made.body.recoveryCodes,
      made.body.recoveryCodes[0].replace('-', ''),
    ])
      expect(everything).not.toContain(secret);
  });

  it('is asked for at the next sign-in: the session opens with the code, under another id', async () => {
    const who = await person();
    const { secret } = await enrol(await signedIn(api.url, who));
    const browser = openBrowser(api.url);
    expect(await browser.signIn(who.email, who.password)).toMatchObject({
      status: 202,
      body: { step: 'code' },
    });
    const waiting = browser.cookie;
    expect((await browser.get('/api/session')).status).toBe(401);
    expect((await browser.get('/api/preferences')).status).toBe(401);
    const inside = await browser.post('/api/session/second-step', { code: codeOf(secret, 1) });
    expect(inside).toMatchObject({ status: 200, body: { operator: { id: who.id } } });
    expect(browser.cookie).not.toBe(waiting);
    const stale = openBrowser(api.url);
    stale.cookie = waiting;
    expect((await stale.get('/api/session')).status).toBe(401);
    expect((await stale.post('/api/session/second-step', { code: codeOf(secret, 1) })).status).toBe(401);
    expect((await historyOf(who.id)).at(-1)).toMatchObject({
      verb: 'sign-in',
      after: { method: 'password', secondFactor: 'code' },
    });
  });

  it('takes a code once, also when it is shown in many browsers at the same moment', async () => {
    const who = await person();
    const { secret } = await enrol(await signedIn(api.url, who));
    const browsers = await Promise.all(
      [1, 2, 3, 4].map(async () => {
        const browser = openBrowser(api.url);
        await browser.signIn(who.email, who.password);
        return browser;
      }),
    );
    const code = codeOf(secret, 1);
    const answers = await Promise.all(
      browsers.map((browser) => browser.post('/api/session/second-step', { code })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422, 422, 422]);
    const late = browsers[answers.findIndex(({ status }) => status === 422)]!;
    expect((await late.post('/api/session/second-step', { code })).body.code).toBe('secondFactor.code');
  });

  it('closes the door after five wrong codes, for the right one too', async () => {
    const who = await person();
    const { secret } = await enrol(await signedIn(api.url, who));
    await owner.query('delete from sign_in_attempt');
    const browser = openBrowser(api.url);
    await browser.signIn(who.email, who.password);
    const guesses = await Promise.all(
      Array.from({ length: 8 }, () => browser.post('/api/session/second-step', { code: wrongCode(secret) })),
    );
    expect(guesses.filter(({ status }) => status === 422)).toHaveLength(5);
    const right = await browser.post('/api/session/second-step', { code: codeOf(secret, 1) });
    expect(right).toMatchObject({ status: 429, body: { code: 'rate.limited' } });
    expect(Number(right.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it('that is lost is stood in for by a recovery code, once, and replaced by new ones', async () => {
    const who = await person();
    const browser = await signedIn(api.url, who);
    const { secret, recoveryCodes } = await enrol(browser);
    const stepWith = async (code: string) => {
      const another = openBrowser(api.url);
      await another.signIn(who.email, who.password);
      return another.post('/api/session/second-step', { code });
    };
    const [first = '', second = ''] = recoveryCodes;
    expect((await stepWith(first.toLowerCase().replace('-', ' '))).status).toBe(200);
    expect((await stepWith(first)).body.code).toBe('secondFactor.code');
    expect((await browser.get('/api/account/security')).body.secondFactor).toMatchObject({
      state: 'enrolled',
      recoveryCodes: 9,
    });
    const renewed = await browser.post('/api/account/recovery-codes', { code: codeOf(secret, 1) });
    expect(renewed.body.recoveryCodes).toHaveLength(10);
    expect((await stepWith(second)).body.code).toBe('secondFactor.code');
    expect((await stepWith(renewed.body.recoveryCodes[0])).status).toBe(200);
  });

  it('is reset by an administrator, with the reason in history; sessions end', async () => {
    const who = await person();
    const browser = await signedIn(api.url, who);
    await enrol(browser);
    const path = `/api/operators/${who.id}/reset-second-factor`;
    expect((await browser.post(path)).status).toBe(403);
    expect((await administrator.post(path, { reason: 'Téléphone perdu' })).status).toBe(200);
    expect((await administrator.post(path)).body.code).toBe('secondFactor.none');
    expect((await browser.get('/api/session')).status).toBe(401);
    expect((await openBrowser(api.url).signIn(who.email, who.password)).status).toBe(200);
    expect((await historyOf(who.id)).map(({ verb }) => verb)).toContain('reset-second-factor');
  });

  it('is added to an open browser only with the password, once the sign-in is a while ago', async () => {
    const who = await person();
    const browser = await signedIn(api.url, who);
    await owner.query(
      `update operator_session set sess = jsonb_set(sess::jsonb, '{openedAt}', to_jsonb((sess->>'openedAt')::bigint - 1000000))::json
       where operator_id = $1`,
      [who.id],
    );
    const path = '/api/account/second-factor';
    expect((await browser.post(path)).body.code).toBe('session.confirm');
    expect((await browser.post(path, { password: 'not the password' })).body.code).toBe('session.password');
    expect((await browser.post(path, { password: who.password })).status).toBe(200);
  });
});

describe('a role that asks for a second factor', () => {
  const settings = async (secondFactorRoleIds: string[]) => {
    const { version } = (await administrator.get('/api/sign-in-settings')).body;
    const values = { secondFactorRoleIds, createsOperators: false, groupRoles: [] };
    return administrator.put('/api/sign-in-settings', version, values);
  };

  it('ends the sessions opened without one at once, and has its holders enrol as they sign in', async () => {
    const who = await person('finance');
    const colleague = await signedIn(api.url, await person('operator'));
    const before = await signedIn(api.url, who);
    const stale = (await administrator.get('/api/sign-in-settings')).body.version;
    expect((await settings([house.institution.roles.finance!])).status).toBe(200);
    expect(
      (
        await administrator.put('/api/sign-in-settings', stale, {
          secondFactorRoleIds: [],
          createsOperators: false,
          groupRoles: [],
        })
      ).status,
    ).toBe(412);
    expect((await before.get('/api/session')).status).toBe(401);
    expect((await colleague.get('/api/session')).status).toBe(200);

    const browser = openBrowser(api.url);
    expect(await browser.signIn(who.email, who.password)).toMatchObject({
      status: 202,
      body: { step: 'enrol' },
    });
    expect((await browser.post('/api/account/second-factor')).status).toBe(401);
    const path = '/api/session/second-step';
    const { secret } = (await browser.post(`${path}/enrolment`)).body;
    const waiting = browser.cookie;
    const made = await browser.post(`${path}/enrolment/confirm`, { code: codeOf(secret) });
    expect(made.body.recoveryCodes).toHaveLength(10);
    expect(browser.cookie).not.toBe(waiting);
    expect((await browser.get('/api/session')).body.operator.id).toBe(who.id);

    const kept = await browser.post('/api/account/second-factor/remove', { code: codeOf(secret, 1) });
    expect(kept).toMatchObject({ status: 409, body: { code: 'secondFactor.required' } });
    expect((await settings([])).status).toBe(200);
    const removed = await browser.post('/api/account/second-factor/remove', { code: codeOf(secret, 1) });
    expect(removed.status).toBe(200);
    expect((await openBrowser(api.url).signIn(who.email, who.password)).status).toBe(200);
  });

  it('is named by who may change roles only, and gives no group more than one’s own rights', async () => {
    const browser = await signedIn(api.url, await person('finance'));
    const values = { secondFactorRoleIds: [], createsOperators: true, groupRoles: [] };
    expect((await browser.get('/api/sign-in-settings')).status).toBe(403);
    expect((await browser.put('/api/sign-in-settings', 0, values)).status).toBe(403);
    const other = await createHouse(database.url);
    const foreign = {
      group: 'guichet',
      roleId: house.institution.roles.operator!,
      organisationId: other.organisationId,
    };
    const { version } = (await administrator.get('/api/sign-in-settings')).body;
    const answer = await administrator.put('/api/sign-in-settings', version, {
      ...values,
      groupRoles: [foreign],
    });
    expect(answer).toMatchObject({
      status: 404,
      body: { errors: [{ path: 'groupRoles.0.organisationId' }] },
    });
    await other.close();
  });
});
