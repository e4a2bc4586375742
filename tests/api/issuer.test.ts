import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { JWTPayload } from 'jose';
import { Secret, TOTP } from 'otpauth';
import pg from 'pg';
import type { RunningApi } from '../../api/server.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { createHouse, type House } from '../support/house.ts';
import { type IssuerPerson, startIssuer, type TestIssuer } from '../support/issuer.ts';
import { type Browser, signedIn, startApi } from './support/api.ts';
import { openVisitor, type Visitor } from './support/visitor.ts';

const publicUrl = 'http://localhost:3000';
const callback = `${publicUrl}/api/session/issuer/callback`;

let database: TestDatabase;
let house: House;
let api: RunningApi;
let issuer: TestIssuer;
let owner: pg.Client;
let administrator: Browser;
let people = 0;

const settingsOf = ({ url, clientId, clientSecret }: TestIssuer) => ({
  url,
  clientId,
  clientSecret,
  name: 'Annuaire des Essais',
  institution: code,
  groupsClaim: 'groups',
  scope: 'openid profile email groups',
});
const code = 'house-of-the-issuer';

beforeAll(async () => {
  database = await createTestDatabase();
  house = await createHouse(database.url, { code });
  issuer = await startIssuer(callback);
  api = await startApi(database.url, { publicUrl, issuer: settingsOf(issuer) });
  owner = new pg.Client({ connectionString: database.url });
  await owner.connect();
  administrator = await signedIn(api.url, house);
});

afterAll(async () => {
  await owner.end();
  await api.stop();
  await issuer.stop();
  await house.close();
  await database.drop();
});

beforeEach(async () => {
  issuer.retouch = null;
  issuer.forge = false;
  await owner.query('delete from sign_in_attempt');
  await set({ createsOperators: true });
});

const roleId = (preset: 'operator' | 'finance') => house.institution.roles[preset]!;

/** What groups give, unless said otherwise: guichet the operator's role, compta the one of finance. */
async function set(values: object): Promise<void> {
  const { version } = (await administrator.get('/api/sign-in-settings')).body;
  const { organisationId } = house;
  const { status } = await administrator.put('/api/sign-in-settings', version, {
    secondFactorRoleIds: [],
    createsOperators: false,
    groupRoles: [
      { group: 'guichet', roleId: roleId('operator'), organisationId },
      { group: 'compta', roleId: roleId('finance'), organisationId },
    ],
    ...values,
  });
  expect(status).toBe(200);
}

function somebody(groups: string[], facts: Partial<IssuerPerson> = {}): IssuerPerson {
  people += 1;
  const name = `Personne ${people}`;
  return { subject: `subject-${people}`, name, email: `person-${people}@issuer.test`, groups, ...facts };
}

const here = (location: string) => location.replace(publicUrl, api.url);

/** There: the address that the issuer sends the browser back to, with its answer. */
async function goThere(visitor: Visitor, person: IssuerPerson): Promise<string> {
  issuer.person = person;
  let { location } = await visitor.visit(`${api.url}/api/session/issuer`);
  for (let hop = 0; hop < 8 && location.startsWith(issuer.url); hop += 1)
    location = (await visitor.visit(location)).location;
  expect(location.startsWith(callback)).toBe(true);
  return here(location);
}

/** There and back: where the browser ends up. */
async function signInAt(visitor: Visitor, person: IssuerPerson): Promise<string> {
  const back = await visitor.visit(await goThere(visitor, person));
  expect(back.status).toBe(302);
  return back.location.replace(api.url, '');
}

const session = (visitor: Visitor) => visitor.visit(`${api.url}/api/session`);
const operatorsOf = async ({ email }: IssuerPerson) =>
  (await owner.query<{ id: string }>('select id from operator where email = $1', [email])).rows;
const rolesOf = async (operatorId: string) =>
  (
    await owner.query<{ code: string }>(
      'select r.code from operator_role g join role r on r.id = g.role_id where g.operator_id = $1 order by 1',
      [operatorId],
    )
  ).rows.map((row) => row.code);

describe('the issuer', () => {
  it('is told to the sign-in page by its name', async () => {
    const { body } = await openVisitor().visit(`${api.url}/api/session/ways`);
    expect(body).toEqual({ issuer: { name: 'Annuaire des Essais' } });
  });

  it('makes an operator at the first sign-in, who is known by subject from then on', async () => {
    const person = somebody(['guichet', 'chorale']);
    const visitor = openVisitor();
    expect(await signInAt(visitor, person)).toBe('/');
    const { body } = await session(visitor);
    expect(body).toMatchObject({ operator: { name: person.name, email: person.email } });
    expect(body.rights).toContain('options.seats.placement:execute');
    expect(await rolesOf(body.operator.id)).toEqual(['operator']);

    const moved = { ...person, email: 'moved@issuer.test' };
    const again = openVisitor();
    expect(await signInAt(again, moved)).toBe('/');
    expect((await session(again)).body.operator.id).toBe(body.operator.id);
    const told = await owner.query<{ verb: string }>(
      'select verb from history where subject_id = $1 order by at, id',
      [body.operator.id],
    );
    expect(told.rows.map(({ verb }) => verb)).toEqual([
      'create',
      'link-identity',
      'grant-role',
      'sign-in',
      'sign-in',
    ]);
  });

  it('makes nobody where that is not allowed, for no known group, without e-mail, or over another account', async () => {
    await set({ createsOperators: false });
    const stranger = somebody(['guichet']);
    expect(await signInAt(openVisitor(), stranger)).toBe('/#/login?problem=issuer.unknown');
    await set({ createsOperators: true });
    const singer = somebody(['chorale', '']);
    expect(await signInAt(openVisitor(), singer)).toBe('/#/login?problem=issuer.unknown');
    const doubtful = somebody(['guichet'], { emailVerified: false });
    expect(await signInAt(openVisitor(), doubtful)).toBe('/#/login?problem=issuer.emailMissing');
    const namesake = somebody(['guichet'], { email: house.email });
    const visitor = openVisitor();
    expect(await signInAt(visitor, namesake)).toBe('/#/login?problem=issuer.emailTaken');
    expect((await session(visitor)).status).toBe(401);
    for (const person of [stranger, singer, doubtful]) expect(await operatorsOf(person)).toEqual([]);
    const links = await owner.query('select 1 from operator_identity where operator_id = $1', [
      house.operatorId,
    ]);
    expect(links.rowCount).toBe(0);
  });

  it('takes away the roles of groups that give them no more, in open sessions too, and never those given by hand', async () => {
    const person = somebody(['guichet', 'compta']);
    const visitor = openVisitor();
    await signInAt(visitor, person);
    const { id } = (await session(visitor)).body.operator;
    expect(await rolesOf(id)).toEqual(['finance', 'operator']);
    expect((await visitor.visit(`${api.url}/api/options`)).status).toBe(200);

    expect(await signInAt(openVisitor(), { ...person, groups: ['compta'] })).toBe('/');
    expect(await rolesOf(id)).toEqual(['finance']);
    expect((await session(visitor)).body.rights).not.toContain('options.seats.placement:execute');

    expect(await signInAt(openVisitor(), { ...person, groups: ['chorale'] })).toBe(
      '/#/login?problem=issuer.noRole',
    );
    expect(await rolesOf(id)).toEqual([]);

    const { version } = (await administrator.get(`/api/operators/${id}`)).body;
    const given = { roleId: roleId('operator'), organisationId: house.organisationId };
    await administrator.put(`/api/operators/${id}`, version, { roles: [given] });
    expect(await signInAt(openVisitor(), { ...person, groups: [] })).toBe('/');
    expect(await rolesOf(id)).toEqual(['operator']);

    await signInAt(openVisitor(), person);
    await set({ groupRoles: [] });
    expect(await rolesOf(id)).toEqual(['operator']);
  });

  it('lets no disabled operator in', async () => {
    const person = somebody(['guichet']);
    const visitor = openVisitor();
    await signInAt(visitor, person);
    const { id } = (await session(visitor)).body.operator;
    const { version } = (await administrator.get(`/api/operators/${id}`)).body;
    await administrator.put(`/api/operators/${id}`, version, { disabled: true });
    expect((await session(visitor)).status).toBe(401);
    expect(await signInAt(openVisitor(), person)).toBe('/#/login?problem=issuer.unknown');
  });

  it('out of reach is told as that, and the next try works', async () => {
    const other = await startApi(database.url, {
      publicUrl,
      issuer: { ...settingsOf(issuer), url: 'http://127.0.0.1:1' },
    });
    const { location } = await openVisitor().visit(`${other.url}/api/session/issuer`);
    expect(location).toBe(`${other.url}/#/login?problem=issuer.unavailable`);
    await other.stop();
  });
});

describe('an answer of the issuer', () => {
  const refused = '/#/login?problem=issuer.refused';

  it.each<[string, (payload: JWTPayload) => JWTPayload]>([
    ['another nonce', (payload) => ({ ...payload, nonce: 'of another sign-in' })],
    ['no nonce', ({ nonce: _, ...payload }) => payload],
    ['an expired token', (payload) => ({ ...payload, iat: 1_700_000_000, exp: 1_700_000_600 })],
    ['another audience', (payload) => ({ ...payload, aud: 'another client' })],
    ['another issuer', (payload) => ({ ...payload, iss: 'https://issuer.example' })],
  ])('with %s lets nobody in', async (_name, retouch) => {
    const person = somebody(['guichet']);
    issuer.retouch = retouch;
    const visitor = openVisitor();
    expect(await signInAt(visitor, person)).toBe(refused);
    expect((await session(visitor)).status).toBe(401);
    expect(await operatorsOf(person)).toEqual([]);
  });

  it('signed with a key that is not published lets nobody in', async () => {
    issuer.forge = true;
    expect(await signInAt(openVisitor(), somebody(['guichet']))).toBe(refused);
  });

  it('counts once, in the browser that was sent, with the state it was sent with', async () => {
    const visitor = openVisitor();
    const address = await goThere(visitor, somebody(['guichet']));
    const elsewhere = await openVisitor().visit(address);
    expect(elsewhere.location).toBe(`${api.url}${refused}`);

    const other = openVisitor();
    const otherAddress = new URL(await goThere(other, somebody(['guichet'])));
    otherAddress.searchParams.set('state', new URL(address).searchParams.get('state') ?? '');
    expect((await other.visit(otherAddress.href)).location).toBe(`${api.url}${refused}`);
    expect((await session(other)).status).toBe(401);

    expect((await visitor.visit(address)).location).toBe(`${api.url}/`);
    const before = visitor.cookies(api.url).get('placet');
    expect((await visitor.visit(address)).location).toBe(`${api.url}${refused}`);
    expect(visitor.cookies(api.url).get('placet')).toBe(before);
  });

  it('opens a session under a new id, whatever cookie the browser came with', async () => {
    const visitor = openVisitor();
    const person = somebody(['guichet']);
    await signInAt(visitor, person);
    const known = visitor.cookies(api.url).get('placet') ?? '';
    await visitor.visit(`${api.url}/api/session`, { method: 'DELETE' });
    visitor.cookies(api.url).set('placet', known);
    expect(await signInAt(visitor, person)).toBe('/');
    expect(visitor.cookies(api.url).get('placet')).not.toBe(known);
  });

  it('never names where to go: an address in the request is not taken', async () => {
    const asked = `${api.url}/api/session/issuer?redirect_uri=https://elsewhere.example`;
    expect((await openVisitor().visit(asked)).status).toBe(400);
  });
});

describe('the issuer and the second factor', () => {
  it('asks for the code of who has one, unless the issuer asked for two factors itself', async () => {
    const person = somebody(['guichet']);
    const visitor = openVisitor();
    await signInAt(visitor, person);
    const path = `${api.url}/api/account/second-factor`;
    const { secret } = (await visitor.visit(path, { method: 'POST', body: {} })).body;
    const totp = new TOTP({ secret: Secret.fromBase32(secret) });
    const code = totp.generate();
    expect((await visitor.visit(`${path}/confirm`, { method: 'POST', body: { code } })).status).toBe(200);

    const next = openVisitor();
    expect(await signInAt(next, person)).toBe('/#/login?step=code');
    expect((await session(next)).status).toBe(401);
    const step = `${api.url}/api/session/second-step`;
    expect((await next.visit(step)).body).toEqual({ step: 'code' });
    const after = totp.generate({ timestamp: Date.now() + 30_000 }); // taken a step early
    const shown = { method: 'POST', body: { code: after } };
    expect((await next.visit(step, shown)).status).toBe(200);
    expect((await session(next)).status).toBe(200);

    issuer.retouch = (payload) => ({ ...payload, amr: ['pwd', 'otp', 'mfa'] });
    const trusted = openVisitor();
    expect(await signInAt(trusted, person)).toBe('/');
    expect((await session(trusted)).status).toBe(200);
  });
});

describe('an account that is there', () => {
  it('is linked from inside by its owner, to nobody else’s identity', async () => {
    const taken = somebody(['guichet']);
    await signInAt(openVisitor(), taken);
    const visitor = openVisitor();
    await visitor.visit(`${api.url}/api/session`, {
      method: 'POST',
      body: { email: house.email, password: house.password },
    });
    expect(await signInAt(visitor, taken)).toBe('/#/account?problem=issuer.linkedElsewhere');
    const person = somebody([]);
    const owned = openVisitor();
    await owned.visit(`${api.url}/api/session`, {
      method: 'POST',
      body: { email: house.email, password: house.password },
    });
    expect(await signInAt(owned, person)).toBe('/#/account');
    expect((await owned.visit(`${api.url}/api/account/security`)).body.linkedAt).not.toBeNull();

    const next = openVisitor();
    expect(await signInAt(next, person)).toBe('/');
    expect((await session(next)).body.operator.id).toBe(house.operatorId);
    await next.visit(`${api.url}/api/account/identity`, { method: 'DELETE' });
    expect(await signInAt(openVisitor(), person)).toBe('/#/login?problem=issuer.unknown');
  });
});
