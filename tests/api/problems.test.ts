import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { Problem } from '../../activities/problem.ts';
import { failureOf } from '../../api/http/failures.ts';
import { acceptedLocale, versionOf } from '../../api/http/header-values.ts';
import { tellProblem } from '../../api/http/problems.ts';
import type { RunningApi } from '../../api/server.ts';
import { problemCodes } from '../../rules/messages/codes.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { createHouse, type House } from '../support/house.ts';
import { type Browser, openBrowser, signedIn, startApi } from './support/api.ts';

let database: TestDatabase;
let house: House;
let api: RunningApi;
let browser: Browser;

beforeAll(async () => {
  database = await createTestDatabase();
  house = await createHouse(database.url);
  api = await startApi(database.url);
  browser = await signedIn(api.url, house);
});

afterAll(async () => {
  await api.stop();
  await house.close();
  await database.drop();
});

describe('a problem', () => {
  it.each([
    [{ 'accept-language': 'en-GB,fr;q=0.8' }, 'Not found'],
    [{ 'accept-language': 'fr-FR,en;q=0.8' }, 'Introuvable'],
    [{ 'accept-language': 'de-DE,de;q=0.9' }, 'Introuvable'],
    [{}, 'Introuvable'],
  ])('is told in the language of %j', async (headers, title) => {
    const answer = await browser.get(`/api/contacts/${house.operatorId}`, headers);
    expect(answer).toMatchObject({ status: 404, body: { title, code: 'request.notFound' } });
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
  });

  it('is told in the operator’s own language when the browser names none', async () => {
    const { body } = await browser.get(`/api/operators/${house.operatorId}`);
    await browser.put(`/api/operators/${house.operatorId}`, body.version, { locale: 'en' });
    expect((await browser.get(`/api/contacts/${house.operatorId}`)).body.title).toBe('Not found');
  });

  it('names every field that cannot be taken', async () => {
    const { body } = await browser.post(
      '/api/contacts',
      {
        kind: 'robot',
        name: '',
        email: 'nowhere',
        addressLines: [1],
        country: 'France',
        extra: { deep: true },
      },
      { 'accept-language': 'en' },
    );
    expect(body).toMatchObject({
      status: 400,
      code: 'request.invalid',
      type: 'urn:placet:problem:request.invalid',
    });
    const codes = Object.fromEntries(
      body.errors.map((each: { path: string; code: string }) => [each.path, each.code]),
    );
    expect(codes).toEqual({
      kind: 'field.choice',
      name: 'field.tooShort',
      email: 'field.format',
      'addressLines.0': 'field.type',
      country: 'field.format',
      extra: 'field.unknown',
    });
    expect(body.errors[0].message).toEqual(expect.stringMatching(/\w+/));
  });

  it('has a status and a text in both languages, whatever its code', () => {
    for (const code of problemCodes) {
      for (const locale of ['fr', 'en'] as const) {
        const told = tellProblem(new Problem(code), locale);
        expect(told.status).toBeGreaterThanOrEqual(400);
        expect(told.title).not.toBe('');
        expect(told.detail).not.toBe('');
      }
    }
    expect(tellProblem(new Problem('made.up'), 'en')).toMatchObject({ status: 500, code: 'server.error' });
  });
});

describe('what cannot be read', () => {
  it.each<[string, string, Record<string, string>, string, number, string]>([
    ['half a body', '/api/contacts', {}, '{"kind":', 400, 'request.invalid'],
    ['a body that is no object', '/api/contacts', {}, '"text"', 400, 'request.invalid'],
    ['a list where an object is due', '/api/contacts', {}, '[]', 400, 'request.invalid'],
    [
      'a body that nests too deep',
      '/api/contacts',
      {},
      `${'{"a":'.repeat(40)}1${'}'.repeat(40)}`,
      400,
      'request.invalid',
    ],
    ['a body that nests very deep', '/api/contacts', {}, '['.repeat(100_000), 400, 'request.invalid'],
    [
      'a body that is too large',
      '/api/contacts',
      {},
      JSON.stringify({ name: 'x'.repeat(300_000) }),
      413,
      'request.tooLarge',
    ],
    [
      'a form',
      '/api/contacts',
      { 'content-type': 'application/x-www-form-urlencoded' },
      'kind=individual',
      415,
      'request.unsupportedType',
    ],
    [
      'a strange charset',
      '/api/contacts',
      { 'content-type': 'application/json; charset=x-none' },
      '{}',
      415,
      'request.unsupportedType',
    ],
    ['a broken address', '/api/contacts/%E0%A4%A', {}, '{}', 400, 'request.invalid'],
    [
      'a prototype',
      '/api/product-families',
      {},
      '{"code":"P","name":"P","__proto__":{"x":1}}',
      400,
      'request.invalid',
    ],
  ])('%s', async (_name, path, headers, body, status, code) => {
    const response = await fetch(new URL(path, api.url), {
      method: 'POST',
      headers: {
        cookie: browser.cookie ?? '',
        'x-requested-with': 'placet',
        'content-type': 'application/json',
        ...headers,
      },
      body,
    });
    expect({ status: response.status, code: JSON.parse(await response.text()).code }).toEqual({
      status,
      code,
    });
  });

  it('does not stop the next request', async () => {
    expect((await browser.get('/api/session')).status).toBe(200);
  });

  it('is a header block beyond its bound', async () => {
    const status = await new Promise((resolve) => {
      const asking = httpRequest(
        `${api.url}/healthz`,
        { headers: { 'x-long': 'x'.repeat(70_000) } },
        (answer) => resolve(answer.statusCode),
      );
      asking.on('error', () => resolve('closed'));
      asking.end();
    });
    expect([431, 'closed']).toContain(status);
  });
});

describe('doors that are not there', () => {
  it.each([
    ['GET', '/api/secrets'],
    ['POST', '/api/options/purge/everything/now'],
    ['GET', '/api/../etc/passwd'],
    ['GET', '/nothing/here'],
  ])('%s %s is not found', async (method, path) => {
    expect(await browser.ask(method, path)).toMatchObject({
      status: 404,
      body: { code: 'request.notFound' },
    });
  });

  it.each([
    ['DELETE', '/api/history', 'GET'],
    ['POST', '/api/orders', 'GET'],
    ['PATCH', '/api/session', 'POST, GET, DELETE'],
  ])('%s %s is not foreseen', async (method, path, allowed) => {
    const answer = await browser.ask(method, path);
    expect(answer).toMatchObject({ status: 405, body: { code: 'request.methodNotAllowed' } });
    expect(answer.headers.get('allow')).toBe(allowed);
  });

  it('tell strangers nothing', async () => {
    const stranger = openBrowser(api.url);
    expect((await stranger.list('contacts')).status).toBe(401);
    expect((await stranger.post('/api/contacts', {})).status).toBe(401);
  });
});

describe('what fails inside', () => {
  const failing = (properties: object, message = 'x') => Object.assign(new Error(message), properties);

  it('is told by what it means', () => {
    const codeOf = (error: unknown) => failureOf(error)?.code;
    expect(codeOf(failing({ code: 'ECONNREFUSED' }))).toBe('server.unavailable');
    expect(codeOf(failing({ code: '57P01' }))).toBe('server.unavailable');
    expect(codeOf(new AggregateError([failing({ code: 'ECONNREFUSED' })], 'both'))).toBe(
      'server.unavailable',
    );
    expect(codeOf(new Error('outer', { cause: failing({ code: '08006' }) }))).toBe('server.unavailable');
    expect(codeOf(failing({}, 'Connection terminated unexpectedly'))).toBe('server.unavailable');
    expect(codeOf(failing({ code: '23503' }))).toBe('record.inUse');
    expect(codeOf(failing({ code: '23505', constraint: 'season_organisation_id_code_unique' }))).toBe(
      'record.duplicate',
    );
    expect(codeOf(failing({ code: '23514' }))).toBeUndefined();
    expect(codeOf(new z.ZodError([]))).toBeUndefined();
    expect(codeOf('text')).toBeUndefined();
  });

  it('is an outage while the database is away, and over when it is back', async () => {
    const own = await createTestDatabase();
    const guest = await createHouse(own.url);
    const fragile = await startApi(own.url);
    const person = await signedIn(fragile.url, guest);
    await guest.close();
    await own.drop();
    const answer = await person.list('contacts');
    expect(answer).toMatchObject({ status: 503, body: { code: 'server.unavailable' } });
    expect(answer.headers.get('retry-after')).toBe('2');
    expect((await person.get('/readyz')).status).toBe(503);
    expect((await person.get('/healthz')).status).toBe(200);
    await fragile.stop();
  });
});

describe('headers', () => {
  it('name a language we speak, or none', () => {
    expect(acceptedLocale('en;q=0.1, fr;q=0.9')).toBe('fr');
    expect(acceptedLocale('de, en;q=0.5')).toBe('en');
    expect(acceptedLocale('fr;q=0, en;q=0.1')).toBe('en');
    expect(acceptedLocale('*')).toBeNull();
    expect(acceptedLocale(undefined)).toBeNull();
  });

  it('name a version in one of its writings', () => {
    expect([
      versionOf('"3"'),
      versionOf('W/"3"'),
      versionOf('3'),
      versionOf('*'),
      versionOf(undefined),
    ]).toEqual([3, 3, 3, null, null]);
    expect(() => versionOf('"three"')).toThrow(Problem);
  });

  it('keep pages of others out and the browser from guessing', async () => {
    const { headers } = await browser.get('/api/session');
    expect(headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(headers.get('content-security-policy')).not.toMatch(/script-src[^;]*unsafe/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('cache-control')).toBe('no-store');
  });
});
