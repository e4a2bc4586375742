import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { z } from 'zod';
import { openVault } from '../../activities/organisation/second-factor/vault.ts';
import { Problem } from '../../activities/problem.ts';
import { accessGuard } from '../../api/contact-space/access-guard.ts';
import { openApiDocument } from '../../api/http/openapi.ts';
import { defineRoute } from '../../api/http/route.ts';
import { allRoutes } from '../../api/routes.ts';
import type { RunningApi } from '../../api/server.ts';
import { allRights, comingFunctions, functionNames } from '../../rules/organisation/right-tree.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { type Answer, openBrowser, startApi } from './support/api.ts';

let database: TestDatabase;
let api: RunningApi;
let document: Answer['body'];

const guard = { attempt: () => Promise.reject(new Problem('session.signIn')) };
const codes = { attempt: () => Promise.reject(new Problem('secondFactor.code')) };
const vault = openVault('a key that opens nothing here');
const house = { publicUrl: 'http://localhost:3000', accessGuard: accessGuard(new pg.Pool()) };
const routes = allRoutes({
  demo: false,
  guard,
  codes,
  vault,
  issuer: null,
  temporalAddress: '127.0.0.1:1',
  ...house,
});

beforeAll(async () => {
  database = await createTestDatabase();
  api = await startApi(database.url);
  document = (await openBrowser(api.url).get('/api/openapi.json')).body;
});

afterAll(async () => {
  await api.stop();
  await database.drop();
});

/** Every object of a JSON value, with its path. */
function objectsIn(value: unknown, path = '#'): [path: string, object: Record<string, unknown>][] {
  if (typeof value !== 'object' || value === null) return [];
  const own: [string, Record<string, unknown>][] = Array.isArray(value) ? [] : [[path, { ...value }]];
  return [...own, ...Object.entries(value).flatMap(([key, part]) => objectsIn(part, `${path}/${key}`))];
}

describe('the OpenAPI document', () => {
  it('is version 3.1 and describes every route there is', () => {
    expect(document.openapi).toBe('3.1.0');
    const described = Object.entries<object>(document.paths).flatMap(([path, item]) =>
      Object.keys(item).map((method) => `${method} ${path}`),
    );
    expect(described.sort()).toEqual(routes.map(({ method, path }) => `${method} ${path}`).sort());
  });

  it('holds together: references lead somewhere, operations have names of their own, paths their parameters', () => {
    const at = (reference: string) =>
      reference
        .slice(2)
        .split('/')
        .reduce<unknown>((value, key) => Object(value)[key], document);
    const references = objectsIn(document).flatMap(([, object]) =>
      typeof object.$ref === 'string' ? [object.$ref] : [],
    );
    expect(references.length).toBeGreaterThan(50);
    for (const reference of references)
      expect([reference, at(reference)]).toEqual([reference, expect.any(Object)]);
    const operations = Object.entries<Record<string, Answer['body']>>(document.paths).flatMap(
      ([path, item]) => Object.values(item).map((operation) => ({ path, operation })),
    );
    const names = operations.map(({ operation }) => operation.operationId);
    expect(new Set(names).size).toBe(names.length);
    for (const { path, operation } of operations) {
      const declared = (operation.parameters ?? []).filter((each: { in: string }) => each.in === 'path');
      expect(declared.map((each: { name: string }) => each.name)).toEqual(
        [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name),
      );
      expect(Object.keys(operation.responses).some((status) => /^[23]/.test(status))).toBe(true);
      for (const status of Object.keys(operation.responses)) expect(status).toMatch(/^[1-5]\d\d$/);
    }
  });

  it('accepts no unknown key and no text without an end in any body', () => {
    const bodies = Object.entries<Record<string, Answer['body']>>(document.paths).flatMap(([path, item]) =>
      Object.entries(item).flatMap(([method, operation]) =>
        operation.requestBody === undefined ? [] : objectsIn(operation.requestBody, `${method} ${path}`),
      ),
    );
    const loose = bodies.filter(
      ([, schema]) => 'properties' in schema && schema.additionalProperties !== false,
    );
    expect(loose.map(([path]) => path)).toEqual([]);
    const endless = bodies.filter(
      ([, schema]) =>
        schema.type === 'string' &&
        schema.maxLength === undefined &&
        schema.pattern === undefined &&
        schema.format === undefined &&
        schema.enum === undefined &&
        schema.const === undefined,
    );
    expect(endless.map(([path]) => path)).toEqual([]);
    const lists = bodies.filter(([, schema]) => schema.type === 'array' && schema.maxItems === undefined);
    expect(lists.map(([path]) => path)).toEqual([]);
  });

  it('is a page too, without a script', async () => {
    const page = await openBrowser(api.url).get('/api/docs');
    expect(page.status).toBe(200);
    expect(page.body).toContain('/api/options/{id}/place');
    expect(page.body).not.toMatch(/<script|https?:\/\//);
  });
});

describe('every door', () => {
  const signedInOnly = routes.filter(({ right }) => right !== 'public');

  it('declares a right of the tree, or is one of the few that are open', () => {
    for (const { right } of signedInOnly) {
      if (right !== 'session' && right !== 'contact') expect(allRights).toContain(right);
    }
    const open = routes
      .filter(({ right }) => right === 'public')
      .map(({ method, path }) => `${method} ${path}`);
    expect(open).toEqual([
      'post /api/session',
      'delete /api/session',
      'get /api/demo',
      'get /api/session/second-step',
      'post /api/session/second-step',
      'post /api/session/second-step/enrolment',
      'post /api/session/second-step/enrolment/confirm',
      'get /api/session/ways',
      'get /api/session/issuer',
      'get /api/session/issuer/callback',
      'post /api/contact-space/links',
      'post /api/contact-space/session',
      'delete /api/contact-space/session',
    ]);
    const ofContacts = routes.filter(({ right }) => right === 'contact').map(({ path }) => path);
    expect(ofContacts.length).toBeGreaterThan(5);
    for (const path of ofContacts) expect(path).toMatch(/^\/api\/contact-space\//);
    const anyone = routes
      .filter(({ right }) => right === 'session')
      .map(({ method, path }) => `${method} ${path}`);
    // the search asks the right of each kind of record, runs that of the kind of their options
    expect(anyone).toEqual([
      'get /api/bulk-runs',
      'get /api/bulk-runs/{id}',
      'get /api/bulk-runs/{id}/results',
      'post /api/bulk-runs/{id}/retry',
      'get /api/session',
      'get /api/account/security',
      'delete /api/account/sessions/{id}',
      'delete /api/account/sessions',
      'post /api/account/second-factor',
      'post /api/account/second-factor/confirm',
      'post /api/account/recovery-codes',
      'post /api/account/second-factor/remove',
      'delete /api/account/identity',
      'get /api/preferences',
      'put /api/preferences/{name}',
      'get /api/saved-views',
      'get /api/saved-views/{id}',
      'post /api/saved-views',
      'put /api/saved-views/{id}',
      'delete /api/saved-views/{id}',
      'get /api/search',
    ]);
  });

  it('asks for every function of the tree, but those that are said to come', () => {
    const asked = new Set<string>(signedInOnly.map(({ right }) => right.split(':')[0] ?? ''));
    // asked by verbs, for what goes beyond their door
    for (const name of ['agreed-date', 'override', 'firm-cancellation']) asked.add(`options.seats.${name}`);
    for (const name of ['agreed-date', 'override', 'firm-cancellation'])
      asked.add(`options.products.${name}`);
    asked.add('options.products.season-ticket-choices');
    expect([...comingFunctions].sort()).toEqual(
      functionNames()
        .filter((name) => !asked.has(name))
        .sort(),
    );
  });
});

describe('a declared route', () => {
  it('is described as it answers', () => {
    const route = defineRoute({
      method: 'put',
      path: '/api/things/{id}',
      summary: 'Change a thing',
      tags: ['things'],
      right: 'stock.stock:modify',
      params: z.strictObject({ id: z.uuid() }),
      body: z.strictObject({ size: z.int() }),
      answers: { 200: z.object({ size: z.int() }) },
      handle: async ({ body }) => body,
    });
    const described = openApiDocument([route], 'http://localhost').paths?.['/api/things/{id}']?.put;
    expect(described).toMatchObject({ operationId: 'put-things-one', 'x-right': 'stock.stock:modify' });
    const headers = (described?.parameters ?? []).filter((each) => 'in' in each && each.in === 'header');
    expect(headers).toMatchObject([
      { name: 'X-Requested-With', required: true },
      { name: 'Idempotency-Key', required: false },
      { name: 'If-Match', required: true },
    ]);
    expect(Object.keys(described?.responses ?? {})).toEqual(
      expect.arrayContaining(['200', '400', '401', '403', '404', '409', '412', '422', '428', '500', '503']),
    );
  });
});
