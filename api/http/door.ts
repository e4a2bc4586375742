import type { Express, Request, RequestHandler, Response } from 'express';
import { type SessionOperator, sessionOperator } from '../../activities/organisation/session-operator.ts';
import { Problem } from '../../activities/problem.ts';
import type { VerbCaller } from '../../activities/verb.ts';
import type { Database } from '../../database/database.ts';
import { readWithin } from '../../database/read-models/scoped.ts';
import { requestIdOf, versionOf } from './header-values.ts';
import { jsonBody } from './json-body.ts';
import { factsOf, type RequestFacts } from './request-facts.ts';
import { Reply, type Route } from './route.ts';
import { type Session, scopeOf } from './session.ts';
import { sessionClaim, sessionDoor } from './session-door.ts';

/** What the doors need of the house. */
export interface House {
  database: Database;
  /** Demo accounts may come in. */
  demo: boolean;
  /** The name of the session's cookie. */
  cookieName: string;
}

/**
 * Mounts routes. What is not declared does not exist (404); another method of a known address is 405. Every route
 * asks in this order: who, from our own pages, with the right, well formed; then it answers.
 */
export function mountRoutes(app: Express, routes: readonly Route[], house: House): void {
  const methods = new Map<string, string[]>();
  for (const route of routes) {
    const address = route.path.replaceAll(/\{(\w+)\}/g, ':$1');
    methods.set(address, [...(methods.get(address) ?? []), route.method.toUpperCase()]);
    app[route.method](address, answering(route, house));
  }
  for (const [address, allowed] of methods) {
    app.all(address, (_request, response) => {
      response.set('Allow', allowed.join(', '));
      throw new Problem('request.methodNotAllowed');
    });
  }
}

function answering(route: Route, house: House): RequestHandler {
  return async (request, response) => {
    const facts = factsOf(request);
    facts.route = route.path;
    facts.session = await sessionOf(request, house);
    facts.locale ??= facts.session?.operator.locale ?? 'fr';
    admit(route, request, facts.session);
    const answer = await answered(route, request, response, house, facts);
    send(route, response, answer);
  };
}

/** Who is behind the request, asked of the database each time: rights taken away are gone at once. */
async function sessionOf(request: Request, house: House): Promise<Session | null> {
  const claim = sessionClaim(request);
  return claim === null ? null : sessionFor(claim.operatorId, house, claim.credentials);
}

async function sessionFor(operatorId: string, house: House, credentials?: string): Promise<Session | null> {
  const operator = await sessionOperator(house.database, operatorId);
  if (operator === null || operator.disabled || (operator.demo && !house.demo)) return null;
  return credentials === undefined || operator.credentials === credentials ? toSession(operator) : null;
}

function toSession(operator: SessionOperator): Session {
  const { id, name, email, locale, organisations } = operator;
  const byId = new Map<string, { id: string; code: string; name: string; rights: string[] }>();
  for (const held of organisations) {
    const known = byId.get(held.id);
    byId.set(held.id, known === undefined ? held : { ...known, rights: [...known.rights, ...held.rights] });
  }
  return {
    operator: { id, name, email, locale },
    institution: {
      id: operator.institution_id,
      name: operator.institution_name,
      demo: operator.institution_demo,
    },
    organisations: [...byId.values()],
    rights: [...new Set(organisations.flatMap(({ rights }) => rights))],
  };
}

function admit(route: Route, request: Request, session: Session | null): void {
  const { right } = route;
  if (right !== 'public' && session === null) throw new Problem('request.unauthenticated');
  const writes = route.method !== 'get' && !route.fromAnywhere;
  if (writes && request.get('x-requested-with') !== 'placet') throw new Problem('session.csrf');
  if (right === 'public' || right === 'session') return;
  if (session?.rights.includes(right) !== true) throw new Problem('request.forbidden');
}

async function answered(
  route: Route,
  request: Request,
  response: Response,
  house: House,
  facts: RequestFacts,
): Promise<unknown> {
  const { database } = house;
  const { session } = facts;
  const locale = facts.locale ?? 'fr';
  const parts = { params: request.params, query: request.query, body: bodyOf(route, request) };
  const common = { database, locale };
  return await route.answer(
    parts,
    session === null || route.right === 'public'
      ? null
      : { ...common, ...signedIn(route, request, session, database) },
    {
      ...common,
      session,
      door: sessionDoor(request, response, house.cookieName),
      sessionFor: (operatorId) => sessionFor(operatorId, house),
    },
  );
}

function signedIn(route: Route, request: Request, session: Session, database: Database) {
  const right = route.right === 'public' ? 'session' : route.right;
  const scope = scopeOf(session, right);
  const ifMatch = route.version === 'none' ? null : versionOf(request.get('if-match'));
  if (route.version === 'required' && ifMatch === null) throw new Problem('record.versionRequired');
  const caller = (): VerbCaller => ({
    database,
    institutionId: scope.institutionId,
    actor: {
      type: 'operator',
      id: session.operator.id,
      name: session.operator.name,
      rights: session.rights,
      organisationIds: scope.organisationIds,
    },
    requestId,
  });
  const requestId = requestIdOf(request.get('idempotency-key'));
  return {
    session,
    scope,
    ifMatch,
    caller,
    read: <T>(work: Parameters<typeof readWithin<T>>[2]) => readWithin(database, scope, work),
  };
}

function bodyOf(route: Route, request: Request): unknown {
  if (route.method === 'get') return {};
  return jsonBody(request);
}

function send(route: Route, response: Response, answer: unknown): void {
  const reply = answer instanceof Reply ? answer : new Reply(answer);
  const body: unknown = reply.body;
  response.status(reply.status ?? route.status).set(reply.headers);
  if (body instanceof Uint8Array) {
    if (reply.headers['Content-Type'] === undefined) response.type(route.produces);
    response.send(body);
    return;
  }
  if (isVersioned(body)) response.set('ETag', `"${body.version}"`);
  response.json(body ?? null);
}

function isVersioned(body: unknown): body is { version: number } {
  return typeof body === 'object' && body !== null && 'version' in body && typeof body.version === 'number';
}
